// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/chatclient.h"
#include "llm/protocol.h"
#include "net/httpclient.h"
#include "support/askedstream.h"
#include "support/fakedialects.h"
#include "support/fakellm.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace lb::test;
using namespace Qt::StringLiterals;

namespace
{

constexpr std::array dialects{Dialect::OpenAi, Dialect::Anthropic, Dialect::Ollama};

const char* nameOf(Dialect dialect)
{
    constexpr std::array names{"openai", "anthropic", "ollama"};
    return names.at(static_cast<std::size_t>(dialect));
}

QJsonObject bodyOf(const LoopbackRequest& request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace

class TestProtocols : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void completesWhatIsTyped_data();
    void completesWhatIsTyped();
    void sendsAnthropicMessages();
    void sendsOllamaChats();
    void answersInEveryDialect_data();
    void answersInEveryDialect();
    void endsAsTheDialectSays_data();
    void endsAsTheDialectSays();
    void aTotalOfTokensCountsTheCache();
    void triesAgainBeforeTheFirstText_data();
    void triesAgainBeforeTheFirstText();
    void keepsTheKeyToItself_data();
    void keepsTheKeyToItself();
    void leavesTheSchemaOutWhereItIsRefused_data();
    void leavesTheSchemaOutWhereItIsRefused();
    void doesNotRepeatWhatWouldChangeNothing();
    void seesThatOllamaCutThePrompt();
    void learnsWhatFitsFromAFullWindow();
    void listsModels_data();
    void listsModels();

private:
    static void everyDialect()
    {
        QTest::addColumn<Dialect>("dialect");
        for (const Dialect dialect : dialects)
            QTest::newRow(nameOf(dialect)) << dialect;
    }
    [[nodiscard]] ChatRequest request(Dialect dialect) const
    {
        ChatRequest question = chatRequest(m_server->url("/").toString());
        question.provider.dialect = dialect;
        return question;
    }
    [[nodiscard]] std::unique_ptr<Asked> ask(const ChatRequest& question) const
    {
        return std::make_unique<Asked>(m_client->ask(question));
    }

    std::unique_ptr<LoopbackServer> m_server;
    std::unique_ptr<net::HttpClient> m_http;
    std::unique_ptr<ChatClient> m_client;
};

void TestProtocols::init()
{
    m_server = std::make_unique<LoopbackServer>();
    m_http = std::make_unique<net::HttpClient>();
    m_client = std::make_unique<ChatClient>(*m_http);
    m_client->setLimits(quickLimits());
}

void TestProtocols::cleanup()
{
    m_client.reset();
    m_http.reset();
    m_server.reset();
}

void TestProtocols::completesWhatIsTyped_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("chat");
    QTest::addColumn<QString>("models");
    const auto anthropic = [](const char* typed, const char* base) {
        const QString start = QString::fromLatin1(base);
        QTest::addRow("anthropic %s", typed)
            << Dialect::Anthropic << QString::fromLatin1(typed) << QString(start + "/messages"_L1)
            << QString(start + "/models"_L1);
    };
    anthropic("https://api.example.com", "https://api.example.com/v1");
    anthropic("https://api.example.com/", "https://api.example.com/v1");
    anthropic("https://api.example.com/v1//", "https://api.example.com/v1");
    anthropic("https://api.example.com/v1/messages", "https://api.example.com/v1");
    anthropic("https://api.example.com/v1/models/", "https://api.example.com/v1");
    anthropic("https://api.example.com/anthropic", "https://api.example.com/anthropic/v1");
    anthropic("http://localhost:8080/v1/chat/completions", "http://localhost:8080/v1");
    anthropic("localhost:8080", "http://localhost:8080/v1");
    const auto ollama = [](const char* typed, const char* base) {
        const QString start = QString::fromLatin1(base);
        QTest::addRow("ollama %s", typed)
            << Dialect::Ollama << QString::fromLatin1(typed) << QString(start + "/api/chat"_L1)
            << QString(start + "/api/tags"_L1);
    };
    ollama("localhost:11434", "http://localhost:11434");
    ollama("http://127.0.0.1:11434/", "http://127.0.0.1:11434");
    ollama("http://127.0.0.1:11434/v1", "http://127.0.0.1:11434");
    ollama("http://127.0.0.1:11434/v1/chat/completions", "http://127.0.0.1:11434");
    ollama("http://127.0.0.1:11434/api", "http://127.0.0.1:11434");
    ollama("http://127.0.0.1:11434/api/chat/", "http://127.0.0.1:11434");
    ollama("http://127.0.0.1:11434/api/tags", "http://127.0.0.1:11434");
    ollama("https://box.example.com/ollama", "https://box.example.com/ollama");
}

