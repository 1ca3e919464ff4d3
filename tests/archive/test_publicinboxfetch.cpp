// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/publicinboxfetch.h"
#include "net/httpclient.h"
#include "support/loopbackserver.h"
#include "support/mailbuilder.h"
#include "support/patience.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <optional>

using namespace lb;
using namespace lb::archive;
using namespace lb::test;
using namespace Qt::StringLiterals;

using End = LoopbackReply::End;

Q_DECLARE_METATYPE(lb::test::LoopbackReply)

namespace
{

const FetchWindow Window{1750032000, 1750636800};

const QByteArray Anubis
    = R"(<!doctype html><html lang="en"><head><title>Making sure you&#39;re not a bot!</title>
<script id="anubis_version" type="application/json">"v1.21.3"</script>
<script id="anubis_challenge" type="application/json">{"rules":{"difficulty":4}}</script></head><body>x</body></html>)";

QByteArray someMail()
{
    return gzip(MailBuilder("one@example.invalid").mboxEntry()
                + MailBuilder("two@example.invalid").mboxEntry());
}

struct Outcome {
    explicit Outcome(Job& job)
    {
        QObject::connect(&job, &Job::finished, &context, [this](const Status& status) {
            outcome = status;
            ++ends;
        });
    }
    [[nodiscard]] const Error& error() const { return outcome->error(); }

    QObject context;
    std::optional<Status> outcome;
    int ends = 0;
};

} // namespace

#define AWAIT(listener)                                                                                      \
    QTRY_VERIFY((listener).ends > 0);                                                                        \
    QCOMPARE((listener).ends, 1)

class TestPublicInboxFetch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();

    void downloadsTheWindowWithOnePost();
    void sameFileInAnyCuts_data();
    void sameFileInAnyCuts();
    void noMailIsNoError();
    void tellsWhatIsThereInstead_data();
    void tellsWhatIsThereInstead();
    void probeTellsWhatIsThereInstead_data();
    void probeTellsWhatIsThereInstead();
    void probeAcceptsAList_data();
    void probeAcceptsAList();
    void waitsWhenAServerIsBusy();
    void neverSendsABlankQuery();
    void staysWithinTheOrigin();
    void brokenDownloadLeavesNothing_data();
    void brokenDownloadLeavesNothing();
    void cancelEndsAnyStage_data();
    void cancelEndsAnyStage();
    void makesItsFolder();
    void tellsThatItsFolderCannotBeWritten();
    void asksAServerOneThingAtATime();
    void theJobTakesItsDownloadWithIt();

private:
    [[nodiscard]] Location list() const;
    [[nodiscard]] QStringList spooled() const { return QDir(m_folder->path()).entryList(QDir::Files); }

    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<net::HttpClient> m_client;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestPublicInboxFetch::init()
{
    m_client = std::make_unique<net::HttpClient>();
    m_server = std::make_unique<LoopbackServer>();
    m_folder = std::make_unique<QTemporaryDir>();
}

Location TestPublicInboxFetch::list() const
{
    Location location;
    location.kind = Kind::PublicInbox;
    location.url = m_server->url("/kvmarm/");
    location.listName = u"kvmarm"_s;
    return location;
}

void TestPublicInboxFetch::downloadsTheWindowWithOnePost()
{
    m_server->reply(LoopbackReply::gzipFile(someMail()));
    PublicInboxFetch fetch(*m_client, list(), Window, m_folder->path());
    QSignalSpy progress(&fetch, &Job::progressed);
    Outcome outcome(fetch);
    fetch.start();
    fetch.start(); // once is enough
    AWAIT(outcome);
    QVERIFY2(*outcome.outcome, qPrintable(outcome.error().text));
    QVERIFY(fetch.file() != nullptr);
    QFile saved(fetch.file()->fileName());
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), someMail());
    QVERIFY(progress.size() >= 2);
    QCOMPARE(m_server->requests().size(), 1);
    const LoopbackRequest& seen = m_server->requests().first();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.target, QByteArray("/kvmarm/?x=m&t=1&q=rt:1750032000..1750636799"));
    QCOMPARE(seen.body, QByteArray());
    QCOMPARE(seen.headers.value("content-length"), QByteArray("0"));
    QCOMPARE(seen.headers.value("user-agent"), net::HttpClient::userAgent());
    QCOMPARE(seen.headers.value("accept-encoding"), QByteArray("identity"));
}

void TestPublicInboxFetch::sameFileInAnyCuts_data()
{
    QTest::addColumn<int>("piece");
    for (const int piece : {1, 2, 3, 100})
        QTest::addRow("%d", piece) << piece;
}

