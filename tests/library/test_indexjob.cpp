// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/indexjob.h"
#include "mail/addressword.h"
#include "store/faults.h"
#include "support/preparedmail.h"
#include "support/runjob.h"

#include <QTest>

using namespace lb;
using namespace lb::library;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

void fill(StoreFixture& library, int count)
{
    std::vector<store::PreparedMail> mails;
    for (int i = 0; i < count; ++i) {
        const QByteArray number = QByteArray::number(i);
        mails.push_back(PreparedBuilder(number + "@x")
                            .body("every mail says word" + number + "\n> quoted" + number + "\n")
                            .mail());
    }
    library.save(mails);
}

qsizetype hits(StoreFixture& library, const QString& query)
{
    return library.store.findTexts({{store::wordColumns, query}}).result()->mails.front()->count();
}

} // namespace

class TestIndexJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void indexesEveryMailOnce();
    void anEmptyLibraryIsDoneAtOnce();
    void findsChinese();
    void findsAddressesFilesAndTrailersByThemselves();
    void damagedMailsAreFoundBySubject();
    void mailAddedMeanwhileIsIndexedToo();
    void cancelledAtAnyMomentItGoesOnLater();
    void failsWithTheStoreAndGoesOnLater();
    void deletingARunningJobIsSafe();
};

void TestIndexJob::indexesEveryMailOnce()
{
    StoreFixture library;
    fill(library, 1500);
    IndexJob job(library.store);
    QList<Progress> seen;
    connect(&job, &Job::progressed, this, [&seen](const Progress& progress) { seen.append(progress); });
    QVERIFY(runJob(job).value());
    QCOMPARE(library.store.unindexedCount().result().value(), 0);
    QCOMPARE(hits(library, u"every"_s), 1500);
    QCOMPARE(hits(library, u"word77"_s), 1);
    QCOMPARE(hits(library, u"quoted77"_s), 0);
    QVERIFY(seen.size() > 3);
    QCOMPARE(seen.last().done, 1500);
    QCOMPARE(seen.last().total, 1500);
    IndexJob again(library.store);
    QVERIFY(runJob(again).value());
    QCOMPARE(hits(library, u"every"_s), 1500);
}

void TestIndexJob::anEmptyLibraryIsDoneAtOnce()
{
    StoreFixture library;
    IndexJob job(library.store);
    QVERIFY(runJob(job).value());
}

void TestIndexJob::findsChinese()
{
    StoreFixture library;
    library.save({PreparedBuilder("a@x").subject(u"讨论页表"_s).body("虚拟机的中断注入有问题\n").mail()});
    IndexJob job(library.store);
    QVERIFY(runJob(job).value());
    QCOMPARE(hits(library, u"中断注入"_s), 1);
    QCOMPARE(hits(library, u"页表"_s), 1);
    QCOMPARE(hits(library, u"断中"_s), 0);
}

void TestIndexJob::findsAddressesFilesAndTrailersByThemselves()
{
    StoreFixture library;
    store::PreparedMail mail = PreparedBuilder("a@x").mail();
    mail.compressed = store::compress(
        "From: ada@example.invalid\nTo: Bob Stone <bob@example.invalid>,\n list@example.invalid\n"
        "Cc: grace.h@example.invalid\nMessage-ID: <a@x>\n\nFix it.\n\n"
        "Reported-by: Carl <carl@example.invalid>\n---\n mm/slab.c | 2 +-\n\n"
        "diff --git a/mm/slab.c b/mm/slab.c\n--- a/mm/slab.c\n+++ b/mm/slab.c\n@@ -1 +1 @@\n-a\n+b\n");
    library.save({mail});
    IndexJob job(library.store);
    QVERIFY(runJob(job).value());
    const auto count = [&library](unsigned column, const QString& text) {
        return library.store.findTexts({{column, text}}).result()->mails.front()->count();
    };
    QCOMPARE(count(store::RecipientsColumn, u"bob stone"_s), 1);
    QCOMPARE(count(store::RecipientsColumn, mail::addressWord(u"grace.h@example.invalid")), 1);
    QCOMPARE(count(store::RecipientsColumn, mail::addressWord(u"bob@example.invalid")), 1);
    QCOMPARE(count(store::RecipientsColumn, mail::addressWord(u"ada@example.invalid")), 0);
    QCOMPARE(count(store::FilesColumn, u"mm/slab.c"_s), 1);
    QCOMPARE(count(store::BodyColumn, u"slab"_s), 0);
    QCOMPARE(count(store::TrailersColumn, u"reported-by carl"_s), 1);
}

