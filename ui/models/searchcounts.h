// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/threadmatcher.h"

namespace lb::ui
{

/// What a saved search would show of a scope.
struct SearchCount {
    int threads = -1; ///< -1 = not known
    int unknown = 0; ///< threads left out because something is not known yet
    QString problem = {}; ///< why it cannot be counted: a sentence; empty = nothing is wrong
    friend bool operator==(const SearchCount&, const SearchCount&) = default;
};

/// A scope as it stands when its threads are counted.
struct CountedScope {
    SnapshotPointer snapshot;
    Marks marks;
    SurveyPointer survey; ///< null only without a snapshot
};

/// For each filter what matchThreads() would show: index by index. A filter without a plan, or whose texts
/// the library has not answered, is not counted. Pure, for the pool; linear in threads, filter by filter.
[[nodiscard]] QList<SearchCount> countMatches(const CountedScope& scope,
                                              const std::vector<ThreadFilter>& filters);

} // namespace lb::ui
