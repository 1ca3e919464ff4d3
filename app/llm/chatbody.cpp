// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/chatbody.h"

#include "llm/protocol.h"

#include <QCoreApplication>
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

net::Route routeOf(const Provider& provider)
{
    return {provider.proxy, provider.caFile};
}

Status addHeaders(net::HttpRequest& http, const Provider& provider, const QString& given)
{
    const QString key = given.trimmed();
    if (std::ranges::any_of(key, [](QChar c) { return c.unicode() <= 0x20 || c.unicode() > 0x7e; }))
        return fail(ErrorCode::ModelAuth,
                    Text::tr("The key for %1 holds a space or a character that no key has. Enter it again in "
                             "the settings.")
                        .arg(http.url.host()),
                    u"key with characters that cannot stand in a header"_s);
    http.headers.append(protocolOf(provider.dialect).headers(http.url, key.toLatin1()));
    return success();
}

} // namespace

Result<net::HttpRequest> chatHttpRequest(const ChatRequest& request, const Capabilities& capabilities)
{
    const auto url = chatUrl(request.provider);
    if (!url)
        return url.error();
    net::HttpRequest http;
    http.method = "POST";
    http.url = *url;
    const Protocol& protocol = protocolOf(request.provider.dialect);
    const bool events = capabilities.stream && protocol.framing() == Protocol::Framing::Events;
    http.headers = {{"Content-Type", "application/json"},
                    {"Accept", events ? "text/event-stream" : "application/json"}};
    http.decompress
        = capabilities.stream ? !capabilities.identity : true; // proxies hold back what they compress
    http.body = protocol.body(request, capabilities);
    http.route = routeOf(request.provider);
    if (const Status keyed = addHeaders(http, request.provider, request.key); !keyed)
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
    http.route = routeOf(provider);
    if (const Status keyed = addHeaders(http, provider, key); !keyed)
        return keyed.error();
    return http;
}

std::optional<net::HttpRequest> detailsHttpRequest(const Provider& provider, const QString& key)
{
    auto http = modelsHttpRequest(provider, key);
    const auto chat = chatUrl(provider);
    if (!http || !chat)
        return std::nullopt;
    const QString path = protocolOf(provider.dialect).detailsPath(chat->path(QUrl::FullyEncoded));
    if (path.isEmpty())
        return std::nullopt;
    http->method = "POST";
    http->url.setPath(path, QUrl::TolerantMode);
    http->headers.emplaceBack("Content-Type", "application/json");
    http->body = QJsonDocument(QJsonObject{{u"model"_s, provider.model}}).toJson(QJsonDocument::Compact);
    return *http;
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
