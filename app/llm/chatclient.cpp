// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/chatclient.h"

#include "llm/chatexchange.h"
#include "llm/gate.h"
#include "net/httpclient.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

/// Qt opens six connections to one host; a seventh request would wait there with its clock running.
constexpr int mostConnections = 6;
constexpr int mostRemembered = 500;

/// Without the query, where some put what is nobody's business.
QString endpointKey(const Provider& provider)
{
    const auto url = chatUrl(provider);
    return url ? url->toString(QUrl::RemoveQuery | QUrl::RemoveUserInfo) : QString();
}

QString capabilityKey(const Provider& provider)
{
    return endpointKey(provider) + u'\n' + provider.model;
}

QJsonObject toObject(const QString& key, const Capabilities& capabilities)
{
    return {{u"endpoint"_s, key.section(u'\n', 0, 0)},
            {u"model"_s, key.section(u'\n', 1)},
            {u"maxCompletionTokens"_s, capabilities.maxCompletionTokens},
            {u"temperature"_s, capabilities.temperature},
            {u"streamOptions"_s, capabilities.streamOptions},
            {u"stream"_s, capabilities.stream},
            {u"systemRole"_s, capabilities.systemRole},
            {u"json"_s, static_cast<int>(capabilities.json)},
            {u"identity"_s, capabilities.identity},
            {u"contextTokens"_s, capabilities.contextTokens},
            {u"tokenFactor"_s, capabilities.tokenFactor}};
}

Capabilities fromObject(const QJsonObject& object)
{
    const Capabilities usual;
    Capabilities capabilities;
    capabilities.maxCompletionTokens = object["maxCompletionTokens"_L1].toBool(usual.maxCompletionTokens);
    capabilities.temperature = object["temperature"_L1].toBool(usual.temperature);
    capabilities.streamOptions = object["streamOptions"_L1].toBool(usual.streamOptions);
    capabilities.stream = object["stream"_L1].toBool(usual.stream);
    capabilities.systemRole = object["systemRole"_L1].toBool(usual.systemRole);
    capabilities.json = static_cast<JsonFormat>(std::clamp(object["json"_L1].toInt(), 0, 2));
    capabilities.identity = object["identity"_L1].toBool(usual.identity);
    capabilities.contextTokens = std::max(0, object["contextTokens"_L1].toInt());
    capabilities.tokenFactor = std::clamp(object["tokenFactor"_L1].toDouble(1.0), 1.0, 4.0);
    return capabilities;
}

} // namespace

struct ChatClient::State {
    net::HttpClient& http;
    ChatLimits limits;
    QHash<QString, Gate*> gates; ///< children of the client
    QHash<QString, Capabilities> capabilities;
};

ChatClient::ChatClient(net::HttpClient& http, QObject* parent)
    : QObject(parent), m_state(new State{http, {}, {}, {}})
{
}

ChatClient::~ChatClient()
{
    // Before the gates and the state they use.
    const QList<ChatExchange*> running = findChildren<ChatExchange*>(Qt::FindDirectChildrenOnly);
    for (ChatExchange* exchange : running)
        exchange->disconnect();
    qDeleteAll(running);
}

ChatStream* ChatClient::ask(const ChatRequest& request)
{
    Gate*& gate = m_state->gates[endpointKey(request.provider)];
    if (gate == nullptr)
        gate = new Gate(this);
    gate->setPlaces(std::clamp(request.provider.concurrency, 1, mostConnections));
    auto* exchange = new ChatExchange({m_state->http, gate, m_state->limits}, request,
                                      capabilities(request.provider), this);
    const QString key = capabilityKey(request.provider);
    connect(exchange, &ChatExchange::learnt, this, [this, key](const Capabilities& learnt) {
        if (m_state->capabilities.size() >= mostRemembered && !m_state->capabilities.contains(key))
            m_state->capabilities.clear(); // cheap to learn again
        m_state->capabilities.insert(key, learnt);
        Q_EMIT capabilitiesChanged();
    });
    exchange->begin();
    return exchange;
}

Capabilities ChatClient::capabilities(const Provider& provider) const
{
    return m_state->capabilities.value(capabilityKey(provider));
}

void ChatClient::forgetCapabilities(const Provider& provider)
{
    if (m_state->capabilities.remove(capabilityKey(provider)) > 0)
        Q_EMIT capabilitiesChanged();
}

void ChatClient::setLimits(const ChatLimits& limits)
{
    m_state->limits = limits;
}

QByteArray ChatClient::savedCapabilities() const
{
    QStringList keys = m_state->capabilities.keys();
    keys.sort();
    QJsonArray array;
    for (const QString& key : keys)
        array.append(toObject(key, m_state->capabilities.value(key)));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

void ChatClient::restoreCapabilities(const QByteArray& json)
{
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue& value : array) {
        const QString endpoint = value["endpoint"_L1].toString();
        if (!endpoint.isEmpty() && m_state->capabilities.size() < mostRemembered)
            m_state->capabilities.insert(endpoint + u'\n' + value["model"_L1].toString(),
                                         fromObject(value.toObject()));
    }
}

} // namespace lb::llm