void TestProtocols::completesWhatIsTyped()
{
    QFETCH(Dialect, dialect);
    QFETCH(QString, typed);
    QFETCH(QString, chat);
    QFETCH(QString, models);
    Provider provider;
    provider.dialect = dialect;
    provider.endpoint = typed;
    QCOMPARE(chatUrl(provider)->toString(), chat);
    QCOMPARE(modelsUrl(provider)->toString(), models);
    provider.endpoint = chat; // what it became is stable
    QCOMPARE(chatUrl(provider)->toString(), chat);
}

void TestProtocols::sendsAnthropicMessages()
{
    m_server->reply(dialectStream(Dialect::Anthropic, u"Good day."_s));
    ChatRequest question = request(Dialect::Anthropic);
    question.schema = R"({"type":"object"})";
    question.provider.temperature = 1.7;
    const auto asked = ask(question);
    QTRY_VERIFY(asked->isDone());
    QVERIFY2(*asked->outcome, qPrintable(asked->said()));
    const LoopbackRequest sent = m_server->requests().constFirst();
    QCOMPARE(sent.target, QByteArray("/v1/messages"));
    QCOMPARE(sent.headers.value("x-api-key"), canaryKey().toLatin1());
    QCOMPARE(sent.headers.value("anthropic-version"), QByteArray("2023-06-01"));
    QVERIFY(!sent.headers.contains("authorization"));
    const QJsonObject format{{u"type"_s, u"json_schema"_s},
                             {u"schema"_s, QJsonObject{{u"type"_s, u"object"_s}}}};
    const QJsonObject expected{
        {u"model"_s, u"m"_s},
        {u"system"_s, u"Be brief."_s},
        {u"messages"_s, QJsonArray{QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Was ist 好?"_s}}}},
        {u"stream"_s, true},
        {u"max_tokens"_s, 3000},
        {u"temperature"_s, 1.0},
        {u"output_config"_s, QJsonObject{{u"format"_s, format}}}};
    QCOMPARE(bodyOf(sent), expected);
}

void TestProtocols::sendsOllamaChats()
{
    m_server->reply(dialectStream(Dialect::Ollama, u"Good day."_s));
    ChatRequest question = request(Dialect::Ollama);
    question.schema = R"({"type":"object"})";
    question.provider.contextTokens = 16384;
    const auto asked = ask(question);
    QTRY_VERIFY(asked->isDone());
    QVERIFY2(*asked->outcome, qPrintable(asked->said()));
    const LoopbackRequest sent = m_server->requests().constFirst();
    QCOMPARE(sent.target, QByteArray("/api/chat"));
    QCOMPARE(sent.headers.value("authorization"), QByteArray("Bearer " + canaryKey().toLatin1()));
    const QJsonObject expected{
        {u"model"_s, u"m"_s},
        {u"messages"_s,
         QJsonArray{QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, u"Be brief."_s}},
                    QJsonObject{{u"role"_s, u"user"_s}, {u"content"_s, u"Was ist 好?"_s}}}},
        {u"stream"_s, true},
        {u"truncate"_s, false},
        {u"shift"_s, false},
        {u"think"_s, false},
        {u"format"_s, QJsonObject{{u"type"_s, u"object"_s}}},
        {u"options"_s,
         QJsonObject{{u"num_ctx"_s, 16384}, {u"num_predict"_s, 3000}, {u"temperature"_s, 0.2}}}};
    QCOMPARE(bodyOf(sent), expected);
}

void TestProtocols::answersInEveryDialect_data()
{
    everyDialect();
}

