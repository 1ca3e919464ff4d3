// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/claims.h"
#include "summary/digest.h"

namespace lb::summary
{

/// Claims as Markdown: sections, order, names, links, counts and the closing line are made here, so that a
/// model can neither miscount nor wrap them in talk. What is not verified begins with one of
/// store::doubtMarks, and its claim says why. A section without content is left out; where nobody but one
/// person wrote there are no positions. Pure.
[[nodiscard]] SummaryText renderClaims(const CheckedSummary& checked, const thread::Listing& listing,
                                       const thread::Facts& facts, Language language);

/// The same of an answer that still arrives: what has come so far, not checked, without the closing line.
[[nodiscard]] QString renderArriving(const ModelSummary& summary, const thread::Listing& listing,
                                     Language language);

/// "v4 is not in the mails cited": one sentence without a full stop.
[[nodiscard]] QString doubtText(const Doubt& doubt, Language language);

/// Cut to 40 words or 60 Chinese characters; plain text.
[[nodiscard]] QString boundedGist(const QString& gist);

} // namespace lb::summary
