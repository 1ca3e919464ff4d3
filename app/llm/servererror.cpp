// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/servererror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <array>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

QString asText(const QJsonValue& value)
{
    if (value.isDouble())
        return QString::number(value.toInt());
    return value.toString();
}

/// FastAPI: [{"loc":["body","messages"],"msg":"field required"}], or just a string.
QString detailText(const QJsonValue& detail)
{
    if (detail.isString())
        return detail.toString();
    QStringList all;
    const QJsonArray items = detail.toArray();
    for (const QJsonValue& item : items) {
        QStringList place;
        const QJsonArray location = item["loc"_L1].toArray();
        for (const QJsonValue& part : location)
            place.append(asText(part));
        const QString message = item["msg"_L1].toString();
        all.append(place.isEmpty() ? message : QString(place.join(u'.') + ": "_L1 + message));
        if (all.size() == 5)
            break;
    }
    return all.join("; "_L1);
}

QString htmlTitle(const QString& page)
{
    static const QRegularExpression title(u"<title[^>]*>([^<]{0,300})"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(u"<[^>]{0,1000}>"_s);
    const auto match = title.match(page);
    if (match.hasMatch() && !match.captured(1).trimmed().isEmpty())
        return match.captured(1).simplified();
    QString text = page.left(4000);
    text.replace(tag, u" "_s);
    return text.simplified().left(200);
}

int number(const QJsonObject& object, QLatin1StringView name)
{
    return object[name].toInt(0);
}

} // namespace

ServerError readServerError(const QJsonObject& answer)
{
    ServerError error;
    const QJsonValue member = answer["error"_L1];
    // Mistral and others put the members at the top.
    const QJsonObject object = member.isObject() ? member.toObject() : answer;
    error.message = member.isString() ? member.toString() : asText(object["message"_L1]);
    error.type = object["type"_L1].toString().toLower();
    const QJsonValue code = object["code"_L1];
    error.code = asText(code).toLower();
    error.number = code.isDouble() ? code.toInt() : error.code.toInt();
    error.param = object["param"_L1].toString();
    error.contextTokens = number(object, "n_ctx"_L1);
    error.promptTokens = number(object, "n_prompt_tokens"_L1);
    if (error.type.isEmpty())
        error.type = object["status"_L1].toString().toLower(); // Google: "RESOURCE_EXHAUSTED"
    if (error.message.isEmpty())
        error.message = detailText(answer["detail"_L1]);
    if (error.message.isEmpty() && object["message"_L1].isObject())
        error.message = detailText(object["message"_L1]["detail"_L1]);
    return error;
}

ServerError readServerError(const QByteArray& body)
{
    const QByteArray trimmed = body.trimmed();
    const QJsonDocument document = QJsonDocument::fromJson(trimmed);
    if (document.isObject())
        return readServerError(document.object());
    if (document.isArray() && document.array().first().isObject())
        return readServerError(document.array().first().toObject());
    ServerError error;
    const QString text = QString::fromUtf8(trimmed);
    error.message = trimmed.startsWith('<') ? htmlTitle(text) : text;
    return error;
}

void readTokenNumbers(ServerError& error)
{
    // limit first, then what was asked for; each names the server it was seen at
    struct Shape {
        const char16_t* pattern;
        int limit;
        int prompt;
    };
    static constexpr std::array shapes{
        // OpenAI, Azure, vLLM
        Shape{u"maximum context length (?:is|of) (\\d+) tokens.*?(?:resulted in|requested) (?:about )?(\\d+)",
              1, 2},
        // llama.cpp
        Shape{u"request \\((\\d+) tokens\\) exceeds the available context size \\((\\d+)", 2, 1},
        // Anthropic
        Shape{u"prompt is too long: (\\d+) tokens > (\\d+)", 2, 1},
        Shape{u"exceed context limit: (\\d+) \\+ \\d+ > (\\d+)", 2, 1},
        // Google
        Shape{u"input token count \\((\\d+)\\) exceeds the maximum.*?\\((\\d+)\\)", 2, 1},
        // Mistral
        Shape{u"prompt contains (\\d+) tokens.*?(\\d+) maximum context", 2, 1},
        // Text Generation Inference
        Shape{u"must be <= (\\d+)\\. given: (\\d+)", 1, 2},
        Shape{u"(?:context (?:length|size|window)|maximum context)[^0-9]{1,40}(\\d{3,})", 1, 0},
    };
    if (error.contextTokens > 0)
        return;
    const QString message = error.message.left(4000);
    for (const Shape& shape : shapes) {
        const QRegularExpression expression(QString::fromUtf16(shape.pattern),
                                            QRegularExpression::CaseInsensitiveOption);
        const auto match = expression.match(message);
        if (!match.hasMatch())
            continue;
        error.contextTokens = match.captured(shape.limit).toInt();
        if (shape.prompt > 0)
            error.promptTokens = match.captured(shape.prompt).toInt();
        return;
    }
}

} // namespace lb::llm
