// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/localservers.h"
#include "net/httpclient.h"
#include "support/fakedialects.h"
#include "support/fakellm.h"

#include <QTcpServer>
#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace lb::test;
using namespace Qt::StringLiterals;

class TestLocalServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersWhatAnswers();
    void takesNoLlamaServerForAnOllama();
    void asksForNoMoreThanTheModels();
    void offersAServerThatWantsAKey();
    void waitsForNobody();
    void cancelsAtOnce();

private:
    net::HttpClient m_http;
};

namespace
{

/// As Ollama answers, and the other two as llama.cpp and a web page do.
LoopbackReply ollama(const LoopbackRequest& request)
{
    if (request.target == "/api/version")
        return jsonReply(200, R"({"version":"0.12.3"})");
    return dialectServer(Dialect::Ollama)(request);
}

/// Newer ones have some of Ollama's paths.
LoopbackReply llamaServer(const LoopbackRequest& request)
{
    if (request.target == "/v1/models" || request.target == "/api/tags")
        return jsonReply(
                   200,
                   R"({"models":[{"name":"tiny.gguf"}],"data":[{"id":"tiny.gguf","owned_by":"llamacpp"}]})")
            .header("Server", "llama.cpp");
    return jsonReply(404, R"({"error":{"code":404,"message":"File Not Found","type":"not_found_error"}})")
        .header("Server", "llama.cpp");
}

} // namespace

void TestLocalServers::offersWhatAnswers()
{
    LoopbackServer one;
    one.setHandler(ollama);
    LoopbackServer two;
    two.setHandler(llamaServer);
    LoopbackServer page;
    page.setHandler([](const LoopbackRequest&) { return LoopbackReply::html("<title>Router</title>"); });
    quint16 closed = 0;
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        closed = probe.serverPort();
    }
    LocalServers servers(m_http, {closed, page.port(), two.port(), one.port()});
    servers.start();
    QTRY_VERIFY(servers.isFinished());
    QCOMPARE(servers.found().size(), 2);
    const LocalServer& llama = servers.found().constFirst();
    QCOMPARE(llama.provider.name, u"llama.cpp"_s);
    QCOMPARE(llama.provider.dialect, Dialect::OpenAi);
    QCOMPARE(llama.provider.endpoint, u"http://127.0.0.1:%1/v1"_s.arg(two.port()));
    QCOMPARE(llama.models, QStringList{u"tiny.gguf"_s});
    const LocalServer& second = servers.found().constLast();
    QCOMPARE(second.provider.name, u"Ollama"_s);
    QCOMPARE(second.provider.dialect, Dialect::Ollama);
    QCOMPARE(second.models, (QStringList{u"zeta"_s, u"good"_s}));
    QCOMPARE(second.provider.model, u"zeta"_s);
}

void TestLocalServers::takesNoLlamaServerForAnOllama()
{
    LoopbackServer server; // even one that has all of the paths
    server.setHandler([](const LoopbackRequest& request) {
        return (request.target == "/api/version" ? jsonReply(200, R"({"version":"b7000"})")
                                                 : llamaServer(request))
            .header("Server", "llama.cpp");
    });
    LocalServers servers(m_http, {server.port()});
    servers.start();
    QTRY_VERIFY(servers.isFinished());
    QCOMPARE(servers.found().size(), 1);
    QCOMPARE(servers.found().constFirst().provider.dialect, Dialect::OpenAi);
}

void TestLocalServers::asksForNoMoreThanTheModels()
{
    LoopbackServer server;
    server.setHandler(ollama);
    LocalServers servers(m_http, {server.port()});
    servers.start();
    QTRY_VERIFY(servers.isFinished());
    QCOMPARE(server.requests().size(), 2);
    for (const LoopbackRequest& request : server.requests()) {
        QCOMPARE(request.method, QByteArray("GET"));
        QVERIFY(!request.headers.contains("authorization"));
        QVERIFY(request.body.isEmpty());
    }
}

void TestLocalServers::offersAServerThatWantsAKey()
{
    LoopbackServer server;
    server.setHandler([](const LoopbackRequest& request) {
        return jsonReply(request.target == "/v1/models" ? 401 : 404, "{}");
    });
    LocalServers servers(m_http, {server.port()});
    servers.start();
    QTRY_VERIFY(servers.isFinished());
    QCOMPARE(servers.found().size(), 1);
    QVERIFY(servers.found().constFirst().models.isEmpty());
}

void TestLocalServers::waitsForNobody()
{
    LoopbackServer silent;
    silent.setHandler(
        [](const LoopbackRequest&) { return LoopbackReply::unanswered(LoopbackReply::End::Stall); });
    LoopbackServer good;
    good.setHandler(ollama);
    LocalServers servers(m_http, {silent.port(), good.port()});
    servers.start();
    QTRY_VERIFY(servers.isFinished());
    QCOMPARE(servers.found().size(), 1);
    QTRY_COMPARE(silent.openConnections(), 0);
}

void TestLocalServers::cancelsAtOnce()
{
    LoopbackServer silent;
    silent.setHandler(
        [](const LoopbackRequest&) { return LoopbackReply::unanswered(LoopbackReply::End::Stall); });
    LocalServers servers(m_http, {silent.port()});
    servers.start();
    QTRY_COMPARE(silent.requests().size(), 1);
    servers.cancel();
    QVERIFY(servers.isFinished());
    QTRY_COMPARE(silent.openConnections(), 0);
}

QTEST_GUILESS_MAIN(TestLocalServers)
#include "test_localservers.moc"
