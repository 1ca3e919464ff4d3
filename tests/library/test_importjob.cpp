// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/location.h"
#include "library/importjob.h"
#include "library/material.h"
#include "store/faults.h"
#include "support/mailbuilder.h"
#include "support/patience.h"
#include "support/preparedmail.h"
#include "support/runjob.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

using namespace lb;
using namespace lb::library;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

const QString sample = u":/sample/kvmarm-2025-week25.mbox.gz"_s;

QByteArray manyMails(int count, int size = 200)
{
    QByteArray mbox;
    for (int i = 0; i < count; ++i) {
        MailBuilder mail(QByteArray::number(i) + "@example.invalid");
        if (i % 10 != 0)
            mail.replyTo(QByteArray::number(i - i % 10) + "@example.invalid");
        mbox += mail.body(QByteArray("some words of mail ").repeated(size / 19 + 1) + '\n').mboxEntry();
    }
    return mbox;
}

/// Holds the library's write lock, as another program may.
class Lock
{
public:
    explicit Lock(const QString& file)
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"lock"_s);
        database.setDatabaseName(file);
        if (!database.open() || !QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s))
            qFatal("cannot lock");
    }
    ~Lock()
    {
        QSqlDatabase::database(u"lock"_s).close();
        QSqlDatabase::removeDatabase(u"lock"_s);
    }
    Q_DISABLE_COPY_MOVE(Lock)
};

} // namespace

class TestImportJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void importsTheSampleWeek();
    void theSameArchiveAgainAddsNothing();
    void withoutAnArchiveRowNothingIsRemembered();
    void anArchiveThatGrewAddsWhatIsNew();
    void reportsProgressUpToTheEnd();
    void keepsTheOrderOfTheArchive();
    void countsAndNamesWhatCannotBeRead();
    void reportsMailsWithOneMessageId();
    void issuesAreBounded();
    void aTruncatedArchiveKeepsWhatWasReadAndIsReadAgain();
    void badArchivesEndInAnError_data();
    void badArchivesEndInAnError();
    void aStoreThatFailsEndsTheImportAndLosesNothing();
    void cancelIsQuickAlsoWhileTheStoreIsBusy();
    void cancelAtAnyMomentKeepsWhatWasSaved();
    void deletingARunningJobIsQuick();
    void startAndCancelTwiceAreHarmless();
    void realMailGivesTheKnownThreads();

private:
    QString write(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] static archive::Location locate(const QString& file);
    [[nodiscard]] static store::ArchiveRecord archiveOf(StoreFixture& library);

    QTemporaryDir m_folder;
};

QString TestImportJob::write(const QString& name, const QByteArray& bytes) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    return file.fileName();
}

archive::Location TestImportJob::locate(const QString& file)
{
    const Result<archive::Location> location = archive::locate(file);
    if (!location)
        qFatal("%s", qPrintable(location.error().text));
    return *location;
}

store::ArchiveRecord TestImportJob::archiveOf(StoreFixture& library)
{
    return library.store.lists().result()->first().archives.first();
}

void TestImportJob::importsTheSampleWeek()
{
    const QString file = m_folder.filePath(u"week25.mbox.gz"_s);
    QVERIFY(QFile::copy(sample, file));
    StoreFixture library;
    ImportJob job(library.store, library.list, archiveOf(library), locate(file));
    const auto outcome = runJob(job);
    QVERIFY(outcome && *outcome);
    QCOMPARE(job.counts().added, 301);
    QCOMPARE(job.counts().unreadable, 0);
    QCOMPARE(library.store.lists().result()->first().mails, 301);

    thread::ListingOptions options;
    options.period = thread::Period{QDate(2025, 6, 16), QDate(2025, 6, 22)};
    const auto listings = test::awaited(loadListings(library.store, library.list, options)).value();
    QCOMPARE(listings.size(), 26U);
    int mails = 0;
    for (const thread::Listing& listing : listings)
        mails += listing.count();
    QCOMPARE(mails, 301);
}

void TestImportJob::theSameArchiveAgainAddsNothing()
{
    const QString file = write(u"again.mbox"_s, manyMails(700));
    StoreFixture library;
    {
        ImportJob job(library.store, library.list, archiveOf(library), locate(file));
        const auto outcome = runJob(job);
        QVERIFY(outcome && *outcome);
        QCOMPARE(job.counts().added, 700);
        QVERIFY(!job.counts().unchanged);
    }
    const store::ArchiveRecord archive = archiveOf(library);
    QVERIFY(!archive.cursor.isEmpty());
    QVERIFY(archive.lastRead.isValid());
    ImportJob job(library.store, library.list, archive, locate(file));
    const auto outcome = runJob(job);
    QVERIFY(outcome && *outcome);
    QCOMPARE(job.counts().added, 0);
    QVERIFY(job.counts().unchanged);
    QCOMPARE(library.store.lists().result()->first().mails, 700);
}

