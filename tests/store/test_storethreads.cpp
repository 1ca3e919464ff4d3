// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/preparedmail.h"

#include <QTest>

#include <algorithm>

using namespace lb;
using namespace lb::store;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 monday = 1'750'032'000; // 2025-06-16 00:00:00 UTC
constexpr qint64 day = 86'400;

using Partition = QList<QList<QByteArray>>;

Partition joined(StoreFixture& library)
{
    if (!library.store.updateThreads(library.list).result())
        qFatal("threads");
    return partition(library.store.mails(library.list, std::nullopt).result().value());
}

/// Two threads that a late mail joins, one under a ghost, a loop, and a series sent without threading.
std::vector<PreparedMail> tangle()
{
    std::vector<PreparedMail> mails;
    mails.push_back(PreparedBuilder("root@x").mail());
    mails.push_back(PreparedBuilder("child@x").references({"root@x"}).mail());
    mails.push_back(PreparedBuilder("under-ghost-1@x").references({"ghost@x"}).mail());
    mails.push_back(PreparedBuilder("under-ghost-2@x").inReplyTo({"ghost@x"}).mail());
    mails.push_back(PreparedBuilder("joins@x").references({"child@x", "under-ghost-1@x"}).mail());
    mails.push_back(PreparedBuilder("loop-a@x").references({"loop-b@x"}).mail());
    mails.push_back(PreparedBuilder("loop-b@x").references({"loop-a@x", "loop-b@x"}).mail());
    for (int n = 1; n <= 3; ++n)
        mails.push_back(PreparedBuilder("part" + QByteArray::number(n) + "@x")
                            .subject(u"[PATCH v2 %1/3] part"_s.arg(n))
                            .utc(monday + n)
                            .mail());
    mails.push_back(PreparedBuilder("alone@x").mail());
    return mails;
}

const Partition untangled{
    {"alone@x"},
    {"child@x", "joins@x", "root@x", "under-ghost-1@x", "under-ghost-2@x"},
    {"loop-a@x", "loop-b@x"},
    {"part1@x", "part2@x", "part3@x"},
};

} // namespace

class TestStoreThreads : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void joinsMailsIntoThreads();
    void anyOrderAndAnyBatchesGiveTheSameThreads();
    void aThreadIsNamedByItsSmallestMail();
    void doesNothingWhenNothingWasAdded();
    void aLateMailJoinsTwoThreads();
    void seriesOfOthersDoNotJoin();
    void periodGivesWholeThreads();
    void periodBoundsAreDaysInUtc();
    void theNewestPeriodCarriesOver();
    void weeksAreCountedFromMondays();
    void weeksAreThereWhileAnImportRuns();
    void anImportThatWasCutShortIsJoinedAtTheNextStart();
    void aReplyChainOfAHundredThousandMails();
};

void TestStoreThreads::joinsMailsIntoThreads()
{
    StoreFixture library;
    library.save(tangle());
    QCOMPARE(joined(library), untangled);
}

void TestStoreThreads::anyOrderAndAnyBatchesGiveTheSameThreads()
{
    std::vector<PreparedMail> mails = tangle();
    quint32 random = 7;
    for (int round = 0; round < 25; ++round) {
        for (std::size_t i = mails.size() - 1; i > 0; --i) {
            random = random * 1664525U + 1013904223U;
            std::swap(mails[i], mails[random % (i + 1)]);
        }
        StoreFixture library;
        std::vector<PreparedMail> batch;
        for (std::size_t i = 0; i < mails.size(); ++i) {
            batch.push_back(mails[i]);
            random = random * 1664525U + 1013904223U;
            if (random % 3 != 0 && i + 1 < mails.size())
                continue;
            library.save(batch);
            batch.clear();
            if (random % 2 == 0)
                QVERIFY(library.store.updateThreads(library.list).result());
        }
        QCOMPARE(joined(library), untangled);
    }
}

void TestStoreThreads::aThreadIsNamedByItsSmallestMail()
{
    StoreFixture library;
    library.save(tangle());
    QVERIFY(library.store.updateThreads(library.list).result());
    QHash<qint64, qint64> smallest;
    const auto mails = library.store.mails(library.list, std::nullopt).result().value();
    for (const thread::Mail& mail : mails) {
        const qint64 known = smallest.value(mail.thread.value, mail.row.value);
        smallest.insert(mail.thread.value, std::min(known, mail.row.value));
    }
    for (auto it = smallest.cbegin(); it != smallest.cend(); ++it)
        QCOMPARE(it.value(), it.key());
}

