// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakellm.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace lb::test
{

namespace
{

using End = LoopbackReply::End;
using Framing = LoopbackReply::Framing;

const QByteArray done = "data: [DONE]\n\n";

QByteArray role()
{
    return chatChunk(R"({"role":"assistant","content":""})");
}

QByteArray hi()
{
    return textChunk(u"Hello "_s);
}

QByteArray world()
{
    return textChunk(u"wörld ✓"_s);
}

QByteArray stop()
{
    return chatChunk("{}", "\"stop\"");
}

QByteArray good()
{
    return role() + hi() + world() + stop() + done;
}

LoopbackReply sse(const QByteArray& body)
{
    return LoopbackReply::make(200, "text/event-stream; charset=utf-8", body).framed(Framing::Chunked);
}

QByteArray replaced(QByteArray text, const QByteArray& from, const QByteArray& to)
{
    return text.replace(from, to);
}

QByteArray httpDate(qint64 seconds)
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc().addSecs(seconds), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s)
        .toLatin1();
}

QByteArray limitBody()
{
    return R"({"error":{"message":"slow down","type":"requests","param":null,"code":"rate_limit_exceeded"}})";
}

const QString& helloWorld()
{
    static const QString text = u"Hello wörld ✓"_s;
    return text;
}

FaultCase complete(const QByteArray& name, std::function<LoopbackReply()> reply,
                   const QString& text = helloWorld(), int requests = 1)
{
    return {name, std::move(reply), std::nullopt, text, {}, requests};
}

FaultCase refused(const QByteArray& name, std::function<LoopbackReply()> reply, ErrorCode code,
                  const QString& says, int requests = 1)
{
    return {name, std::move(reply), code, {}, says, requests};
}

void addFramingCases(std::vector<FaultCase>& cases)
{
    cases.push_back(complete("ok", [] { return sse(good()); }));
    cases.push_back(complete("no-done", [] { return sse(role() + hi() + world() + stop()); }));
    cases.push_back(complete("pings", [] {
        return LoopbackReply::events({":\n\n", ": OPENROUTER PROCESSING\n\n", role(), ":\n\n", ":\n\n",
                                      hi() + world() + stop() + done});
    }));
    cases.push_back(complete("crlf", [] { return sse(replaced(good(), "\n", "\r\n")); }));
    cases.push_back(complete("cr-only", [] { return sse(replaced(good(), "\n", "\r")); }));
    cases.push_back(
        complete("bom-nospace", [] { return sse("\xEF\xBB\xBF" + replaced(good(), "data: ", "data:")); }));
    cases.push_back(complete("ids-retry", [] {
        return sse("retry: 3000\nid: 1\nevent: message\n" + role() + "id: 2\n" + hi() + world() + stop()
                   + done);
    }));
    cases.push_back(complete("multiline-data", [] {
        return sse(
            role()
            + "data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\n"
              "data: \"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hello w\xC3\xB6rld "
              "\xE2\x9C\x93\"},\"finish_reason\":null}]}\n\n"
            + stop() + done);
    }));
    cases.push_back(complete("byte-by-byte", [] { return sse(good()).inPieces(1); }));
    QByteArray many;
    QString words;
    for (int i = 0; i < 5000; ++i) {
        const QString word = u"w%1 "_s.arg(i);
        many += textChunk(word);
        words += word;
    }
    cases.push_back(complete(
        "one-big-write", [many] { return sse(role() + many + stop() + done); }, words.trimmed()));
    const QString huge(4 << 20, u'x');
    cases.push_back(complete(
        "huge-chunk", [huge] { return sse(role() + textChunk(huge) + stop() + done); }, huge));
    cases.push_back(complete("sse-wrong-type", [] { return LoopbackReply::text(200, good()); }));
    cases.push_back(complete(
        "gzip", [] { return sse(good()).encodedAsGzip(); }, helloWorld(), 2));
    cases.push_back(complete("close-after-stream", [] {
        return sse(good()).header("Keep-Alive", "timeout=5").ending(End::Close);
    }));
}