void TestProtocols::answersInEveryDialect()
{
    QFETCH(Dialect, dialect);
    for (const bool streamed : {true, false}) {
        m_server->reply(streamed ? dialectStream(dialect, u"Hello wörld ✓"_s)
                                 : dialectWhole(dialect, u"Hello wörld ✓"_s));
        const auto asked = ask(request(dialect));
        QTRY_VERIFY(asked->isDone());
        QVERIFY2(*asked->outcome, qPrintable(asked->said()));
        QCOMPARE((*asked->outcome)->text, u"Hello wörld ✓"_s);
        QCOMPARE((*asked->outcome)->model, u"fault"_s);
        QCOMPARE((*asked->outcome)->tokensIn, 5);
        QCOMPARE((*asked->outcome)->tokensOut, 2);
        QVERIFY(!(*asked->outcome)->tokensEstimated);
    }
}

void TestProtocols::endsAsTheDialectSays_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QList<QByteArray>>("pieces");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("says");
    const QByteArray start
        = messageEvent("message_start", R"("message":{"content":[],"usage":{"input_tokens":5}})");
    const QByteArray text
        = messageEvent("content_block_delta", R"("delta":{"type":"text_delta","text":"Hello"})");
    const QByteArray over = messageEvent("message_stop");
    const auto stop = [](const char* reason) {
        return messageEvent("message_delta",
                            R"("delta":{"stop_reason":")" + QByteArray(reason)
                                + R"("},"usage":{"output_tokens":2})");
    };
    const auto anthropic
        = [](const char* name, const QList<QByteArray>& pieces, ErrorCode code, const char* says) {
              QTest::addRow("anthropic %s", name)
                  << Dialect::Anthropic << pieces << code << QString::fromUtf8(says);
          };
    anthropic("cut", {start, text}, ErrorCode::ModelIncomplete, "without a finish");
    anthropic("max_tokens", {start, text, stop("max_tokens"), over}, ErrorCode::ModelIncomplete, "cut off");
    anthropic("refusal", {start, text, stop("refusal"), over}, ErrorCode::ModelRefused, "content filter");
    anthropic("window", {start, text, stop("model_context_window_exceeded"), over}, ErrorCode::ModelContext,
              "do not fit");
    anthropic("pause_turn", {start, text, stop("pause_turn"), over}, ErrorCode::ModelIncomplete,
              "pause_turn");
    anthropic("tool",
              {start,
               messageEvent("content_block_start", R"("content_block":{"type":"tool_use","name":"x"})"),
               stop("tool_use"), over},
              ErrorCode::ModelRefused, "tool");
    anthropic("only thoughts",
              {start,
               messageEvent("content_block_delta", R"("delta":{"type":"thinking_delta","thinking":"hm"})"),
               stop("end_turn"), over},
              ErrorCode::ModelEmpty, "only thought");
    anthropic(
        "error after text",
        {start, text, messageEvent("error", R"("error":{"type":"overloaded_error","message":"Overloaded"})")},
        ErrorCode::ModelServer, "overloaded");
    anthropic("api error after text",
              {start, text, messageEvent("error", R"("error":{"type":"api_error","message":"Internal"})")},
              ErrorCode::ModelServer, "Internal");
    anthropic("broken event", {start, text, "data: {\"type\":\n\n", stop("end_turn"), over},
              ErrorCode::ModelProtocol, "could not be read");

    const auto ollama = [](const char* name, const QList<QByteArray>& pieces, ErrorCode code,
                           const char* says) {
        QTest::addRow("ollama %s", name) << Dialect::Ollama << pieces << code << QString::fromUtf8(says);
    };
    ollama("cut", {chatLine(u"Hello"_s)}, ErrorCode::ModelIncomplete, "without a finish");
    ollama("cut in a line", {chatLine(u"Hello"_s), lastLine("stop", 5, 2).chopped(9)},
           ErrorCode::ModelProtocol, "could not be read");
    ollama("length", {chatLine(u"Hello"_s), lastLine("length", 5, 2)}, ErrorCode::ModelIncomplete, "cut off");
    ollama("load", {lastLine("load", 0, 0)}, ErrorCode::ModelIncomplete, "load");
    ollama("no text", {lastLine("stop", 5, 1)}, ErrorCode::ModelEmpty, "empty answer");
    ollama("error after text", {chatLine(u"Hello"_s), "{\"error\":\"the runner has died\"}\n"},
           ErrorCode::ModelServer, "the runner has died");
    ollama("tool",
           {R"({"message":{"content":"","tool_calls":[{"function":{"name":"x"}}]},"done":false})"
            "\n",
            lastLine("stop", 5, 2)},
           ErrorCode::ModelRefused, "tool");
}

