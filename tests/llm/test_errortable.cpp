// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/errortable.h"

#include <QJsonDocument>
#include <QTest>

using namespace lb;
using namespace lb::llm;
using namespace Qt::StringLiterals;

namespace
{

const QString canary = u"sk-canary-5d1e8a77"_s;

Place place()
{
    return {QUrl(u"https://api.example.com/v1/chat/completions"_s), u"big-model"_s, canary};
}

} // namespace

Q_DECLARE_METATYPE(lb::llm::Unsupported)

class TestErrorTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesTheCause_data();
    void namesTheCause();
    void findsWhatIsUnsupported_data();
    void findsWhatIsUnsupported();
    void readsTheContextSize_data();
    void readsTheContextSize();
    void readsErrorsInsideASuccess_data();
    void readsErrorsInsideASuccess();
    void followsTheServersAdviceAboutRetries();
    void neverShowsAKey_data();
    void neverShowsAKey();
    void boundsWhatTheServerSays();
};

void TestErrorTable::namesTheCause_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("retryAfter");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("retryable");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, int status, const char* body, ErrorCode code, bool retryable,
                        const char* says, int after = 0) {
        QTest::newRow(name) << status << QByteArray(body) << after << static_cast<int>(code) << retryable
                            << QString::fromUtf8(says);
    };
    row("wrong key", 401,
        R"({"error":{"message":"Incorrect API key provided","type":"invalid_request_error","param":null,"code":"invalid_api_key"}})",
        ErrorCode::ModelAuth, false, "api.example.com");
    row("llama.cpp key", 401,
        R"({"error":{"code":401,"message":"Invalid API Key","type":"authentication_error"}})",
        ErrorCode::ModelAuth, false, "Invalid API Key");
    row("no access", 403, R"({"error":{"message":"Country not supported"}})", ErrorCode::ModelAuth, false,
        "Country not supported");
    row("Google's key error", 400,
        R"([{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}])",
        ErrorCode::ModelAuth, false, "API key not valid");
    row("no credit", 402, R"({"error":{"message":"Insufficient Balance"}})", ErrorCode::ModelQuota, false,
        "Insufficient Balance");
    row("no quota", 429,
        R"({"error":{"message":"You exceeded your current quota","type":"insufficient_quota","param":null,"code":"insufficient_quota"}})",
        ErrorCode::ModelQuota, false, "exceeded your current quota");
    row("a quota per minute", 429,
        R"({"error":{"message":"INSUFFICIENT QUOTA","type":"insufficient_quota"}})", ErrorCode::RateLimited,
        true, "INSUFFICIENT QUOTA", 1000);
    row("Anthropic's credit", 400,
        R"({"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low"}})",
        ErrorCode::ModelQuota, false, "credit balance");
    row("too many requests", 429,
        R"({"error":{"message":"slow down","type":"requests","param":null,"code":"rate_limit_exceeded"}})",
        ErrorCode::RateLimited, true, "slow down");
    row("tokens per minute", 429,
        R"({"error":{"message":"Request too large: maximum context length for this tier","type":"tokens"}})",
        ErrorCode::RateLimited, true, "tier");
    row("unknown model", 404,
        R"({"error":{"message":"The model `x` does not exist","type":"invalid_request_error","param":null,"code":"model_not_found"}})",
        ErrorCode::ModelNotFound, false, "big-model");
    row("Ollama's unknown model", 404,
        R"({"error":{"message":"model \"x\" not found, try pulling it first","type":"not_found_error","param":null,"code":null}})",
        ErrorCode::ModelNotFound, false, "try pulling");
    row("wrong path", 404, "404 page not found", ErrorCode::ModelNotFound, false, "/v1");
    row("FastAPI's wrong path", 404, R"({"detail":"Not Found"})", ErrorCode::ModelNotFound, false,
        "Not Found");
    row("OpenAI's context", 400,
        R"({"error":{"message":"This model's maximum context length is 8192 tokens. However, your messages resulted in 10346 tokens.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}})",
        ErrorCode::ModelContext, false, "10346");
    row("llama.cpp's context", 400,
        R"({"error":{"code":400,"message":"request (1364 tokens) exceeds the available context size (512 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":1364,"n_ctx":512}})",
        ErrorCode::ModelContext, false, "512");
    row("Anthropic's context", 400,
        R"({"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 210000 tokens > 200000 maximum"}})",
        ErrorCode::ModelContext, false, "200000");
    row("too large a body", 413, "", ErrorCode::ModelContext, false, "does not fit");
    row("content filter", 400,
        R"({"error":{"message":"The response was filtered","code":"content_filter","param":"prompt","type":null}})",
        ErrorCode::ModelRefused, false, "filter");
    row("Ollama's string", 400,
        R"j({"error":"model requires more system memory (5.6 GiB) than is available (3.1 GiB)"})j",
        ErrorCode::ModelRequest, false, "more system memory");
    row("FastAPI's list", 422,
        R"({"detail":[{"loc":["body","messages",0],"msg":"field required","type":"value_error.missing"}]})",
        ErrorCode::ModelRequest, false, "body.messages.0: field required");
    row("Mistral's shape", 422,
        R"({"object":"error","message":{"detail":[{"loc":["body"],"msg":"bad"}]},"type":"invalid_request_error"})",
        ErrorCode::ModelRequest, false, "body: bad");
    row("timeout", 408, "", ErrorCode::NetworkTimeout, true, "408");
    row("conflict", 409, "", ErrorCode::ModelServer, true, "409");
    row("a gateway's page", 502,
        "<html><head><title>502 Bad Gateway</title></head><body><script>alert(1)</script></body></html>",
        ErrorCode::ModelServer, true, "502 Bad Gateway");
    row("an empty body", 500, "", ErrorCode::ModelServer, true, "500");
    row("not implemented", 501, "", ErrorCode::ModelRequest, false, "501");
    row("loading", 503, R"({"error":{"message":"Loading model","type":"unavailable_error","code":503}})",
        ErrorCode::ModelServer, true, "loading the model");
    row("overloaded", 529, R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})",
        ErrorCode::ModelServer, true, "overloaded");
    row("not modified", 304, "", ErrorCode::ModelProtocol, false, "304");
    row("plain text", 400, "bad things happened", ErrorCode::ModelRequest, false, "bad things happened");
    row("broken JSON", 400, "{\"error\":", ErrorCode::ModelRequest, false, "400");
    row("an error of the wrong type", 400, R"({"error":[1,2]})", ErrorCode::ModelRequest, false, "400");
}