void TestPublicInboxFetch::sameFileInAnyCuts()
{
    QFETCH(int, piece);
    LoopbackReply reply
        = LoopbackReply::gzipFile(someMail()).framed(LoopbackReply::Framing::Chunked).inPieces(piece);
    reply.pieceDelay = piece == 1 ? 1ms : 0ms; // for the first bytes to come one by one
    m_server->reply(reply);
    PublicInboxFetch fetch(*m_client, list(), Window, m_folder->path());
    Outcome outcome(fetch);
    fetch.start();
    AWAIT(outcome);
    QVERIFY(*outcome.outcome);
    QCOMPARE(fetch.file()->size(), someMail().size());
}

void TestPublicInboxFetch::noMailIsNoError()
{
    m_server->reply(LoopbackReply::text(404, "No results found\n"));
    PublicInboxFetch fetch(*m_client, list(), Window, m_folder->path());
    Outcome outcome(fetch);
    fetch.start();
    AWAIT(outcome);
    QVERIFY(*outcome.outcome);
    QVERIFY(fetch.file() == nullptr);
    QVERIFY(spooled().isEmpty());
}

void TestPublicInboxFetch::tellsWhatIsThereInstead_data()
{
    QTest::addColumn<LoopbackReply>("reply");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const LoopbackReply& reply, ErrorCode code, const QString& says) {
        QTest::newRow(name) << reply << static_cast<int>(code) << says;
    };
    row("Anubis", LoopbackReply::html(Anubis), ErrorCode::ChallengePage, u"not a bot"_s);
    row("Anubis with another status", LoopbackReply::make(401, "text/html", Anubis), ErrorCode::ChallengePage,
        u"git mirror"_s);
    row("Anubis without a type", LoopbackReply::make(200, "", Anubis), ErrorCode::ChallengePage,
        u"git mirror"_s);
    row("a challenge behind 503",
        LoopbackReply::make(503, "text/html", Anubis).header("x-should-retry", "false"),
        ErrorCode::ChallengePage, u"git mirror"_s);
    row("Cloudflare",
        LoopbackReply::make(403, "text/html; charset=UTF-8", "<html><title>Just a moment...</title>"),
        ErrorCode::ChallengePage, u"git mirror"_s);
    row("login", LoopbackReply::html("<html><form><input TYPE=\"password\"></form></html>"),
        ErrorCode::ChallengePage, u"login page"_s);
    row("some page", LoopbackReply::html("<html><title>Welcome</title></html>"), ErrorCode::NotAnArchive,
        u"web page"_s);
    row("endless page", LoopbackReply::html("<html>" + QByteArray(1 << 20, 'x')).ending(End::Stall),
        ErrorCode::NotAnArchive, u"web page"_s);
    row("text", LoopbackReply::text(200, "hello"), ErrorCode::NotAnArchive, u"not compressed mail"_s);
    row("one byte of gzip", LoopbackReply::gzipFile("\x1f"), ErrorCode::NotAnArchive,
        u"not compressed mail"_s);
    row("nothing", LoopbackReply::gzipFile(""), ErrorCode::NotAnArchive, u"empty"_s);
    row("unknown list", LoopbackReply::text(404, "Not Found"), ErrorCode::NotFound, u"kvmarm"_s);
    row("unknown page", LoopbackReply::make(404, "text/html", "<html>404</html>"), ErrorCode::NotFound,
        u"kvmarm"_s);
    row("mail under a wrong status", LoopbackReply::make(404, "application/gzip", someMail()),
        ErrorCode::NotFound, u"kvmarm"_s);
    row("no search index", LoopbackReply::make(501, "text/html", "<html>search is not available</html>"),
        ErrorCode::HttpStatus, u"search index"_s);
    row("forbidden", LoopbackReply::text(403, ""), ErrorCode::HttpStatus, u"does not allow"_s);
    row("bad request", LoopbackReply::text(400, ""), ErrorCode::HttpStatus, u"400"_s);
    row("server error", LoopbackReply::text(500, "").header("x-should-retry", "false"), ErrorCode::HttpStatus,
        u"500"_s);
    row("busy", LoopbackReply::text(503, "").header("Retry-After", "3600"), ErrorCode::RateLimited,
        u"60 minute"_s);
    row("too many", LoopbackReply::text(429, "").header("x-should-retry", "false"), ErrorCode::RateLimited,
        u"Try again"_s);
}