void TestProtocols::endsAsTheDialectSays()
{
    QFETCH(Dialect, dialect);
    QFETCH(QList<QByteArray>, pieces);
    QFETCH(ErrorCode, code);
    QFETCH(QString, says);
    m_server->reply(dialect == Dialect::Ollama ? linesReply(pieces) : LoopbackReply::events(pieces));
    const auto asked = ask(request(dialect));
    QTRY_VERIFY(asked->isDone());
    QVERIFY2(asked->code() == code, qPrintable(asked->said()));
    QVERIFY2(asked->said().contains(says), qPrintable(asked->said()));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestProtocols::aTotalOfTokensCountsTheCache()
{
    const auto reader = protocolOf(Dialect::Anthropic).reader();
    (void)reader->read(
        R"({"type":"message_start","message":{"content":[],"usage":{"input_tokens":10,"cache_read_input_tokens":200,"cache_creation_input_tokens":3000}}})");
    QCOMPARE(reader->tokensIn(), 3210);
    (void)reader->read(
        R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":7}})");
    QCOMPARE(reader->tokensIn(), 3210);
    QCOMPARE(reader->tokensOut(), 7);
    QCOMPARE(reader->finishReason(), Finish::Stop);
}

void TestProtocols::triesAgainBeforeTheFirstText_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<bool>("inside"); // an error in a stream that began well
    for (const Dialect dialect : dialects) {
        QTest::addRow("%s refused", nameOf(dialect)) << dialect << false;
        if (dialect != Dialect::OpenAi)
            QTest::addRow("%s in the stream", nameOf(dialect)) << dialect << true;
    }
}

void TestProtocols::triesAgainBeforeTheFirstText()
{
    QFETCH(Dialect, dialect);
    QFETCH(bool, inside);
    if (!inside)
        m_server->reply(dialectError(dialect, 529, "overloaded_error", "Overloaded"));
    else if (dialect == Dialect::Ollama)
        m_server->reply(linesReply({"{\"error\":\"the runner has died\"}\n"}));
    else
        m_server->reply(LoopbackReply::events(
            {messageEvent("message_start", R"("message":{"content":[]})"),
             messageEvent("error", R"("error":{"type":"overloaded_error","message":"Overloaded"})")}));
    m_server->reply(dialectStream(dialect, u"Fine."_s));
    const auto asked = ask(request(dialect));
    QTRY_VERIFY(asked->isDone());
    QVERIFY2(*asked->outcome, qPrintable(asked->said()));
    QCOMPARE((*asked->outcome)->text, u"Fine."_s);
    QCOMPARE(m_server->requests().size(), 2);
    QVERIFY(!asked->waits.isEmpty()); // and people were told
}

void TestProtocols::keepsTheKeyToItself_data()
{
    everyDialect();
}

void TestProtocols::keepsTheKeyToItself()
{
    QFETCH(Dialect, dialect);
    m_server->reply(
        dialectError(dialect, 401, "authentication_error", "invalid x-api-key " + canaryKey().toLatin1()));
    const auto refused = ask(request(dialect));
    QTRY_VERIFY(refused->isDone());
    QCOMPARE(refused->code(), ErrorCode::ModelAuth);
    QVERIFY(!refused->said().contains(canaryKey()));
    QVERIFY(!refused->outcome->error().detail.contains(canaryKey()));
    QCOMPARE(m_server->requests().size(), 1);

    LoopbackServer other;
    m_server->reply(LoopbackReply::redirect(307, other.url("/steal").toEncoded()));
    const auto asked = ask(request(dialect));
    QTRY_VERIFY(asked->isDone());
    QCOMPARE(asked->code(), ErrorCode::RedirectRefused);
    QCOMPARE(other.connections(), 0);
}

void TestProtocols::leavesTheSchemaOutWhereItIsRefused_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("anthropic") << Dialect::Anthropic << u"output_config"_s
                               << QByteArray("output_config: Extra inputs are not permitted");
    QTest::newRow("ollama") << Dialect::Ollama << u"format"_s
                            << QByteArray("invalid format: expected \"json\"");
}

