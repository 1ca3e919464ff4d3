// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/completion.h"
#include "query/evaluation.h"
#include "ui/models/survey.h"

#include <memory>
#include <vector>

namespace lb::ui
{

/// Which threads are shown. Decided per thread: a reply that matches shows its whole thread.
struct ThreadFilter {
    std::shared_ptr<const query::Plan> plan; ///< null = every thread
    std::vector<store::MailSetPointer> found; ///< by the plan's texts; null or missing = not known yet
    QString list; ///< name of the list that is shown
    bool hideSettled = false; ///< muted and done threads in views that would show them, unless the plan asks
                              ///< for them
    View view = View::All;
    ThreadId kept = {}; ///< stays in the view of unread threads while it is being read
    friend bool operator==(const ThreadFilter&, const ThreadFilter&) = default;

    [[nodiscard]] bool isComplete() const; ///< the library has answered for every text
    [[nodiscard]] bool asksFacts() const { return plan != nullptr && plan->asksFacts(); }
    [[nodiscard]] bool asksState() const { return hideSettled || (plan != nullptr && plan->asksState()); }
    /// Whether the mail is one that conditions are met by. Cheap: asked for the rows that are painted.
    [[nodiscard]] bool marks(const thread::ListedMail& mail) const;
};

struct Matches {
    std::vector<bool> shown; ///< by index into Snapshot::threads
    int count = 0;
    int unknown = 0; ///< threads left out because something is not known yet
};

/// Pure, for the pool; one pass over the threads. `standings` are the survey's.
[[nodiscard]] Matches matchThreads(const Snapshot& snapshot, const Marks& marks, const ThreadFilter& filter,
                                   const std::vector<Standing>& standings);

/// Who writes in these threads, most mails first, for completion. Pure, for the pool.
[[nodiscard]] QList<query::Vocabulary::Person> peopleOf(const Snapshot& snapshot);

} // namespace lb::ui
