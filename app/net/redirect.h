// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"

#include <optional>

namespace lb::net
{

/// "https://host" or "https://host:8443": what a key may be sent to, and what people may be shown.
[[nodiscard]] QString originOf(const QUrl& url);

/// The request that follows a redirect (RFC 9110 section 15.4); nothing if the answer is none.
/// RedirectRefused for another origin (headers and body are for the first one only) and for what is no
/// http(s) URL.
[[nodiscard]] Result<std::optional<HttpRequest>> redirected(const HttpRequest& request, const HttpHead& head);

} // namespace lb::net
