// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/listing.h"
#include "thread/threadbuilder.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::thread;
using lb::test::ThreadBuilder;

namespace
{

const Period week{QDate(2025, 6, 16), QDate(2025, 6, 22)};

ListingOptions inWeek(ContextRule context = ContextRule::Ancestors)
{
    ListingOptions options;
    options.period = week;
    options.context = context;
    return options;
}

/// "1 2<1 3<1" : numbers of the listed mails with their parents.
QString shape(const Listing& listing)
{
    QStringList rows;
    for (const ListedMail& listed : listing.mails) {
        QString row = QString::number(listed.mail.number);
        if (listed.parent >= 0)
            row += u"<"_s
                + QString::number(listing.mails[static_cast<std::size_t>(listed.parent)].mail.number);
        rows += row;
    }
    return rows.join(u' ');
}

/// "(1 (2 3))" as depths: "1 .2 ..3".
QString outlined(const Listing& listing)
{
    QStringList rows;
    for (const OutlineRow& row : outline(listing)) {
        QString text(row.depth, u'.');
        text += QString::number(listing.mails[static_cast<std::size_t>(row.index)].mail.number);
        rows += text;
    }
    return rows.join(u' ');
}

constexpr double before = -200; // hours: long before the week
constexpr double after = 200;

} // namespace

class TestListing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ordersByTimeNumberAndId();
    void ordersTheSameFromAnyInput();
    void findsParents_data();
    void findsParents();
    void cutsLoopsAtTheYoungest();
    void keepsTheIdOfAMissingParent();
    void skipsParentsThatAreNotListed();
    void choosesContext_data();
    void choosesContext();
    void leavesOutThreadsWithoutNewMail();
    void findsTheRoot_data();
    void findsTheRoot();
    void titlesByARootThatIsNotListed();
    void ordersThreadsForTheReport();
    void countsPeopleAndNewMails();
    void keepsTheFirstOfVariants();
    void outlinesInReadingOrder();
    void takesADeepThread();
    void takesAThreadThatReachesPastThePeriod();
};

void TestListing::ordersByTimeNumberAndId()
{
    ThreadBuilder b;
    b.mail(5, "[PATCH 2/2] x", {1}, 1).mail(4, "[PATCH 1/2] x", {1}, 1).mail(1, "[PATCH 0/2] x", {}, 1);
    b.mail(7, "y", {1}, 2).mail(6, "y", {1}, 2).mail(2, "early", {1}, 0.5);
    const Listing listing = b.listing();
    QCOMPARE(shape(listing), u"2<1 1 4<1 5<1 6<1 7<1"_s);
    for (int i = 0; i < listing.count(); ++i)
        QCOMPARE(listing.mails[static_cast<std::size_t>(i)].number, i + 1);
}

void TestListing::ordersTheSameFromAnyInput()
{
    std::mt19937 random(7); // NOLINT(cert-msc51-cpp): the same cases each time
    for (int round = 0; round < 100; ++round) {
        ThreadBuilder b;
        for (IdNumber number = 1; number <= 12; ++number) {
            QList<IdNumber> parents;
            for (std::size_t i = random() % 3; i > 0; --i)
                parents += static_cast<IdNumber>(1 + random() % 14); // loops and ghosts too
            b.mail(number, random() % 2 == 0 ? "[PATCH 1/2] a" : "b", parents,
                   static_cast<double>(random() % 4) * 100 - 100);
        }
        for (const ContextRule rule : {ContextRule::Ancestors, ContextRule::WholeThread}) {
            const std::vector<Listing> expected = listThreads(b.mails(), inWeek(rule));
            std::vector<Mail> mails = b.mails();
            std::shuffle(mails.begin(), mails.end(), random);
            const std::vector<Listing> got = listThreads(mails, inWeek(rule));
            QCOMPARE(got.size(), expected.size());
            if (!got.empty()) {
                QCOMPARE(shape(got.front()), shape(expected.front()));
                QCOMPARE(outlined(got.front()), outlined(expected.front()));
                QCOMPARE(outline(got.front()).size(), got.front().mails.size()); // each mail once
                QCOMPARE(got.front().title, expected.front().title);
            }
        }
    }
}

void TestListing::findsParents_data()
{
    QTest::addColumn<QList<IdNumber>>("references");
    QTest::addColumn<QList<IdNumber>>("inReplyTo");
    QTest::addColumn<QString>("shape");
    using Ids = QList<IdNumber>;
    QTest::newRow("last reference") << Ids{1, 2} << Ids{1} << u"1 2 3<2"_s;
    QTest::newRow("in reply to alone") << Ids{} << Ids{1, 2} << u"1 2 3<2"_s;
    QTest::newRow("last known reference") << Ids{1, 2, 99} << Ids{1} << u"1 2 3<2"_s;
    QTest::newRow("unknown references") << Ids{98, 99} << Ids{1} << u"1 2 3<1"_s;
    QTest::newRow("itself") << Ids{1, 3} << Ids{3} << u"1 2 3<1"_s;
    QTest::newRow("nothing known") << Ids{98} << Ids{99} << u"1 2 3"_s;
}

