// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/anthropicprotocol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

constexpr auto ending = "/messages"_L1;

/// message_start, content_block_start/delta/stop, message_delta, message_stop, ping; or a whole "message".
/// Kinds that are not known are passed over: the service says that there will be more.
class AnthropicReader final : public AnswerReader
{
protected:
    void readObject(const QJsonObject& object, Step& step) override;

private:
    void readMessage(const QJsonObject& message, Step& step);
    void readBlock(const QJsonObject& block, Step& step);
    void readUsage(const QJsonObject& usage);
};

void AnthropicReader::readObject(const QJsonObject& object, Step& step)
{
    const QString type = object["type"_L1].toString();
    if (type == "message_start"_L1) {
        readMessage(object["message"_L1].toObject(), step);
    } else if (type == "content_block_start"_L1) {
        readBlock(object["content_block"_L1].toObject(), step);
    } else if (type == "content_block_delta"_L1) {
        readBlock(object["delta"_L1].toObject(), step);
    } else if (type == "message_delta"_L1) {
        takeFinish(object["delta"_L1]["stop_reason"_L1].toString());
        readUsage(object["usage"_L1].toObject());
    } else if (type == "message_stop"_L1) {
        takeDone();
    } else if (type == "message"_L1) {
        readMessage(object, step);
    }
}

void AnthropicReader::readMessage(const QJsonObject& message, Step& step)
{
    takeModel(message["model"_L1].toString());
    const QJsonArray content = message["content"_L1].toArray();
    for (const QJsonValue& block : content)
        readBlock(block.toObject(), step);
    takeFinish(message["stop_reason"_L1].toString());
    readUsage(message["usage"_L1].toObject());
}

/// A block and a piece of one look alike: "text" and "text_delta" hold their text in the same member.
void AnthropicReader::readBlock(const QJsonObject& block, Step& step)
{
    const QString type = block["type"_L1].toString();
    if (type == "text"_L1 || type == "text_delta"_L1)
        take(block["text"_L1].toString(), step);
    else if (type.contains("thinking"_L1) || type == "signature_delta"_L1)
        takeThought(step);
    else if (type.endsWith("tool_use"_L1) || type == "input_json_delta"_L1)
        takeTools();
}

/// The counts are running totals. What a cache gave or took is part of the prompt, but not of input_tokens.
void AnthropicReader::readUsage(const QJsonObject& usage)
{
    int in = usage["input_tokens"_L1].toInt(-1);
    if (in >= 0) {
        in += std::max(0, usage["cache_creation_input_tokens"_L1].toInt());
        in += std::max(0, usage["cache_read_input_tokens"_L1].toInt());
    }
    // Some likenesses know the prompt's size only at the end and say 0 before.
    takeTokens(in == 0 ? -1 : in, usage["output_tokens"_L1].toInt(-1));
}

} // namespace

QString AnthropicProtocol::chatPath(const QString& typed) const
{
    QString base = withoutEnding(typed, {ending, "/models"_L1, "/chat/completions"_L1});
    if (!hasVersion(base))
        base += "/v1"_L1;
    return base + ending;
}

QString AnthropicProtocol::modelsPath(const QString& chatPath) const
{
    if (!chatPath.endsWith(ending))
        return {};
    return chatPath.chopped(ending.size()) + "/models"_L1;
}

Protocol::Headers AnthropicProtocol::headers(const QUrl& /*url*/, const QByteArray& key) const
{
    Headers headers{{"anthropic-version", "2023-06-01"}};
    if (!key.isEmpty())
        headers.append({"x-api-key", key});
    return headers;
}

QByteArray AnthropicProtocol::body(const ChatRequest& request, const Capabilities& capabilities) const
{
    const Provider& provider = request.provider;
    ChatRequest question = request;
    const bool apart = capabilities.systemRole && !request.system.isEmpty();
    if (apart)
        question.system.clear();
    QJsonObject body{{u"model"_s, provider.model},
                     {u"messages"_s, chatMessages(question, false)},
                     {u"max_tokens"_s, provider.outputTokens}};
    if (apart)
        body.insert(u"system"_s, request.system);
    if (capabilities.stream)
        body.insert(u"stream"_s, true);
    if (capabilities.temperature) // the scale of this service ends at 1
        body.insert(u"temperature"_s, std::min(1.0, provider.temperature));
    if (!request.schema.isEmpty() && capabilities.json == JsonFormat::Schema) {
        const QJsonObject format{{u"type"_s, u"json_schema"_s},
                                 {u"schema"_s, QJsonDocument::fromJson(request.schema).object()}};
        body.insert(u"output_config"_s, QJsonObject{{u"format"_s, format}});
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

std::unique_ptr<AnswerReader> AnthropicProtocol::reader() const
{
    return std::make_unique<AnthropicReader>();
}

QStringList AnthropicProtocol::modelNames(const QByteArray& json) const
{
    return namesIn(QJsonDocument::fromJson(json)["data"_L1].toArray(), "id"_L1);
}

} // namespace lb::llm
