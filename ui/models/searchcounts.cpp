// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/searchcounts.h"

namespace lb::ui
{

QList<SearchCount> countMatches(const CountedScope& scope, const std::vector<ThreadFilter>& filters)
{
    QList<SearchCount> counts(static_cast<qsizetype>(filters.size()));
    if (scope.snapshot == nullptr)
        return counts;
    for (std::size_t i = 0; i < filters.size(); ++i) {
        const ThreadFilter& filter = filters[i];
        if (filter.plan == nullptr || !filter.isComplete())
            continue;
        const Matches matches = matchThreads(*scope.snapshot, scope.marks, filter, scope.survey->standings);
        SearchCount& count = counts[static_cast<qsizetype>(i)];
        count.threads = matches.count;
        count.unknown = matches.unknown;
    }
    return counts;
}

} // namespace lb::ui
