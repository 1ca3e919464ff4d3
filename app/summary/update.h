// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"
#include "summary/claims.h"
#include "thread/listing.h"

#include <optional>

namespace lb::summary
{

/// Why a run reads the whole thread and not only what is new in it; in the order in which it is looked at.
enum class WholeReason {
    Asked, ///< the user wants it so
    NothingEarlier,
    NotClaims, ///< the earlier summary is the digest's, prose that nobody checked, or claims that cannot be
               ///< sent
    OtherLanguage,
    OtherModel, ///< or another endpoint
    OtherInstruction,
    OtherPrompt, ///< the program's own has changed since
    MailsGone, ///< the earlier summary rests on mails that are not listed now
    NothingNew, ///< the same mails, shown for another period
    NewRevision, ///< what was said of the last one is history now
    MostlyNew, ///< more than half of the mails
    None, ///< it reads what is new
};

/// What a summary is to be like.
struct SummaryWish {
    QString provider; ///< id
    QString model; ///< as it is asked for
    Language language = Language::English;
    QString instruction;
};

struct UpdatePlan {
    WholeReason reason = WholeReason::NothingEarlier;
    std::optional<store::SummaryRecord> base; ///< what is updated; nothing unless the reason is None
};

/// Which of a thread's earlier versions can be brought up to date with the mails that are new since, or why
/// none can: of the one that came nearest. Pure.
[[nodiscard]] UpdatePlan planUpdate(const thread::Listing& listing,
                                    const QList<store::SummaryRecord>& versions, const SummaryWish& wish);

/// True index by index for the mails that a summary did not know.
[[nodiscard]] std::vector<bool> newSince(const store::SummaryRecord& summary, const thread::Listing& listing);

/// What a model said then, its mails by the numbers that they have today; mails that are not listed are left
/// out. What was new and is so no longer counts as old. Nothing where there is no such thing.
[[nodiscard]] std::optional<ModelSummary> claimsOfToday(const store::SummaryRecord& summary,
                                                        const thread::Listing& listing);

} // namespace lb::summary
