// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/snapshot.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace lb::ui
{

/// The columns of the tree of threads.
enum class ThreadColumn { Subject, Mails, People, Started, LastActivity, State };
inline constexpr int threadColumnCount = 6;

struct ThreadOrder {
    ThreadColumn column = ThreadColumn::LastActivity;
    Qt::SortOrder direction = Qt::DescendingOrder;
    friend bool operator==(const ThreadOrder&, const ThreadOrder&) = default;
};

/// Which threads are shown. Decided per thread: a reply that matches shows its whole thread.
struct ThreadFilter {
    QStringList words; ///< case-folded; each must be in some subject or sender of the thread
    std::optional<QSet<ThreadId>> found; ///< what a full-text search gave; takes the place of words
    bool hideSettled = false; ///< muted and done threads
    friend bool operator==(const ThreadFilter&, const ThreadFilter&) = default;

    [[nodiscard]] bool isEmpty() const { return words.isEmpty() && !found && !hideSettled; }
};

/// What was typed, as words for a filter.
[[nodiscard]] QStringList filterWordsOf(const QString& typed);

/// A snapshot sorted and filtered: what the tree shows. Immutable once made.
struct Arrangement {
    struct Group {
        thread::Category category = thread::Category::Discussion;
        std::vector<int> threads; ///< indexes into Snapshot::threads
        int mails = 0;
        int newMails = 0;
    };
    struct Place {
        int group = -1; ///< -1 = filtered out
        int row = 0;
    };
    SnapshotPointer snapshot;
    std::vector<Group> groups; ///< in the order of the report; none is empty
    std::vector<Place> places; ///< by index into Snapshot::threads
    int shown = 0; ///< threads

    [[nodiscard]] const ThreadEntry& entry(int thread) const
    {
        return snapshot->threads[static_cast<std::size_t>(thread)];
    }
};

/// Pure, for the pool. Equal keys are ordered by last activity, newest first, then by title.
[[nodiscard]] Arrangement arrange(const SnapshotPointer& snapshot, const Marks& marks,
                                  const ThreadOrder& order, const ThreadFilter& filter);

} // namespace lb::ui
