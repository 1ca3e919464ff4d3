// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "llm/chatclient.h"
#include "llm/errortable.h"
#include "net/httpclient.h"

namespace lb::llm
{

/// Everything of the HTTP request but its time bounds. ModelAuth for a key that cannot stand in a header.
[[nodiscard]] Result<net::HttpRequest> chatHttpRequest(const ChatRequest& request,
                                                       const Capabilities& capabilities);
/// GET with the key, for the list of models.
[[nodiscard]] Result<net::HttpRequest> modelsHttpRequest(const Provider& provider, const QString& key);
/// POST that asks what the model is like; nothing where the dialect has no such question.
[[nodiscard]] std::optional<net::HttpRequest> detailsHttpRequest(const Provider& provider,
                                                                 const QString& key);

/// `capabilities` without what was refused; nothing where that was not asked for anyway.
[[nodiscard]] std::optional<Capabilities> withoutUnsupported(const Capabilities& capabilities,
                                                             Unsupported part);

} // namespace lb::llm
