// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/provider.h"

#include "llm/protocol.h"
#include "net/httpclient.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace lb::llm
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::llm::Provider)
};

constexpr qsizetype longestText = 4000;
constexpr qsizetype longestCurrency = 12;
constexpr double highestPrice = 1e6;

Error badAddress(const QString& typed)
{
    return fail(ErrorCode::Usage,
                Text::tr("“%1” is not the address of a service. Give one like https://api.example.com/v1.")
                    .arg(typed.left(200)),
                u"endpoint is no http(s) URL"_s);
}

/// "localhost:11434" and "api.example.com" are typed too: QUrl would take the part before the colon for a
/// scheme.
QUrl parseTyped(const QString& typed)
{
    static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]*://"_s);
    if (scheme.match(typed).hasMatch())
        return QUrl(typed, QUrl::StrictMode);
    const QUrl plain(u"http://"_s + typed, QUrl::StrictMode);
    if (!plain.isValid() || isLocal(plain))
        return plain;
    QUrl secure = plain;
    secure.setScheme(u"https"_s);
    return secure;
}

/// A key in a query would end up in settings and logs.
bool queryHoldsKey(const QUrl& url)
{
    static const std::array names{"key"_L1,   "api_key"_L1,      "apikey"_L1, "api-key"_L1,
                                  "token"_L1, "access_token"_L1, "secret"_L1};
    const auto items = QUrlQuery(url).queryItems();
    return std::ranges::any_of(items, [](const auto& item) {
        return std::ranges::any_of(names, [&](QLatin1StringView name) {
            return item.first.compare(name, Qt::CaseInsensitive) == 0;
        });
    });
}

bool isPrivateName(const QString& host)
{
    static const std::array suffixes{".localhost"_L1, ".local"_L1, ".lan"_L1, ".internal"_L1,
                                     ".home.arpa"_L1};
    if (host.isEmpty())
        return false;
    if (!host.contains(u'.') && !host.contains(u':'))
        return true; // one label: the local network's or the container's own name
    return std::ranges::any_of(suffixes, [&](QLatin1StringView suffix) { return host.endsWith(suffix); });
}

int bounded(const QJsonValue& value, int fallback, int smallest, int largest)
{
    return std::clamp(value.toInt(fallback), smallest, largest);
}

struct DialectName {
    Dialect dialect;
    QLatin1StringView name;
};
constexpr std::array dialectNames{DialectName{Dialect::OpenAi, "openai"_L1},
                                  DialectName{Dialect::Anthropic, "anthropic"_L1},
                                  DialectName{Dialect::Ollama, "ollama"_L1}};

QString nameOf(Dialect dialect)
{
    const auto* row = std::ranges::find(dialectNames, dialect, &DialectName::dialect);
    return row == dialectNames.end() ? QString() : QString(row->name);
}

Dialect dialectOf(const QString& name)
{
    const auto* row = std::ranges::find(dialectNames, name, &DialectName::name);
    return row == dialectNames.end() ? Dialect::OpenAi : row->dialect;
}

/// Whoever types a password into the address of a proxy must not find it in the settings file.
QString withoutPassword(const QString& proxy)
{
    QUrl url(proxy);
    if (url.password(QUrl::FullyEncoded).isEmpty())
        return proxy;
    url.setPassword({});
    return url.toString(QUrl::FullyEncoded);
}

QJsonObject toObject(const Provider& provider)
{
    return {{u"id"_s, provider.id},
            {u"name"_s, provider.name},
            {u"endpoint"_s, provider.endpoint},
            {u"exactEndpoint"_s, provider.exactEndpoint},
            {u"model"_s, provider.model},
            {u"concurrency"_s, provider.concurrency},
            {u"contextTokens"_s, provider.contextTokens},
            {u"outputTokens"_s, provider.outputTokens},
            {u"temperature"_s, provider.temperature},
            {u"dialect"_s, nameOf(provider.dialect)},
            {u"proxy"_s, withoutPassword(provider.proxy)},
            {u"caFile"_s, provider.caFile},
            {u"priceIn"_s, provider.priceIn},
            {u"priceOut"_s, provider.priceOut},
            {u"currency"_s, provider.currency}};
}