void TestListing::findsParents()
{
    QFETCH(QList<IdNumber>, references);
    QFETCH(QList<IdNumber>, inReplyTo);
    ThreadBuilder b;
    b.mail(1, "a").mail(2, "b", {}, 1).mail(3, "c", references, 2);
    b.last().inReplyTo = inReplyTo;
    QTEST(shape(b.listing()), "shape");
}

void TestListing::cutsLoopsAtTheYoungest()
{
    ThreadBuilder b;
    b.mail(1, "a", {3}, 0).mail(2, "b", {1}, 1).mail(3, "c", {2}, 2).mail(4, "d", {3}, 3);
    QCOMPARE(shape(b.listing()), u"1<3 2<1 3 4<3"_s);
    QCOMPARE(b.listing().mails[2].parentId, 0U);
    QCOMPARE(outlined(b.listing()), u"3 .1 ..2 .4"_s);
}

void TestListing::keepsTheIdOfAMissingParent()
{
    ThreadBuilder b;
    b.mail(1, "a").mail(2, "b", {1, 77}, 1);
    const Listing listing = b.listing();
    QCOMPARE(listing.mails[1].parentId, 77U);
    QCOMPARE(listing.mails[1].parent, 0);
    QCOMPARE(listing.mails[0].parentId, 0U);
}

void TestListing::skipsParentsThatAreNotListed()
{
    // 2 is dated after the period, so 3 hangs below 1.
    ThreadBuilder b;
    b.mail(1, "a").mail(2, "b", {1}, after).mail(3, "c", {2}, 2);
    QCOMPARE(shape(b.listing(inWeek())), u"1 3<1"_s);
}

void TestListing::choosesContext_data()
{
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QString>("shape");
    QTest::newRow("ancestors") << false << u"1 2<1 4<2 5<4"_s;
    QTest::newRow("whole thread") << true << u"1 2<1 3<1 4<2 5<4"_s;
}

void TestListing::choosesContext()
{
    QFETCH(bool, whole);
    ThreadBuilder b;
    b.mail(1, "a", {}, before).mail(2, "b", {1}, before + 1).mail(3, "aside", {1}, before + 2);
    b.mail(4, "new", {1, 2}, 1).mail(5, "new too", {4}, 2).mail(6, "later", {5}, after);
    const Listing listing = b.listing(inWeek(whole ? ContextRule::WholeThread : ContextRule::Ancestors));
    QTEST(shape(listing), "shape");
    QCOMPARE(listing.newMails, 2);
    QVERIFY(!listing.mails.front().isNew && listing.mails.back().isNew);
}

void TestListing::leavesOutThreadsWithoutNewMail()
{
    ThreadBuilder b;
    b.mail(1, "a", {}, before).mail(2, "b", {1}, after);
    QVERIFY(listThreads(b.mails(), inWeek()).empty());
    QVERIFY(listThreads(b.mails(), inWeek(ContextRule::WholeThread)).empty());
    QVERIFY(listThreads({}, inWeek()).empty());
    QCOMPARE(b.listing().newMails, 2); // without a period everything is new
}

void TestListing::findsTheRoot_data()
{
    QTest::addColumn<QStringList>("mails"); // subject|parents, an hour apart, numbered from 1
    QTest::addColumn<QString>("title");
    QTest::newRow("the cover letter, dated after its patches")
        << QStringList{u"[PATCH 1/2] a|2"_s, u"[PATCH 0/2] cover|"_s} << u"[PATCH 0/2] cover"_s;
    QTest::newRow("the cover letter that answers nothing")
        << QStringList{u"[PATCH v2 0/2] two|2"_s, u"[PATCH 0/2] one|"_s} << u"[PATCH 0/2] one"_s;
    QTest::newRow("a reply to a cover is no cover")
        << QStringList{u"hello|"_s, u"Re: [PATCH 0/2] x|1"_s} << u"hello"_s;
    QTest::newRow("the mail without a parent") << QStringList{u"Re: b|9"_s, u"Re: a|"_s} << u"a"_s;
    QTest::newRow("the oldest") << QStringList{u"Re: b|9"_s, u"Re: a|9"_s} << u"b"_s;
    QTest::newRow("reply prefixes go") << QStringList{u"答复：Re: [x] b|9"_s} << u"[x] b"_s;
}

void TestListing::findsTheRoot()
{
    QFETCH(QStringList, mails);
    ThreadBuilder b;
    for (qsizetype i = 0; i < mails.size(); ++i) {
        const QString parent = mails.at(i).section(u'|', 1);
        b.mail(static_cast<IdNumber>(i + 1), mails.at(i).section(u'|', 0, 0).toUtf8().constData(),
               parent.isEmpty() ? QList<IdNumber>{} : QList<IdNumber>{parent.toUInt()},
               static_cast<double>(i));
    }
    QTEST(b.listing().title, "title");
}

