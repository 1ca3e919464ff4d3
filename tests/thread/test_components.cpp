// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/components.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;

namespace
{

struct Item {
    IdNumber own = 0;
    std::vector<IdNumber> references;
    std::vector<IdNumber> inReplyTo;
    QString subject = u"x"_s;
    QString from = u"ada@example.invalid"_s;
    qint64 utc = 0;
};

std::vector<quint32> firsts(const std::vector<Item>& items)
{
    LinkGraphBuilder builder;
    builder.reserve(items.size());
    for (const Item& item : items)
        builder.add(item.own, item.references, item.inReplyTo, item.subject, item.from, item.utc);
    return components(builder.graph());
}

/// The threads as sets of Message-ID numbers: the same for every order of the mails.
std::set<std::set<IdNumber>> threads(const std::vector<Item>& items)
{
    const std::vector<quint32> first = firsts(items);
    std::map<quint32, std::set<IdNumber>> sets;
    for (std::size_t i = 0; i < items.size(); ++i)
        sets[first[i]].insert(items[i].own);
    std::set<std::set<IdNumber>> result;
    for (const auto& [key, set] : sets)
        result.insert(set);
    return result;
}

constexpr qint64 hour = 3600;

Item part(IdNumber own, const QString& subject, qint64 utc = 0)
{
    Item item;
    item.own = own;
    item.subject = subject;
    item.utc = utc;
    return item;
}

} // namespace

class TestComponents : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void joinsByEveryId_data();
    void joinsByEveryId();
    void namesTheFirstMail();
    void doesNotDependOnOrder();
    void joinsUnthreadedSeries_data();
    void joinsUnthreadedSeries();
    void seriesKeyNeedsAPatchOfASeries();
    void takesNumbersThatAreNotDense();
    void takesDeepChainsAndManyReferences();
    void takesNothing();
};

void TestComponents::joinsByEveryId_data()
{
    QTest::addColumn<QList<QList<int>>>("mails"); // own, references...
    QTest::addColumn<int>("count");
    QTest::newRow("alone") << QList<QList<int>>{{1}, {2}} << 2;
    QTest::newRow("reply") << QList<QList<int>>{{1}, {2, 1}} << 1;
    QTest::newRow("ghost parent joins") << QList<QList<int>>{{1, 9}, {2, 9}} << 1;
    QTest::newRow("ghost in the middle") << QList<QList<int>>{{1}, {3, 1, 2}, {4, 2}} << 1;
    QTest::newRow("reply before its parent") << QList<QList<int>>{{2, 1}, {1}} << 1;
    QTest::newRow("self reference") << QList<QList<int>>{{1, 1}, {2}} << 2;
    QTest::newRow("loop of two") << QList<QList<int>>{{1, 2}, {2, 1}, {3}} << 2;
    QTest::newRow("loop of three") << QList<QList<int>>{{1, 3}, {2, 1}, {3, 2}} << 1;
    QTest::newRow("variants") << QList<QList<int>>{{1}, {1}, {2}} << 2;
    QTest::newRow("variants bring their parents") << QList<QList<int>>{{1, 5}, {1, 6}, {2, 5}, {3, 6}} << 1;
}

void TestComponents::joinsByEveryId()
{
    QFETCH(QList<QList<int>>, mails);
    std::vector<Item> byReferences;
    std::vector<Item> byReplyTo;
    for (const QList<int>& mail : mails) {
        Item item;
        item.own = static_cast<IdNumber>(mail.front());
        std::vector<IdNumber> ids;
        for (qsizetype i = 1; i < mail.size(); ++i)
            ids.push_back(static_cast<IdNumber>(mail.at(i)));
        item.references = ids;
        byReferences.push_back(item);
        std::swap(item.references, item.inReplyTo);
        byReplyTo.push_back(item);
    }
    QTEST(static_cast<int>(threads(byReferences).size()), "count");
    QTEST(static_cast<int>(threads(byReplyTo).size()), "count");
}

