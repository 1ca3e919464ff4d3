// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/chatbody.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::llm::ChatRequest)
};

QJsonObject message(const QString& role, const QString& content)
{
    return {{u"role"_s, role}, {u"content"_s, content}};
}

QJsonArray messages(const ChatRequest& request, bool systemRole)
{
    if (request.system.isEmpty())
        return {message(u"user"_s, request.user)};
    if (!systemRole) // some chat templates know no system role
        return {message(u"user"_s, request.system + "\n\n"_L1 + request.user)};
    return {message(u"system"_s, request.system), message(u"user"_s, request.user)};
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

Status addKey(net::HttpRequest& http, const QString& given)
{
    const QString key = given.trimmed();
    if (key.isEmpty())
        return success(); // local servers want none
    if (std::ranges::any_of(key, [](QChar c) { return c.unicode() <= 0x20 || c.unicode() > 0x7e; }))
        return fail(ErrorCode::ModelAuth,
                    Text::tr("The key for %1 holds a space or a character that no key has. Enter it again in "
                             "the settings.")
                        .arg(http.url.host()),
                    u"key with characters that cannot stand in a header"_s);
    if (http.url.host().endsWith(".openai.azure.com"_L1)) // there Bearer is for another kind of token
        http.headers.append({"api-key", key.toLatin1()});
    else
        http.headers.append({"Authorization", QByteArray("Bearer " + key.toLatin1())});
    return success();
}

} // namespace

QByteArray chatBody(const ChatRequest& request, const Capabilities& capabilities)
{
    const Provider& provider = request.provider;
    QJsonObject body{{u"model"_s, provider.model},
                     {u"messages"_s, messages(request, capabilities.systemRole)}};
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

Result<net::HttpRequest> chatHttpRequest(const ChatRequest& request, const Capabilities& capabilities)
{
    const auto url = chatUrl(request.provider);
    if (!url)
        return url.error();
    net::HttpRequest http;
    http.method = "POST";
    http.url = *url;
    http.headers = {{"Content-Type", "application/json"},
                    {"Accept", capabilities.stream ? "text/event-stream" : "application/json"}};
    http.decompress
        = capabilities.stream ? !capabilities.identity : true; // proxies hold back what they compress
    http.body = chatBody(request, capabilities);
    if (const Status keyed = addKey(http, request.key); !keyed)
        return keyed.error();
    return http;
}

Result<net::HttpRequest> modelsHttpRequest(const Provider& provider, const QString& key)
{
    const auto url = modelsUrl(provider);
    if (!url)
        return url.error();
    net::HttpRequest http;
    http.url = *url;
    http.headers = {{"Accept", "application/json"}};
    if (const Status keyed = addKey(http, key); !keyed)
        return keyed.error();
    return http;
}

std::optional<Capabilities> withoutUnsupported(const Capabilities& capabilities, Unsupported part)
{
    Capabilities less = capabilities;
    switch (part) {
    case Unsupported::Nothing:
        break;
    case Unsupported::MaxTokens:
        less.maxCompletionTokens = true;
        break;
    case Unsupported::MaxCompletionTokens:
        less.maxCompletionTokens = false;
        break;
    case Unsupported::Temperature:
        less.temperature = false;
        break;
    case Unsupported::StreamOptions:
        less.streamOptions = false;
        break;
    case Unsupported::Stream:
        less.stream = false;
        break;
    case Unsupported::SystemRole:
        less.systemRole = false;
        break;
    case Unsupported::ResponseFormat:
        less.json = less.json == JsonFormat::Schema ? JsonFormat::Object : JsonFormat::None;
        break;
    case Unsupported::Something: // a validator that does not say what: without all that is optional
        less.temperature = false;
        less.streamOptions = false;
        less.json = JsonFormat::None;
        break;
    }
    if (less == capabilities)
        return std::nullopt;
    return less;
}

} // namespace lb::llm
