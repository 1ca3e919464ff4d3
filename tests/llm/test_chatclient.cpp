// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/chatclient.h"
#include "net/httpclient.h"
#include "support/askedstream.h"
#include "support/fakellm.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace lb::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestChatClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsWhatTheSdkSends();
    void sendsNoHeaderForAnEmptyKey();
    void refusesAKeyThatCannotStandInAHeader();
    void everyFaultEndsInAnAnswerOrItsCause_data();
    void everyFaultEndsInAnAnswerOrItsCause();
    void forwardsNothingOnARedirect();
    void learnsOnceWhatIsNotTaken_data();
    void learnsOnceWhatIsNotTaken();
    void asksForJsonAsTheEndpointTakesIt();
    void remembersOnlyWhatHelped();
    void learnsTheContextSize();
    void seesThatThePromptWasCutInSecret();
    void seesThatTheAnswerWasCutInSecret();
    void completesWithoutTheEndOfTheStream();
    void estimatesTokensThatAreNotTold();
    void refusesWhatMakesNoSense();
    void restoresOnlyWhatIsSound();

private:
    [[nodiscard]] ChatRequest request(const QString& model = u"m"_s) const
    {
        return chatRequest(m_server->url("/v1").toString(), model);
    }
    [[nodiscard]] std::unique_ptr<Asked> ask(const ChatRequest& question) const
    {
        return std::make_unique<Asked>(m_client->ask(question));
    }

    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<net::HttpClient> m_http;
    std::unique_ptr<ChatClient> m_client;
};

void TestChatClient::init()
{
    m_server = std::make_unique<LoopbackServer>();
    m_http = std::make_unique<net::HttpClient>();
    m_client = std::make_unique<ChatClient>(*m_http);
    m_client->setLimits(quickLimits());
}

void TestChatClient::cleanup()
{
    m_client.reset();
    m_http.reset();
    m_server.reset();
}

void TestChatClient::sendsWhatTheSdkSends()
{
    m_server->reply(chatStream(u"Good day."_s));
    const auto asked = ask(request());
    QTRY_VERIFY(asked->isDone());
    QVERIFY2(*asked->outcome, qPrintable(asked->said()));
    QCOMPARE((*asked->outcome)->text, u"Good day."_s);
    QCOMPARE((*asked->outcome)->tokensIn, 5);
    QCOMPARE((*asked->outcome)->tokensOut, 2);
    QVERIFY(!(*asked->outcome)->tokensEstimated);
    QCOMPARE((*asked->outcome)->model, u"fault"_s);
    QCOMPARE(asked->shown, u"Good day."_s);

    const LoopbackRequest sent = m_server->requests().first();
    QCOMPARE(sent.method, QByteArray("POST"));
    QCOMPARE(sent.target, QByteArray("/v1/chat/completions"));
    QCOMPARE(sent.headers.value("content-type"), QByteArray("application/json"));
    QCOMPARE(sent.headers.value("accept"), QByteArray("text/event-stream"));
    QCOMPARE(sent.headers.value("accept-encoding"), QByteArray("identity"));
    QCOMPARE(sent.headers.value("authorization"), QByteArray("Bearer " + canaryKey().toLatin1()));
    QVERIFY(sent.headers.value("user-agent").startsWith("ListBrief/"));
    // The SDK's body for the same question: {"model","messages","stream","stream_options"} and what the
    // caller gave.
    const QJsonObject expected{
        {u"model"_s, u"m"_s},
        {u"messages"_s,
         QJsonArray{QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, u"Be brief."_s}},
                    QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Was ist 好?"_s}}}},
        {u"stream"_s, true},
        {u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}}},
        {u"temperature"_s, 0.2},
        {u"max_tokens"_s, 3000}};
    QCOMPARE(QJsonDocument::fromJson(sent.body).object(), expected);
    QVERIFY(sent.body.contains("\xE5\xA5\xBD")); // raw UTF-8
}

void TestChatClient::sendsNoHeaderForAnEmptyKey()
{
    m_server->reply(chatStream(u"x."_s));
    ChatRequest question = request();
    question.key = u"  "_s;
    const auto asked = ask(question);
    QTRY_VERIFY(asked->isDone());
    QVERIFY(!m_server->requests().first().headers.contains("authorization"));
}

