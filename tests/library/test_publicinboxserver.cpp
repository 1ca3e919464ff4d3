// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/publicinboxfetch.h"
#include "archive/reader.h"
#include "library/syncjob.h"
#include "net/httpclient.h"
#include "store/store.h"
#include "support/fakeclock.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <optional>

using namespace lb;
using namespace lb::archive;
using namespace lb::library;
using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 Monday = 1750032000; // 2025-06-16 00:00 UTC
constexpr qint64 NextMonday = Monday + 7 * 24 * 3600;
constexpr int ServerTime = 120'000; // ms, for importing a week; it takes two seconds where nothing else runs

struct Outcome {
    explicit Outcome(Job& job)
    {
        QObject::connect(&job, &Job::finished, &context, [this](const Status& status) { outcome = status; });
        job.start();
    }
    [[nodiscard]] bool wait() const
    {
        return QTest::qWaitFor([this] { return outcome.has_value(); }, ServerTime);
    }

    QObject context;
    std::optional<Status> outcome;
};

int mailsIn(const QString& path)
{
    Location location;
    location.kind = Kind::MboxGz;
    location.path = path;
    int mails = 0;
    const ReadSink sink{[&mails](mail::RawMail&&) {
                            ++mails;
                            return true;
                        },
                        {},
                        {}};
    return read(location, {}, sink, {}) ? mails : -1;
}

} // namespace

/// Against the server that the protocol is of. Needs public-inbox and the shared test material; skips
/// without.
class TestPublicInboxServer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void sendsTheWholeThreadsOfAWeek();
    void sendsTheMailsOfAWeekAlone();
    void hasNoMailInAnotherYear();
    void knowsNoOtherList();
    void saysThatAListHasNoSearchIndex();
    void probesTellTheThreeApart();
    void syncsAWeekOnce();

private:
    [[nodiscard]] bool runScript(const QString& command, const QString& level, const QStringList& lists);
    [[nodiscard]] Location list(const QString& name) const;

    QString m_script;
    QTemporaryDir m_folder;
    quint16 m_port = 0;
    net::HttpClient m_http;
};

bool TestPublicInboxServer::runScript(const QString& command, const QString& level, const QStringList& lists)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"PORT"_s, QString::number(m_port));
    environment.insert(u"LEVEL"_s, level);
    environment.insert(u"WORKERS"_s, u"0"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(m_script, QStringList{command, m_folder.path()} + lists);
    const bool ended = QTest::qWaitFor(
        [&process] {
            return process.state() == QProcess::NotRunning && process.error() != QProcess::FailedToStart;
        },
        ServerTime);
    const bool isGood = ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    if (!isGood)
        qWarning("%s", process.readAll().constData());
    return isGood;
}

void TestPublicInboxServer::initTestCase()
{
    const QString shared = qEnvironmentVariable("LB_SHARED");
    m_script = shared + u"/tools/public-inbox/start-public-inbox.sh"_s;
    const QString week = shared + u"/data/week25/week25.mbox.gz"_s;
    if (QStandardPaths::findExecutable(u"public-inbox-httpd"_s).isEmpty())
        QSKIP("public-inbox-httpd is not installed.");
    if (!QFile::exists(m_script) || !QFile::exists(week))
        QSKIP("The shared test material is not at LB_SHARED.");
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    m_port = free.serverPort();
    free.close();
    // The running server does not look at its configuration again, so the list without an index comes first.
    QVERIFY(runScript(u"start"_s, u"basic"_s, {u"noindex="_s + week}));
    QVERIFY(runScript(u"stop"_s, u"basic"_s, {}));
    QVERIFY(runScript(u"start"_s, u"full"_s, {u"kvmarm="_s + week}));
}

void TestPublicInboxServer::cleanupTestCase()
{
    if (m_port != 0)
        QVERIFY(runScript(u"stop"_s, u"full"_s, {}));
}

Location TestPublicInboxServer::list(const QString& name) const
{
    return *locate(u"http://127.0.0.1:%1/%2/"_s.arg(QString::number(m_port), name));
}

void TestPublicInboxServer::sendsTheWholeThreadsOfAWeek()
{
    PublicInboxFetch fetch(m_http, list(u"kvmarm"_s), {Monday, NextMonday}, m_folder.path());
    const Outcome outcome(fetch);
    QVERIFY(outcome.wait());
    QVERIFY2(*outcome.outcome, qPrintable(outcome.outcome->error().text));
    QVERIFY(fetch.file() != nullptr);
    QCOMPARE(mailsIn(fetch.file()->fileName()), 301);
}

