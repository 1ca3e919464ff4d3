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

class TestHttpRetry : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void retriesWhatMayPass_data();
    void retriesWhatMayPass();
    void deliversTheLastAnswerWhenRetriesAreUsedUp();
    void doesNotRetryWhatStays_data();
    void doesNotRetryWhatStays();
    void doesNotWaitLongerThanTwoMinutes();
    void waitsAsLongAsAsked();
    void backsOffByItselfWithoutRetryAfter();
    void retriesRefusedConnections();
    void reportsRefusedConnections();
    void reportsUnknownHosts();
    void doesNotRetryAfterTheHead_data();
    void doesNotRetryAfterTheHead();
    void survivesKeepAliveThatWasNotKept_data();
    void survivesKeepAliveThatWasNotKept();
    void takesAConnectionForEachRequest();
    void reportsConnectionsClosedWithoutAnswer();
    void reportsWhatIsNoHttp();

private:
    [[nodiscard]] HttpRequest get(const QByteArray& path = "/") const;

    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<HttpClient> m_client;
};

void TestHttpRetry::init()
{
    m_server = std::make_unique<LoopbackServer>();
    m_client = std::make_unique<HttpClient>();
}

void TestHttpRetry::cleanup()
{
    m_client.reset();
    m_server.reset();
}

HttpRequest TestHttpRetry::get(const QByteArray& path) const
{
    HttpRequest request;
    request.url = m_server->url(path);
    return request;
}

void TestHttpRetry::retriesWhatMayPass_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    for (const int status : {408, 429, 500, 502, 503, 504, 529}) {
        QTest::addRow("GET %d", status) << status << QByteArray("GET");
        QTest::addRow("POST %d", status) << status << QByteArray("POST");
    }
}

void TestHttpRetry::retriesWhatMayPass()
{
    QFETCH(int, status);
    QFETCH(QByteArray, method);
    m_server->reply(LoopbackReply::text(status, "not now").header("retry-after-ms", "1"));
    m_server->reply(LoopbackReply::text(status, "not now").header("retry-after-ms", "2"));
    m_server->reply(LoopbackReply::text(200, "now"));
    HttpRequest request = get();
    request.method = method;
    request.body = method == "POST" ? "content" : "";
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QVERIFY(*listener.outcome);
    QCOMPARE(listener.body, QByteArray("now"));
    QCOMPARE(listener.heads, 1); // those that were retried are not delivered
    QCOMPARE(listener.waits, (QList{1ms, 2ms}));
    QVERIFY(listener.reasons.first().endsWith(u'.'));
    QCOMPARE(m_server->requests().size(), 3);
    QCOMPARE(m_server->requests().last().body, request.body);
}

void TestHttpRetry::deliversTheLastAnswerWhenRetriesAreUsedUp()
{
    m_server->setHandler([](const LoopbackRequest&) {
        return LoopbackReply::text(503, "still not").header("retry-after-ms", "1");
    });
    Listener listener(m_client->send(get()));
    AWAIT(listener);
    QVERIFY(*listener.outcome);
    QCOMPARE(listener.head.status, 503);
    QCOMPARE(listener.body, QByteArray("still not"));
    QCOMPARE(m_server->requests().size(), 3);
}

void TestHttpRetry::doesNotRetryWhatStays_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("advice");
    for (const int status : {400, 401, 403, 404, 422, 501})
        QTest::addRow("%d", status) << status << QByteArray();
    QTest::newRow("429 that says so") << 429 << QByteArray("false");
}

void TestHttpRetry::doesNotRetryWhatStays()
{
    QFETCH(int, status);
    QFETCH(QByteArray, advice);
    LoopbackReply reply = LoopbackReply::text(status, "no").header("retry-after-ms", "1");
    if (!advice.isEmpty())
        reply.header("x-should-retry", advice);
    m_server->reply(reply);
    Listener listener(m_client->send(get()));
    AWAIT(listener);
    QVERIFY(*listener.outcome);
    QCOMPARE(listener.head.status, status);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestHttpRetry::doesNotWaitLongerThanTwoMinutes()
{
    m_server->reply(LoopbackReply::text(429, "tomorrow").header("Retry-After", "86400"));
    Listener listener(m_client->send(get()));
    AWAIT(listener);
    QVERIFY(*listener.outcome);
    QCOMPARE(listener.head.status, 429);
    QCOMPARE(retryAfter(listener.head, QDateTime::currentDateTimeUtc()), 24h);
}

void TestHttpRetry::waitsAsLongAsAsked()
{
    m_server->reply(LoopbackReply::text(503, "").header("retry-after-ms", "2100"));
    m_server->reply(LoopbackReply::text(200, "now"));
    HttpRequest request = get();
    request.limits.total = 2s; // does not count the wait
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QVERIFY(*listener.outcome);
    QVERIFY(m_server->requests().at(1).atMs - m_server->requests().at(0).atMs >= 2090);
}

void TestHttpRetry::backsOffByItselfWithoutRetryAfter()
{
    m_server->reply(LoopbackReply::text(500, ""));
    m_server->reply(LoopbackReply::text(200, "now"));
    Listener listener(m_client->send(get()));
    AWAIT(listener);
    QCOMPARE(listener.waits.size(), 1);
    QVERIFY(listener.waits.first() > 370ms && listener.waits.first() <= 500ms);
}

void TestHttpRetry::retriesRefusedConnections()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    HttpRequest request;
    request.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(taken.serverPort()));
    taken.close();
    request.limits.retries = 1;
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QCOMPARE(listener.waits.size(), 1);
    QCOMPARE(listener.code(), ErrorCode::NetworkUnreachable);
}

