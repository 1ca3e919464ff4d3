// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/survey.h"

#include <algorithm>
#include <limits>

namespace lb::ui
{

namespace
{

using thread::Revision;
using thread::RevisionMap;

constexpr qint64 never = std::numeric_limits<qint64>::max();

/// What can be said of a thread only by the series that it is part of.
class SeriesView
{
public:
    SeriesView(const Snapshot& snapshot, const Marks& marks, const RevisionMap* revisions, const Desk& desk)
        : m_snapshot(snapshot), m_revisions(revisions), m_desk(desk)
    {
        if (m_revisions == nullptr)
            return;
        m_mutedSince.assign(m_revisions->series.size(), never);
        for (std::size_t i = 0; i < m_revisions->series.size(); ++i) {
            for (const int revision : m_revisions->series[i]) {
                const Revision& one = m_revisions->at(revision);
                if (isMutedOn(one, marks))
                    m_mutedSince[i] = std::min(m_mutedSince[i], one.utc);
            }
        }
    }

    /// The newest revision that a thread posts; -1 = it posts nothing.
    [[nodiscard]] int newestIn(ThreadId thread) const
    {
        return m_revisions == nullptr ? -1 : m_revisions->newestIn(thread);
    }

    /// True if an earlier revision was muted with those that follow.
    [[nodiscard]] bool isMuted(int own) const
    {
        const int series = own < 0 ? -1 : m_revisions->seriesOf[static_cast<std::size_t>(own)];
        return series >= 0 && m_mutedSince[static_cast<std::size_t>(series)] < m_revisions->at(own).utc;
    }

    /// See attentionOf(); `own` is the newest revision in the thread.
    [[nodiscard]] int unanswered(const ThreadEntry& entry, int own) const
    {
        if (own < 0)
            return 0;
        const Revision& posted = m_revisions->at(own);
        const bool answered = entry.yours.last >= posted.utc;
        if (answered || entry.yours.isAuthor || m_desk.rules.you.is(posted.author))
            return 0;
        if (entry.yours.last > 0)
            return posted.revision; // the revision before was posted in the same thread
        const int series = m_revisions->seriesOf[static_cast<std::size_t>(own)];
        if (series < 0)
            return 0;
        const std::vector<int>& all = m_revisions->series[static_cast<std::size_t>(series)];
        const bool reviewed = std::any_of(all.begin(), all.end(), [&](int other) {
            const Revision& earlier = m_revisions->at(other);
            return earlier.utc < posted.utc && wroteIn(earlier.thread);
        });
        return reviewed ? posted.revision : 0;
    }

private:
    [[nodiscard]] bool wroteIn(ThreadId thread) const
    {
        const int at = m_snapshot.indexOf.value(thread, -1);
        if (at >= 0)
            return m_snapshot.threads[static_cast<std::size_t>(at)].yours.last > 0;
        return m_desk.wroteIn.contains(thread);
    }
    [[nodiscard]] bool isMutedOn(const Revision& revision, const Marks& marks) const
    {
        const auto shown = marks.constFind(revision.thread);
        if (shown != marks.constEnd()) // what was decided since the snapshot was read
            return shown->triage.muted && shown->triage.mutesRevisions;
        return m_snapshot.mutedSeries.contains(revision.id);
    }

    const Snapshot& m_snapshot;
    const RevisionMap* m_revisions;
    const Desk& m_desk;
    std::vector<qint64> m_mutedSince; ///< by series: when the first muted revision was posted
};

Standing standingOf(const ThreadEntry& entry, const ThreadMarks& marks, const RevisionMap* revisions,
                    const Desk& desk)
{
    const store::TriageState& triage = marks.triage;
    Standing standing;
    standing.muted = triage.muted;
    standing.done = triage.done;
    standing.carried = entry.carried;
    if (triage.done && triage.doneSeen > 0) {
        standing.back = thread::mailSince(entry.listing, triage.doneSeen, desk.rules.you);
        standing.done = !standing.back;
    }
    if (triage.snooze.isSet()) {
        standing.back = thread::wakeUp(triage.snooze, entry.listing, revisions, desk.rules.you, desk.now);
        standing.snoozed = !standing.back;
    }
    standing.waitsForYou = waitsForYou(entry, marks, desk.rules);
    return standing;
}

} // namespace

bool isSettled(const Standing& standing, const store::TriageState& triage)
{
    return standing.done || standing.snoozed || (standing.muted && !triage.starred);
}

bool isIn(View view, const Standing& standing, const ThreadMarks& marks)
{
    const bool open = !isSettled(standing, marks.triage);
    switch (view) {
    case View::Attention:
        return open
            && (!standing.carried || standing.back || standing.waitsForYou
                || standing.attention.has(AttentionTerm::Silent));
    case View::Unread:
        return open && !standing.carried && marks.unread > 0;
    case View::WaitingForMe:
        return open && standing.waitsForYou;
    case View::Starred:
        return marks.triage.starred;
    case View::Snoozed:
        return standing.snoozed;
    case View::Muted:
        return standing.muted;
    case View::ThisWeek:
    case View::All:
        break;
    }
    return !standing.carried;
}

Survey survey(const Snapshot& snapshot, const Marks& marks, const thread::RevisionMap* revisions,
              const DeskPointer& desk)
{
    static const Desk nobody;
    const Desk& known = desk != nullptr ? *desk : nobody;
    const SeriesView series(snapshot, marks, revisions, known);
    Survey result;
    result.standings.reserve(snapshot.threads.size());
    for (const ThreadEntry& entry : snapshot.threads) {
        const ThreadMarks& own = marksAt(marks, entry.listing.thread);
        const int revision = series.newestIn(entry.listing.thread);
        Standing standing = standingOf(entry, own, revisions, known);
        standing.mutedBySeries = series.isMuted(revision);
        standing.muted = standing.muted || standing.mutedBySeries;
        standing.attention = attentionOf(entry, own, known, series.unanswered(entry, revision));
        if (standing.snoozed && own.triage.snooze.until == thread::Snooze::Until::Date) {
            const qint64 date = own.triage.snooze.date;
            result.nextDate = result.nextDate == 0 ? date : std::min(result.nextDate, date);
        }
        for (int view = 0; view < viewCount; ++view) {
            if (isIn(static_cast<View>(view), standing, own))
                ++result.counts.at(static_cast<std::size_t>(view));
        }
        result.standings.push_back(std::move(standing));
    }
    return result;
}

} // namespace lb::ui
