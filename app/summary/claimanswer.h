// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/claimcheck.h"
#include "summary/digest.h"

namespace lb::summary
{

/// The JSON schema of an answer of claims, for endpoints that hold a model to one.
[[nodiscard]] QByteArray claimsSchema();

/// True for an answer that is claims to its end.
[[nodiscard]] bool isWholeAnswer(const QString& answer);

/// True for an answer that was meant to be claims and cannot be read: worth asking once to have it repaired.
/// Prose is not: a model that does not follow the first request does not follow the second.
[[nodiscard]] bool wantsRepair(const QString& answer);

/// What a model is told to repair its answer. `user` of a request whose system text stays the same.
[[nodiscard]] QString repairRequest(const QString& answer);

/// Claims, checked against the thread and rendered. Their texts are in the language.
[[nodiscard]] SummaryText summaryOf(ModelSummary summary, const thread::Material& material,
                                    Language language);

/// A model's answer as a summary: its claims checked against the thread and rendered, else its text as it is,
/// in which nothing is verified. Error when there is neither.
[[nodiscard]] Result<SummaryText> readAnswer(const QString& answer, const thread::Material& material,
                                             Language language);

/// What of an answer can be shown while it arrives.
[[nodiscard]] QString shownWhileArriving(const QString& arrived, const thread::Listing& listing,
                                         Language language);

} // namespace lb::summary
