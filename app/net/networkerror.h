// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QNetworkReply>
#include <QUrl>

#include <optional>

namespace lb::net
{

/// What went wrong below HTTP, for people; nothing for codes that merely mirror a status (Qt reports
/// 429 as UnknownContentError). `answered` = a status line had come; `proxied` = by a proxy of the request's
/// own.
[[nodiscard]] std::optional<Error> transportError(const QNetworkReply& reply, const QUrl& url, bool answered,
                                                  bool proxied = false);

[[nodiscard]] Error idleError(const QUrl& url, std::chrono::milliseconds idle);
[[nodiscard]] Error totalError(const QUrl& url, std::chrono::milliseconds total);
[[nodiscard]] Error connectError(const QUrl& url, std::chrono::milliseconds connect);
[[nodiscard]] Error tooLargeError(const QUrl& url, qint64 bytes);

} // namespace lb::net
