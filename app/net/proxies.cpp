// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxies.h"

#include "net/httpclient.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

namespace lb::net
{

using namespace Qt::StringLiterals;

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

} // namespace lb::net