void TestErrorTable::namesTheCause()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, retryAfter);
    QFETCH(int, code);
    QFETCH(bool, retryable);
    QFETCH(QString, says);
    const Diagnosis diagnosis
        = diagnose(ServerAnswer{status, {}, body, {}, std::chrono::milliseconds(retryAfter)}, place());
    QCOMPARE(static_cast<int>(diagnosis.error.code), code);
    QCOMPARE(diagnosis.retryable, retryable);
    QVERIFY2(diagnosis.error.text.contains(says), qPrintable(diagnosis.error.text));
    QVERIFY2(!diagnosis.error.text.contains("alert"_L1), qPrintable(diagnosis.error.text));
    QVERIFY2(diagnosis.error.detail.startsWith("status "_L1), qPrintable(diagnosis.error.detail));
    QCOMPARE(diagnosis.error.retryAfter.count(), retryAfter);
}

void TestErrorTable::findsWhatIsUnsupported_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<Unsupported>("part");
    const auto row
        = [](const char* name, int status, const char* message, const char* param, Unsupported part) {
              const QByteArray body = QByteArray(R"({"error":{"message":")") + message + R"(","param":)"
                  + (*param == '\0' ? QByteArray("null") : QByteArray('"' + QByteArray(param) + '"')) + "}}";
              QTest::newRow(name) << status << body << part;
          };
    row("max_tokens", 400,
        "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' "
        "instead.",
        "max_tokens", Unsupported::MaxTokens);
    row("max_tokens without param", 400,
        "'max_tokens' is not supported. Use 'max_completion_tokens' instead.", "", Unsupported::MaxTokens);
    row("max_completion_tokens", 422, "Unknown field max_completion_tokens", "",
        Unsupported::MaxCompletionTokens);
    row("temperature", 400, "Unsupported value: 'temperature' does not support 0.2 with this model.",
        "temperature", Unsupported::Temperature);
    row("stream_options", 400, "Unrecognized request argument supplied: stream_options", "",
        Unsupported::StreamOptions);
    row("streaming", 400, "Your organization must be verified to stream this model.", "stream",
        Unsupported::Stream);
    row("streaming without param", 400, "This model does not support streaming.", "", Unsupported::Stream);
    row("json_schema", 400,
        "Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
        "response_format", Unsupported::ResponseFormat);
    row("json_schema without param", 400, "json_schema is not available", "", Unsupported::ResponseFormat);
    row("a schema that is refused", 400, "Invalid schema for response_format 'answer'",
        "response_format.json_schema", Unsupported::ResponseFormat);
    row("system role", 400, "System role not supported", "", Unsupported::SystemRole);
    row("roles", 400, "Conversation roles must alternate user/assistant/user/assistant/...", "",
        Unsupported::SystemRole);
    row("developer instruction", 400, "Developer instruction is not enabled for this model", "",
        Unsupported::SystemRole);
    row("something", 422, "extra fields not permitted", "", Unsupported::Something);
    row("nothing of that", 400, "the moon is full", "", Unsupported::Nothing);
    row("another status", 500, "max_tokens", "", Unsupported::Nothing);
}