void TestChatClient::refusesAKeyThatCannotStandInAHeader()
{
    for (const QString& key : {u"sk-a\r\nX-Evil: 1"_s, u"sk a"_s, u"sk-ключ"_s}) {
        ChatRequest question = request();
        question.key = key;
        const auto asked = ask(question);
        QTRY_VERIFY(asked->isDone());
        QCOMPARE(asked->code(), ErrorCode::ModelAuth);
        QVERIFY(!asked->outcome->error().text.contains(key));
    }
    QVERIFY(m_server->requests().isEmpty());
}

void TestChatClient::everyFaultEndsInAnAnswerOrItsCause_data()
{
    QTest::addColumn<int>("index");
    const auto& cases = faultCases();
    QCOMPARE(cases.size(), std::size_t(41));
    for (std::size_t i = 0; i < cases.size(); ++i)
        QTest::newRow(cases[i].name.constData()) << static_cast<int>(i);
}

void TestChatClient::everyFaultEndsInAnAnswerOrItsCause()
{
    QFETCH(int, index);
    const FaultCase& fault = faultCases()[static_cast<std::size_t>(index)];
    m_server->setHandler([&fault](const LoopbackRequest&) { return fault.reply(); });
    if (fault.name.startsWith("stall")) {
        ChatLimits impatient = quickLimits();
        impatient.idleLocal = 500ms;
        m_client->setLimits(impatient);
    }
    const auto asked = ask(request());
    QTRY_VERIFY(asked->isDone());
    if (fault.error) {
        QVERIFY(!*asked->outcome);
        const Error& error = asked->outcome->error();
        QVERIFY2(error.code == *fault.error, qPrintable(error.text));
        QVERIFY2(error.text.contains(fault.says), qPrintable(error.text));
        QVERIFY(!error.text.isEmpty());
    } else {
        QVERIFY2(*asked->outcome, qPrintable(asked->said()));
        QVERIFY((*asked->outcome)->text == fault.text);
        QVERIFY(asked->shown.trimmed() == fault.text);
    }
    QCOMPARE(m_server->requests().size(), fault.requests);
    QTRY_VERIFY(asked->running.isNull());
    QCOMPARE(asked->times, 1);
}

void TestChatClient::forwardsNothingOnARedirect()
{
    LoopbackServer other;
    for (const int status : {301, 302, 303, 307, 308}) {
        m_server->reply(LoopbackReply::redirect(status, other.url("/v1/chat/completions").toEncoded()));
        const auto asked = ask(request());
        QTRY_VERIFY(asked->isDone());
        QCOMPARE(asked->code(), ErrorCode::RedirectRefused);
    }
    QVERIFY(other.requests().isEmpty());
    QCOMPARE(other.connections(), 0);
}

void TestChatClient::learnsOnceWhatIsNotTaken_data()
{
    QTest::addColumn<QString>("refuses");
    QTest::addColumn<QString>("message");
    QTest::newRow("max_tokens")
        << u"max_tokens"_s
        << u"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."_s;
    QTest::newRow("temperature")
        << u"temperature"_s << u"Unsupported value: 'temperature' does not support 0.2 with this model."_s;
    QTest::newRow("stream_options") << u"stream_options"_s
                                    << u"Unrecognized request argument supplied: stream_options"_s;
    QTest::newRow("stream") << u"stream"_s << u"This model does not support streaming."_s;
    QTest::newRow("system") << u"system"_s << u"System role not supported"_s;
}

