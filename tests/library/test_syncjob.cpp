// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/syncjob.h"
#include "net/httpclient.h"
#include "store/store.h"
#include "support/fakeclock.h"
#include "support/loopbackserver.h"
#include "support/mailbuilder.h"
#include "support/patience.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace lb;
using namespace lb::library;
using namespace lb::test;
using namespace Qt::StringLiterals;

using End = LoopbackReply::End;

namespace
{

const thread::Period Week{QDate(2025, 6, 16), QDate(2025, 6, 22)};

QDateTime utc(int year, int month, int day)
{
    return QDateTime(QDate(year, month, day), QTime(12, 0), Qt::UTC);
}

QByteArray mbox(const QList<QByteArray>& ids)
{
    QByteArray all;
    for (const QByteArray& id : ids)
        all += MailBuilder(id + "@example.invalid").mboxEntry();
    return all;
}

/// Mails that do not compress, so that a cut is somewhere among them.
QByteArray largeMbox(int mails)
{
    QByteArray all;
    quint32 random = 1;
    for (int n = 0; n < mails; ++n) {
        QByteArray body;
        for (int line = 0; line < 40; ++line) {
            for (int word = 0; word < 8; ++word)
                body += QByteArray::number(random = random * 1664525U + 1013904223U, 36);
            body += '\n';
        }
        all += MailBuilder("m" + QByteArray::number(n) + "@example.invalid").body(body).mboxEntry();
    }
    return all;
}

struct Run {
    Run(store::Store& store, net::HttpClient& http, const Clock& clock, const store::ListRecord& list,
        const SyncOptions& options)
        : job(store, http, clock, list, options)
    {
        QObject::connect(&job, &Job::finished, &job, [this](const Status& status) {
            outcome = status;
            ++ends;
        });
        QObject::connect(&job, &Job::progressed, &job, [this](const Progress& progress) {
            phases.append(progress.phase);
            if (phases.last() == cancelAt)
                cancel();
        });
        job.start();
    }
    void cancel()
    {
        sinceCancel.emplace();
        job.cancel();
        job.cancel();
        endedAtOnce = ends > 0;
    }
    [[nodiscard]] const Error& error() const { return outcome->error(); }

    SyncJob job;
    std::optional<Status> outcome;
    QStringList phases;
    QString cancelAt; ///< as soon as this phase is told
    std::optional<ProcessorClock> sinceCancel;
    bool endedAtOnce = false;
    int ends = 0;
};

} // namespace

#define AWAIT(run)                                                                                           \
    QTRY_VERIFY((run).ends > 0);                                                                             \
    QCOMPARE((run).ends, 1)
#define AWAIT_FUTURE(future) QTRY_VERIFY((future).isFinished())

class TestSyncJob : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();

    void readsLocalArchivesOnce();
    void fetchesThePeriodAndReadsIt();
    void fetchesNothingTwice();
    void asksOnlyForTheLastDaysOfAnOpenPeriod();
    void noMailIsNoError();
    void offlineLeavesRemoteArchivesAlone();
    void failingArchiveKeepsNoOtherFromBeingRead();
    void keepsTheMailsOfACutDownload();
    void tellsOfADamagedDownloadByItsServer();
    void cancelsWithin200Milliseconds_data();
    void cancelsWithin200Milliseconds();
    void cancelLeavesWhatIsNeededToGoOn();
    void listWithoutArchivesIsUpToDate();
    void dyingJobStopsItsParts();

private:
    [[nodiscard]] SyncOptions options() const { return {Week, false, m_folder->filePath(u"spool"_s)}; }
    void addList(const QStringList& locations);
    void reload();
    [[nodiscard]] QString file(const QString& name, const QByteArray& bytes) const;
    [[nodiscard]] QString remote(const QByteArray& path = "/kvmarm/") const
    {
        return QString::fromLatin1(m_server->url(path).toEncoded());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<net::HttpClient> m_http;
    std::unique_ptr<LoopbackServer> m_server;
    FakeClock m_clock{utc(2026, 1, 1)};
    store::ListRecord m_list;
};

void TestSyncJob::init()
{
    m_clock.set(utc(2026, 1, 1));
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<store::Store>(m_folder->filePath(u"library.sqlite"_s));
    m_http = std::make_unique<net::HttpClient>();
    m_server = std::make_unique<LoopbackServer>();
    const auto opened = m_store->open();
    AWAIT_FUTURE(opened);
    QVERIFY2(opened.result(), qPrintable(opened.result().error().text));
}

void TestSyncJob::cleanup()
{
    m_http.reset();
    m_server.reset();
    m_store.reset();
    m_folder.reset();
}

void TestSyncJob::addList(const QStringList& locations)
{
    store::ListRecord list;
    list.name = u"kvmarm"_s;
    for (const QString& location : locations) {
        store::ArchiveRecord archive;
        archive.location = location;
        list.archives.append(archive);
    }
    const auto saved = m_store->saveList(list);
    AWAIT_FUTURE(saved);
    QVERIFY(saved.result());
    m_list = *saved.result();
}