void TestImportJob::withoutAnArchiveRowNothingIsRemembered()
{
    const QString file = write(u"spool.mbox"_s, manyMails(30));
    StoreFixture library;
    for (const int added : {30, 0}) {
        ImportJob job(library.store, library.list, {}, locate(file));
        const auto outcome = runJob(job);
        QVERIFY(outcome && *outcome);
        QCOMPARE(job.counts().added, added);
        QCOMPARE(job.counts().known, 30 - added);
        QVERIFY(archiveOf(library).cursor.isEmpty());
    }
}

void TestImportJob::anArchiveThatGrewAddsWhatIsNew()
{
    const QString file = write(u"growing.mbox"_s, manyMails(40));
    StoreFixture library;
    ImportJob first(library.store, library.list, archiveOf(library), locate(file));
    QVERIFY(runJob(first).value());
    write(u"growing.mbox"_s, manyMails(55));
    ImportJob second(library.store, library.list, archiveOf(library), locate(file));
    QVERIFY(runJob(second).value());
    QCOMPARE(second.counts().added, 15);
    QCOMPARE(partition(library.store.mails(library.list, std::nullopt).result().value()).size(), 6);
}

void TestImportJob::reportsProgressUpToTheEnd()
{
    const QString file = write(u"progress.mbox"_s, manyMails(3000, 2000));
    StoreFixture library;
    ImportJob job(library.store, library.list, archiveOf(library), locate(file));
    QList<Progress> seen;
    connect(&job, &Job::progressed, this, [&seen](const Progress& progress) { seen.append(progress); });
    QVERIFY(runJob(job).value());
    QVERIFY(seen.size() >= 2);
    for (qsizetype i = 1; i < seen.size(); ++i) {
        QVERIFY(seen.at(i).done >= seen.at(i - 1).done);
        QVERIFY(seen.at(i).done <= seen.at(i).total);
        QVERIFY(!seen.at(i).phase.isEmpty());
    }
    QCOMPARE(seen.last().done, seen.last().total);
}

void TestImportJob::keepsTheOrderOfTheArchive()
{
    const QString file = write(u"order.mbox"_s, manyMails(5000, 500));
    StoreFixture library;
    ImportJob job(library.store, library.list, archiveOf(library), locate(file));
    QVERIFY(runJob(job).value());
    const auto mails = library.store.mails(library.list, std::nullopt).result().value(); // ascending by row
    QCOMPARE(mails.size(), 5000U);
    for (std::size_t i = 0; i < mails.size(); ++i)
        QCOMPARE(mails[i].id.bytes, QByteArray::number(static_cast<int>(i)) + "@example.invalid");
}

void TestImportJob::countsAndNamesWhatCannotBeRead()
{
    const QByteArray mbox = MailBuilder("a@x").mboxEntry()
        + "From x Thu Jan  1 00:00:00 1970\n\xff\xfe no header at all\n\n" + MailBuilder("b@x").mboxEntry();
    StoreFixture library;
    ImportJob job(library.store, library.list, archiveOf(library), locate(write(u"unreadable.mbox"_s, mbox)));
    QVERIFY(runJob(job).value());
    QCOMPARE(job.counts().added, 2);
    QCOMPARE(job.counts().unreadable, 1);
    QCOMPARE(job.issues().size(), 1);
    QCOMPARE(job.issues().first().kind, mail::ParseIssue::Kind::Unreadable);
    QVERIFY(!job.issues().first().detail.isEmpty());
}

void TestImportJob::reportsMailsWithOneMessageId()
{
    const QByteArray mbox = MailBuilder("a@x").body("one\n").mboxEntry()
        + MailBuilder("a@x").body("two\n").mboxEntry() + MailBuilder("a@x").body("one\n").mboxEntry();
    StoreFixture library;
    ImportJob job(library.store, library.list, archiveOf(library), locate(write(u"twice.mbox"_s, mbox)));
    QVERIFY(runJob(job).value());
    QCOMPARE(job.counts().added, 1);
    QCOMPARE(job.counts().known, 2);
    QCOMPARE(job.issues().size(), 1);
    QCOMPARE(job.issues().first().kind, mail::ParseIssue::Kind::Duplicate);
    QVERIFY(library.store.rawMail(MailId{1}).result()->endsWith("one\n"));
}

void TestImportJob::issuesAreBounded()
{
    QByteArray mbox;
    for (int i = 0; i < 1500; ++i)
        mbox += "From x Thu Jan  1 00:00:00 1970\nno header at all\n\n";
    StoreFixture library;
    ImportJob job(library.store, library.list, archiveOf(library),
                  locate(write(u"issues.mbox"_s, MailBuilder("a@x").mboxEntry() + mbox)));
    QVERIFY(runJob(job).value());
    QCOMPARE(job.counts().added, 1);
    QCOMPARE(job.counts().unreadable, 1500);
    QCOMPARE(job.issues().size(), 1000);
}

