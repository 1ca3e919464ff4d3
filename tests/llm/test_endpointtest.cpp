// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/endpointtest.h"
#include "net/httpclient.h"
#include "support/fakedialects.h"
#include "support/fakellm.h"
#include "support/patience.h"
#include "support/tlsserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

using Step = EndpointTest::Step;
using Outcome = EndpointTest::Outcome;

struct Seen {
    Step step;
    Outcome outcome;
    QString text;
};

Provider providerAt(const QString& endpoint, Dialect dialect = Dialect::OpenAi)
{
    Provider provider;
    provider.id = u"p"_s;
    provider.name = u"Mine"_s;
    provider.endpoint = endpoint;
    provider.model = u"good"_s;
    provider.dialect = dialect;
    return provider;
}

/// A test of an endpoint and all it told.
struct Run {
    Run(net::HttpClient& http, const QString& endpoint, const QString& key = u"sk-canary"_s)
        : Run(http, providerAt(endpoint), key)
    {
    }
    Run(net::HttpClient& http, const Provider& provider, const QString& key)
    {
        test = std::make_unique<EndpointTest>(http, provider, key);
        QObject::connect(test.get(), &EndpointTest::stepDone, test.get(),
                         [this](Step step, Outcome outcome, const QString& text) {
                             seen.append({step, outcome, text});
                         });
        QObject::connect(test.get(), &Job::finished, test.get(), [this](const Status& status) {
            ++times;
            result = status;
        });
        test->start();
    }
    [[nodiscard]] std::optional<Outcome> of(Step step) const
    {
        for (const Seen& one : seen) {
            if (one.step == step)
                return one.outcome;
        }
        return std::nullopt;
    }

    std::unique_ptr<EndpointTest> test;
    QList<Seen> seen;
    Status result;
    int times = 0;
};

LoopbackReply models()
{
    return jsonReply(200,
                     R"({"object":"list","data":[{"id":"zeta"},{"id":"good"},{"id":"good"},{"nope":1}]})");
}

/// A server that answers like the real ones do.
LoopbackReply answerWell(const LoopbackRequest& request)
{
    if (request.target == "/v1/models")
        return models();
    if (QJsonDocument::fromJson(request.body)["stream"_L1].toBool())
        return chatStream(u"yes"_s);
    return jsonReply(200, R"({"choices":[{"finish_reason":"stop","message":{"content":"yes"}}]})");
}

} // namespace

class TestEndpointTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesEveryStepInOrder();
    void namesTheStepThatFails_data();
    void namesTheStepThatFails();
    void namesTheStepThatFailsInEveryDialect_data();
    void namesTheStepThatFailsInEveryDialect();
    void passesInEveryDialect_data();
    void passesInEveryDialect();
    void asksOllamaWhatTheModelTakes();
    void trustsTheAuthorityOfTheProvider();
    void leavesTheNameToTheProxy();
    void needsNoListOfModels();
    void saysThatAnswersDoNotStream();
    void aCutAnswerIsGoodEnough();
    void findsNobodyAtTheAddress();
    void findsNoTlsWhereThereIsNone();
    void cancelsAtOnce();
    void survivesItsOwnEnd();
    void namesEveryStep();

private:
    net::HttpClient m_http;
};

void TestEndpointTest::passesEveryStepInOrder()
{
    LoopbackServer server;
    server.setHandler(answerWell);
    Run run(m_http, server.url("/").toString());
    QTRY_COMPARE(run.times, 1);
    QVERIFY2(run.result, qPrintable(run.result.has_value() ? QString() : run.result.error().text));
    QCOMPARE(run.seen.size(), 9);
    for (int i = 0; i < 9; ++i)
        QCOMPARE(static_cast<int>(run.seen[i].step), i);
    for (const Step step : {Step::Address, Step::Connection, Step::Key, Step::Models, Step::Answer,
                            Step::Streaming, Step::Usage})
        QVERIFY(run.of(step) == Outcome::Passed);
    QVERIFY(run.of(Step::Encryption) == Outcome::Skipped);
    QCOMPARE(run.test->models(), QStringList({u"good"_s, u"zeta"_s}));
    QCOMPARE(run.test->progress().done, 9);
}

