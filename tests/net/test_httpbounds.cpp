// SPDX-License-Identifier: GPL-3.0-or-later
#include "listener.h"
#include "net/httpclient.h"
#include "support/loopbackserver.h"
#include "support/patience.h"

#include <QTcpServer>
#include <QTest>

using namespace lb;
using namespace lb::net;
using namespace lb::test;
using namespace Qt::StringLiterals;

using Framing = LoopbackReply::Framing;
using End = LoopbackReply::End;

class TestHttpBounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void followsRedirectsWithinTheOrigin();
    void neverTakesTheKeyToAnotherOrigin_data();
    void neverTakesTheKeyToAnotherOrigin();
    void givesUpOnRedirectLoops();
    void boundsTheBody_data();
    void boundsTheBody();
    void boundsInflatedBytes();
    void givesUpWhenNothingComes_data();
    void givesUpWhenNothingComes();
    void livesAsLongAsBytesCome();
    void boundsTheTotalTime();
    void abortEndsAnyStage_data();
    void abortEndsAnyStage();
    void abortInsideASlotStopsDelivery_data();
    void abortInsideASlotStopsDelivery();

private:
    [[nodiscard]] HttpRequest get(const QByteArray& path = "/") const;

    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<HttpClient> m_client;
};

void TestHttpBounds::init()
{
    m_server = std::make_unique<LoopbackServer>();
    m_client = std::make_unique<HttpClient>();
}

void TestHttpBounds::cleanup()
{
    m_client.reset();
    m_server.reset();
}

HttpRequest TestHttpBounds::get(const QByteArray& path) const
{
    HttpRequest request;
    request.url = m_server->url(path);
    return request;
}

void TestHttpBounds::followsRedirectsWithinTheOrigin()
{
    m_server->reply(LoopbackReply::redirect(307, "/b?x=1"));
    m_server->reply(LoopbackReply::redirect(308, m_server->url("/c").toEncoded()));
    m_server->reply(LoopbackReply::text(200, "there"));
    HttpRequest request = get("/a");
    request.method = "POST";
    request.body = "content";
    request.headers = {{"Authorization", "Bearer k"}};
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QVERIFY(*listener.outcome);
    QCOMPARE(listener.order, QByteArray("hbf"));
    QCOMPARE(listener.body, QByteArray("there"));
    QCOMPARE(listener.head.url, m_server->url("/c"));
    QCOMPARE(m_server->requests().size(), 3);
    for (const LoopbackRequest& seen : m_server->requests()) {
        QCOMPARE(seen.method, QByteArray("POST"));
        QCOMPARE(seen.body, QByteArray("content"));
        QCOMPARE(seen.headers.value("authorization"), QByteArray("Bearer k"));
    }
}

void TestHttpBounds::neverTakesTheKeyToAnotherOrigin_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("method");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("POST %d", status) << status << QByteArray("POST");
        QTest::addRow("GET %d", status) << status << QByteArray("GET");
    }
}

void TestHttpBounds::neverTakesTheKeyToAnotherOrigin()
{
    QFETCH(int, status);
    QFETCH(QByteArray, method);
    LoopbackServer other;
    other.setHandler([](const LoopbackRequest&) { return LoopbackReply::text(200, "got it"); });
    m_server->reply(LoopbackReply::redirect(status, other.url("/steal?secret=path").toEncoded()));
    HttpRequest request = get();
    request.method = method;
    request.headers = {{"Authorization", "Bearer canary-key"}};
    if (method == "POST")
        request.body = "canary-body";
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QVERIFY(!*listener.outcome);
    QCOMPARE(listener.code(), ErrorCode::RedirectRefused);
    QVERIFY(listener.outcome->error().text.contains(QString::number(other.port())));
    QVERIFY(!listener.outcome->error().text.contains("secret"_L1));
    QVERIFY(!listener.outcome->error().text.contains("canary"_L1));
    QCOMPARE(listener.order, QByteArray("f"));
    // A request that leaks would come before this one.
    request.url = other.url("/asked");
    Listener asked(m_client->send(request));
    AWAIT(asked);
    QCOMPARE(other.requests().size(), 1);
    QCOMPARE(other.requests().first().target, QByteArray("/asked"));
}

void TestHttpBounds::givesUpOnRedirectLoops()
{
    m_server->setHandler([](const LoopbackRequest&) { return LoopbackReply::redirect(302, "/again"); });
    HttpRequest request = get();
    request.limits.redirects = 3;
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QCOMPARE(listener.code(), ErrorCode::RedirectRefused);
    QCOMPARE(m_server->requests().size(), 4);
}

void TestHttpBounds::boundsTheBody_data()
{
    QTest::addColumn<int>("framing");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<bool>("fits");
    for (const auto framing : {Framing::Length, Framing::Chunked, Framing::UntilClose}) {
        QTest::addRow("framing %d, exactly", static_cast<int>(framing))
            << static_cast<int>(framing) << 100000 << true;
        QTest::addRow("framing %d, one more", static_cast<int>(framing))
            << static_cast<int>(framing) << 100001 << false;
    }
}

