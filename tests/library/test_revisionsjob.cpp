// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/material.h"
#include "library/revisionsjob.h"
#include "support/preparedmail.h"
#include "support/runjob.h"

#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace lb;
using namespace lb::library;
using namespace lb::test;

namespace
{

constexpr qint64 day = 86400;
constexpr qint64 monday = 1'750'032'000;

/// v1 and v2 under other titles, the second pointing at the first; v3 answered only.
void fill(StoreFixture& library)
{
    library.save({
        PreparedBuilder("1@x").subject(u"[PATCH 0/1] KVM: Old title"_s).utc(monday - 30 * day).mail(),
        PreparedBuilder("1-1@x")
            .subject(u"[PATCH 1/1] KVM: a"_s)
            .references({"1@x"})
            .utc(monday - 30 * day)
            .mail(),
        PreparedBuilder("2@x")
            .subject(u"[PATCH v2 0/2] KVM: New title"_s)
            .utc(monday)
            .body("Changes since v1:\n - all\n\nv1: https://lore.example.invalid/r/1@x\n")
            .mail(),
        PreparedBuilder("r@x")
            .subject(u"Re: [PATCH v2 1/2] KVM: b"_s)
            .references({"2@x", "20250616000000.1-2-ada@example.invalid"})
            .utc(monday + 2)
            .mail(),
    });
    QVERIFY(awaited(library.store.updateThreads(library.list)));
}

thread::Period week()
{
    return thread::Period{QDate(2025, 6, 16), QDate(2025, 6, 22)};
}

} // namespace

class TestRevisionsJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void linksByWhatBodiesSay();
    void readsEachBodyOnce();
    void looksBeyondThePeriod();
    void namesTheSendersOfMissingPatches();
    void aMailThatIsDamagedSaysNothing();
    void followsDecisions();
    void canBeCancelled();
    void errorsOfTheStoreComeThrough();
};

void TestRevisionsJob::linksByWhatBodiesSay()
{
    StoreFixture library;
    fill(library);
    RevisionsJob job(library.store, library.list, week(), {});
    QVERIFY(runJob(job).value_or(fail(ErrorCode::Cancelled, {})));
    const auto map = job.revisions();
    QCOMPARE(map->revisions.size(), 2U);
    QCOMPARE(map->links.size(), 1U);
    QCOMPARE(map->links.front().evidence, thread::Evidence::CoverLink);
}

void TestRevisionsJob::readsEachBodyOnce()
{
    StoreFixture library;
    fill(library);
    const auto notes
        = [&library] { return awaited(library.store.revisionMaterial(library.list, 0, 1LL << 40))->notes; };
    RevisionsJob first(library.store, library.list, std::nullopt, {});
    QVERIFY(runJob(first).value_or(fail(ErrorCode::Cancelled, {})));
    QCOMPARE(notes().size(), 2); // of the cover letters, not of every patch
    // What is kept is believed.
    const MailId row = first.revisions()->at(1).row;
    QVERIFY(awaited(library.store.saveRevisionNotes({{row, {}}})));
    RevisionsJob second(library.store, library.list, std::nullopt, {});
    QVERIFY(runJob(second).value_or(fail(ErrorCode::Cancelled, {})));
    QVERIFY(second.revisions()->links.empty());
}

void TestRevisionsJob::looksBeyondThePeriod()
{
    StoreFixture library;
    fill(library);
    thread::Period later{QDate(2026, 8, 3), QDate(2026, 8, 9)};
    RevisionsJob job(library.store, library.list, later, {});
    QVERIFY(runJob(job).value_or(fail(ErrorCode::Cancelled, {})));
    QVERIFY(job.revisions()->revisions.empty()); // more than a year before
}

void TestRevisionsJob::namesTheSendersOfMissingPatches()
{
    StoreFixture library;
    library.save({
        PreparedBuilder("r@x")
            .subject(u"Re: [PATCH v2 1/2] KVM: b"_s)
            .from(u"Bob Example"_s, u"bob@example.invalid"_s)
            .references({"20250616000000.1-1-ada@example.invalid", "20250616000000.1-2-ada@example.invalid"})
            .utc(monday)
            .mail(),
        PreparedBuilder("3@x").subject(u"[PATCH v3 0/2] KVM: x"_s).utc(monday + day).mail(),
        PreparedBuilder("3-1@x")
            .subject(u"[PATCH v3 1/2] KVM: b"_s)
            .references({"3@x"})
            .utc(monday + day)
            .mail(),
    });
    QVERIFY(awaited(library.store.updateThreads(library.list)));
    const auto listings = awaited(loadListings(library.store, library.list, {})).value();
    RevisionsJob job(library.store, library.list, week(), thread::findAnsweredRevisions(listings));
    QVERIFY(runJob(job).value_or(fail(ErrorCode::Cancelled, {})));
    const auto map = job.revisions();
    QCOMPARE(map->series.size(), 1U);
    QVERIFY(map->at(map->series.front().back()).answersOnly);
}

void TestRevisionsJob::aMailThatIsDamagedSaysNothing()
{
    StoreFixture library;
    store::PreparedMail mail = PreparedBuilder("1@x").subject(u"[PATCH] KVM: x"_s).mail();
    mail.compressed = "no frame";
    library.save({mail, PreparedBuilder("2@x").subject(u"[PATCH v2] KVM: x"_s).utc(1'750'100'000).mail()});
    RevisionsJob job(library.store, library.list, std::nullopt, {});
    QVERIFY(runJob(job).value_or(fail(ErrorCode::Cancelled, {})));
    QCOMPARE(job.revisions()->links.size(), 1U);
}

void TestRevisionsJob::followsDecisions()
{
    StoreFixture library;
    fill(library);
    QVERIFY(awaited(library.store.decideRevisions({{MessageId{"2@x"}, {}}}, {})));
    RevisionsJob apart(library.store, library.list, week(), {});
    QVERIFY(runJob(apart).value_or(fail(ErrorCode::Cancelled, {})));
    QVERIFY(apart.revisions()->links.empty());
    QVERIFY(awaited(library.store.decideRevisions({{MessageId{"2@x"}, MessageId{"1@x"}}}, {})));
    RevisionsJob linked(library.store, library.list, week(), {});
    QVERIFY(runJob(linked).value_or(fail(ErrorCode::Cancelled, {})));
    QCOMPARE(linked.revisions()->links.front().evidence, thread::Evidence::Manual);
}

void TestRevisionsJob::canBeCancelled()
{
    StoreFixture library;
    fill(library);
    RevisionsJob job(library.store, library.list, week(), {});
    QTimer::singleShot(0, &job, &Job::cancel);
    QCOMPARE(runJob(job).value_or(success()).error().code, ErrorCode::Cancelled);
    QVERIFY(job.revisions() == nullptr);
}

void TestRevisionsJob::errorsOfTheStoreComeThrough()
{
    QTemporaryDir folder;
    store::Store store(folder.filePath(u"library.sqlite"_s)); // never opened
    RevisionsJob job(store, ListId{1}, std::nullopt, {});
    const auto outcome = runJob(job);
    QVERIFY(outcome && !*outcome);
}

QTEST_GUILESS_MAIN(TestRevisionsJob)
#include "test_revisionsjob.moc"
