// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxies.h"

#include "net/httpclient.h"
#include "net/route.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <array>

namespace lb::net
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::net)
};

constexpr auto noProxy = "none"_L1;
constexpr int usualHttpPort = 8080;
constexpr int usualSocksPort = 1080;

bool isSocks(const QUrl& url)
{
    return url.scheme() == "socks5"_L1 || url.scheme() == "socks5h"_L1;
}

/// The same for every host.
class FixedProxies final : public QNetworkProxyFactory
{
public:
    explicit FixedProxies(QList<QNetworkProxy> proxies) : m_proxies(std::move(proxies)) { }
    [[nodiscard]] QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& /*query*/) override
    {
        return m_proxies;
    }

private:
    QList<QNetworkProxy> m_proxies;
};

QList<QNetworkProxy> proxiesOf(const QString& proxy)
{
    const QUrl url(proxy, QUrl::StrictMode);
    QNetworkProxy made(QNetworkProxy::NoProxy);
    if (!isProxied(proxy) || !checkProxy(proxy))
        return {made};
    made.setHostName(url.host());
    made.setUser(url.userName(QUrl::FullyDecoded));
    made.setPassword(url.password(QUrl::FullyDecoded));
    made.setPort(static_cast<quint16>(url.port(isSocks(url) ? usualSocksPort : usualHttpPort)));
    if (isSocks(url)) {
        made.setType(QNetworkProxy::Socks5Proxy);
        return {made};
    }
    made.setType(QNetworkProxy::HttpProxy); // a tunnel, for https
    QNetworkProxy plain = made;
    plain.setType(QNetworkProxy::HttpCachingProxy); // for http
    return {plain, made};
}

} // namespace

bool isLocalHost(const QString& host)
{
    QString name = host.toLower();
    if (name.endsWith(u'.'))
        name.chop(1);
    if (name == "localhost"_L1 || name.endsWith(".localhost"_L1))
        return true;
    QHostAddress address(name);
    if (address.isNull())
        return false;
    bool isMapped = false;
    const quint32 v4 = address.toIPv4Address(&isMapped);
    if (isMapped)
        address = QHostAddress(v4);
    struct Network {
        const char* address;
        int bits;
    };
    constexpr std::array<Network, 8> local = {{{"127.0.0.0", 8},
                                               {"10.0.0.0", 8},
                                               {"172.16.0.0", 12},
                                               {"192.168.0.0", 16},
                                               {"169.254.0.0", 16},
                                               {"::1", 128},
                                               {"fe80::", 10},
                                               {"fc00::", 7}}};
    return std::ranges::any_of(local, [&address](const Network& network) {
        const QHostAddress base(QLatin1String(network.address));
        return base.protocol() == address.protocol() && address.isInSubnet(base, network.bits);
    });
}

QList<QNetworkProxy> Proxies::queryProxy(const QNetworkProxyQuery& query)
{
    if (isLocalHost(query.peerHostName()))
        return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
}

Status checkProxy(const QString& proxy)
{
    if (!isProxied(proxy))
        return success();
    const QUrl url(proxy, QUrl::StrictMode);
    if (url.isValid() && !url.host().isEmpty() && (url.scheme() == "http"_L1 || isSocks(url)))
        return success();
    return fail(ErrorCode::Usage,
                Texts::tr("This is no proxy. Give one like http://proxy.example.com:8080 or "
                          "socks5://127.0.0.1:1080."),
                u"proxy is no http or socks5 URL"_s);
}

bool isProxied(const QString& proxy)
{
    return !proxy.isEmpty() && proxy != noProxy;
}

std::unique_ptr<QNetworkProxyFactory> proxiesFor(const QString& proxy)
{
    if (proxy.isEmpty())
        return std::make_unique<Proxies>();
    return std::make_unique<FixedProxies>(proxiesOf(proxy));
}

} // namespace lb::net
