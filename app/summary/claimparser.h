// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/claims.h"

#include <QStringList>

namespace lb::summary
{

struct ParsedAnswer {
    ModelSummary summary;
    bool found = false; ///< the text holds an object of ours
    bool complete = false; ///< to its end: a stream that still runs has a part of it
    QStringList dropped; ///< what could not be used, "claims[3]: no text"; at most 50
};

/// Reads a model's answer, whatever it wrapped it in: reasoning, fences, talk. Members that it does not know
/// are left alone, mails are read as 3, "m3" and "[3]", texts as "..." and
/// as {"en": "...", "zh": "..."}, every size is bounded. Never fails; also for an
/// answer that still arrives. Pure.
[[nodiscard]] ParsedAnswer parseClaims(const QString& answer);

/// A claim's text as it is read: one bounded line without control characters and citations.
[[nodiscard]] QString claimText(const QString& text);

/// What parseClaims() reads, as JSON: to be kept, and to be sent again.
[[nodiscard]] QByteArray claimsJson(const ModelSummary& summary);

} // namespace lb::summary