void TestListing::titlesByARootThatIsNotListed()
{
    // The cover stands beside the patch that is discussed, in a series without threading.
    ThreadBuilder b;
    b.mail(1, "[PATCH 0/2] cover", {}, before)
        .mail(2, "[PATCH 1/2] a", {}, before)
        .mail(3, "Re: [PATCH 1/2] a", {2}, 1);
    const Listing listing = b.listing(inWeek());
    QCOMPARE(shape(listing), u"2 3<2"_s);
    QCOMPARE(listing.title, u"[PATCH 0/2] cover"_s);
    QCOMPARE(listing.root.bytes, QByteArray("1@example.invalid"));
    QCOMPARE(listing.rootIndex, 0);
}

void TestListing::ordersThreadsForTheReport()
{
    std::vector<Mail> mails;
    const auto add = [&mails](qint64 thread, const char* subject, double hour) {
        ThreadBuilder b;
        b.mail(static_cast<IdNumber>(mails.size() + 1), subject, {}, hour);
        b.last().thread = ThreadId{thread};
        b.last().row = MailId{static_cast<qint64>(mails.size() + 1)};
        mails.push_back(b.last());
    };
    add(1, "talk", 9);
    add(2, "[GIT PULL] x", 9);
    add(3, "[PATCH] early", 1);
    add(4, "[PATCH] b late", 2);
    add(5, "[PATCH] a late", 2);
    add(6, "[PATCH] two", 0);
    add(6, "Re: [PATCH] two", 0);
    add(7, "[RFC] x", 0);
    QStringList titles;
    for (const Listing& listing : listThreads(mails, inWeek()))
        titles += listing.title;
    const QStringList expected{u"[PATCH] two"_s,   u"[PATCH] a late"_s, u"[PATCH] b late"_s,
                               u"[PATCH] early"_s, u"[RFC] x"_s,        u"[GIT PULL] x"_s,
                               u"talk"_s};
    QCOMPARE(titles, expected);
}

void TestListing::countsPeopleAndNewMails()
{
    ThreadBuilder b;
    b.mail(1, "a", {}, before).mail(2, "b", {1}, 1).from("Bo Example");
    b.mail(3, "c", {1}, 2).from("Ada Example", "ada@other.invalid");
    const Listing listing = b.listing(inWeek());
    QCOMPARE(listing.people, 2);
    QCOMPARE(listing.newMails, 2);
    QVERIFY(!listing.isLarge());
}

void TestListing::keepsTheFirstOfVariants()
{
    ThreadBuilder b;
    b.mail(1, "first").mail(1, "second", {}, 1);
    b.last().contentHash = "x";
    const Listing listing = b.listing();
    QCOMPARE(listing.count(), 1);
    QCOMPARE(listing.title, u"first"_s);
    QVERIFY(listing.mails.front().mail.hasVariant);
}

void TestListing::outlinesInReadingOrder()
{
    ThreadBuilder b;
    b.mail(1, "[PATCH 0/2] x").mail(3, "[PATCH 2/2] b", {1}, 1).mail(2, "[PATCH 1/2] a", {1}, 2);
    b.mail(4, "Re: [PATCH 2/2] b", {1, 3}, 3)
        .mail(5, "Re: [PATCH 0/2] x", {1}, 0.5)
        .mail(6, "Re: again", {4}, 4);
    b.mail(7, "elsewhere", {}, 5);
    QCOMPARE(outlined(b.listing()), u"1 .2 .3 ..4 ...6 .5 7"_s);
    QVERIFY(outline(Listing()).empty());
}

void TestListing::takesADeepThread()
{
    constexpr IdNumber depth = 100'000;
    ThreadBuilder b;
    b.mail(1, "a", {}, before);
    for (IdNumber i = 2; i <= depth; ++i)
        b.mail(i, "Re: a", {i - 1}, 1);
    const Listing listing = b.listing(inWeek());
    QCOMPARE(listing.count(), static_cast<int>(depth));
    const std::vector<OutlineRow> rows = outline(listing);
    QCOMPARE(rows.size(), std::size_t{depth});
    const auto deepest
        = std::max_element(rows.begin(), rows.end(),
                           [](const OutlineRow& a, const OutlineRow& b2) { return a.depth < b2.depth; });
    QCOMPARE(deepest->depth, static_cast<int>(depth) - 1);
}

void TestListing::takesAThreadThatReachesPastThePeriod()
{
    // Half of the chain is dated after the period and lies between each listed mail and its listed ancestor.
    constexpr IdNumber half = 30'000;
    ThreadBuilder b;
    b.mail(1, "a");
    for (IdNumber i = 2; i <= half; ++i)
        b.mail(i, "later", {i - 1}, after);
    for (IdNumber i = half + 1; i <= 2 * half; ++i)
        b.mail(i, "Re: a", {half}, 1);
    const Listing listing = b.listing(inWeek());
    QCOMPARE(listing.count(), static_cast<int>(half) + 1);
    QVERIFY(std::all_of(listing.mails.begin() + 1, listing.mails.end(),
                        [](const ListedMail& m) { return m.parent == 0; }));
}

QTEST_APPLESS_MAIN(TestListing)
#include "test_listing.moc"