void TestImportJob::aTruncatedArchiveKeepsWhatWasReadAndIsReadAgain()
{
    QFile whole(sample);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QByteArray bytes = whole.readAll();
    const QString file = write(u"cut.mbox.gz"_s, bytes.first(bytes.size() / 2));
    StoreFixture library;
    ImportJob job(library.store, library.list, archiveOf(library), locate(file));
    const auto outcome = runJob(job);
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().code, ErrorCode::Truncated);
    QVERIFY(job.counts().added > 50);
    QVERIFY(archiveOf(library).cursor.isEmpty());
    QCOMPARE(library.store.lists().result()->first().mails, job.counts().added);

    write(u"cut.mbox.gz"_s, bytes);
    ImportJob again(library.store, library.list, archiveOf(library), locate(file));
    QVERIFY(runJob(again).value());
    QCOMPARE(job.counts().added + again.counts().added, 301);
}

void TestImportJob::badArchivesEndInAnError_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not an mbox") << QByteArray("Dear diary,\nnothing happened.\n").repeated(50);
    QTest::newRow("noise in gzip's clothes") << QByteArray("\x1f\x8b\x08\x00") + QByteArray(3000, '\x5a');
}

void TestImportJob::badArchivesEndInAnError()
{
    QFETCH(QByteArray, bytes);
    archive::Location location;
    location.kind = bytes.startsWith('\x1f') ? archive::Kind::MboxGz : archive::Kind::Mbox;
    location.path = write(u"bad"_s, bytes);
    StoreFixture library;
    ImportJob job(library.store, library.list, archiveOf(library), location);
    const auto outcome = runJob(job);
    QVERIFY(outcome);
    QVERIFY(!*outcome || bytes.isEmpty()); // an empty mbox holds no mail, which is no error
    QCOMPARE(job.counts().added, 0);
    if (!*outcome)
        QVERIFY(!outcome->error().text.isEmpty());

    location.path = m_folder.filePath(u"nowhere.mbox"_s);
    ImportJob missing(library.store, library.list, archiveOf(library), location);
    QVERIFY(!runJob(missing).value());
}

void TestImportJob::aStoreThatFailsEndsTheImportAndLosesNothing()
{
    const QString file = write(u"faults.mbox"_s, manyMails(1200));
    const auto faults = std::make_shared<store::FaultPlan>();
    StoreFixture library(faults);
    qint64 added = 0;
    for (const int calls : {0, 3, 900, 2500, -1}) {
        faults->failAfter(calls);
        ImportJob job(library.store, library.list, {}, locate(file));
        const auto outcome = runJob(job);
        faults->failAfter(-1);
        QVERIFY(outcome);
        QCOMPARE(outcome->has_value(), calls < 0);
        if (!*outcome)
            QCOMPARE(outcome->error().code, ErrorCode::StoreFull);
        added += job.counts().added;
        QCOMPARE(library.store.lists().result()->first().mails, added);
    }
    QCOMPARE(added, 1200);
    QCOMPARE(partition(library.store.mails(library.list, std::nullopt).result().value()).size(), 120);
}

void TestImportJob::cancelIsQuickAlsoWhileTheStoreIsBusy()
{
    const QString file = write(u"busy.mbox"_s, manyMails(6000, 3000));
    QTemporaryDir folder;
    store::Store store(store::StoreOptions{folder.filePath(u"library.sqlite"_s), 2 * Patience});
    QVERIFY(store.open().result());
    const ListId list = store.saveList({{}, u"kvmarm"_s, {}, {}, 0}).result()->id;
    const Lock lock(folder.filePath(u"library.sqlite"_s));
    auto job = std::make_unique<ImportJob>(store, list, store::ArchiveRecord{}, locate(file));
    std::optional<Status> outcome;
    connect(job.get(), &Job::finished, this, [&outcome](const Status& status) { outcome = status; });
    job->start();
    // Until nobody works: the first batch waits for the lock, and the reader for room.
    const ProcessorClock clock;
    QElapsedTimer since;
    qint64 before = -1;
    const auto nobodyWorks = [&] {
        if (since.isValid() && since.elapsed() < 50)
            return false;
        since.start();
        const qint64 now = clock.elapsed();
        return std::exchange(before, now) == now;
    };
    QVERIFY(QTest::qWaitFor(nobodyWorks, Patience));
    const ProcessorClock sinceCancel;
    QElapsedTimer wall;
    wall.start();
    job->cancel();
    QTRY_VERIFY(outcome);
    job.reset();
    QCOMPARE(outcome->error().code, ErrorCode::Cancelled);
    QVERIFY(sinceCancel.isPrompt());
    QVERIFY(wall.elapsed() < Patience); // the lock would have lasted twice as long
}

