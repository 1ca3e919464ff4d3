// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxyFactory>

#include <memory>

namespace lb::net
{

/// The system's proxies, except for hosts that only this machine or its own network can reach: a
/// system-wide proxy must not break a model server on localhost.
class Proxies final : public QNetworkProxyFactory
{
public:
    [[nodiscard]] QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override;
};

/// The proxies that Route::proxy asks for. What checkProxy() refuses gives none at all.
[[nodiscard]] std::unique_ptr<QNetworkProxyFactory> proxiesFor(const QString& proxy);

} // namespace lb::net
