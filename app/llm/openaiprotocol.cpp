// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/openaiprotocol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

constexpr auto ending = "/chat/completions"_L1;

class OpenAiReader final : public AnswerReader
{
protected:
    void readObject(const QJsonObject& object, Step& step) override;

private:
    void readChoice(const QJsonObject& choice, Step& step);
    void readContent(const QJsonValue& content, Step& step);
};

void OpenAiReader::readObject(const QJsonObject& object, Step& step)
{
    takeModel(object["model"_L1].toString());
    // Some servers send running totals in every chunk: the last one holds.
    const QJsonObject usage = object["usage"_L1].toObject();
    takeTokens(usage["prompt_tokens"_L1].toInt(-1), usage["completion_tokens"_L1].toInt(-1));
    const QJsonArray choices = object["choices"_L1].toArray();
    for (const QJsonValue& choice : choices) {
        if (choice["index"_L1].toInt(0) == 0)
            readChoice(choice.toObject(), step);
    }
}

void OpenAiReader::readChoice(const QJsonObject& choice, Step& step)
{
    const QJsonValue streamed = choice["delta"_L1];
    const QJsonObject part = streamed.isObject() ? streamed.toObject() : choice["message"_L1].toObject();
    for (const QLatin1StringView name : {"reasoning_content"_L1, "reasoning"_L1, "reasoning_details"_L1}) {
        if (isFilled(part[name]))
            takeThought(step);
    }
    readContent(part["content"_L1], step);
    takeRefusal(part["refusal"_L1].toString());
    if (isFilled(part["tool_calls"_L1]) || isFilled(part["function_call"_L1]))
        takeTools();
    takeFinish(choice["finish_reason"_L1].toString());
}

/// A string, or a list of parts of which those of type "text" count.
void OpenAiReader::readContent(const QJsonValue& content, Step& step)
{
    if (content.isString()) {
        take(content.toString(), step);
        return;
    }
    const QJsonArray parts = content.toArray();
    for (const QJsonValue& part : parts) {
        if (part["type"_L1].toString() == "text"_L1)
            take(part["text"_L1].toString(), step);
        else if (part["type"_L1].toString() == "thinking"_L1)
            takeThought(step);
    }
}

QJsonObject responseFormat(const QByteArray& schema, JsonFormat format)
{
    if (format == JsonFormat::Object)
        return {{u"type"_s, u"json_object"_s}};
    return {{u"type"_s, u"json_schema"_s},
            {u"json_schema"_s,
             QJsonObject{{u"name"_s, u"answer"_s},
                         {u"strict"_s, true},
                         {u"schema"_s, QJsonDocument::fromJson(schema).object()}}}};
}

} // namespace

QString OpenAiProtocol::chatPath(const QString& typed) const
{
    const QString path = withoutEnding(typed, {});
    if (path.endsWith(ending))
        return path;
    QString base = withoutEnding(path, {"/models"_L1});
    if (!hasVersion(base))
        base += "/v1"_L1;
    return base + ending;
}

QString OpenAiProtocol::modelsPath(const QString& chatPath) const
{
    if (!chatPath.endsWith(ending))
        return {};
    return chatPath.chopped(ending.size()) + "/models"_L1;
}

Protocol::Headers OpenAiProtocol::headers(const QUrl& url, const QByteArray& key) const
{
    if (key.isEmpty())
        return {}; // local servers want none
    if (url.host().endsWith(".openai.azure.com"_L1)) // there Bearer is for another kind of token
        return {{"api-key", key}};
    return {{"Authorization", QByteArray("Bearer " + key)}};
}

QByteArray OpenAiProtocol::body(const ChatRequest& request, const Capabilities& capabilities) const
{
    const Provider& provider = request.provider;
    QJsonObject body{{u"model"_s, provider.model},
                     {u"messages"_s, chatMessages(request, capabilities.systemRole)}};
    if (capabilities.stream) {
        body.insert(u"stream"_s, true);
        if (capabilities.streamOptions)
            body.insert(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
    }
    if (capabilities.temperature)
        body.insert(u"temperature"_s, provider.temperature);
    body.insert(capabilities.maxCompletionTokens ? u"max_completion_tokens"_s : u"max_tokens"_s,
                provider.outputTokens);
    if (!request.schema.isEmpty() && capabilities.json != JsonFormat::None)
        body.insert(u"response_format"_s, responseFormat(request.schema, capabilities.json));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

std::unique_ptr<AnswerReader> OpenAiProtocol::reader() const
{
    return std::make_unique<OpenAiReader>();
}

QStringList OpenAiProtocol::modelNames(const QByteArray& json) const
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return namesIn(document.isArray() ? document.array() : document["data"_L1].toArray(), "id"_L1);
}

} // namespace lb::llm