void TestChatClient::learnsOnceWhatIsNotTaken()
{
    QFETCH(QString, refuses);
    QFETCH(QString, message);
    m_server->setHandler([&](const LoopbackRequest& sent) {
        const QJsonObject body = QJsonDocument::fromJson(sent.body).object();
        const bool hasSystem = body["messages"_L1][0]["role"_L1].toString() == "system"_L1;
        if (refuses == "system"_L1 ? hasSystem : body.contains(refuses))
            return jsonReply(
                400, QJsonDocument(QJsonObject{{u"error"_s, QJsonObject{{u"message"_s, message}}}}).toJson());
        if (!body["stream"_L1].toBool())
            return jsonReply(200, R"({"choices":[{"finish_reason":"stop","message":{"content":"Fine."}}]})");
        return chatStream(u"Fine."_s);
    });
    QSignalSpy changed(m_client.get(), &ChatClient::capabilitiesChanged);
    for (const int requests : {2, 3}) { // the second question knows
        const auto asked = ask(request());
        QTRY_VERIFY(asked->isDone());
        QVERIFY2(*asked->outcome, qPrintable(asked->said()));
        QCOMPARE(m_server->requests().size(), requests);
    }
    QCOMPARE(changed.size(), 1);
    ChatClient later(*m_http);
    later.restoreCapabilities(m_client->savedCapabilities());
    QCOMPARE(later.capabilities(request().provider), m_client->capabilities(request().provider));
    QVERIFY(later.capabilities(request().provider) != Capabilities());
    QCOMPARE(later.capabilities(request(u"other"_s).provider), Capabilities());
    const Asked asked(later.ask(request()));
    QTRY_VERIFY(asked.isDone());
    QVERIFY(*asked.outcome);
    QCOMPARE(m_server->requests().size(), 4);
    if (refuses == "system"_L1) {
        const QJsonObject body = QJsonDocument::fromJson(m_server->requests().last().body).object();
        QCOMPARE(body["messages"_L1].toArray().size(), 1);
        QCOMPARE(body["messages"_L1][0]["content"_L1].toString(), u"Be brief.\n\nWas ist 好?"_s);
    }
    m_client->forgetCapabilities(request().provider);
    QCOMPARE(m_client->capabilities(request().provider), Capabilities());
}

/// A schema, else any JSON object, else nothing of it; each endpoint is asked once.
void TestChatClient::asksForJsonAsTheEndpointTakesIt()
{
    QStringList sent;
    m_server->setHandler([&](const LoopbackRequest& asked) {
        const QJsonObject body = QJsonDocument::fromJson(asked.body).object();
        sent.append(body["response_format"_L1]["type"_L1].toString());
        if (body.contains("response_format"_L1))
            return jsonReply(
                400,
                R"({"error":{"message":"Invalid type for 'response_format'","param":"response_format"}})");
        return chatStream(u"{}"_s);
    });
    ChatRequest question = request();
    question.schema = R"({"type":"object"})";
    for (int i = 0; i < 2; ++i) {
        const auto asked = ask(question);
        QTRY_VERIFY(asked->isDone());
        QVERIFY2(*asked->outcome, qPrintable(asked->said()));
    }
    QCOMPARE(sent, (QStringList{u"json_schema"_s, u"json_object"_s, QString(), QString()}));
    const QJsonObject first = QJsonDocument::fromJson(m_server->requests().first().body).object();
    QCOMPARE(first["response_format"_L1]["json_schema"_L1]["schema"_L1]["type"_L1].toString(), u"object"_s);
    ChatClient later(*m_http);
    later.restoreCapabilities(m_client->savedCapabilities());
    QCOMPARE(later.capabilities(question.provider).json, JsonFormat::None);
}

void TestChatClient::remembersOnlyWhatHelped()
{
    m_server->setHandler([](const LoopbackRequest&) { return jsonReply(422, R"({"detail":"no"})"); });
    const auto asked = ask(request());
    QTRY_VERIFY(asked->isDone());
    QCOMPARE(asked->code(), ErrorCode::ModelRequest);
    QCOMPARE(m_server->requests().size(), 2);
    const QJsonObject second = QJsonDocument::fromJson(m_server->requests().last().body).object();
    QVERIFY(!second.contains("temperature"_L1));
    QVERIFY(!second.contains("stream_options"_L1));
    QCOMPARE(m_client->capabilities(request().provider), Capabilities());
}