void TestComponents::namesTheFirstMail()
{
    const std::vector<quint32> expected{0, 1, 0, 1, 4};
    QCOMPARE(firsts({{7, {9}, {}}, {8, {}, {}}, {9, {}, {}}, {3, {8}, {}}, {2, {}, {}}}), expected);
}

void TestComponents::doesNotDependOnOrder()
{
    std::mt19937 random(20250616); // NOLINT(cert-msc51-cpp): the same cases each time
    for (int round = 0; round < 200; ++round) {
        std::vector<Item> items;
        for (IdNumber own = 1; own <= 14; ++own) {
            Item item
                = part(own, u"[PATCH %1/4] x"_s.arg(random() % 5), static_cast<qint64>(random() % 30) * hour);
            item.from = random() % 2 == 0 ? u"a@example.invalid"_s : u"B@example.invalid"_s;
            if (random() % 3 == 0)
                item.references = {static_cast<IdNumber>(1 + random() % 20)};
            items.push_back(item);
        }
        const auto expected = threads(items);
        std::shuffle(items.begin(), items.end(), random);
        QVERIFY(threads(items) == expected);
    }
}

void TestComponents::joinsUnthreadedSeries_data()
{
    QTest::addColumn<QStringList>("mails"); // hour|from|subject|parent
    QTest::addColumn<int>("count");
    QTest::newRow("a series without threading")
        << QStringList{u"0|a@x|[PATCH v2 0/2] s|"_s, u"0|a@x|[PATCH v2 1/2] t|"_s,
                       u"0|A@X|[PATCH v2 2/2] u|"_s}
        << 1;
    QTest::newRow("other address") << QStringList{u"0|a@x|[PATCH 1/2] s|"_s, u"0|b@x|[PATCH 2/2] t|"_s} << 2;
    QTest::newRow("other revision") << QStringList{u"0|a@x|[PATCH 1/2] s|"_s, u"0|a@x|[PATCH v2 2/2] t|"_s}
                                    << 2;
    QTest::newRow("other total") << QStringList{u"0|a@x|[PATCH 1/2] s|"_s, u"0|a@x|[PATCH 2/3] t|"_s} << 2;
    QTest::newRow("other tree") << QStringList{u"0|a@x|[PATCH kvmtool 1/2] s|"_s, u"0|a@x|[PATCH 2/2] t|"_s}
                                << 2;
    QTest::newRow("at twelve hours") << QStringList{u"0|a@x|[PATCH 1/2] s|"_s, u"12|a@x|[PATCH 2/2] t|"_s}
                                     << 1;
    QTest::newRow("after twelve hours")
        << QStringList{u"0|a@x|[PATCH 1/2] s|"_s, u"13|a@x|[PATCH 2/2] t|"_s} << 2;
    QTest::newRow("two series of two") << QStringList{u"0|a@x|[PATCH 1/2] s|"_s, u"0|a@x|[PATCH 2/2] t|"_s,
                                                      u"1|a@x|[PATCH 1/2] v|"_s, u"1|a@x|[PATCH 2/2] w|"_s}
                                       << 4;
    QTest::newRow("the same a day later")
        << QStringList{u"0|a@x|[PATCH 1/2] s|"_s, u"0|a@x|[PATCH 2/2] t|"_s, u"30|a@x|[PATCH 1/2] v|"_s,
                       u"30|a@x|[PATCH 2/2] w|"_s}
        << 2;
    QTest::newRow("replies do not") << QStringList{u"0|a@x|Re: [PATCH 1/2] s|"_s,
                                                   u"0|a@x|Re: [PATCH 2/2] t|"_s}
                                    << 2;
    QTest::newRow("single patches do not") << QStringList{u"0|a@x|[PATCH] s|"_s, u"0|a@x|[PATCH] t|"_s} << 2;
    QTest::newRow("one of one does not")
        << QStringList{u"0|a@x|[PATCH 0/1] s|"_s, u"0|a@x|[PATCH 1/1] t|"_s} << 2;
    QTest::newRow("lost threading after the cover")
        << QStringList{u"0|a@x|[PATCH 0/3] s|"_s, u"0|a@x|[PATCH 1/3] t|1"_s, u"0|a@x|[PATCH 2/3] u|"_s,
                       u"0|a@x|[PATCH 3/3] v|"_s}
        << 1;
    QTest::newRow("a threaded series beside loose parts of another")
        << QStringList{u"0|a@x|[PATCH 0/2] s|"_s, u"0|a@x|[PATCH 1/2] t|1"_s, u"0|a@x|[PATCH 2/2] u|1"_s,
                       u"1|a@x|[PATCH 1/2] v|"_s, u"1|a@x|[PATCH 2/2] w|"_s}
        << 3;
    QTest::newRow("no series tag") << QStringList{u"0|a@x|[1/2] s|"_s, u"0|a@x|[2/2] t|"_s} << 2;
    QTest::newRow("number above the total")
        << QStringList{u"0|a@x|[PATCH 1/2] s|"_s, u"0|a@x|[PATCH 3/2] t|"_s} << 2;
}

