// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace lb::net
{

/// The way to a server. The default is the system's: its proxies but for local hosts, its certificates.
struct Route {
    QString proxy = {}; ///< "none", or http:// or socks5:// with host, maybe port, name and password: then
                        ///< used for every host, as somebody chose it for this server
    QString caFile = {}; ///< PEM certificates trusted besides the system's
    friend bool operator==(const Route&, const Route&) = default;
};

/// Usage error for a proxy of another form. Never repeats what was typed: it may hold a password.
[[nodiscard]] Status checkProxy(const QString& proxy);
/// True for the name of a proxy: neither empty nor "none".
[[nodiscard]] bool isProxied(const QString& proxy);

} // namespace lb::net