void TestProtocols::leavesTheSchemaOutWhereItIsRefused()
{
    QFETCH(Dialect, dialect);
    QFETCH(QString, member);
    QFETCH(QByteArray, message);
    m_server->setHandler([&](const LoopbackRequest& sent) {
        if (bodyOf(sent).contains(member))
            return dialectError(dialect, 400, "invalid_request_error", message);
        return dialectStream(dialect, u"{}"_s);
    });
    ChatRequest question = request(dialect);
    question.schema = R"({"type":"object"})";
    const auto asked = ask(question);
    QTRY_VERIFY(asked->isDone());
    QVERIFY2(*asked->outcome, qPrintable(asked->said()));
    const qsizetype first = m_server->requests().size();
    const auto again = ask(question);
    QTRY_VERIFY(again->isDone());
    QVERIFY(*again->outcome);
    QCOMPARE(m_server->requests().size(), first + 1); // it knows
}

void TestProtocols::doesNotRepeatWhatWouldChangeNothing()
{
    m_server->setHandler([](const LoopbackRequest&) {
        return dialectError(Dialect::Anthropic, 400, "invalid_request_error",
                            "max_tokens: 3000 > 2048, which is the maximum allowed number of output tokens");
    });
    const auto asked = ask(request(Dialect::Anthropic));
    QTRY_VERIFY(asked->isDone());
    QCOMPARE(asked->code(), ErrorCode::ModelRequest);
    QVERIFY(asked->said().contains("2048"_L1));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestProtocols::seesThatOllamaCutThePrompt()
{
    ChatRequest question = request(Dialect::Ollama);
    question.user = QString(40'000, u'a'); // about 10,000 tokens
    question.provider.contextTokens = 12'000;
    m_server->reply(dialectStream(Dialect::Ollama, u"Fine."_s, 4096, 10));
    const auto asked = ask(question);
    QTRY_VERIFY(asked->isDone());
    QCOMPARE(asked->code(), ErrorCode::ModelContext);
    QVERIFY(asked->said().contains("saw only 4096 of about 10003 tokens"_L1));
    QCOMPARE(m_client->capabilities(question.provider).contextTokens, 4096);

    m_server->reply(dialectStream(Dialect::Ollama, u"Fine."_s, 12'000, 10));
    const auto full = ask(question);
    QTRY_VERIFY(full->isDone());
    QCOMPARE(full->code(), ErrorCode::ModelContext);
    QVERIFY2(full->said().contains("12000"_L1), qPrintable(full->said()));

    m_server->reply(dialectStream(Dialect::Ollama, u"Fine."_s, 9000, 10));
    const auto good = ask(question);
    QTRY_VERIFY(good->isDone());
    QVERIFY(*good->outcome);
}

void TestProtocols::learnsWhatFitsFromAFullWindow()
{
    m_server->reply(LoopbackReply::events(
        {messageEvent("message_start", R"("message":{"content":[],"usage":{"input_tokens":7000}})"),
         messageEvent("content_block_delta", R"("delta":{"type":"text_delta","text":"Hello"})"),
         messageEvent(
             "message_delta",
             R"("delta":{"stop_reason":"model_context_window_exceeded"},"usage":{"output_tokens":1000})"),
         messageEvent("message_stop")}));
    const auto asked = ask(request(Dialect::Anthropic));
    QTRY_VERIFY(asked->isDone());
    QCOMPARE(asked->code(), ErrorCode::ModelContext);
    QCOMPARE(m_client->capabilities(request(Dialect::Anthropic).provider).contextTokens, 8000);
}

void TestProtocols::listsModels_data()
{
    everyDialect();
}

void TestProtocols::listsModels()
{
    QFETCH(Dialect, dialect);
    LoopbackRequest list;
    list.method = "GET";
    const LoopbackReply reply = dialectServer(dialect)(list);
    QCOMPARE(protocolOf(dialect).modelNames(reply.body), (QStringList{u"zeta"_s, u"good"_s}));
    QVERIFY(protocolOf(dialect).modelNames("{nonsense").isEmpty());
}

QTEST_GUILESS_MAIN(TestProtocols)
#include "test_protocols.moc"