Provider fromObject(const QJsonObject& object)
{
    const Provider usual;
    Provider provider;
    provider.id = object["id"_L1].toString();
    provider.name = object["name"_L1].toString(provider.id);
    provider.endpoint = object["endpoint"_L1].toString();
    provider.exactEndpoint = object["exactEndpoint"_L1].toBool();
    provider.model = object["model"_L1].toString();
    provider.concurrency = bounded(object["concurrency"_L1], usual.concurrency, 1, 16);
    provider.contextTokens = bounded(object["contextTokens"_L1], usual.contextTokens, 256, 10'000'000);
    provider.outputTokens = bounded(object["outputTokens"_L1], usual.outputTokens, 16, 1'000'000);
    provider.temperature = std::clamp(object["temperature"_L1].toDouble(usual.temperature), 0.0, 2.0);
    provider.dialect = dialectOf(object["dialect"_L1].toString());
    provider.proxy = withoutPassword(object["proxy"_L1].toString().trimmed().left(longestText));
    provider.caFile = object["caFile"_L1].toString().left(longestText);
    provider.priceIn = std::clamp(object["priceIn"_L1].toDouble(), 0.0, highestPrice);
    provider.priceOut = std::clamp(object["priceOut"_L1].toDouble(), 0.0, highestPrice);
    const QString currency = object["currency"_L1].toString().trimmed().left(longestCurrency);
    provider.currency = currency.isEmpty() ? usual.currency : currency;
    return provider;
}

} // namespace

Result<QUrl> chatUrl(const Provider& provider)
{
    const QString typed = provider.endpoint.trimmed();
    QUrl url = parseTyped(typed);
    const QString scheme = url.scheme().toLower();
    if (typed.isEmpty() || !url.isValid() || url.host().isEmpty()
        || (scheme != "http"_L1 && scheme != "https"_L1))
        return badAddress(typed);
    if (!url.userInfo().isEmpty() || queryHoldsKey(url))
        return fail(
            ErrorCode::Usage,
            Text::tr("The address of the service at %1 holds a password or key. Take it out of the address "
                     "and enter it as the provider's key.")
                .arg(url.host()),
            u"endpoint holds credentials"_s);
    url.setFragment({});
    if (!provider.exactEndpoint)
        url.setPath(protocolOf(provider.dialect).chatPath(url.path(QUrl::FullyEncoded)), QUrl::TolerantMode);
    return url;
}

Result<QUrl> modelsUrl(const Provider& provider)
{
    auto url = chatUrl(provider);
    if (!url)
        return url;
    const QString path
        = protocolOf(provider.dialect).modelsPath(withoutEnding(url->path(QUrl::FullyEncoded), {}));
    if (path.isEmpty())
        return fail(ErrorCode::NotFound,
                    Text::tr("The address %1 does not tell where the list of models is.")
                        .arg(url->toString(QUrl::RemoveQuery)),
                    u"exact endpoint of an unknown form"_s);
    url->setPath(path, QUrl::TolerantMode);
    return url;
}

bool isLocal(const QUrl& url)
{
    const QString host = url.host().toLower();
    if (net::isLocalHost(host))
        return true;
    return QHostAddress(host).isNull() && isPrivateName(host);
}

bool wantsProxyPassword(const Provider& provider)
{
    return net::isProxied(provider.proxy) && !QUrl(provider.proxy).userName().isEmpty();
}

Provider withProxyPassword(const Provider& provider, const QString& password)
{
    Provider complete = provider;
    if (password.isEmpty() || !wantsProxyPassword(provider))
        return complete;
    QUrl url(provider.proxy);
    url.setPassword(QString::fromLatin1(QUrl::toPercentEncoding(password)), QUrl::StrictMode);
    complete.proxy = url.toString(QUrl::FullyEncoded);
    return complete;
}

QByteArray toJson(const QList<Provider>& providers)
{
    QJsonArray array;
    for (const Provider& provider : providers)
        array.append(toObject(provider));
    return QJsonDocument(array).toJson(QJsonDocument::Compact);
}

Result<QList<Provider>> providersFromJson(const QByteArray& json)
{
    QList<Provider> providers;
    if (json.trimmed().isEmpty())
        return providers;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return fail(ErrorCode::Malformed,
                    Text::tr("The settings' list of providers cannot be read. Enter the providers again."),
                    u"providers are no JSON array"_s);
    const QJsonArray array = document.array();
    for (const QJsonValue& value : array) {
        Provider provider = fromObject(value.toObject());
        const bool known
            = std::ranges::any_of(providers, [&](const Provider& other) { return other.id == provider.id; });
        if (!provider.id.isEmpty() && !known)
            providers.append(std::move(provider));
    }
    return providers;
}

} // namespace lb::llm