void TestErrorTable::findsWhatIsUnsupported()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(Unsupported, part);
    QCOMPARE(diagnose(ServerAnswer{status, {}, body, {}, {}}, place()).unsupported, part);
}

void TestErrorTable::readsTheContextSize_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("prompt");
    QTest::newRow("OpenAI")
        << u"This model's maximum context length is 8192 tokens. However, your messages resulted in 10346 tokens."_s
        << 8192 << 10346;
    QTest::newRow("vLLM")
        << u"This model's maximum context length is 4096 tokens. However, you requested 5000 tokens (4000 in the messages, 1000 in the completion)."_s
        << 4096 << 5000;
    QTest::newRow("llama.cpp")
        << u"request (1364 tokens) exceeds the available context size (512 tokens), try increasing it"_s
        << 512 << 1364;
    QTest::newRow("Anthropic") << u"prompt is too long: 210000 tokens > 200000 maximum"_s << 200000 << 210000;
    QTest::newRow("Google")
        << u"The input token count (1200000) exceeds the maximum number of tokens allowed (1048576)."_s
        << 1048576 << 1200000;
    QTest::newRow("Mistral")
        << u"Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length"_s
        << 32768 << 40000;
    QTest::newRow("LM Studio")
        << u"Trying to keep the first 4500 tokens when the context overflows. However, the model is loaded with context length of only 4096 tokens"_s
        << 4096 << 0;
    QTest::newRow("untold") << u"input length exceeds the context length"_s << 0 << 0;
}

void TestErrorTable::readsTheContextSize()
{
    QFETCH(QString, message);
    QFETCH(int, limit);
    QFETCH(int, prompt);
    const QJsonObject body{{u"error"_s, QJsonObject{{u"message"_s, message}}}};
    const Diagnosis diagnosis
        = diagnose(ServerAnswer{400, {}, QJsonDocument(body).toJson(), {}, {}}, place());
    QCOMPARE(diagnosis.error.code, ErrorCode::ModelContext);
    QCOMPARE(diagnosis.contextTokens, limit);
    QCOMPARE(diagnosis.promptTokens, prompt);
}