void TestEndpointTest::namesTheStepThatFails_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("step");
    QTest::addColumn<int>("code");
    const auto row
        = [](const char* name, const char* target, int status, const char* body, Step step, ErrorCode code) {
              QTest::newRow(name) << QByteArray(target) << status << QByteArray(body)
                                  << static_cast<int>(step) << static_cast<int>(code);
          };
    row("wrong key", "/v1/models", 401, R"({"error":{"message":"Invalid API Key sk-canary"}})", Step::Key,
        ErrorCode::ModelAuth);
    row("no access", "/v1/models", 403, "", Step::Key, ErrorCode::ModelAuth);
    row("key seen at the answer", "/v1/chat/completions", 401, "", Step::Answer, ErrorCode::ModelAuth);
    row("unknown model", "/v1/chat/completions", 404,
        R"({"error":{"code":"model_not_found","message":"no"}})", Step::Answer, ErrorCode::ModelNotFound);
    row("no credit", "/v1/chat/completions", 402, "", Step::Answer, ErrorCode::ModelQuota);
    row("broken server", "/v1/chat/completions", 500, "", Step::Answer, ErrorCode::ModelServer);
    row("a page", "/v1/chat/completions", 200, "<html><title>Login</title>", Step::Answer,
        ErrorCode::ModelProtocol);
}

void TestEndpointTest::namesTheStepThatFails()
{
    QFETCH(QByteArray, target);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, step);
    QFETCH(int, code);
    LoopbackServer server;
    server.setHandler([&](const LoopbackRequest& request) {
        return request.target == target ? jsonReply(status, body) : answerWell(request);
    });
    Run run(m_http, server.url("/v1").toString());
    QTRY_COMPARE(run.times, 1);
    QVERIFY(!run.result);
    QCOMPARE(static_cast<int>(run.result.error().code), code);
    QCOMPARE(static_cast<int>(run.seen.last().step), step);
    QVERIFY(run.seen.last().outcome == Outcome::Failed);
    QVERIFY(run.result.error().text.startsWith(EndpointTest::stepName(run.seen.last().step)));
    QVERIFY(!run.result.error().text.contains("canary"_L1));
}

void TestEndpointTest::namesTheStepThatFailsInEveryDialect_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<bool>("models"); // refused at the list of models, else at the answer
    QTest::addColumn<int>("status");
    QTest::addColumn<Step>("step");
    QTest::addColumn<ErrorCode>("code");
    for (const auto& [name, dialect] :
         {std::pair("anthropic", Dialect::Anthropic), std::pair("ollama", Dialect::Ollama)}) {
        QTest::addRow("%s key", name) << dialect << true << 401 << Step::Key << ErrorCode::ModelAuth;
        QTest::addRow("%s model", name)
            << dialect << false << 404 << Step::Answer << ErrorCode::ModelNotFound;
        QTest::addRow("%s overloaded", name)
            << dialect << false << 529 << Step::Answer << ErrorCode::ModelServer;
    }
}

void TestEndpointTest::namesTheStepThatFailsInEveryDialect()
{
    QFETCH(Dialect, dialect);
    QFETCH(bool, models);
    QFETCH(int, status);
    QFETCH(Step, step);
    QFETCH(ErrorCode, code);
    LoopbackServer server;
    server.setHandler([&](const LoopbackRequest& request) {
        const bool isChat = request.target.endsWith("/messages") || request.target == "/api/chat";
        if (models ? request.method == "GET" : isChat)
            return dialectError(dialect, status, "some_error", "model 'good' not found");
        return dialectServer(dialect)(request);
    });
    Run run(m_http, providerAt(server.url("/").toString(), dialect), u"sk-canary"_s);
    QTRY_COMPARE(run.times, 1);
    QVERIFY(!run.result);
    QCOMPARE(run.seen.last().step, step);
    QCOMPARE(run.result.error().code, code);
}

void TestEndpointTest::passesInEveryDialect_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("openai") << Dialect::OpenAi;
    QTest::newRow("anthropic") << Dialect::Anthropic;
    QTest::newRow("ollama") << Dialect::Ollama;
}