void TestStoreThreads::doesNothingWhenNothingWasAdded()
{
    StoreFixture library;
    std::vector<PreparedMail> mails = tangle();
    std::ranges::reverse(mails);
    library.save(mails);
    QVERIFY(library.store.updateThreads(library.list).result().value() > 0);
    QCOMPARE(library.store.updateThreads(library.list).result().value(), 0);
    library.save(mails);
    QCOMPARE(library.store.updateThreads(library.list).result().value(), 0);
    QCOMPARE(library.store.updateThreads(ListId{99}).result().value(), 0);
}

void TestStoreThreads::aLateMailJoinsTwoThreads()
{
    StoreFixture library;
    library.save(
        {PreparedBuilder("a@x").mail(), PreparedBuilder("b@x").mail(), PreparedBuilder("c@x").mail()});
    QCOMPARE(joined(library).size(), 3);
    library.save({PreparedBuilder("d@x").references({"c@x", "a@x"}).mail()});
    QCOMPARE(joined(library), (Partition{{"a@x", "c@x", "d@x"}, {"b@x"}}));
    const auto found = library.store.findMail(library.list, MessageId{"d@x"}).result().value();
    QCOMPARE(partition(library.store.threadMails(found->thread).result().value()),
             (Partition{{"a@x", "c@x", "d@x"}}));
}

void TestStoreThreads::seriesOfOthersDoNotJoin()
{
    StoreFixture library;
    const auto part
        = [](const QByteArray& id, const QString& subject) { return PreparedBuilder(id).subject(subject); };
    library.save({
        part("a1@x", u"[PATCH v2 1/2] a"_s).mail(),
        part("a2@x", u"[PATCH v2 2/2] a"_s)
            .from(u"A. Example"_s, u"ADA@example.invalid"_s)
            .mail(), // the same author
        part("b1@x", u"[PATCH v2 1/2] b"_s).from(u"Bob"_s, u"bob@example.invalid"_s).mail(),
        part("c1@x", u"[PATCH v3 1/2] c"_s).mail(),
        part("d2@x", u"Re: [PATCH v2 2/2] a"_s).mail(),
        part("e2@x", u"[PATCH v2 2/2] a"_s).references({"elsewhere@x"}).mail(),
    });
    QCOMPARE(joined(library), (Partition{{"a1@x", "a2@x"}, {"b1@x"}, {"c1@x"}, {"d2@x"}, {"e2@x"}}));
}

void TestStoreThreads::periodGivesWholeThreads()
{
    StoreFixture library;
    library.save({
        PreparedBuilder("old-root@x").utc(monday - 90 * day).mail(),
        PreparedBuilder("new-reply@x").utc(monday + day).references({"old-root@x"}).mail(),
        PreparedBuilder("later@x").utc(monday + 30 * day).references({"old-root@x"}).mail(),
        PreparedBuilder("unrelated@x").utc(monday - day).mail(),
    });
    QVERIFY(library.store.updateThreads(library.list).result());
    const thread::Period week{QDate(2025, 6, 16), QDate(2025, 6, 22)};
    const auto mails = library.store.mails(library.list, week).result().value();
    QCOMPARE(partition(mails), (Partition{{"later@x", "new-reply@x", "old-root@x"}}));
    QVERIFY(library.store.mails(library.addList(u"other"_s), week).result()->empty());
}

void TestStoreThreads::theNewestPeriodCarriesOver()
{
    StoreFixture library;
    const auto mail
        = [](const QByteArray& id, int days) { return PreparedBuilder(id).utc(monday + days * day); };
    library.save({mail("decided@x", -90).mail(), mail("answer@x", -89).references({"decided@x"}).mail(),
                  mail("unknown@x", -3).mail(), mail("both@x", -2).mail(),
                  mail("week@x", 1).references({"both@x"}).mail(),
                  mail("written@x", -6).from(u"You"_s, u"You@Example.invalid"_s).mail(),
                  mail("long ago@x", -80).from(u"You"_s, u"you@example.invalid"_s).mail()});
    QVERIFY(library.store.updateThreads(library.list).result());
    const CarryOver carry{{{"answer@x"}, {"both@x"}, {"absent@x"}}, {u"you@example.invalid"_s}, 56};
    const thread::Period week = thread::weekOf(QDate(2025, 6, 16));
    const DeskMails desk = library.store.deskMails(library.list, week, carry).result().value();
    QCOMPARE(partition(desk.mails), (Partition{{"both@x", "week@x"}}));
    QCOMPARE(partition(desk.carried), (Partition{{"answer@x", "decided@x"}, {"written@x"}}));
    // An older week is what it was.
    const thread::Period before = thread::weekOf(QDate(2025, 6, 9));
    const DeskMails old = library.store.deskMails(library.list, before, carry).result().value();
    QCOMPARE(partition(old.mails), (Partition{{"both@x", "week@x"}, {"unknown@x"}, {"written@x"}}));
    QVERIFY(old.carried.empty());
    // A week without mail yet is the newest one, too.
    const DeskMails next
        = library.store.deskMails(library.list, thread::weekOf(QDate(2025, 6, 23)), carry).result().value();
    QCOMPARE(partition(next.carried),
             (Partition{{"answer@x", "decided@x"}, {"both@x", "week@x"}, {"written@x"}}));
}