void TestHttpBounds::boundsTheBody()
{
    QFETCH(int, framing);
    QFETCH(int, bytes);
    QFETCH(bool, fits);
    m_server->reply(LoopbackReply::text(200, pattern(bytes)).framed(static_cast<Framing>(framing)));
    HttpRequest request = get();
    request.limits.bytes = 100000;
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QCOMPARE(listener.outcome->has_value(), fits);
    QVERIFY(listener.body.size() <= 100000);
    if (!fits)
        QCOMPARE(listener.code(), ErrorCode::TooLarge);
}

void TestHttpBounds::boundsInflatedBytes()
{
    // 16 MB of zeroes are some 16 kB on the wire.
    m_server->reply(LoopbackReply::text(200, QByteArray(16 * 1024 * 1024, '\0')).encodedAsGzip());
    HttpRequest request = get();
    request.limits.bytes = 1 << 20;
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QCOMPARE(listener.code(), ErrorCode::TooLarge);
    QVERIFY(listener.body.size() <= 1 << 20);
}

void TestHttpBounds::givesUpWhenNothingComes_data()
{
    QTest::addColumn<bool>("head");
    QTest::addColumn<int>("after");
    QTest::newRow("no head") << false << 0;
    QTest::newRow("no body") << true << 0;
    QTest::newRow("mid body") << true << 5;
}

void TestHttpBounds::givesUpWhenNothingComes()
{
    QFETCH(bool, head);
    QFETCH(int, after);
    m_server->reply(head ? LoopbackReply::text(200, "0123456789").ending(End::Stall, after)
                         : LoopbackReply::unanswered(End::Stall));
    HttpRequest request = get();
    request.limits.idle = 1s; // the server, in this thread too, says what it has to say sooner
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QCOMPARE(listener.code(), ErrorCode::NetworkTimeout);
    QCOMPARE(listener.heads, head ? 1 : 0);
    QCOMPARE(listener.body.size(), after);
    QCOMPARE(m_server->requests().size(), 1); // who waited once need not wait three times
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestHttpBounds::livesAsLongAsBytesCome()
{
    LoopbackReply reply = LoopbackReply::text(200, "0123456789").framed(Framing::Chunked).inPieces(1, 130ms);
    m_server->reply(reply);
    HttpRequest request = get();
    request.limits.idle = 1s; // the whole takes longer
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QVERIFY(*listener.outcome);
    QCOMPARE(listener.body, QByteArray("0123456789"));
}

void TestHttpBounds::boundsTheTotalTime()
{
    m_server->reply(LoopbackReply::text(200, pattern(1000)).framed(Framing::Chunked).inPieces(1, 10ms));
    HttpRequest request = get();
    request.limits.total = 1s; // of ten that the body takes
    Listener listener(m_client->send(request));
    AWAIT(listener);
    QCOMPARE(listener.code(), ErrorCode::NetworkTimeout);
    QVERIFY(!listener.body.isEmpty());
}

void TestHttpBounds::abortEndsAnyStage_data()
{
    QTest::addColumn<QByteArray>("stage");
    for (const char* stage : {"before its turn", "no head", "mid body", "waiting"})
        QTest::newRow(stage) << QByteArray(stage);
}

void TestHttpBounds::abortEndsAnyStage()
{
    QFETCH(QByteArray, stage);
    if (stage == "waiting")
        m_server->reply(LoopbackReply::text(503, "").header("Retry-After", "60"));
    else if (stage == "mid body")
        m_server->reply(LoopbackReply::text(200, "0123456789").ending(End::Stall, 5));
    else
        m_server->reply(LoopbackReply::unanswered(End::Stall));
    Listener listener(m_client->send(get()));
    if (stage == "no head")
        QTRY_COMPARE(m_server->requests().size(), 1);
    if (stage == "mid body")
        QTRY_COMPARE(listener.body.size(), 5);
    if (stage == "waiting")
        QTRY_COMPARE(listener.waits.size(), 1);
    const ProcessorClock clock;
    listener.job->abort();
    listener.job->abort();
    QCOMPARE(listener.ends, 0); // asynchronously
    AWAIT(listener);
    QVERIFY(clock.isPrompt());
    QCOMPARE(listener.code(), ErrorCode::Cancelled);
    if (stage != "waiting") // that answer was complete
        QTRY_COMPARE(m_server->openConnections(), 0); // a model stops writing when its client has gone
    QTRY_VERIFY(listener.job.isNull());
    QCOMPARE(listener.ends, 1);
}

void TestHttpBounds::abortInsideASlotStopsDelivery_data()
{
    QTest::addColumn<bool>("head");
    QTest::newRow("in headArrived") << true;
    QTest::newRow("in bodyArrived") << false;
}

void TestHttpBounds::abortInsideASlotStopsDelivery()
{
    QFETCH(bool, head);
    m_server->reply(LoopbackReply::text(200, pattern(1 << 20)));
    HttpJob* job = m_client->send(get());
    Listener listener(job);
    if (head)
        connect(job, &HttpJob::headArrived, job, &HttpJob::abort);
    else
        connect(job, &HttpJob::bodyArrived, job, &HttpJob::abort);
    AWAIT(listener);
    QCOMPARE(listener.code(), ErrorCode::Cancelled);
    QCOMPARE(listener.pieces, head ? 0 : 1);
}

QTEST_GUILESS_MAIN(TestHttpBounds)
#include "test_httpbounds.moc"