void TestIndexJob::damagedMailsAreFoundBySubject()
{
    StoreFixture library;
    store::PreparedMail damaged = PreparedBuilder("a@x").subject(u"unmistakable"_s).mail();
    damaged.compressed = "no frame";
    library.save({damaged, PreparedBuilder("b@x").body("sound\n").mail()});
    IndexJob job(library.store);
    QVERIFY(runJob(job).value());
    QCOMPARE(hits(library, u"unmistakable"_s), 1);
    QCOMPARE(hits(library, u"sound"_s), 1);
}

void TestIndexJob::mailAddedMeanwhileIsIndexedToo()
{
    StoreFixture library;
    fill(library, 900);
    IndexJob job(library.store);
    bool added = false;
    connect(&job, &Job::progressed, this, [&](const Progress& progress) {
        if (progress.done > 0 && !std::exchange(added, true))
            library.save({PreparedBuilder("late@x").body("latecomer\n").mail()});
    });
    QVERIFY(runJob(job).value());
    QVERIFY(added);
    QCOMPARE(hits(library, u"latecomer"_s), 1);
}

void TestIndexJob::cancelledAtAnyMomentItGoesOnLater()
{
    StoreFixture library;
    fill(library, 3000);
    for (const int milliseconds : {0, 1, 4, 10, 25, 60}) {
        IndexJob job(library.store);
        QTimer::singleShot(milliseconds, &job, [&job] { job.cancel(); });
        const auto outcome = runJob(job);
        QVERIFY(outcome);
        if (!*outcome)
            QCOMPARE(outcome->error().code, ErrorCode::Cancelled);
        QCOMPARE(hits(library, u"every"_s), 3000 - library.store.unindexedCount().result().value());
    }
    IndexJob job(library.store);
    QVERIFY(runJob(job).value());
    QCOMPARE(hits(library, u"every"_s), 3000);
}

void TestIndexJob::failsWithTheStoreAndGoesOnLater()
{
    const auto faults = std::make_shared<store::FaultPlan>();
    StoreFixture library(faults);
    fill(library, 1000);
    for (const int calls : {0, 1, 2, 5, 100, 400, 900}) {
        faults->failAfter(calls);
        IndexJob job(library.store);
        const auto outcome = runJob(job);
        faults->failAfter(-1);
        QVERIFY(outcome);
        QVERIFY(!*outcome || calls > 100); // the later ones may find little left to do
        if (!*outcome)
            QCOMPARE(outcome->error().code, ErrorCode::StoreFull);
        QCOMPARE(hits(library, u"every"_s), 1000 - library.store.unindexedCount().result().value());
    }
    IndexJob job(library.store);
    QVERIFY(runJob(job).value());
    QCOMPARE(hits(library, u"every"_s), 1000);
}

void TestIndexJob::deletingARunningJobIsSafe()
{
    StoreFixture library;
    fill(library, 3000);
    for (const int moment : {0, 1, 2}) {
        auto job = std::make_unique<IndexJob>(library.store);
        int steps = 0;
        connect(job.get(), &Job::progressed, this, [&steps] { ++steps; });
        job->start();
        QTRY_VERIFY(steps >= moment);
    }
    QVERIFY(library.store.lists().result());
}

QTEST_GUILESS_MAIN(TestIndexJob)
#include "test_indexjob.moc"