/// The list with the cursors as they are now.
void TestSyncJob::reload()
{
    const auto lists = m_store->lists();
    AWAIT_FUTURE(lists);
    QVERIFY(lists.result());
    m_list = lists.result()->first();
}

QString TestSyncJob::file(const QString& name, const QByteArray& bytes) const
{
    QFile made(m_folder->filePath(name));
    if (!made.open(QIODevice::WriteOnly) || made.write(bytes) != bytes.size())
        return {};
    return made.fileName();
}

void TestSyncJob::readsLocalArchivesOnce()
{
    addList({file(u"a.mbox"_s, mbox({"a", "b"})), file(u"b.mbox.gz"_s, gzip(mbox({"b", "c"})))});
    Run first(*m_store, *m_http, m_clock, m_list, options());
    QCOMPARE(first.ends, 0);
    AWAIT(first);
    QVERIFY2(*first.outcome, qPrintable(first.error().text));
    QCOMPARE(first.job.counts().added, 3);
    QCOMPARE(first.job.counts().known, 1);
    QVERIFY(!first.job.counts().unchanged);
    QVERIFY(!first.phases.isEmpty());
    reload();
    Run second(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(second);
    QVERIFY(*second.outcome);
    QCOMPARE(second.job.counts().added, 0);
    QVERIFY(second.job.counts().unchanged);
}

void TestSyncJob::fetchesThePeriodAndReadsIt()
{
    addList({remote()});
    m_server->reply(LoopbackReply::gzipFile(gzip(mbox({"a", "b", "c"}))));
    Run run(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(run);
    QVERIFY2(*run.outcome, qPrintable(run.error().text));
    QCOMPARE(run.job.counts().added, 3);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().first().target, QByteArray("/kvmarm/?x=m&t=1&q=rt:1749945600..1750809599"));
    reload();
    QVERIFY(!m_list.archives.first().cursor.isEmpty());
    QCOMPARE(m_list.archives.first().lastRead, m_clock.now());
    QCOMPARE(m_list.mails, 3);
    QTRY_VERIFY(QDir(options().spoolFolder).isEmpty());
}

void TestSyncJob::fetchesNothingTwice()
{
    addList({remote()});
    m_server->reply(LoopbackReply::gzipFile(gzip(mbox({"a"}))));
    Run first(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(first);
    reload();
    Run second(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(second);
    QVERIFY(*second.outcome);
    QVERIFY(second.job.counts().unchanged);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestSyncJob::asksOnlyForTheLastDaysOfAnOpenPeriod()
{
    addList({remote()});
    m_clock.set(utc(2025, 6, 20));
    m_server->reply(LoopbackReply::gzipFile(gzip(mbox({"a"}))));
    Run first(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(first);
    reload();
    m_clock.set(utc(2025, 6, 21));
    m_server->reply(LoopbackReply::gzipFile(gzip(mbox({"a", "b"}))));
    Run second(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(second);
    QVERIFY(*second.outcome);
    QCOMPARE(second.job.counts().added, 1);
    QCOMPARE(second.job.counts().known, 1);
    QVERIFY(m_server->requests().at(0).target.endsWith("q=rt:1749945600.."));
    QCOMPARE(m_server->requests().at(1).target,
             QByteArray("/kvmarm/?x=m&t=1&q=rt:" + QByteArray::number(utc(2025, 6, 18).toSecsSinceEpoch())
                        + ".."));
}

void TestSyncJob::noMailIsNoError()
{
    addList({remote()});
    m_server->reply(LoopbackReply::text(404, "No results found\n"));
    Run first(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(first);
    QVERIFY2(*first.outcome, qPrintable(first.error().text));
    QVERIFY(first.job.counts().unchanged);
    reload();
    Run second(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(second);
    QCOMPARE(m_server->requests().size(), 1); // that there is none is known now
}

void TestSyncJob::offlineLeavesRemoteArchivesAlone()
{
    addList({remote(), file(u"a.mbox"_s, mbox({"a"}))});
    SyncOptions offline = options();
    offline.offline = true;
    Run run(*m_store, *m_http, m_clock, m_list, offline);
    AWAIT(run);
    QVERIFY(*run.outcome);
    QCOMPARE(run.job.counts().added, 1);
    QCOMPARE(m_server->connections(), 0);
}

void TestSyncJob::failingArchiveKeepsNoOtherFromBeingRead()
{
    addList({remote("/first/"), m_folder->filePath(u"gone.mbox"_s), remote("/second/"),
             file(u"a.mbox"_s, mbox({"a"}))});
    m_server->setHandler([](const LoopbackRequest& request) {
        return request.target.startsWith("/first/") ? LoopbackReply::text(404, "Not Found")
                                                    : LoopbackReply::gzipFile(gzip(mbox({"b", "c"})));
    });
    Run run(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(run);
    QVERIFY(!*run.outcome);
    QCOMPARE(run.error().code, ErrorCode::NotFound);
    QVERIFY2(run.error().text.contains("first"_L1), qPrintable(run.error().text));
    QCOMPARE(run.job.counts().added, 3);
    reload();
    QVERIFY(m_list.archives.at(0).cursor.isEmpty());
    QVERIFY(!m_list.archives.at(2).cursor.isEmpty());
}

void TestSyncJob::keepsTheMailsOfACutDownload()
{
    addList({remote()});
    const QByteArray whole = gzip(largeMbox(200));
    LoopbackReply cut
        = LoopbackReply::gzipFile(whole.left(whole.size() / 2)).framed(LoopbackReply::Framing::Chunked);
    m_server->reply(cut);
    Run first(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(first);
    QVERIFY(!*first.outcome);
    QCOMPARE(first.error().code, ErrorCode::Truncated);
    QVERIFY2(first.error().text.contains(remote()), qPrintable(first.error().text));
    const qint64 before = first.job.counts().added;
    QVERIFY(before > 50 && before < 150);
    reload();
    m_server->reply(LoopbackReply::gzipFile(whole));
    Run second(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(second);
    QVERIFY(*second.outcome);
    QVERIFY(second.job.counts().added >= 200 - before);
    QCOMPARE(m_server->requests().at(1).target, m_server->requests().at(0).target);
    reload();
    QCOMPARE(m_list.mails, 200);
}

void TestSyncJob::tellsOfADamagedDownloadByItsServer()
{
    addList({remote()});
    QByteArray damaged = gzip(largeMbox(50));
    for (qsizetype at = damaged.size() / 2; at < damaged.size() / 2 + 64; ++at)
        damaged[at] = static_cast<char>(~damaged[at]);
    m_server->reply(LoopbackReply::gzipFile(damaged));
    Run run(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(run);
    QVERIFY(!*run.outcome);
    QVERIFY2(run.error().text.contains(remote()), qPrintable(run.error().text));
    QVERIFY(!run.error().text.contains(options().spoolFolder));
    reload();
    QVERIFY(m_list.archives.first().cursor.isEmpty());
}

void TestSyncJob::cancelsWithin200Milliseconds_data()
{
    QTest::addColumn<QByteArray>("stage");
    for (const char* stage : {"at once", "asking", "downloading", "reading"})
        QTest::newRow(stage) << QByteArray(stage);
}

void TestSyncJob::cancelsWithin200Milliseconds()
{
    QFETCH(QByteArray, stage);
    const QByteArray large = gzip(largeMbox(stage == "reading" ? 2000 : 50));
    if (stage == "reading")
        addList({file(u"a.mbox.gz"_s, large)});
    else
        addList({remote()});
    m_server->reply(stage == "downloading" ? LoopbackReply::gzipFile(large).ending(End::Stall, 5000)
                                           : LoopbackReply::unanswered(End::Stall));
    Run run(*m_store, *m_http, m_clock, m_list, options());
    if (stage == "downloading")
        run.cancelAt = u"Downloading"_s;
    else if (stage == "reading")
        run.cancelAt = u"Reading mail"_s;
    else if (stage == "asking")
        QTRY_COMPARE(m_server->requests().size(), 1);
    if (run.cancelAt.isEmpty())
        run.cancel();
    AWAIT(run);
    QVERIFY(!run.endedAtOnce);
    QVERIFY(run.sinceCancel->isPrompt());
    QCOMPARE(run.error().code, ErrorCode::Cancelled);
    QTRY_COMPARE(m_server->openConnections(), 0);
    QTRY_VERIFY(QDir(options().spoolFolder).isEmpty());
    QCOMPARE(run.ends, 1);
}

void TestSyncJob::cancelLeavesWhatIsNeededToGoOn()
{
    addList({remote()});
    m_server->reply(LoopbackReply::unanswered(End::Stall));
    {
        Run run(*m_store, *m_http, m_clock, m_list, options());
        QTRY_COMPARE(m_server->requests().size(), 1);
        run.job.cancel();
        AWAIT(run);
    }
    reload();
    QVERIFY(m_list.archives.first().cursor.isEmpty());
    m_server->reply(LoopbackReply::gzipFile(gzip(mbox({"a"}))));
    Run again(*m_store, *m_http, m_clock, m_list, options());
    AWAIT(again);
    QVERIFY(*again.outcome);
    QCOMPARE(again.job.counts().added, 1);
}

void TestSyncJob::listWithoutArchivesIsUpToDate()
{
    addList({});
    Run run(*m_store, *m_http, m_clock, m_list, options());
    QCOMPARE(run.ends, 0);
    AWAIT(run);
    QVERIFY(*run.outcome);
    QVERIFY(run.job.counts().unchanged);
}

void TestSyncJob::dyingJobStopsItsParts()
{
    addList({remote()});
    m_server->reply(LoopbackReply::gzipFile(gzip(largeMbox(100))).ending(End::Stall, 5000));
    {
        Run run(*m_store, *m_http, m_clock, m_list, options());
        QTRY_VERIFY(run.phases.contains(u"Downloading"_s));
    }
    QTRY_COMPARE(m_server->openConnections(), 0);
    QVERIFY(QDir(options().spoolFolder).isEmpty());
}

QTEST_GUILESS_MAIN(TestSyncJob)
#include "test_syncjob.moc"
