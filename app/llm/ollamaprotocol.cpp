// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/ollamaprotocol.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

constexpr auto chatEnding = "/api/chat"_L1;

/// Lines of one kind, streamed or not; the last one says "done", why, and how many tokens there were.
class OllamaReader final : public AnswerReader
{
protected:
    void readObject(const QJsonObject& object, Step& step) override;
};

void OllamaReader::readObject(const QJsonObject& object, Step& step)
{
    takeModel(object["model"_L1].toString());
    const QJsonObject message = object["message"_L1].toObject();
    if (isFilled(message["thinking"_L1]))
        takeThought(step);
    take(message["content"_L1].toString(), step);
    if (isFilled(message["tool_calls"_L1]))
        takeTools();
    takeTokens(object["prompt_eval_count"_L1].toInt(-1), object["eval_count"_L1].toInt(-1));
    if (!object["done"_L1].toBool())
        return;
    takeFinish(object["done_reason"_L1].toString());
    takeDone();
}

QJsonValue formatOf(const QByteArray& schema, JsonFormat format)
{
    if (format == JsonFormat::Object)
        return u"json"_s;
    return QJsonDocument::fromJson(schema).object();
}

} // namespace

QString OllamaProtocol::chatPath(const QString& typed) const
{
    QString base = withoutEnding(typed, {chatEnding, "/api/tags"_L1, "/chat/completions"_L1, "/models"_L1});
    base = withoutEnding(base, {"/v1"_L1, "/api"_L1});
    return base + chatEnding;
}

QString OllamaProtocol::modelsPath(const QString& chatPath) const
{
    if (!chatPath.endsWith(chatEnding))
        return {};
    return chatPath.chopped(chatEnding.size()) + "/api/tags"_L1;
}

Protocol::Headers OllamaProtocol::headers(const QUrl& /*url*/, const QByteArray& key) const
{
    if (key.isEmpty())
        return {};
    return {{"Authorization", QByteArray("Bearer " + key)}}; // for one behind a proxy, or its maker's own
}

QByteArray OllamaProtocol::body(const ChatRequest& request, const Capabilities& capabilities) const
{
    const Provider& provider = request.provider;
    QJsonObject options{{u"num_ctx"_s, provider.contextTokens}, {u"num_predict"_s, provider.outputTokens}};
    if (capabilities.temperature)
        options.insert(u"temperature"_s, provider.temperature);
    QJsonObject body{{u"model"_s, provider.model},
                     {u"messages"_s, chatMessages(request, capabilities.systemRole)},
                     {u"stream"_s, capabilities.stream}, // streams unless told not to
                     {u"options"_s, options},
                     // Rather an error than a prompt without its start; older servers know neither.
                     {u"truncate"_s, false},
                     {u"shift"_s, false}};
    if (!request.schema.isEmpty() && capabilities.json != JsonFormat::None) {
        body.insert(u"format"_s, formatOf(request.schema, capabilities.json));
        body.insert(u"think"_s, false); // a format holds from the first token: thoughts would have to be JSON
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

std::unique_ptr<AnswerReader> OllamaProtocol::reader() const
{
    return std::make_unique<OllamaReader>();
}

QStringList OllamaProtocol::modelNames(const QByteArray& json) const
{
    return namesIn(QJsonDocument::fromJson(json)["models"_L1].toArray(), "name"_L1);
}

QString OllamaProtocol::detailsPath(const QString& chatPath) const
{
    if (!chatPath.endsWith(chatEnding))
        return {};
    return chatPath.chopped(chatEnding.size()) + "/api/show"_L1;
}

/// "llama.context_length": the architecture comes first.
int OllamaProtocol::contextLength(const QByteArray& details) const
{
    const QJsonObject info = QJsonDocument::fromJson(details)["model_info"_L1].toObject();
    for (auto member = info.begin(); member != info.end(); ++member) {
        if (member.key().endsWith(".context_length"_L1))
            return std::max(0, member.value().toInt());
    }
    return 0;
}

} // namespace lb::llm
