// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/factterms.h"
#include "ui/models/threadmatcher.h"

#include <QStringList>

namespace lb::ui
{

/// The columns of the tree of threads.
enum class ThreadColumn { Subject, Mails, People, Review, Awaited, Started, LastActivity, State };
inline constexpr int threadColumnCount = 8;

struct ThreadOrder {
    ThreadColumn column = ThreadColumn::LastActivity;
    Qt::SortOrder direction = Qt::DescendingOrder;
    friend bool operator==(const ThreadOrder&, const ThreadOrder&) = default;
};

/// What was typed, word by word, case-folded.
[[nodiscard]] QStringList filterWordsOf(const QString& typed);

/// A snapshot sorted and filtered: what the tree shows. Immutable once made.
struct Arrangement {
    /// A row of a category: a thread, or a series whose revisions are several threads.
    struct Row {
        int thread = 0; ///< index into Snapshot::threads; of a series the thread of its newest revision
        int series = -1; ///< index into `series`; -1 = a thread of its own
        friend bool operator==(const Row&, const Row&) = default;
    };
    struct Group {
        thread::Category category = thread::Category::Discussion;
        std::vector<Row> rows;
        std::vector<int> threads; ///< all of them from top to bottom, those of series too
        int mails = 0;
        int newMails = 0;
    };
    /// Revisions of one series that are shown, each in its own thread; at least two threads.
    struct Series {
        std::vector<int> threads; ///< newest revision first
        int mails = 0;
        int newMails = 0;
        int group = 0;
        int row = 0;
    };
    struct Place {
        int group = -1; ///< -1 = filtered out
        int row = 0;
        int series = -1; ///< index into `series`
        int child = 0; ///< row in the series
    };
    SnapshotPointer snapshot;
    RevisionsPointer revisions; ///< may be null
    std::vector<Series> series;
    std::vector<Group> groups; ///< in the order of the report; none is empty
    std::vector<Place> places; ///< by index into Snapshot::threads
    ThreadFilter filter; ///< that chose them
    int shown = 0; ///< threads, those carried over from earlier periods too
    int carried = 0; ///< of these
    bool isFlat = false; ///< for the view of attention: one group that is no category, and the column of
                         ///< reviews says and sorts by what asks for attention
    SurveyPointer survey; ///< null only without a snapshot
    int unknown = 0; ///< threads that may be shown once more is known

    [[nodiscard]] const Standing& standing(int thread) const
    {
        return survey->standings[static_cast<std::size_t>(thread)];
    }
    [[nodiscard]] const ThreadEntry& entry(int thread) const
    {
        return snapshot->threads[static_cast<std::size_t>(thread)];
    }
};

/// Pure, for the pool. Equal keys are ordered by last activity, newest first, then by title. A series stands
/// in the category of its newest revision, and sums up its threads.
[[nodiscard]] Arrangement arrange(const SnapshotPointer& snapshot, const Marks& marks,
                                  const ThreadOrder& order, const ThreadFilter& filter,
                                  const RevisionsPointer& revisions = nullptr,
                                  const DeskPointer& desk = nullptr);
/// The same with the survey of these threads and marks, made before.
[[nodiscard]] Arrangement arrange(const SnapshotPointer& snapshot, const Marks& marks,
                                  const ThreadOrder& order, const ThreadFilter& filter,
                                  const RevisionsPointer& revisions, const SurveyPointer& survey);

/// Lets go of an arrangement, its snapshot and its revisions on the pool, see snapshot.h.
void releaseOnPool(Arrangement&& arrangement);

/// True if both show the same rows in the same order: only what the rows say may differ.
[[nodiscard]] bool sameRows(const Arrangement& a, const Arrangement& b);

} // namespace lb::ui
