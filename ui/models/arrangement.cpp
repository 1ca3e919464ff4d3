// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/arrangement.h"

#include "thread/people.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <array>
#include <utility>

namespace lb::ui
{

namespace
{

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

/// What a row is sorted by: a thread's values, or those of a series.
struct SortKey {
    Arrangement::Row row;
    const ThreadEntry* entry = nullptr; ///< of the newest revision
    int mails = 0;
    int newMails = 0;
    qint64 started = 0;
    qint64 lastActivity = 0;
    int state = 0;
    int attention = 0;
    std::optional<thread::FactMarks> facts = {}; ///< of the newest revision
};

struct Comparison {
    ThreadOrder order;
    bool byAttention = false;

    [[nodiscard]] int byColumn(const SortKey& a, const SortKey& b) const
    {
        switch (order.column) {
        case ThreadColumn::Subject:
            return QString::compare(plainTitle(*a.entry), plainTitle(*b.entry), Qt::CaseInsensitive);
        case ThreadColumn::Mails:
            return a.mails != b.mails ? sign(a.mails, b.mails) : sign(a.newMails, b.newMails);
        case ThreadColumn::People:
            return sign(a.entry->listing.people, b.entry->listing.people);
        case ThreadColumn::Review:
            return byAttention ? sign(a.attention, b.attention)
                               : sign(reviewRank(a.facts), reviewRank(b.facts));
        case ThreadColumn::Awaited:
            return sign(awaitedRank(a.facts), awaitedRank(b.facts));
        case ThreadColumn::Started:
            return sign(a.started, b.started);
        case ThreadColumn::LastActivity:
            return sign(a.lastActivity, b.lastActivity);
        case ThreadColumn::State:
            return sign(a.state, b.state);
        }
        return 0;
    }

    bool operator()(const SortKey& a, const SortKey& b) const
    {
        const int decided = byColumn(a, b);
        if (decided != 0)
            return order.direction == Qt::AscendingOrder ? decided < 0 : decided > 0;
        if (a.lastActivity != b.lastActivity)
            return a.lastActivity > b.lastActivity;
        const int titles = a.entry->listing.title.compare(b.entry->listing.title);
        return titles != 0 ? titles < 0 : a.row.thread < b.row.thread;
    }
};

/// The threads of `shown` that hold revisions of one series, the newest first; single ones are left out.
std::vector<Arrangement::Series> seriesOf(const Snapshot& snapshot, const thread::RevisionMap& revisions,
                                          const std::vector<bool>& shown,
                                          std::vector<Arrangement::Place>& places)
{
    std::vector<Arrangement::Series> found;
    std::vector<bool> taken(shown.size(), false);
    for (std::size_t i = 0; i < revisions.series.size(); ++i) {
        Arrangement::Series series;
        for (const ThreadId thread : revisions.threadsOf(static_cast<int>(i))) {
            const int at = snapshot.indexOf.value(thread, -1);
            if (at < 0 || !shown[static_cast<std::size_t>(at)] || taken[static_cast<std::size_t>(at)])
                continue;
            series.threads.push_back(at);
        }
        if (series.threads.size() < 2)
            continue;
        for (std::size_t child = 0; child < series.threads.size(); ++child) {
            const auto at = static_cast<std::size_t>(series.threads[child]);
            taken[at] = true;
            places[at].series = static_cast<int>(found.size());
            places[at].child = static_cast<int>(child);
            series.mails += snapshot.threads[at].listing.count();
            series.newMails += snapshot.threads[at].listing.newMails;
        }
        found.push_back(std::move(series));
    }
    return found;
}

SortKey keyOf(const Arrangement& arrangement, const Marks& marks, const Arrangement::Row& row)
{
    const ThreadEntry& entry = arrangement.entry(row.thread);
    const thread::Listing& listing = entry.listing;
    const ThreadMarks& own = marksAt(marks, listing.thread);
    SortKey key{row,
                &entry,
                listing.count(),
                listing.newMails,
                entry.started,
                entry.lastActivity,
                stateRank(own),
                arrangement.standing(row.thread).attention.score,
                own.facts};
    if (row.series < 0)
        return key;
    const Arrangement::Series& series = arrangement.series[static_cast<std::size_t>(row.series)];
    key.mails = series.mails;
    key.newMails = series.newMails;
    for (const int thread : series.threads) {
        const ThreadEntry& other = arrangement.entry(thread);
        key.started = std::min(key.started, other.started);
        key.lastActivity = std::max(key.lastActivity, other.lastActivity);
        key.state = std::max(key.state, stateRank(marksAt(marks, other.listing.thread)));
        key.attention = std::max(key.attention, arrangement.standing(thread).attention.score);
    }
    return key;
}

/// Sorts a category's rows and says where each of its threads is.
void place(Arrangement& arrangement, Arrangement::Group&& group, std::vector<SortKey>& keys,
           const ThreadOrder& order)
{
    std::sort(keys.begin(), keys.end(), Comparison{order, arrangement.isFlat});
    const int number = static_cast<int>(arrangement.groups.size());
    const auto put = [&](int thread, int row) {
        Arrangement::Place& at = arrangement.places[static_cast<std::size_t>(thread)];
        at.group = number;
        at.row = row;
        const thread::Listing& listing = arrangement.entry(thread).listing;
        group.threads.push_back(thread);
        group.mails += listing.count();
        group.newMails += listing.newMails;
    };
    for (const SortKey& key : keys) {
        const int row = static_cast<int>(group.rows.size());
        group.rows.push_back(key.row);
        if (key.row.series < 0) {
            put(key.row.thread, row);
            continue;
        }
        Arrangement::Series& series = arrangement.series[static_cast<std::size_t>(key.row.series)];
        series.group = number;
        series.row = row;
        for (const int thread : series.threads)
            put(thread, row);
    }
    arrangement.groups.push_back(std::move(group));
}

/// Puts what is shown into its groups, category by category.
void placeShown(Arrangement& result, const Marks& marks, const std::vector<bool>& shown,
                const ThreadOrder& order)
{
    const std::vector<ThreadEntry>& threads = result.snapshot->threads;
    std::array<std::vector<SortKey>, thread::categoryCount> keys;
    for (std::size_t i = 0; i < threads.size(); ++i) {
        result.carried += shown[i] && threads[i].carried ? 1 : 0;
        const Arrangement::Place& at = result.places[i];
        if (!shown[i] || (at.series >= 0 && at.child > 0))
            continue; // the newest revision stands for its series
        const auto category = result.isFlat ? std::size_t{0} // the one group
                                            : static_cast<std::size_t>(threads[i].listing.category);
        keys.at(category).push_back(keyOf(result, marks, {static_cast<int>(i), at.series}));
    }
    for (std::size_t category = 0; category < keys.size(); ++category) {
        if (keys.at(category).empty())
            continue;
        Arrangement::Group group;
        group.category = static_cast<thread::Category>(category);
        place(result, std::move(group), keys.at(category), order);
    }
}

} // namespace

QStringList filterWordsOf(const QString& typed)
{
    return typed.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts);
}

