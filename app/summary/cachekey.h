// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "llm/provider.h"
#include "thread/listing.h"

#include <optional>

namespace lb::summary
{

/// sha256 over all a summary's text depends on: the mails with their places in the list and which of them are
/// new, the version of prompt or digest, the language, and for a model which it is, where it runs, the
/// glossary, and the user's instruction.
[[nodiscard]] QByteArray cacheKey(const thread::Listing& listing,
                                  const std::optional<llm::Provider>& provider, const QString& promptVersion,
                                  Language language, const QString& instruction = {},
                                  const QString& glossary = {});

} // namespace lb::summary