void addChunkCases(std::vector<FaultCase>& cases)
{
    cases.push_back(complete("nulls", [] {
        return sse(chatChunk(R"({"role":"assistant","content":null,"refusal":null,"tool_calls":null})")
                   + textChunk(helloWorld()) + stop() + usageChunk(5, 2) + done);
    }));
    cases.push_back(complete("azure-prefilter", [] {
        return sse(
            R"(data: {"id":"","object":"","created":0,"model":"","choices":[],"prompt_filter_results":[{"prompt_index":0}]})"
            "\n\n"
            + good());
    }));
    cases.push_back(complete("reasoning", [] {
        return sse(role() + chatChunk(R"({"reasoning_content":"thinking "})")
                   + chatChunk(R"({"reasoning":"more "})") + hi() + world() + stop() + done);
    }));
    cases.push_back(complete("think-tags", [] {
        return sse(role() + textChunk(u"<think>secret"_s) + textChunk(u" plan</think>"_s) + hi() + world()
                   + stop() + done);
    }));
    cases.push_back(complete("json-instead-of-sse", [] {
        return jsonReply(
            200,
            "{\"id\":\"x\",\"object\":\"chat.completion\",\"choices\":[{\"index\":0,\"finish_reason\":"
            "\"stop\","
            "\"message\":{\"role\":\"assistant\",\"content\":\"Hello w\xC3\xB6rld \xE2\x9C\x93\"}}]}");
    }));
    cases.push_back(refused(
        "bad-json-chunk",
        [] {
            return sse(role() + hi()
                       + "data: {\"id\":\"chatcmpl-f\",\"choices\":[{\"delta\":{\"content\":\n\n" + world()
                       + stop() + done);
        },
        ErrorCode::ModelProtocol, u"could not be read"_s));
    cases.push_back(refused(
        "finish-length", [] { return sse(role() + hi() + chatChunk("{}", "\"length\"") + done); },
        ErrorCode::ModelIncomplete, u"cut off"_s));
    cases.push_back(refused(
        "content-filter", [] { return sse(role() + chatChunk("{}", "\"content_filter\"") + done); },
        ErrorCode::ModelRefused, u"content filter"_s));
    cases.push_back(refused(
        "refusal",
        [] {
            return sse(chatChunk(R"({"role":"assistant","content":null,"refusal":""})")
                       + chatChunk(R"({"refusal":"I cannot help with that."})") + stop() + done);
        },
        ErrorCode::ModelRefused, u"I cannot help with that."_s));
    cases.push_back(refused(
        "tool-call",
        [] {
            return sse(
                chatChunk(
                    R"({"role":"assistant","content":null,"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"send_mail","arguments":""}}]})")
                + chatChunk("{}", "\"tool_calls\"") + done);
        },
        ErrorCode::ModelRefused, u"tool"_s));
}

void addCutCases(std::vector<FaultCase>& cases)
{
    cases.push_back(refused(
        "eof-midway", [] { return sse(role() + hi()); }, ErrorCode::ModelIncomplete, u"without a finish"_s));
    cases.push_back(refused(
        "rst-midway",
        [] {
            const QByteArray start = role() + hi();
            return sse(start + world()).inPieces(start.size(), 50ms).ending(End::Reset, start.size());
        },
        ErrorCode::ModelIncomplete, u"The answer of"_s));
    cases.push_back(refused(
        "error-event",
        [] {
            return sse(role() + hi()
                       + "data: {\"error\":{\"message\":\"The server had an error while processing your "
                         "request\",\"type\":\"server_error\",\"param\":null,\"code\":null}}\n\n");
        },
        ErrorCode::ModelServer, u"The server had an error"_s));
    cases.push_back(refused(
        "error-event-named",
        [] {
            return sse(
                role() + hi()
                + "event: error\ndata: "
                  "{\"error\":{\"message\":\"overloaded\",\"type\":\"overloaded_error\",\"code\":529}}\n\n");
        },
        ErrorCode::ModelServer, u"overloaded"_s));
    cases.push_back(refused(
        "stall",
        [] {
            const QByteArray start = role() + hi();
            return sse(start + world()).ending(End::Stall, start.size());
        },
        ErrorCode::ModelIncomplete, u"The answer of"_s));
    cases.push_back(refused(
        "stall-headers", [] { return LoopbackReply::unanswered(End::Stall); }, ErrorCode::NetworkTimeout,
        u"127.0.0.1"_s, 2));
    cases.push_back(refused(
        "content-length-lie",
        [] {
            LoopbackReply reply
                = jsonReply(200, R"({"choices":[{"message":{"content":"half"}}]})").ending(End::Close);
            reply.lieAboutLength = 50;
            return reply;
        },
        ErrorCode::NetworkBroken, u"127.0.0.1"_s, 2));
}

