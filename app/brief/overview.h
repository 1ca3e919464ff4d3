// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/overview.h"
#include "store/records.h"
#include "thread/facts.h"
#include "thread/revisionlinks.h"

#include <memory>
#include <optional>
#include <span>

namespace lb::brief
{

/// What the overview needs of a thread's facts: small, so that it can be kept for every thread of a list.
struct OverviewFacts {
    struct Said {
        int mail = 0; ///< number
        QString quote;
    };
    thread::Awaiting awaiting = thread::Awaiting::Nobody;
    thread::AwaitingReason reason = thread::AwaitingReason::NothingOpen;
    int mail = 0; ///< the last of the grounds'; 0 = none
    QString awaited; ///< names; may be empty
    std::optional<Said> applied; ///< what settles the thread
    thread::Fate fate = thread::Fate::Applied;
    std::optional<Said> objection; ///< open: a refusal of the newest posting
    std::optional<Said> question; ///< the last one that is open
    int revision = 0; ///< of the newest posting; 0 = no series
    int patches = 0; ///< listed
};
using OverviewFactsPointer = std::shared_ptr<const OverviewFacts>;

[[nodiscard]] OverviewFacts overviewFacts(const thread::Facts& facts);

/// One thread as the overview sees it; none of the three is owned.
struct OverviewThread {
    const thread::Listing* listing = nullptr;
    const OverviewFacts* facts = nullptr; ///< null = not established: the thread is left out
    const store::SummaryRecord* summary = nullptr; ///< the current one; null = none
    bool superseded = false; ///< a newer revision is in another thread: only a decision about it is told
};

/// So long nobody has written before a thread is silent. A week's thread has a mail of that week, so this
/// must be less than a week.
inline constexpr int silentDays = 3;

/// The period at a glance, from what is known already: no mail is read and no model asked.
/// - Decided: applied, queued, merged or taken back in a new mail.
/// - Blocked: a refusal of the newest posting is unanswered.
/// - Silent: a question is open, and nobody has written for silentDays before `moment`.
/// - Awaiting the author / reviewers or the maintainer: see thread::Awaiting.
/// A thread stands in the first of these that is true, because the others follow from it or no longer matter.
/// Two things are told besides, because they answer another question:
/// - Decided, again: a verified claim of the summary says what was decided in a new mail; the thread may go
///   on all the same.
/// - New: begun in the period, with a first posting. Not also as awaiting reviewers where nobody has answered
///   at all, which is what "new" says already.
/// `moment` is the end of the period, or now if that is earlier. Pure.
[[nodiscard]] report::Overview overviewOf(std::span<const OverviewThread> threads, const QDateTime& moment,
                                          Language language);

/// True if a newer revision of what the thread posts stands in another thread.
[[nodiscard]] bool isSuperseded(const thread::Listing& listing, const thread::RevisionMap& revisions);

/// Until when a period is looked at.
[[nodiscard]] QDateTime overviewMoment(const std::optional<thread::Period>& period, const QDateTime& now);

} // namespace lb::brief