void TestErrorTable::readsErrorsInsideASuccess_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const char* body, ErrorCode code) {
        QTest::newRow(name) << QByteArray(body) << static_cast<int>(code);
    };
    row("OpenRouter", R"({"error":{"message":"Upstream said no","code":502}})", ErrorCode::ModelServer);
    row("OpenRouter's limit", R"({"error":{"message":"limited","code":429}})", ErrorCode::RateLimited);
    row("server error",
        R"({"error":{"message":"The server had an error","type":"server_error","param":null,"code":null}})",
        ErrorCode::ModelServer);
    row("overloaded", R"({"error":{"message":"overloaded","type":"overloaded_error","code":529}})",
        ErrorCode::ModelServer);
    row("Ollama", R"({"error":"llama runner process has terminated"})", ErrorCode::ModelServer);
    row("key", R"({"error":{"type":"authentication_error","message":"x"}})", ErrorCode::ModelAuth);
    row("quota", R"({"error":{"type":"insufficient_quota","message":"x"}})", ErrorCode::ModelQuota);
    row("context",
        R"j({"error":{"code":400,"message":"request (9 tokens) exceeds the available context size (5 tokens)","type":"exceed_context_size_error","n_prompt_tokens":9,"n_ctx":5}})j",
        ErrorCode::ModelContext);
}

void TestErrorTable::readsErrorsInsideASuccess()
{
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    const Diagnosis diagnosis = diagnose(QJsonDocument::fromJson(body).object(), place());
    QCOMPARE(static_cast<int>(diagnosis.error.code), code);
}

void TestErrorTable::followsTheServersAdviceAboutRetries()
{
    ServerAnswer answer{500, {}, {}, {{"x-should-retry", "false"}}, {}};
    QVERIFY(!diagnose(answer, place()).retryable);
    answer.headers["x-should-retry"] = "true";
    QVERIFY(diagnose(answer, place()).retryable);
    answer.status = 400;
    QVERIFY(diagnose(answer, place()).retryable);
    answer.status = 402;
    QVERIFY(!diagnose(answer, place()).retryable);
}

void TestErrorTable::neverShowsAKey_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("secret");
    QTest::newRow("ours") << QString(u"bad key "_s + canary) << canary;
    QTest::newRow("ours inside a word") << QString(u"x"_s + canary + u"y"_s) << canary;
    QTest::newRow("another sk-") << u"Incorrect API key provided: sk-abcdef123456"_s << u"abcdef123456"_s;
    QTest::newRow("bearer") << u"header was 'Bearer abc.def.ghi'"_s << u"abc.def.ghi"_s;
    QTest::newRow("named") << u"api_key=QQQQ1234"_s << u"QQQQ1234"_s;
}

void TestErrorTable::neverShowsAKey()
{
    QFETCH(QString, message);
    QFETCH(QString, secret);
    const QJsonObject body{
        {u"error"_s, QJsonObject{{u"message"_s, message}, {u"code"_s, canary}, {u"type"_s, canary}}}};
    for (const int status : {400, 401, 404, 429, 500}) {
        ServerAnswer answer{
            status, {}, QJsonDocument(body).toJson(), {{"x-request-id", canary.toLatin1()}}, {}};
        const Error error = diagnose(answer, place()).error;
        QVERIFY2(!error.text.contains(secret), qPrintable(error.text));
        QVERIFY2(!error.detail.contains(secret), qPrintable(error.detail));
    }
}

void TestErrorTable::boundsWhatTheServerSays()
{
    const QString shown
        = shownMessage(QString(u"a\u0000\u001b[31m\u202eb\n\tc "_s + QString(10'000, u'x')), {});
    QVERIFY(shown.size() <= 300);
    QVERIFY(shown.startsWith("a [31m b c "_L1));
    QVERIFY(std::ranges::all_of(shown, [](QChar c) { return c.isPrint(); }));
    QCOMPARE(shownMessage(u"a ✓ 好"_s, {}), u"a ✓ 好"_s);
}

QTEST_GUILESS_MAIN(TestErrorTable)
#include "test_errortable.moc"