void TestEndpointTest::passesInEveryDialect()
{
    QFETCH(Dialect, dialect);
    LoopbackServer server;
    server.setHandler(dialectServer(dialect));
    Run run(m_http, providerAt(server.url("/").toString(), dialect), u"sk-canary"_s);
    QTRY_COMPARE(run.times, 1);
    QVERIFY2(run.result, qPrintable(run.result.has_value() ? QString() : run.result.error().text));
    QCOMPARE(run.seen.size(), 9);
    for (const Step step :
         {Step::Connection, Step::Key, Step::Models, Step::Answer, Step::Streaming, Step::Usage})
        QVERIFY(run.of(step) == Outcome::Passed);
    QCOMPARE(run.test->models(), QStringList({u"good"_s, u"zeta"_s}));
    QCOMPARE(run.test->contextTokens(), 0);
}

void TestEndpointTest::asksOllamaWhatTheModelTakes()
{
    LoopbackServer server;
    server.setHandler([](const LoopbackRequest& request) {
        if (request.target != "/api/show")
            return dialectServer(Dialect::Ollama)(request);
        const bool asked = QJsonDocument::fromJson(request.body)["model"_L1].toString() == "good"_L1;
        return asked
            ? jsonReply(200, R"({"model_info":{"general.architecture":"x","x.context_length":40960}})")
            : jsonReply(404, "{}");
    });
    Run run(m_http, providerAt(server.url("/").toString(), Dialect::Ollama), {});
    QTRY_COMPARE(run.times, 1);
    QVERIFY(run.result);
    QCOMPARE(run.test->contextTokens(), 40960);
    const auto models = std::ranges::find(run.seen, Step::Models, &Seen::step);
    QVERIFY(models->text.contains("40960"_L1));
}

void TestEndpointTest::trustsTheAuthorityOfTheProvider()
{
    const TlsFiles files(u"IP:127.0.0.1"_s);
    if (!files.isMade() || !QSslSocket::supportsSsl())
        QSKIP("no openssl program to make certificates with, or Qt without TLS");
    const TlsServer server(files);
    Provider provider = providerAt(server.url().toString());
    Run stranger(m_http, provider, {});
    QTRY_COMPARE(stranger.times, 1);
    QVERIFY(stranger.of(Step::Encryption) == Outcome::Failed);
    provider.caFile = files.authority();
    Run trusted(m_http, provider, {});
    QTRY_COMPARE(trusted.times, 1);
    QVERIFY(trusted.of(Step::Encryption) == Outcome::Passed); // it speaks TLS, but is no model
    provider.caFile += u".missing"_s;
    Run missing(m_http, provider, {});
    QTRY_COMPARE(missing.times, 1);
    QVERIFY(missing.of(Step::Encryption) == Outcome::Failed);
    QVERIFY(missing.result.error().text.contains(provider.caFile));
}

void TestEndpointTest::leavesTheNameToTheProxy()
{
    LoopbackServer proxy;
    proxy.setHandler([](const LoopbackRequest& request) {
        LoopbackRequest plain = request;
        plain.target.replace("http://server.example.invalid", "");
        return answerWell(plain);
    });
    Provider provider = providerAt(u"http://server.example.invalid"_s);
    provider.proxy = u"http://127.0.0.1:%1"_s.arg(proxy.port());
    Run run(m_http, provider, {});
    QTRY_COMPARE(run.times, 1);
    QVERIFY2(run.result, qPrintable(run.result.has_value() ? QString() : run.result.error().text));
    QVERIFY(run.of(Step::Name) == Outcome::Skipped);
    QVERIFY(run.of(Step::Answer) == Outcome::Passed);
}

void TestEndpointTest::needsNoListOfModels()
{
    LoopbackServer server;
    server.setHandler([](const LoopbackRequest& request) {
        return request.target == "/v1/models" ? LoopbackReply::text(404, "no") : answerWell(request);
    });
    Run run(m_http, server.url("/v1").toString());
    QTRY_COMPARE(run.times, 1);
    QVERIFY(run.result);
    QVERIFY(run.of(Step::Models) == Outcome::Skipped);
    QVERIFY(run.of(Step::Key) == Outcome::Skipped);
    QVERIFY(run.test->models().isEmpty());
}