void TestChatClient::learnsTheContextSize()
{
    m_server->setHandler([](const LoopbackRequest&) {
        return jsonReply(
            400,
            R"({"error":{"code":400,"message":"request (1364 tokens) exceeds the available context size (512 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":1364,"n_ctx":512}})");
    });
    ChatRequest question = request();
    question.user = QString(2000, u'a'); // about 500 tokens
    const auto asked = ask(question);
    QTRY_VERIFY(asked->isDone());
    QCOMPARE(asked->code(), ErrorCode::ModelContext);
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_client->capabilities(question.provider).contextTokens, 512);
    QVERIFY(m_client->capabilities(question.provider).tokenFactor > 2.5);
    QVERIFY(m_client->capabilities(question.provider).tokenFactor < 2.8);

    // The server was started again with more room.
    m_server->setHandler([](const LoopbackRequest&) { return chatStream(u"Fine."_s, 1364, 10); });
    const auto again = ask(question);
    QTRY_VERIFY(again->isDone());
    QCOMPARE(m_client->capabilities(question.provider).contextTokens, 0);
}

void TestChatClient::seesThatThePromptWasCutInSecret()
{
    ChatRequest question = request();
    question.user = QString(40'000, u'a');
    m_server->reply(chatStream(u"Fine."_s, 2048, 10));
    const auto asked = ask(question);
    QTRY_VERIFY(asked->isDone());
    QCOMPARE(asked->code(), ErrorCode::ModelContext);
    QVERIFY(asked->outcome->error().text.contains("2048"_L1));
    QCOMPARE(m_client->capabilities(question.provider).contextTokens, 2048);
}

void TestChatClient::seesThatTheAnswerWasCutInSecret()
{
    m_server->reply(chatStream(u"Fine"_s, 5, 3000));
    const auto asked = ask(request());
    QTRY_VERIFY(asked->isDone());
    QCOMPARE(asked->code(), ErrorCode::ModelIncomplete);
}

void TestChatClient::completesWithoutTheEndOfTheStream()
{
    LoopbackReply reply = LoopbackReply::events({textChunk(u"Fine."_s), chatChunk("{}", "\"stop\"")});
    reply.end = LoopbackReply::End::Stall;
    reply.stopAfter = textChunk(u"Fine."_s).size() + chatChunk("{}", "\"stop\"").size();
    m_server->reply(reply);
    const auto asked = ask(request());
    QTRY_VERIFY(asked->isDone());
    QVERIFY2(*asked->outcome, qPrintable(asked->said()));
    QTRY_COMPARE(m_server->openConnections(), 0);
}

void TestChatClient::estimatesTokensThatAreNotTold()
{
    m_server->reply(LoopbackReply::events(
        {textChunk(u"Twelve chars"_s), chatChunk("{}", "\"stop\""), "data: [DONE]\n\n"}));
    const auto asked = ask(request());
    QTRY_VERIFY(asked->isDone());
    QVERIFY((*asked->outcome)->tokensEstimated);
    QCOMPARE((*asked->outcome)->tokensOut, 3);
    QVERIFY((*asked->outcome)->tokensIn > 0);
}

void TestChatClient::refusesWhatMakesNoSense()
{
    ChatRequest noUrl = request();
    noUrl.provider.endpoint = u"ftp://x"_s;
    const auto first = ask(noUrl);
    const auto second = ask(request(u" "_s));
    QTRY_VERIFY(first->isDone() && second->isDone());
    QCOMPARE(first->code(), ErrorCode::Usage);
    QCOMPARE(second->code(), ErrorCode::Usage);
}

void TestChatClient::restoresOnlyWhatIsSound()
{
    for (const QByteArray& json : {QByteArray("{"), QByteArray("[1,{}]"), QByteArray(R"([{"endpoint":5}])")})
        m_client->restoreCapabilities(json);
    QCOMPARE(m_client->savedCapabilities(), QByteArray("[]"));
    m_client->restoreCapabilities(
        R"([{"endpoint":"http://x/v1/chat/completions","model":"m","contextTokens":-5,"tokenFactor":900}])");
    Provider provider;
    provider.endpoint = u"http://x"_s;
    provider.model = u"m"_s;
    QCOMPARE(m_client->capabilities(provider).contextTokens, 0);
    QCOMPARE(m_client->capabilities(provider).tokenFactor, 4.0);
}

QTEST_GUILESS_MAIN(TestChatClient)
#include "test_chatclient.moc"