void TestStoreThreads::periodBoundsAreDaysInUtc()
{
    StoreFixture library;
    library.save({
        PreparedBuilder("before@x").utc(monday - 1).mail(),
        PreparedBuilder("first@x").utc(monday).mail(),
        PreparedBuilder("last@x").utc(monday + 7 * day - 1).mail(),
        PreparedBuilder("after@x").utc(monday + 7 * day).mail(),
    });
    const thread::Period week{QDate(2025, 6, 16), QDate(2025, 6, 22)};
    QCOMPARE(partition(library.store.mails(library.list, week).result().value()),
             (Partition{{"first@x"}, {"last@x"}}));
}

void TestStoreThreads::weeksAreCountedFromMondays()
{
    StoreFixture library;
    library.save({
        PreparedBuilder("sunday@x").utc(monday - 1).mail(), PreparedBuilder("monday@x").utc(monday).mail(),
        PreparedBuilder("reply@x").utc(monday + 7 * day - 1).references({"monday@x"}).mail(),
        PreparedBuilder("other@x").utc(monday + 2 * day).mail(),
        PreparedBuilder("no-date@x").utc(0).mail(), // Thursday, 1970-01-01
        PreparedBuilder("before-1970@x").utc(-4 * day).mail(), // Sunday
    });
    QVERIFY(library.store.updateThreads(library.list).result());
    const auto weeks = library.store.weeks(library.list).result().value();
    QCOMPARE(weeks.size(), 4);
    QCOMPARE(weeks.at(0).monday, QDate(2025, 6, 16));
    QCOMPARE(weeks.at(0).mails, 3);
    QCOMPARE(weeks.at(0).threads, 2);
    QCOMPARE(weeks.at(1).monday, QDate(2025, 6, 9));
    QCOMPARE(weeks.at(2).monday, QDate(1969, 12, 29));
    QCOMPARE(weeks.at(3).monday, QDate(1969, 12, 22));
}

void TestStoreThreads::weeksAreThereWhileAnImportRuns()
{
    StoreFixture library;
    std::vector<PreparedMail> mails;
    for (int i = -400; i < 400; ++i)
        mails.push_back(PreparedBuilder("m" + QByteArray::number(i) + "@x").utc(i * day * 37 + i).mail());
    library.save(mails);
    const auto counted = library.store.weeks(library.list).result().value();
    QVERIFY(library.store.updateThreads(library.list).result());
    const auto kept = library.store.weeks(library.list).result().value();
    QCOMPARE(counted.size(), kept.size());
    for (qsizetype i = 0; i < kept.size(); ++i) {
        QCOMPARE(counted.at(i).monday, kept.at(i).monday);
        QCOMPARE(counted.at(i).mails, kept.at(i).mails);
        QCOMPARE(kept.at(i).monday.dayOfWeek(), 1);
    }
}

void TestStoreThreads::anImportThatWasCutShortIsJoinedAtTheNextStart()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"library.sqlite"_s);
    ListId list;
    {
        Store store(file);
        QVERIFY(store.open().result());
        list = store.saveList({{}, u"kvmarm"_s, {}, {}, 0}).result()->id;
        std::vector<PreparedMail> mails = tangle();
        std::ranges::reverse(mails);
        QVERIFY(store.saveBatch(list, mails).result());
    }
    Store store(file);
    QVERIFY(store.open().result());
    QCOMPARE(partition(store.mails(list, std::nullopt).result().value()), untangled);
}

void TestStoreThreads::aReplyChainOfAHundredThousandMails()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr int count = 10'000;
#else
    constexpr int count = 100'000;
#endif
    StoreFixture library;
    PreparedMail mail = PreparedBuilder("x").mail();
    std::vector<PreparedMail> batch;
    for (int i = count; i > 0; --i) { // newest first, so that no guess helps
        mail.envelope.id.bytes = QByteArray::number(i);
        mail.envelope.inReplyTo = {MessageId{QByteArray::number(i - 1)}};
        batch.push_back(mail);
        if (batch.size() == 1000)
            library.save(std::exchange(batch, {}));
    }
    QVERIFY(library.store.updateThreads(library.list).result());
    const auto mails = library.store.mails(library.list, std::nullopt).result().value();
    QCOMPARE(mails.size(), std::size_t{count});
    const ThreadId thread = mails.front().thread;
    QVERIFY(std::ranges::all_of(mails, [thread](const thread::Mail& one) { return one.thread == thread; }));
}

QTEST_GUILESS_MAIN(TestStoreThreads)
#include "test_storethreads.moc"
