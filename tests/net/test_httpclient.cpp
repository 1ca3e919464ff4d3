// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener.h"
#include "net/httpclient.h"
#include "support/loopbackserver.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

using namespace lb;
using namespace lb::net;
using namespace lb::test;
using namespace Qt::StringLiterals;

using Framing = LoopbackReply::Framing;
using End = LoopbackReply::End;

class TestHttpClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void deliversHeadThenBodyThenEnd();
    void deliversEveryStatusWithItsBody_data();
    void deliversEveryStatusWithItsBody();
    void sameBodyInAnyFraming_data();
    void sameBodyInAnyFraming();
    void sendsOwnUserAgentAndNoCookies();
    void sendsMethodHeadersAndBodyAsGiven();
    void keepsTheEncodingOfTheTarget();
    void inflatesUnlessAskedNotTo();
    void deliversStreamPiecesAsTheyCome();
    void takesALargeBodyInPieces();
    void answersHeadRequests();
    void refusesWhatIsNoRequest_data();
    void refusesWhatIsNoRequest();
    void goesAroundTheProxyForLocalHosts();
    void keepsToParallelRequestsOfAnOrigin();
    void keepsTheGapBetweenRequests();
    void otherOriginsNeedNotWait();
    void asksNoSecondTimeOnAConnection();
    void jobsDeleteThemselves();
    void destroyedClientTakesItsJobs();

private:
    [[nodiscard]] HttpRequest get(const QByteArray& path = "/") const;

    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<HttpClient> m_client;
};

void TestHttpClient::init()
{
    m_server = std::make_unique<LoopbackServer>();
    m_client = std::make_unique<HttpClient>();
}

void TestHttpClient::cleanup()
{
    m_client.reset();
    m_server.reset();
}

HttpRequest TestHttpClient::get(const QByteArray& path) const
{
    HttpRequest request;
    request.url = m_server->url(path);
    return request;
}

void TestHttpClient::deliversHeadThenBodyThenEnd()
{
    m_server->reply(
        LoopbackReply::make(200, "Text/Plain; charset=utf-8", "hello").header("X-Odd-Case", "Value"));
    Listener listener(m_client->send(get()));
    QCOMPARE(listener.ends, 0); // never within send()
    AWAIT(listener);
    QVERIFY(*listener.outcome);
    QCOMPARE(listener.order, QByteArray("hbf"));
    QCOMPARE(listener.head.status, 200);
    QCOMPARE(listener.head.contentType, QByteArray("text/plain"));
    QCOMPARE(listener.head.headers.value("x-odd-case"), QByteArray("Value"));
    QCOMPARE(listener.head.url, m_server->url("/"));
    QCOMPARE(listener.body, QByteArray("hello"));
}

void TestHttpClient::deliversEveryStatusWithItsBody_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 204, 206, 300, 304, 400, 401, 402, 403, 404, 405, 407, 409,
                             410, 413, 418, 422, 429, 451, 500, 501, 502, 503, 504, 529, 599})
        QTest::addRow("%d", status) << status;
}