Arrangement arrange(const SnapshotPointer& snapshot, const Marks& marks, const ThreadOrder& order,
                    const ThreadFilter& filter, const RevisionsPointer& revisions, const DeskPointer& desk)
{
    const SurveyPointer found = snapshot == nullptr
        ? nullptr
        : std::make_shared<const Survey>(survey(*snapshot, marks, revisions.get(), desk));
    return arrange(snapshot, marks, order, filter, revisions, found);
}

Arrangement arrange(const SnapshotPointer& snapshot, const Marks& marks, const ThreadOrder& order,
                    const ThreadFilter& filter, const RevisionsPointer& revisions,
                    const SurveyPointer& survey)
{
    Arrangement result;
    result.snapshot = snapshot;
    result.revisions = revisions;
    if (snapshot == nullptr)
        return result;
    const std::vector<ThreadEntry>& threads = snapshot->threads;
    result.survey = survey;
    result.isFlat = filter.view == View::Attention;
    const Matches matches = matchThreads(*snapshot, marks, filter, result.survey->standings);
    const std::vector<bool>& shown = matches.shown;
    result.filter = filter;
    result.shown = matches.count;
    result.unknown = matches.unknown;
    result.places.resize(threads.size());
    if (revisions != nullptr)
        result.series = seriesOf(*snapshot, *revisions, shown, result.places);

    placeShown(result, marks, shown, order);
    return result;
}

void releaseOnPool(Arrangement&& arrangement)
{
    if (arrangement.snapshot == nullptr)
        return;
    const auto ignored
        = QtConcurrent::run([held = std::move(arrangement)]() mutable { held = Arrangement(); });
    Q_UNUSED(ignored)
}

bool sameRows(const Arrangement& a, const Arrangement& b)
{
    const auto sameSeries = [](const Arrangement::Series& one, const Arrangement::Series& other) {
        return one.threads == other.threads;
    };
    const auto sameGroup = [](const Arrangement::Group& one, const Arrangement::Group& other) {
        return one.category == other.category && one.rows == other.rows && one.threads == other.threads;
    };
    return a.snapshot == b.snapshot && a.revisions == b.revisions && a.isFlat == b.isFlat
        && std::equal(a.series.begin(), a.series.end(), b.series.begin(), b.series.end(), sameSeries)
        && std::equal(a.groups.begin(), a.groups.end(), b.groups.begin(), b.groups.end(), sameGroup);
}

} // namespace lb::ui