void addRefusalCases(std::vector<FaultCase>& cases)
{
    cases.push_back(refused(
        "error-200-json",
        [] { return jsonReply(200, R"({"error":{"message":"Upstream said no","code":502}})"); },
        ErrorCode::ModelServer, u"Upstream said no"_s, 2));
    cases.push_back(refused(
        "error-string",
        [] {
            return jsonReply(
                400,
                R"j({"error":"model requires more system memory (5.6 GiB) than is available (3.1 GiB)"})j");
        },
        ErrorCode::ModelRequest, u"more system memory"_s));
    cases.push_back(refused(
        "error-intcode",
        [] {
            return jsonReply(
                400,
                R"({"error":{"code":400,"message":"request (1364 tokens) exceeds the available context size (512 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":1364,"n_ctx":512}})");
        },
        ErrorCode::ModelContext, u"1364"_s));
    cases.push_back(refused(
        "error-detail",
        [] {
            return jsonReply(
                422,
                R"({"detail":[{"loc":["body","messages"],"msg":"field required","type":"value_error.missing"}]})");
        },
        ErrorCode::ModelRequest, u"body.messages: field required"_s, 2));
    cases.push_back(refused(
        "html-502",
        [] {
            return LoopbackReply::make(502, "text/html",
                                       "<html><head><title>502 Bad "
                                       "Gateway</title></head><body><script>alert(1)</script></body></html>");
        },
        ErrorCode::ModelServer, u"502 Bad Gateway"_s, 2));
    cases.push_back(refused(
        "empty-500", [] { return LoopbackReply::make(500, {}, {}); }, ErrorCode::ModelServer, u"500"_s, 2));
    cases.push_back(refused(
        "503-loading",
        [] {
            return jsonReply(503,
                             R"({"error":{"message":"Loading model","type":"unavailable_error","code":503}})")
                .header("Retry-After", "1");
        },
        ErrorCode::ModelServer, u"loading the model"_s, 2));
    cases.push_back(refused(
        "429-date", [] { return jsonReply(429, limitBody()).header("Retry-After", httpDate(1)); },
        ErrorCode::RateLimited, u"slow down"_s, 2));
    cases.push_back(refused(
        "429-ms",
        [] {
            return jsonReply(429, limitBody())
                .header("Retry-After-Ms", "350")
                .header("Retry-After", "1")
                .header("x-ratelimit-remaining-requests", "0");
        },
        ErrorCode::RateLimited, u"slow down"_s, 2));
    cases.push_back(refused("redirect-http",
                            [] { return LoopbackReply::redirect(307, "http://127.0.0.1:1/steal"); },
                            ErrorCode::RedirectRefused, {}));
}

} // namespace

QByteArray chatChunk(const QByteArray& delta, const QByteArray& finish)
{
    return R"(data: {"id":"chatcmpl-f","object":"chat.completion.chunk","created":1700000000,"model":"fault","choices":[{"index":0,"delta":)"
        + delta + ",\"finish_reason\":" + finish + "}]}\n\n";
}

QByteArray textChunk(const QString& text)
{
    return chatChunk(QJsonDocument(QJsonObject{{u"content"_s, text}}).toJson(QJsonDocument::Compact));
}

QByteArray usageChunk(int promptTokens, int completionTokens)
{
    const QByteArray counts
        = QByteArray::number(promptTokens) + ",\"completion_tokens\":" + QByteArray::number(completionTokens);
    return R"(data: {"id":"chatcmpl-f","object":"chat.completion.chunk","created":1700000000,"model":"fault","choices":[],"usage":{"prompt_tokens":)"
        + counts + "}}\n\n";
}

LoopbackReply chatStream(const QString& text, int promptTokens, int completionTokens)
{
    const qsizetype half = text.size() / 2;
    return LoopbackReply::events({role(), textChunk(text.left(half)), textChunk(text.mid(half)), stop(),
                                  usageChunk(promptTokens, completionTokens), done});
}

LoopbackReply jsonReply(int status, const QByteArray& json)
{
    return LoopbackReply::make(status, "application/json", json);
}

const std::vector<FaultCase>& faultCases()
{
    static const std::vector<FaultCase> all = [] {
        std::vector<FaultCase> cases;
        addFramingCases(cases);
        addChunkCases(cases);
        addCutCases(cases);
        addRefusalCases(cases);
        return cases;
    }();
    return all;
}

} // namespace lb::test