void TestHttpRetry::reportsRefusedConnections()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    HttpRequest request;
    request.url = QUrl(u"http://127.0.0.1:%1/secret?canary"_s.arg(taken.serverPort()));
    taken.close();
    request.limits.retries = 0;
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QCOMPARE(listener.code(), ErrorCode::NetworkUnreachable);
    QVERIFY(listener.outcome->error().text.contains("127.0.0.1"_L1));
    QVERIFY(!listener.outcome->error().text.contains("canary"_L1));
}

void TestHttpRetry::reportsUnknownHosts()
{
    HttpRequest request;
    request.url = QUrl(u"http://nowhere.localhost.invalid/"_s);
    request.limits.retries = 0;
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QCOMPARE(listener.code(), ErrorCode::NetworkUnreachable);
    QVERIFY(listener.outcome->error().text.contains("nowhere.localhost.invalid"_L1));
}

void TestHttpRetry::doesNotRetryAfterTheHead_data()
{
    QTest::addColumn<int>("framing");
    QTest::addColumn<int>("end");
    QTest::addColumn<int>("after");
    QTest::addColumn<bool>("complete");
    const auto row = [](const char* name, Framing framing, End end, int after, bool complete) {
        QTest::newRow(name) << static_cast<int>(framing) << static_cast<int>(end) << after << complete;
    };
    row("short of its length", Framing::Length, End::Close, 5, false);
    row("reset within its length", Framing::Length, End::Reset, 5, false);
    row("reset in a chunk stream", Framing::Chunked, End::Reset, 5, false);
    row("chunk stream without its end", Framing::Chunked, End::Close, 5, false);
    row("head only", Framing::Length, End::Close, 0, false);
    row("until close", Framing::UntilClose, End::Close, 5, true);
}

void TestHttpRetry::doesNotRetryAfterTheHead()
{
    QFETCH(int, framing);
    QFETCH(int, end);
    QFETCH(int, after);
    QFETCH(bool, complete);
    LoopbackReply reply = LoopbackReply::text(200, "0123456789");
    reply.framing = static_cast<Framing>(framing);
    m_server->reply(reply.ending(static_cast<End>(end), after).inPieces(5, 30ms));
    Listener listener(m_client->send(get()));
    AWAIT(listener);
    QCOMPARE(listener.outcome->has_value(), complete);
    if (!complete)
        QCOMPARE(listener.code(), ErrorCode::NetworkBroken);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestHttpRetry::survivesKeepAliveThatWasNotKept_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("end");
    QTest::addColumn<bool>("late"); // closes on the next request, rather than before it
    for (const QByteArray method : {"GET", "POST"}) {
        for (const End end : {End::Close, End::Reset}) {
            for (const bool late : {false, true}) {
                if (end == End::Reset && !late)
                    continue; // Qt 6.4 may lose the request; no server does that in good faith
                QTest::addRow("%s, %s, %s", method.constData(), end == End::Close ? "closed" : "reset",
                              late ? "late" : "early")
                    << method << static_cast<int>(end) << late;
            }
        }
    }
}

void TestHttpRetry::survivesKeepAliveThatWasNotKept()
{
    QFETCH(QByteArray, method);
    QFETCH(int, end);
    QFETCH(bool, late);
    HttpRequest request = get();
    request.method = method;
    request.body = method == "POST" ? "content" : "";
    request.limits.retries = 0;
    LoopbackReply promise = LoopbackReply::text(200, "one").header("Keep-Alive", "timeout=5");
    promise.keepsOpen = true; // a server that does not heed Connection: close, and then closes all the same
    m_server->reply(promise);
    Listener first(m_client->send(request));
    AWAIT(first);
    if (late)
        m_server->reply(LoopbackReply::unanswered(static_cast<End>(end)));
    else
        m_server->dropConnections(static_cast<End>(end));
    m_server->reply(LoopbackReply::text(200, "two"));
    Listener second(m_client->send(request));
    AWAIT(second);
    QVERIFY2(*second.outcome, qPrintable(second.outcome->error().text));
    QCOMPARE(second.body, QByteArray("two"));
}

void TestHttpRetry::takesAConnectionForEachRequest()
{
    for (int n = 1; n <= 3; ++n) {
        m_server->reply(LoopbackReply::text(200, "ok"));
        Listener listener(m_client->send(get()));
        AWAIT(listener);
        QCOMPARE(m_server->requests().last().connection, n);
    }
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestHttpRetry::reportsConnectionsClosedWithoutAnswer()
{
    m_server->setHandler([](const LoopbackRequest&) { return LoopbackReply::unanswered(End::Close); });
    HttpRequest request = get();
    request.limits.retries = 0;
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QCOMPARE(listener.code(), ErrorCode::NetworkBroken);
    qInfo("a request that is never answered is sent %d times", static_cast<int>(m_server->requests().size()));
}

void TestHttpRetry::reportsWhatIsNoHttp()
{
    LoopbackReply reply;
    reply.raw = "220 mail.example.invalid ESMTP ready\r\n";
    m_server->setHandler([reply](const LoopbackRequest&) mutable { return reply.ending(End::Close); });
    HttpRequest request = get();
    request.limits.retries = 0;
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QVERIFY(!*listener.outcome);
    QCOMPARE(listener.heads, 0);
}

QTEST_GUILESS_MAIN(TestHttpRetry)
#include "test_httpretry.moc"