void TestHttpClient::deliversEveryStatusWithItsBody()
{
    QFETCH(int, status);
    const QByteArray body = status == 204 || status == 304 ? "" : "a body";
    m_server->reply(LoopbackReply::text(status, body).header("WWW-Authenticate", "Basic realm=\"x\""));
    HttpRequest request = get();
    request.limits.retries = 0;
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QVERIFY2(*listener.outcome, qPrintable(listener.outcome->error().text));
    QCOMPARE(listener.head.status, status);
    QCOMPARE(listener.body, body);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestHttpClient::sameBodyInAnyFraming_data()
{
    QTest::addColumn<int>("framing");
    QTest::addColumn<int>("piece");
    const QList<std::pair<const char*, Framing>> framings
        = {{"length", Framing::Length}, {"chunked", Framing::Chunked}, {"until close", Framing::UntilClose}};
    for (const auto& [name, framing] : framings) {
        for (const int piece : {0, 1, 7, 4096})
            QTest::addRow("%s, pieces of %d", name, piece) << static_cast<int>(framing) << piece;
    }
}

void TestHttpClient::sameBodyInAnyFraming()
{
    QFETCH(int, framing);
    QFETCH(int, piece);
    const QByteArray body = pattern(piece == 1 ? 3000 : 300000);
    LoopbackReply reply = LoopbackReply::make(200, "application/octet-stream", body);
    m_server->reply(reply.framed(static_cast<Framing>(framing)).inPieces(piece));
    Listener listener(m_client->send(get()));
    AWAIT(listener);
    QVERIFY(*listener.outcome);
    QVERIFY(listener.body == body);
}

void TestHttpClient::sendsOwnUserAgentAndNoCookies()
{
    m_server->reply(LoopbackReply::text(200, "").header("Set-Cookie", "track=1; Path=/"));
    m_server->reply(LoopbackReply::text(200, ""));
    HttpRequest request = get();
    request.headers = {{"User-Agent", "Mozilla/5.0"}};
    Listener first(m_client->send(request));
    AWAIT(first);
    Listener second(m_client->send(request));
    AWAIT(second);
    for (const LoopbackRequest& seen : m_server->requests()) {
        QCOMPARE(seen.headers.value("user-agent"), HttpClient::userAgent());
        QVERIFY(!seen.headers.contains("cookie"));
    }
}

void TestHttpClient::sendsMethodHeadersAndBodyAsGiven()
{
    m_server->setHandler([](const LoopbackRequest&) { return LoopbackReply::text(200, "ok"); });
    for (const QByteArray method : {"POST", "PUT", "DELETE", "GET"}) {
        HttpRequest request = get("/v1/x");
        request.method = method;
        request.headers = {{"Authorization", "Bearer k"}, {"Content-Type", "application/json"}};
        if (method != "GET")
            request.body = "{\"a\":\"\xe4\xbd\xa0\"}";
        Listener listener(m_client->send(request));
        AWAIT(listener);
        const LoopbackRequest seen = m_server->requests().last();
        QCOMPARE(seen.method, method);
        QCOMPARE(seen.target, QByteArray("/v1/x"));
        QCOMPARE(seen.headers.value("authorization"), QByteArray("Bearer k"));
        QCOMPARE(seen.headers.value("content-type"), QByteArray("application/json"));
        QCOMPARE(seen.body, request.body);
    }
}

void TestHttpClient::keepsTheEncodingOfTheTarget()
{
    m_server->reply(LoopbackReply::text(200, ""));
    Listener listener(m_client->send(get("/l/a%2Fb%2Bc@x/?q=rt:1..2+s:%22a%22&x=m")));
    AWAIT(listener);
    QCOMPARE(m_server->requests().first().target, QByteArray("/l/a%2Fb%2Bc@x/?q=rt:1..2+s:%22a%22&x=m"));
}

void TestHttpClient::inflatesUnlessAskedNotTo()
{
    m_server->setHandler([](const LoopbackRequest& request) {
        LoopbackReply reply = LoopbackReply::text(200, "text, text, text, text");
        if (request.headers.value("accept-encoding").contains("gzip"))
            reply.encodedAsGzip();
        return reply;
    });
    Listener inflated(m_client->send(get()));
    AWAIT(inflated);
    QCOMPARE(inflated.body, QByteArray("text, text, text, text"));
    QVERIFY(m_server->requests().first().headers.value("accept-encoding").contains("gzip"));
    HttpRequest request = get();
    request.decompress = false;
    Listener identity(m_client->send(request));
    AWAIT(identity);
    QCOMPARE(identity.body, QByteArray("text, text, text, text"));
    QCOMPARE(m_server->requests().last().headers.value("accept-encoding"), QByteArray("identity"));
}

void TestHttpClient::deliversStreamPiecesAsTheyCome()
{
    LoopbackReply reply = LoopbackReply::events({"data: 1\n\n", "data: 2\n\n", "data: 3\n\n"});
    reply.holdsPieces = true;
    m_server->reply(reply.ending(End::Stall));
    Listener listener(m_client->send(get()));
    QTRY_COMPARE(listener.body, QByteArray("data: 1\n\n"));
    m_server->letOn();
    QTRY_COMPARE(listener.body, QByteArray("data: 1\n\ndata: 2\n\n"));
    m_server->letOn();
    QTRY_COMPARE(listener.body, QByteArray("data: 1\n\ndata: 2\n\ndata: 3\n\n"));
    QCOMPARE(listener.pieces, 3);
    QVERIFY(!listener.isDone()); // all of this before the end
    listener.job->abort();
    AWAIT(listener);
}

void TestHttpClient::takesALargeBodyInPieces()
{
    const QByteArray body = pattern(20 * 1024 * 1024);
    m_server->reply(
        LoopbackReply::make(200, "application/gzip", body).framed(Framing::Chunked).inPieces(50000));
    HttpRequest request = get();
    request.decompress = false;
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QVERIFY(*listener.outcome);
    QVERIFY(listener.body == body);
    QVERIFY(listener.pieces >= 300);
}

void TestHttpClient::answersHeadRequests()
{
    m_server->reply(LoopbackReply::text(200, "not sent"));
    HttpRequest request = get();
    request.method = "HEAD";
    request.limits.bytes = 3; // Content-Length says 8, but nothing comes
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QVERIFY(*listener.outcome);
    QCOMPARE(listener.order, QByteArray("hf"));
}

void TestHttpClient::refusesWhatIsNoRequest_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("empty") << QByteArray() << QByteArray("v");
    QTest::newRow("file") << QByteArray("file:///etc/passwd") << QByteArray("v");
    QTest::newRow("ftp") << QByteArray("ftp://127.0.0.1/") << QByteArray("v");
    QTest::newRow("no host") << QByteArray("http:///x") << QByteArray("v");
    QTest::newRow("relative") << QByteArray("list/") << QByteArray("v");
    QTest::newRow("injected header") << QByteArray("http://127.0.0.1:1/") << QByteArray("k\r\nHost: evil");
    QTest::newRow("key with a line end") << QByteArray("http://127.0.0.1:1/") << QByteArray("k\n");
}