void TestEndpointTest::saysThatAnswersDoNotStream()
{
    LoopbackServer server;
    server.setHandler([](const LoopbackRequest& request) {
        return request.target == "/v1/models"
            ? models()
            : jsonReply(200, R"({"choices":[{"finish_reason":"stop","message":{"content":"yes"}}]})");
    });
    Run run(m_http, server.url("/v1").toString(), {});
    QTRY_COMPARE(run.times, 1);
    QVERIFY(run.result);
    QVERIFY(run.of(Step::Streaming) == Outcome::Skipped);
    QVERIFY(run.of(Step::Usage) == Outcome::Skipped);
}

void TestEndpointTest::aCutAnswerIsGoodEnough()
{
    LoopbackServer server;
    server.setHandler([](const LoopbackRequest& request) {
        return request.target == "/v1/models"
            ? models()
            : LoopbackReply::events({textChunk(u"yes and"_s), chatChunk("{}", "\"length\""),
                                     usageChunk(3, 64), "data: [DONE]\n\n"});
    });
    Run run(m_http, server.url("/v1").toString());
    QTRY_COMPARE(run.times, 1);
    QVERIFY2(run.result, qPrintable(run.result.has_value() ? QString() : run.result.error().text));
    QVERIFY(run.of(Step::Answer) == Outcome::Passed);
    QVERIFY(run.of(Step::Usage) == Outcome::Passed);
}

void TestEndpointTest::findsNobodyAtTheAddress()
{
    Run wrong(m_http, u"mailto:x"_s);
    quint16 port = 0;
    {
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        port = closed.serverPort();
    }
    Run refused(m_http, u"http://127.0.0.1:%1"_s.arg(port));
    QTRY_VERIFY(wrong.times == 1 && refused.times == 1);
    QVERIFY(wrong.of(Step::Address) == Outcome::Failed);
    QVERIFY(refused.of(Step::Connection) == Outcome::Failed);
    QCOMPARE(refused.result.error().code, ErrorCode::NetworkUnreachable);
}

void TestEndpointTest::findsNoTlsWhereThereIsNone()
{
    LoopbackServer server;
    server.setHandler(answerWell);
    QUrl url = server.url("/v1");
    url.setScheme(u"https"_s);
    Run run(m_http, url.toString());
    QTRY_COMPARE(run.times, 1);
    QVERIFY(run.of(Step::Connection) == Outcome::Passed);
    QVERIFY(run.of(Step::Encryption) == Outcome::Failed);
    QCOMPARE(run.result.error().code, ErrorCode::NetworkTls);
    QVERIFY(server.requests().isEmpty());
}

void TestEndpointTest::cancelsAtOnce()
{
    LoopbackServer server;
    server.setHandler(
        [](const LoopbackRequest&) { return LoopbackReply::unanswered(LoopbackReply::End::Stall); });
    Run run(m_http, server.url("/v1").toString());
    QTRY_COMPARE(server.requests().size(), 1);
    const ProcessorClock clock;
    run.test->cancel();
    QTRY_COMPARE(run.times, 1);
    QVERIFY(clock.isPrompt());
    QCOMPARE(run.result.error().code, ErrorCode::Cancelled);
    QTRY_COMPARE(server.openConnections(), 0);
    run.test->cancel();
    QCoreApplication::processEvents(); // a second end would be among them
    QCOMPARE(run.times, 1);
}

void TestEndpointTest::survivesItsOwnEnd()
{
    LoopbackServer server;
    server.setHandler(
        [](const LoopbackRequest&) { return LoopbackReply::unanswered(LoopbackReply::End::Stall); });
    Run run(m_http, server.url("/v1").toString());
    QTRY_COMPARE(server.requests().size(), 1);
    run.test.reset();
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE(run.times, 0);
}

void TestEndpointTest::namesEveryStep()
{
    QStringList names;
    for (int i = 0; i <= static_cast<int>(Step::Usage); ++i)
        names.append(EndpointTest::stepName(static_cast<Step>(i)));
    QCOMPARE(names.removeDuplicates(), 0);
    QVERIFY(!names.contains(QString()));
}

QTEST_GUILESS_MAIN(TestEndpointTest)
#include "test_endpointtest.moc"