void TestPublicInboxFetch::tellsWhatIsThereInstead()
{
    QFETCH(LoopbackReply, reply);
    QFETCH(int, code);
    QFETCH(QString, says);
    m_server->reply(reply);
    PublicInboxFetch fetch(*m_client, list(), Window, m_folder->path());
    Outcome outcome(fetch);
    fetch.start();
    AWAIT(outcome);
    QVERIFY(!*outcome.outcome);
    QCOMPARE(static_cast<int>(outcome.error().code), code);
    QVERIFY2(outcome.error().text.contains(says), qPrintable(outcome.error().text));
    QVERIFY(outcome.error().text.contains("127.0.0.1"_L1));
    QVERIFY(fetch.file() == nullptr);
    QVERIFY(spooled().isEmpty());
}

void TestPublicInboxFetch::probeTellsWhatIsThereInstead_data()
{
    tellsWhatIsThereInstead_data();
}

void TestPublicInboxFetch::probeTellsWhatIsThereInstead()
{
    QFETCH(LoopbackReply, reply);
    QFETCH(int, code);
    QFETCH(QString, says);
    m_server->reply(reply);
    PublicInboxProbe probe(*m_client, list());
    Outcome outcome(probe);
    probe.start();
    AWAIT(outcome);
    QVERIFY(!*outcome.outcome);
    QCOMPARE(static_cast<int>(outcome.error().code), code);
    QVERIFY2(outcome.error().text.contains(says), qPrintable(outcome.error().text));
}

void TestPublicInboxFetch::probeAcceptsAList_data()
{
    QTest::addColumn<LoopbackReply>("reply");
    QTest::newRow("no results") << LoopbackReply::text(404, "No results found\n");
    QTest::newRow("mail") << LoopbackReply::gzipFile(someMail());
    QTest::newRow("much mail") << LoopbackReply::gzipFile(someMail() + QByteArray(3 << 20, 'x'));
}

void TestPublicInboxFetch::probeAcceptsAList()
{
    QFETCH(LoopbackReply, reply);
    m_server->reply(reply);
    PublicInboxProbe probe(*m_client, list());
    Outcome outcome(probe);
    probe.start();
    AWAIT(outcome);
    QVERIFY2(*outcome.outcome, qPrintable(outcome.error().text));
    QCOMPARE(m_server->requests().first().method, QByteArray("POST"));
    QVERIFY(m_server->requests().first().target.contains("&q=rt:"));
}

void TestPublicInboxFetch::waitsWhenAServerIsBusy()
{
    m_server->reply(LoopbackReply::text(503, "").header("Retry-After", "1"));
    m_server->reply(LoopbackReply::gzipFile(someMail()));
    PublicInboxFetch fetch(*m_client, list(), Window, m_folder->path());
    QSignalSpy progress(&fetch, &Job::progressed);
    Outcome outcome(fetch);
    fetch.start();
    AWAIT(outcome);
    QVERIFY(*outcome.outcome);
    QVERIFY(m_server->requests().at(1).atMs - m_server->requests().at(0).atMs >= 950);
    const bool told = std::ranges::any_of(progress, [](const QList<QVariant>& arguments) {
        return arguments.first().value<Progress>().phase.contains("1 second"_L1);
    });
    QVERIFY(told);
}

void TestPublicInboxFetch::neverSendsABlankQuery()
{
    for (const FetchWindow window : {FetchWindow{}, FetchWindow{5, 5}, FetchWindow{7, 3}}) {
        PublicInboxFetch fetch(*m_client, list(), window, m_folder->path());
        Outcome outcome(fetch);
        fetch.start();
        QCOMPARE(outcome.ends, 0);
        AWAIT(outcome);
        QCOMPARE(outcome.error().code, ErrorCode::Usage);
    }
    QCOMPARE(m_server->connections(), 0);
}

void TestPublicInboxFetch::staysWithinTheOrigin()
{
    LoopbackServer other;
    m_server->reply(LoopbackReply::redirect(307, other.url("/kvmarm/?x=m").toEncoded()));
    PublicInboxFetch fetch(*m_client, list(), Window, m_folder->path());
    Outcome outcome(fetch);
    fetch.start();
    AWAIT(outcome);
    QCOMPARE(outcome.error().code, ErrorCode::RedirectRefused);
    QCOMPARE(other.connections(), 0);
}

void TestPublicInboxFetch::brokenDownloadLeavesNothing_data()
{
    QTest::addColumn<int>("end");
    QTest::newRow("closed") << static_cast<int>(End::Close);
    QTest::newRow("reset") << static_cast<int>(End::Reset);
}

void TestPublicInboxFetch::brokenDownloadLeavesNothing()
{
    QFETCH(int, end);
    m_server->reply(LoopbackReply::gzipFile(someMail()).ending(static_cast<End>(end), 100).inPieces(50, 5ms));
    PublicInboxFetch fetch(*m_client, list(), Window, m_folder->path());
    Outcome outcome(fetch);
    fetch.start();
    AWAIT(outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NetworkBroken);
    QVERIFY(fetch.file() == nullptr);
    QVERIFY(spooled().isEmpty());
}

