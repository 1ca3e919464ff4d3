// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakedialects.h"

#include "support/fakellm.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lb::test
{

namespace
{

QByteArray quoted(const QString& text)
{
    const QByteArray object = QJsonDocument(QJsonObject{{u"t"_s, text}}).toJson(QJsonDocument::Compact);
    return object.sliced(5, object.size() - 6);
}

QByteArray textDelta(const QString& text)
{
    return messageEvent("content_block_delta",
                        R"("index":0,"delta":{"type":"text_delta","text":)" + quoted(text) + "}");
}

LoopbackReply messageStream(const QString& text, int tokensIn, int tokensOut)
{
    const qsizetype half = text.size() / 2;
    return LoopbackReply::events(
        {messageEvent(
             "message_start",
             R"("message":{"id":"msg_1","type":"message","role":"assistant","content":[],"model":"fault","stop_reason":null,"usage":{"input_tokens":)"
                 + QByteArray::number(tokensIn) + R"(,"output_tokens":1}})"),
         messageEvent("content_block_start", R"("index":0,"content_block":{"type":"text","text":""})"),
         messageEvent("ping"), textDelta(text.left(half)), textDelta(text.mid(half)),
         messageEvent("content_block_stop", R"("index":0)"),
         messageEvent("message_delta",
                      R"("delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":)"
                          + QByteArray::number(tokensOut) + "}"),
         messageEvent("message_stop")});
}

QByteArray modelsOf(llm::Dialect dialect)
{
    switch (dialect) {
    case llm::Dialect::Anthropic:
        return R"({"data":[{"type":"model","id":"zeta"},{"type":"model","id":"good"}],"has_more":false})";
    case llm::Dialect::Ollama:
        return R"({"models":[{"name":"zeta","model":"zeta"},{"name":"good","model":"good"}]})";
    case llm::Dialect::OpenAi:
        break;
    }
    return R"({"object":"list","data":[{"id":"zeta"},{"id":"good"}]})";
}

} // namespace

QByteArray messageEvent(const QByteArray& type, const QByteArray& members)
{
    const QByteArray rest = members.isEmpty() ? QByteArray() : QByteArray(',' + members);
    return "event: " + type + "\ndata: {\"type\":\"" + type + '"' + rest + "}\n\n";
}

QByteArray chatLine(const QString& text)
{
    return R"({"model":"fault","created_at":"2026-01-05T10:00:00Z","message":{"role":"assistant","content":)"
        + quoted(text) + "},\"done\":false}\n";
}

QByteArray lastLine(const QByteArray& reason, int tokensIn, int tokensOut)
{
    return R"({"model":"fault","created_at":"2026-01-05T10:00:01Z","message":{"role":"assistant","content":""},"done":true,"done_reason":")"
        + reason + R"(","total_duration":9000000,"prompt_eval_count":)" + QByteArray::number(tokensIn)
        + ",\"eval_count\":" + QByteArray::number(tokensOut) + "}\n";
}

LoopbackReply linesReply(const QList<QByteArray>& lines)
{
    LoopbackReply reply = LoopbackReply::events(lines);
    reply.headers = {{"Content-Type", "application/x-ndjson"}};
    return reply;
}

LoopbackReply dialectStream(llm::Dialect dialect, const QString& text, int tokensIn, int tokensOut)
{
    const qsizetype half = text.size() / 2;
    switch (dialect) {
    case llm::Dialect::Anthropic:
        return messageStream(text, tokensIn, tokensOut);
    case llm::Dialect::Ollama:
        return linesReply(
            {chatLine(text.left(half)), chatLine(text.mid(half)), lastLine("stop", tokensIn, tokensOut)});
    case llm::Dialect::OpenAi:
        break;
    }
    return chatStream(text, tokensIn, tokensOut);
}

LoopbackReply dialectWhole(llm::Dialect dialect, const QString& text)
{
    switch (dialect) {
    case llm::Dialect::Anthropic:
        return jsonReply(
            200,
            R"({"type":"message","role":"assistant","model":"fault","content":[{"type":"text","text":)"
                + quoted(text)
                + R"(}],"stop_reason":"end_turn","usage":{"input_tokens":5,"output_tokens":2}})");
    case llm::Dialect::Ollama:
        return jsonReply(200,
                         R"({"model":"fault","message":{"role":"assistant","content":)" + quoted(text)
                             + R"(},"done":true,"done_reason":"stop","prompt_eval_count":5,"eval_count":2})");
    case llm::Dialect::OpenAi:
        break;
    }
    return jsonReply(200,
                     R"({"model":"fault","choices":[{"finish_reason":"stop","message":{"content":)"
                         + quoted(text) + R"(}}],"usage":{"prompt_tokens":5,"completion_tokens":2}})");
}

LoopbackReply dialectError(llm::Dialect dialect, int status, const QByteArray& type,
                           const QByteArray& message)
{
    const QByteArray text = quoted(QString::fromUtf8(message));
    switch (dialect) {
    case llm::Dialect::Anthropic:
        return jsonReply(status,
                         R"({"type":"error","error":{"type":")" + type + R"(","message":)" + text
                             + R"(},"request_id":"req_1"})");
    case llm::Dialect::Ollama:
        return jsonReply(status, "{\"error\":" + text + '}');
    case llm::Dialect::OpenAi:
        break;
    }
    return jsonReply(
        status, R"({"error":{"type":")" + type + R"(","message":)" + text + R"(,"param":null,"code":null}})");
}

LoopbackServer::Handler dialectServer(llm::Dialect dialect)
{
    return [dialect](const LoopbackRequest& request) {
        if (request.method == "GET")
            return jsonReply(200, modelsOf(dialect));
        return QJsonDocument::fromJson(request.body)["stream"_L1].toBool() ? dialectStream(dialect, u"yes."_s)
                                                                           : dialectWhole(dialect, u"yes."_s);
    };
}

} // namespace lb::test
