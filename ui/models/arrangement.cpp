// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/arrangement.h"

#include "thread/people.h"

#include <algorithm>
#include <array>

namespace lb::ui
{

namespace
{

using Entries = std::vector<ThreadEntry>;

bool matches(const ThreadEntry& entry, const ThreadMarks& marks, const ThreadFilter& filter)
{
    if (filter.hideSettled && (marks.triage.muted || marks.triage.done))
        return false;
    if (filter.found)
        return filter.found->contains(entry.listing.thread);
    return std::all_of(filter.words.begin(), filter.words.end(),
                       [&entry](const QString& word) { return entry.words.contains(word); });
}

/// What waits for the reader comes first: starred, unread, then by how much has been said; settled threads
/// last.
int stateRank(const ThreadMarks& marks)
{
    int rank = marks.unread > 0 ? 8 : 0;
    if (marks.triage.starred)
        rank += 16;
    if (marks.triage.muted || marks.triage.done)
        rank -= 64;
    return rank + static_cast<int>(marks.summary);
}

/// The title without its tags: what a list is sorted by, so that v2 stands beside v3.
const QString& plainTitle(const ThreadEntry& entry)
{
    const auto root = static_cast<std::size_t>(entry.listing.rootIndex);
    const QString& title = entry.listing.mails[root].subject.title;
    return title.isEmpty() ? entry.listing.title : title;
}

int sign(qint64 a, qint64 b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

struct Comparison {
    const Entries& threads;
    const Marks& marks;
    ThreadOrder order;

    [[nodiscard]] int byColumn(const ThreadEntry& a, const ThreadEntry& b) const
    {
        switch (order.column) {
        case ThreadColumn::Subject:
            return QString::compare(plainTitle(a), plainTitle(b), Qt::CaseInsensitive);
        case ThreadColumn::Mails:
            return a.listing.count() != b.listing.count() ? sign(a.listing.count(), b.listing.count())
                                                          : sign(a.listing.newMails, b.listing.newMails);
        case ThreadColumn::People:
            return sign(a.listing.people, b.listing.people);
        case ThreadColumn::Started:
            return sign(a.started, b.started);
        case ThreadColumn::LastActivity:
            return sign(a.lastActivity, b.lastActivity);
        case ThreadColumn::State:
            return sign(stateRank(marks.value(a.listing.thread)), stateRank(marks.value(b.listing.thread)));
        }
        return 0;
    }

    bool operator()(int left, int right) const
    {
        const ThreadEntry& a = threads[static_cast<std::size_t>(left)];
        const ThreadEntry& b = threads[static_cast<std::size_t>(right)];
        const int decided = byColumn(a, b);
        if (decided != 0)
            return order.direction == Qt::AscendingOrder ? decided < 0 : decided > 0;
        if (a.lastActivity != b.lastActivity)
            return a.lastActivity > b.lastActivity;
        const int titles = a.listing.title.compare(b.listing.title);
        return titles != 0 ? titles < 0 : left < right;
    }
};

} // namespace

QStringList filterWordsOf(const QString& typed)
{
    return typed.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
}

Arrangement arrange(const SnapshotPointer& snapshot, const Marks& marks, const ThreadOrder& order,
                    const ThreadFilter& filter)
{
    Arrangement result;
    result.snapshot = snapshot;
    if (snapshot == nullptr)
        return result;
    const Entries& threads = snapshot->threads;
    std::array<Arrangement::Group, thread::categoryCount> groups;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        const thread::Listing& listing = threads[i].listing;
        if (!matches(threads[i], marks.value(listing.thread), filter))
            continue;
        Arrangement::Group& group = groups.at(static_cast<std::size_t>(listing.category));
        group.category = listing.category;
        group.threads.push_back(static_cast<int>(i));
        group.mails += listing.count();
        group.newMails += listing.newMails;
        ++result.shown;
    }
    result.places.resize(threads.size());
    for (Arrangement::Group& group : groups) {
        if (group.threads.empty())
            continue;
        std::sort(group.threads.begin(), group.threads.end(), Comparison{threads, marks, order});
        const int number = static_cast<int>(result.groups.size());
        for (std::size_t row = 0; row < group.threads.size(); ++row)
            result.places[static_cast<std::size_t>(group.threads[row])] = {number, static_cast<int>(row)};
        result.groups.push_back(std::move(group));
    }
    return result;
}

} // namespace lb::ui