void TestPublicInboxFetch::cancelEndsAnyStage_data()
{
    QTest::addColumn<QByteArray>("stage");
    for (const char* stage : {"at once", "no answer", "mid download", "busy server"})
        QTest::newRow(stage) << QByteArray(stage);
}

void TestPublicInboxFetch::cancelEndsAnyStage()
{
    QFETCH(QByteArray, stage);
    if (stage == "busy server")
        m_server->reply(LoopbackReply::text(503, "").header("Retry-After", "60"));
    else if (stage == "mid download")
        m_server->reply(LoopbackReply::gzipFile(someMail()).ending(End::Stall, 100));
    else
        m_server->reply(LoopbackReply::unanswered(End::Stall));
    PublicInboxFetch fetch(*m_client, list(), Window, m_folder->path());
    Outcome outcome(fetch);
    fetch.start();
    if (stage == "mid download")
        QTRY_VERIFY(fetch.file() != nullptr);
    else if (stage != "at once")
        QTRY_COMPARE(m_server->requests().size(), 1);
    const ProcessorClock clock;
    fetch.cancel();
    fetch.cancel();
    AWAIT(outcome);
    QVERIFY(clock.isPrompt());
    QCOMPARE(outcome.error().code, ErrorCode::Cancelled);
    QVERIFY(fetch.file() == nullptr);
    QVERIFY(spooled().isEmpty());
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(outcome.ends, 1);
}

void TestPublicInboxFetch::makesItsFolder()
{
    m_server->reply(LoopbackReply::gzipFile(someMail()));
    PublicInboxFetch fetch(*m_client, list(), Window, m_folder->filePath(u"not/there/yet"_s));
    Outcome outcome(fetch);
    fetch.start();
    AWAIT(outcome);
    QVERIFY(*outcome.outcome);
    QVERIFY(fetch.file()->fileName().startsWith(m_folder->filePath(u"not/there/yet/"_s)));
}

void TestPublicInboxFetch::tellsThatItsFolderCannotBeWritten()
{
    QFile inTheWay(m_folder->filePath(u"file"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    m_server->reply(LoopbackReply::gzipFile(someMail()));
    PublicInboxFetch fetch(*m_client, list(), Window, inTheWay.fileName());
    Outcome outcome(fetch);
    fetch.start();
    AWAIT(outcome);
    QCOMPARE(outcome.error().code, ErrorCode::FilePermission);
    QVERIFY(outcome.error().text.contains(inTheWay.fileName()));
}

void TestPublicInboxFetch::asksAServerOneThingAtATime()
{
    m_server->setHandler([](const LoopbackRequest&) {
        LoopbackReply reply = LoopbackReply::gzipFile(someMail());
        reply.holdsHead = true;
        return reply;
    });
    PublicInboxFetch first(*m_client, list(), Window, m_folder->path());
    PublicInboxFetch second(*m_client, list(), Window, m_folder->path());
    PublicInboxProbe third(*m_client, list());
    Outcome firstOutcome(first);
    Outcome secondOutcome(second);
    Outcome thirdOutcome(third);
    first.start();
    second.start();
    third.start();
    for (int request = 1; request <= 3; ++request) {
        QTRY_COMPARE(m_server->requests().size(), request);
        QCOMPARE(m_server->inFlight(), 1);
        m_server->letOn();
    }
    AWAIT(firstOutcome);
    AWAIT(secondOutcome);
    AWAIT(thirdOutcome);
    QCOMPARE(m_server->mostInFlight(), 1);
    QVERIFY(first.file()->fileName() != second.file()->fileName());
}

void TestPublicInboxFetch::theJobTakesItsDownloadWithIt()
{
    m_server->reply(LoopbackReply::gzipFile(someMail()));
    m_server->reply(LoopbackReply::gzipFile(someMail()).ending(End::Stall, 100));
    {
        PublicInboxFetch fetch(*m_client, list(), Window, m_folder->path());
        Outcome outcome(fetch);
        fetch.start();
        AWAIT(outcome);
        QVERIFY(QFile::exists(fetch.file()->fileName())); // has no name before somebody asks for it
        QCOMPARE(spooled().size(), 1);
    }
    QVERIFY(spooled().isEmpty());
    {
        PublicInboxFetch fetch(*m_client, list(), Window, m_folder->path());
        fetch.start();
        QTRY_VERIFY(fetch.file() != nullptr); // and gone in the middle of it
    }
    QVERIFY(spooled().isEmpty());
    QTRY_COMPARE(m_server->openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestPublicInboxFetch)
#include "test_publicinboxfetch.moc"
