// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/digest.h"
#include "summary/packing.h"
#include "summary/update.h"

namespace lb::summary
{

/// What an update is told of the version that it builds on: what the check contradicts, with the thread as it
/// is today, and what obeys a mail's orders is not passed on. Nothing where the version holds no claims.
/// Pure.
[[nodiscard]] std::optional<PromptExtras::Known>
knownClaims(const store::SummaryRecord& base, const thread::Material& material, const thread::Facts& facts);

/// A translator's answer as a summary: the base's claims with its sentences, checked anew. Error unless it
/// has every one of them. Pure.
[[nodiscard]] Result<SummaryText> readTranslation(const store::SummaryRecord& base, const QString& answer,
                                                  const thread::Material& material, Language language);

/// A version's claims in the language in which its text is written.
[[nodiscard]] std::optional<ModelSummary> claimsOf(const store::SummaryRecord& base,
                                                   const thread::Listing& listing);

} // namespace lb::summary
