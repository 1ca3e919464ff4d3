// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/attention.h"

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace lb::ui
{

/// What of a scope's threads is shown.
enum class View : quint8 { Attention, ThisWeek, Unread, WaitingForMe, Starred, Snoozed, Muted, All };
inline constexpr int viewCount = static_cast<int>(View::All) + 1;

/// Where a thread stands with the user: his decisions, and what has happened since.
struct Standing {
    bool muted = false; ///< by itself or with an earlier revision
    bool mutedBySeries = false;
    bool done = false; ///< and nothing new has come since
    bool snoozed = false; ///< and what it waits for has not come
    bool waitsForYou = false;
    bool carried = false; ///< has no mail in the period: stands only where something of it is open
    std::optional<thread::WakeUp> back = {}; ///< why it is no longer done or snoozed
    Attention attention = {};
    friend bool operator==(const Standing&, const Standing&) = default;
};

struct Survey {
    std::vector<Standing> standings; ///< by index into Snapshot::threads
    std::array<int, viewCount> counts{}; ///< threads of each view; of ThisWeek see ListsModel
    qint64 nextDate = 0; ///< when the next snooze ends by its date, UTC seconds; 0 = none does
};
using SurveyPointer = std::shared_ptr<const Survey>;

/// Put aside: muted, done or snoozed. A star wins over mute.
[[nodiscard]] bool isSettled(const Standing& standing, const store::TriageState& triage);
[[nodiscard]] bool isIn(View view, const Standing& standing, const ThreadMarks& marks);

/// Pure, for the pool; linear. `desk` null = nothing is known of the user; `revisions` may be null.
[[nodiscard]] Survey survey(const Snapshot& snapshot, const Marks& marks,
                            const thread::RevisionMap* revisions, const DeskPointer& desk);

} // namespace lb::ui