void TestHttpClient::refusesWhatIsNoRequest()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, header);
    HttpRequest request;
    request.url = QUrl::fromEncoded(url);
    request.headers = {{"Authorization", header}};
    Listener listener(m_client->send(request));
    QCOMPARE(listener.ends, 0);
    AWAIT(listener);
    QCOMPARE(listener.code(), ErrorCode::Usage);
}

void TestHttpClient::goesAroundTheProxyForLocalHosts()
{
    const QByteArray before = qgetenv("http_proxy");
    qputenv("http_proxy", "http://127.0.0.1:9"); // nobody there
    HttpClient client;
    m_server->reply(LoopbackReply::text(200, "ok"));
    Listener listener(client.send(get()));
    AWAIT(listener);
    qputenv("http_proxy", before);
    QVERIFY2(*listener.outcome, qPrintable(listener.outcome->error().text));
    QCOMPARE(listener.body, QByteArray("ok"));
}

void TestHttpClient::keepsToParallelRequestsOfAnOrigin()
{
    m_server->setHandler([](const LoopbackRequest&) {
        LoopbackReply reply = LoopbackReply::text(200, "ok");
        reply.holdsHead = true;
        return reply;
    });
    std::vector<std::unique_ptr<Listener>> listeners;
    for (int n = 0; n < 12; ++n) {
        HttpRequest request = get();
        request.manners.parallel = 2;
        listeners.push_back(std::make_unique<Listener>(m_client->send(request)));
    }
    for (int pair = 0; pair < 6; ++pair) {
        QTRY_COMPARE(m_server->inFlight(), 2);
        m_server->letOn();
    }
    for (const auto& listener : listeners)
        QTRY_VERIFY(listener->isDone());
    QCOMPARE(m_server->mostInFlight(), 2);
    QCOMPARE(m_server->requests().size(), 12);
}

void TestHttpClient::keepsTheGapBetweenRequests()
{
    m_server->setHandler([](const LoopbackRequest&) { return LoopbackReply::text(200, "ok"); });
    HttpRequest request = get();
    request.manners = {.parallel = 1, .gap = 60ms};
    QElapsedTimer sinceBefore; // when the first arrives says little of when it was sent
    sinceBefore.start();
    qint64 lastArrived = 0;
    connect(m_server.get(), &LoopbackServer::requestArrived, this,
            [&] { lastArrived = sinceBefore.elapsed(); });
    Listener first(m_client->send(request));
    Listener second(m_client->send(request));
    Listener third(m_client->send(request));
    second.job->abort(); // leaves the queue, takes no turn
    QTRY_VERIFY(first.isDone() && second.isDone() && third.isDone());
    QCOMPARE(m_server->requests().size(), 2);
    QVERIFY(lastArrived >= 55);
}

void TestHttpClient::otherOriginsNeedNotWait()
{
    LoopbackServer other;
    other.reply(LoopbackReply::text(200, "ok"));
    m_server->reply(LoopbackReply::unanswered(End::Stall));
    HttpRequest request = get();
    request.manners.parallel = 1;
    Listener stuck(m_client->send(request));
    Listener behind(m_client->send(request));
    request.url = other.url();
    Listener free(m_client->send(request));
    AWAIT(free);
    QVERIFY(!stuck.isDone() && !behind.isDone());
    QCOMPARE(m_server->requests().size(), 1);
}

/// Many servers of event streams say keep-alive whatever they were asked for.
void TestHttpClient::asksNoSecondTimeOnAConnection()
{
    for (int i = 1; i <= 3; ++i) {
        LoopbackReply reply = LoopbackReply::text(200, "ok").header("Connection", "keep-alive");
        reply.keepsOpen = true;
        m_server->reply(reply);
        Listener listener(m_client->send(get()));
        AWAIT(listener);
        QVERIFY(*listener.outcome);
        QCOMPARE(m_server->connections(), i);
    }
}

void TestHttpClient::jobsDeleteThemselves()
{
    m_server->reply(LoopbackReply::text(200, ""));
    Listener listener(m_client->send(get()));
    AWAIT(listener);
    QTRY_VERIFY(listener.job.isNull());
    QVERIFY(m_client->children().isEmpty() || m_client->findChildren<HttpJob*>().isEmpty());
}

void TestHttpClient::destroyedClientTakesItsJobs()
{
    m_server->reply(LoopbackReply::text(200, "0123456789").ending(End::Stall, 5));
    HttpRequest request = get();
    request.manners.parallel = 1;
    Listener running(m_client->send(request));
    Listener queued(m_client->send(request));
    QTRY_COMPARE(running.body.size(), 5);
    m_client.reset();
    QVERIFY(running.job.isNull());
    QVERIFY(queued.job.isNull());
    QTRY_COMPARE(m_server->openConnections(), 0);
    QCOMPARE(running.ends + queued.ends, 0);
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "test_httpclient.moc"