void TestImportJob::cancelAtAnyMomentKeepsWhatWasSaved()
{
    const QString file = write(u"cancel.mbox"_s, manyMails(2500, 1000));
    for (const int milliseconds : {0, 5, 25, 80}) {
        StoreFixture library;
        ImportJob job(library.store, library.list, archiveOf(library), locate(file));
        QTimer::singleShot(milliseconds, &job, [&job] { job.cancel(); });
        const auto outcome = runJob(job);
        QVERIFY(outcome);
        const auto mails = library.store.mails(library.list, std::nullopt).result().value();
        QCOMPARE(library.store.lists().result()->first().mails, static_cast<qint64>(mails.size()));
        // What is there is joined: ten mails a thread, the last one perhaps cut.
        QCOMPARE(partition(mails).size(), static_cast<qsizetype>((mails.size() + 9) / 10));
        QCOMPARE(archiveOf(library).cursor.isEmpty(), !outcome->has_value());
        ImportJob again(library.store, library.list, archiveOf(library), locate(file));
        QVERIFY(runJob(again).value());
        QCOMPARE(library.store.lists().result()->first().mails, 2500);
    }
}

void TestImportJob::deletingARunningJobIsQuick()
{
    const QString file = write(u"delete.mbox"_s, manyMails(6000, 3000));
    StoreFixture library;
    for (const int moment : {0, 1, 2, 3}) { // made, started, in the file, later in it or at its end
        auto job = std::make_unique<ImportJob>(library.store, library.list, archiveOf(library), locate(file));
        int steps = 0;
        connect(job.get(), &Job::progressed, this, [&steps] { ++steps; });
        job->start();
        QTRY_VERIFY(steps >= moment);
        const ProcessorClock clock;
        job.reset();
        QVERIFY(clock.isPrompt());
    }
    ImportJob job(library.store, library.list, archiveOf(library), locate(file));
    QVERIFY(runJob(job).value());
    QCOMPARE(library.store.lists().result()->first().mails, 6000);
}

void TestImportJob::startAndCancelTwiceAreHarmless()
{
    const QString file = write(u"twostarts.mbox"_s, manyMails(50));
    StoreFixture library;
    ImportJob job(library.store, library.list, archiveOf(library), locate(file));
    job.start();
    QVERIFY(runJob(job).value()); // starts again
    QCOMPARE(job.counts().added, 50);
    job.cancel();
    job.start();
    ImportJob never(library.store, library.list, archiveOf(library), locate(file));
    never.cancel();
    never.cancel();
    const auto outcome = runJob(never);
    QVERIFY(outcome && !*outcome);
    QCOMPARE(outcome->error().code, ErrorCode::Cancelled);
}

void TestImportJob::realMailGivesTheKnownThreads()
{
    const QString folder = qEnvironmentVariable("LB_SHARED") + u"/data/real/"_s;
    const QString file = folder + u"kvmarm-2022-05-to-07.mbox.gz"_s;
    if (!QFile::exists(file))
        QSKIP("the shared slice of real mail is not here");
    QFile table(folder + u"kvmarm-2022-05-to-07.threads.tsv"_s);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QHash<QByteArray, QList<QByteArray>> known;
    while (!table.atEnd()) {
        const QList<QByteArray> columns = table.readLine().trimmed().split('\t');
        if (columns.size() == 2)
            known[columns.at(1)].append(columns.at(0).sliced(1).chopped(1)); // without <>
    }
    StoreFixture library;
    ImportJob job(library.store, library.list, archiveOf(library), locate(file));
    QVERIFY(runJob(job).value());
    const auto mails = library.store.mails(library.list, std::nullopt).result().value();
    QHash<QByteArray, qint64> threads;
    for (const thread::Mail& mail : mails)
        threads.insert(mail.id.bytes, mail.thread.value);
    QSet<qint64> seen;
    int split = 0;
    int joined = 0;
    for (const QList<QByteArray>& thread : std::as_const(known)) {
        QSet<qint64> ours;
        for (const QByteArray& id : thread) {
            QVERIFY2(threads.contains(id), id.constData());
            ours.insert(threads.value(id));
        }
        split += ours.size() > 1 ? 1 : 0;
        joined += seen.intersects(ours) ? 1 : 0;
        seen += ours;
    }
    QVERIFY(known.size() > 100);
    QCOMPARE(split, 0);
    qInfo("%d mails, %d known threads, %d of ours; joined by the rule for unthreaded series: %d",
          static_cast<int>(mails.size()), static_cast<int>(known.size()), static_cast<int>(seen.size()),
          joined);
    QCOMPARE(seen.size(), known.size() - joined);
}

QTEST_GUILESS_MAIN(TestImportJob)
#include "test_importjob.moc"