void TestComponents::joinsUnthreadedSeries()
{
    QFETCH(QStringList, mails);
    QFETCH(int, count);
    std::vector<Item> items;
    for (const QString& mail : mails) {
        const QStringList fields = mail.split(u'|');
        Item item;
        item.own = static_cast<IdNumber>(items.size() + 1);
        item.utc = fields.at(0).toInt() * hour;
        item.from = fields.at(1);
        item.subject = fields.at(2);
        if (!fields.at(3).isEmpty())
            item.references = {fields.at(3).toUInt()};
        items.push_back(item);
    }
    std::sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.own < b.own; });
    do { // every order, up to 120
        QCOMPARE(static_cast<int>(threads(items).size()), count);
    } while (std::next_permutation(items.begin(), items.end(),
                                   [](const Item& a, const Item& b) { return a.own < b.own; }));
}

void TestComponents::seriesKeyNeedsAPatchOfASeries()
{
    const auto key
        = [](const char* subject) { return seriesKey(parseSubject(QString::fromUtf8(subject)), u"a@x"_s); };
    QVERIFY(!key("[PATCH v2 1/3] x").isEmpty());
    QCOMPARE(key("[PATCH v2 1/3] x"), key("[PATCHv2 03/03] y"));
    QVERIFY(key("Re: [PATCH v2 1/3] x").isEmpty());
    QVERIFY(key("[PATCH] x").isEmpty());
    QVERIFY(key("[GIT PULL 1/3] x").isEmpty());
    QVERIFY(seriesKey(parseSubject(u"[PATCH 1/3] x"_s), {}).isEmpty());
}

void TestComponents::takesNumbersThatAreNotDense()
{
    const IdNumber big = 4'000'000'000U;
    QCOMPARE(static_cast<int>(threads({{big, {}, {}}, {7, {big}, {}}, {8, {}, {big - 1}}}).size()), 2);
}

void TestComponents::takesDeepChainsAndManyReferences()
{
    std::vector<Item> chain(100'000);
    for (IdNumber i = 0; i < chain.size(); ++i) {
        chain[i].own = i + 1;
        if (i > 0)
            chain[i].inReplyTo = {i};
    }
    std::reverse(chain.begin(), chain.end());
    const std::vector<quint32> first = firsts(chain);
    QVERIFY(std::all_of(first.begin(), first.end(), [](quint32 f) { return f == 0; }));

    Item many;
    many.own = 1;
    many.references.resize(10'000);
    std::iota(many.references.begin(), many.references.end(), 2U);
    QCOMPARE(static_cast<int>(threads({many, {10'001, {}, {}}, {10'002, {}, {}}}).size()), 2);
}

void TestComponents::takesNothing()
{
    QVERIFY(components({}).empty());
}

QTEST_APPLESS_MAIN(TestComponents)
#include "test_components.moc"
