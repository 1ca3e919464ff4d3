// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of linked revisions; how they are linked is in revisionlinks.cpp.
#include "thread/revisionlinks.h"

#include <algorithm>
#include <tuple>

namespace lb::thread
{

int RevisionMap::newestIn(ThreadId thread) const
{
    const QList<int> here = inThread.value(thread);
    int newest = -1;
    for (const int revision : here) {
        if (newest < 0
            || std::tuple(at(revision).revision, at(revision).utc)
                >= std::tuple(at(newest).revision, at(newest).utc))
            newest = revision;
    }
    return newest;
}

int RevisionMap::previous(int revision) const
{
    const int number = revision < 0 ? -1 : seriesOf[static_cast<std::size_t>(revision)];
    if (number < 0)
        return -1;
    const std::vector<int>& all = series[static_cast<std::size_t>(number)];
    const auto found = std::find(all.begin(), all.end(), revision);
    return found == all.end() || found + 1 == all.end() ? -1 : *(found + 1);
}

int RevisionMap::next(int revision) const
{
    const int number = revision < 0 ? -1 : seriesOf[static_cast<std::size_t>(revision)];
    if (number < 0)
        return -1;
    const std::vector<int>& all = series[static_cast<std::size_t>(number)];
    const auto found = std::find(all.begin(), all.end(), revision);
    return found == all.end() || found == all.begin() ? -1 : *(found - 1);
}

const RevisionLink* RevisionMap::evidenceFor(int revision) const
{
    const RevisionLink* best = nullptr;
    for (const RevisionLink& link : links) {
        if (link.later == revision
            && (best == nullptr || best->later != revision || link.evidence < best->evidence))
            best = &link;
        else if (link.earlier == revision && best == nullptr)
            best = &link;
    }
    return best;
}

QList<ThreadId> RevisionMap::threadsOf(int number) const
{
    QList<ThreadId> threads;
    for (const int revision : series[static_cast<std::size_t>(number)]) {
        if (!threads.contains(at(revision).thread))
            threads += at(revision).thread;
    }
    return threads;
}

} // namespace lb::thread
