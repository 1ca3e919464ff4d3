// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/protocol.h"

#include "llm/anthropicprotocol.h"
#include "llm/ollamaprotocol.h"
#include "llm/openaiprotocol.h"

#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

constexpr qsizetype longestName = 200;

QJsonObject message(const QString& role, const QString& content)
{
    return {{u"role"_s, role}, {u"content"_s, content}};
}

} // namespace

const Protocol& protocolOf(Dialect dialect)
{
    static const OpenAiProtocol openAi;
    static const AnthropicProtocol anthropic;
    static const OllamaProtocol ollama;
    switch (dialect) {
    case Dialect::Anthropic:
        return anthropic;
    case Dialect::Ollama:
        return ollama;
    case Dialect::OpenAi:
        break;
    }
    return openAi;
}

QJsonArray chatMessages(const ChatRequest& request, bool systemRole)
{
    if (request.system.isEmpty())
        return {message(u"user"_s, request.user)};
    if (!systemRole) // some chat templates know no system role
        return {message(u"user"_s, request.system + "\n\n"_L1 + request.user)};
    return {message(u"system"_s, request.system), message(u"user"_s, request.user)};
}

QString withoutEnding(QString path, const QList<QLatin1StringView>& endings)
{
    const auto strip = [&path] {
        while (path.endsWith(u'/'))
            path.chop(1);
    };
    strip();
    for (const QLatin1StringView ending : endings) {
        if (!path.endsWith(ending))
            continue;
        path.chop(ending.size());
        strip();
        break;
    }
    return path;
}

bool hasVersion(const QString& path)
{
    static const QRegularExpression version(u"/v\\d+((alpha|beta)\\d*)?(/|$)"_s);
    return version.match(path).hasMatch();
}

QStringList namesIn(const QJsonArray& models, QLatin1StringView member)
{
    QStringList names;
    for (const QJsonValue& model : models) {
        const QString name = model[member].toString();
        if (!name.isEmpty() && name.size() <= longestName)
            names.append(name);
    }
    return names;
}

} // namespace lb::llm