/// Not how ListBrief asks, but it shows that the server took the window and not everything.
void TestPublicInboxServer::sendsTheMailsOfAWeekAlone()
{
    net::HttpRequest request;
    request.method = "POST";
    request.url = QUrl(list(u"kvmarm"_s).text() + u"?x=m&q=rt:%1..%2"_s.arg(Monday).arg(NextMonday - 1));
    request.decompress = false;
    QTemporaryFile file;
    QVERIFY(file.open());
    net::HttpJob* job = m_http.send(request);
    bool ended = false;
    connect(job, &net::HttpJob::bodyArrived, &file, [&file](const QByteArray& bytes) { file.write(bytes); });
    connect(job, &net::HttpJob::finished, &file,
            [&ended](const Status& status) { ended = status.has_value(); });
    QVERIFY(QTest::qWaitFor([&ended] { return ended; }, ServerTime));
    QVERIFY(file.flush());
    QCOMPARE(mailsIn(file.fileName()), 263);
}

void TestPublicInboxServer::hasNoMailInAnotherYear()
{
    PublicInboxFetch fetch(m_http, list(u"kvmarm"_s), {Monday - 1000 * 86400, Monday - 900 * 86400},
                           m_folder.path());
    const Outcome outcome(fetch);
    QVERIFY(outcome.wait());
    QVERIFY2(*outcome.outcome, qPrintable(outcome.outcome->error().text));
    QVERIFY(fetch.file() == nullptr);
}

void TestPublicInboxServer::knowsNoOtherList()
{
    PublicInboxFetch fetch(m_http, list(u"another"_s), {Monday, NextMonday}, m_folder.path());
    const Outcome outcome(fetch);
    QVERIFY(outcome.wait());
    QVERIFY(!*outcome.outcome);
    QCOMPARE(outcome.outcome->error().code, ErrorCode::NotFound);
    QVERIFY(outcome.outcome->error().text.contains("another"_L1));
}

void TestPublicInboxServer::saysThatAListHasNoSearchIndex()
{
    PublicInboxFetch fetch(m_http, list(u"noindex"_s), {Monday, NextMonday}, m_folder.path());
    const Outcome outcome(fetch);
    QVERIFY(outcome.wait());
    QVERIFY(!*outcome.outcome);
    QCOMPARE(outcome.outcome->error().code, ErrorCode::HttpStatus);
    QVERIFY(outcome.outcome->error().text.contains("search index"_L1));
}

void TestPublicInboxServer::probesTellTheThreeApart()
{
    PublicInboxProbe good(m_http, list(u"kvmarm"_s));
    PublicInboxProbe unknown(m_http, list(u"another"_s));
    PublicInboxProbe unindexed(m_http, list(u"noindex"_s));
    const Outcome goodOutcome(good);
    const Outcome unknownOutcome(unknown);
    const Outcome unindexedOutcome(unindexed);
    QVERIFY(goodOutcome.wait() && unknownOutcome.wait() && unindexedOutcome.wait());
    QVERIFY2(*goodOutcome.outcome, qPrintable(goodOutcome.outcome->error().text));
    QCOMPARE(unknownOutcome.outcome->error().code, ErrorCode::NotFound);
    QVERIFY(unindexedOutcome.outcome->error().text.contains("search index"_L1));
}

void TestPublicInboxServer::syncsAWeekOnce()
{
    const test::FakeClock clock(QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC));
    store::Store store(m_folder.filePath(u"library.sqlite"_s));
    const auto opened = store.open();
    QVERIFY(QTest::qWaitFor([&opened] { return opened.isFinished(); }, ServerTime));
    QVERIFY(opened.result());
    store::ListRecord record;
    record.name = u"kvmarm"_s;
    store::ArchiveRecord archive;
    archive.location = list(u"kvmarm"_s).text();
    record.archives = {archive};
    const auto saved = store.saveList(record);
    QVERIFY(QTest::qWaitFor([&saved] { return saved.isFinished(); }, ServerTime));
    const SyncOptions options{{QDate(2025, 6, 16), QDate(2025, 6, 22)}, false, m_folder.path()};
    SyncJob first(store, m_http, clock, *saved.result(), options);
    const Outcome firstOutcome(first);
    QVERIFY(firstOutcome.wait());
    QVERIFY2(*firstOutcome.outcome, qPrintable(firstOutcome.outcome->error().text));
    QCOMPARE(first.counts().added, 301);
    QCOMPARE(first.counts().unreadable, 0);
    const auto lists = store.lists();
    QVERIFY(QTest::qWaitFor([&lists] { return lists.isFinished(); }, ServerTime));
    SyncJob second(store, m_http, clock, lists.result()->first(), options);
    const Outcome secondOutcome(second);
    QVERIFY(secondOutcome.wait());
    QVERIFY(*secondOutcome.outcome);
    QVERIFY(second.counts().unchanged);
}

QTEST_GUILESS_MAIN(TestPublicInboxServer)
#include "test_publicinboxserver.moc"
