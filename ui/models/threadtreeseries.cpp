// SPDX-License-Identifier: GPL-3.0-or-later
// What the tree says about series and their revisions; see threadtreedata.cpp for the other rows.
#include "thread/people.h"
#include "ui/models/threadtreemodel.h"

#include <QLocale>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype mostNumbers = 12; ///< of missing patches that are named

QString versionName(const thread::Revision& revision)
{
    return (revision.isRfc ? u"RFC v%1"_s : u"v%1"_s).arg(revision.revision);
}

/// Why a revision stands with the others.
QString reason(thread::Evidence evidence)
{
    switch (evidence) {
    case thread::Evidence::Manual:
        return ThreadTreeModel::tr("linked by you");
    case thread::Evidence::ChangeId:
        return ThreadTreeModel::tr("same change-id");
    case thread::Evidence::CoverLink:
        return ThreadTreeModel::tr("a cover letter points at the revision before");
    case thread::Evidence::Title:
        return ThreadTreeModel::tr("same title and author");
    case thread::Evidence::PatchTitles:
        return ThreadTreeModel::tr("same author, most of the patches are the same");
    case thread::Evidence::NextRevision:
        return ThreadTreeModel::tr("the author's only next revision, which lists what changed");
    }
    return {};
}

QString numbers(const QList<int>& missing)
{
    QStringList words;
    for (const int number : missing.first(std::min(missing.size(), mostNumbers)))
        words.append(QString::number(number));
    if (missing.size() > mostNumbers)
        words.append(u"…"_s);
    return words.join(u", "_s);
}

} // namespace

bool ThreadTreeModel::isSuperseded(int thread) const
{
    const Arrangement::Place& place = m_arrangement.places[static_cast<std::size_t>(thread)];
    return place.series >= 0 && place.child > 0;
}

/// "Revision v8 of a series of 4; superseded by v9." and what else is known of it; empty for other threads.
QString ThreadTreeModel::revisionText(const ThreadEntry& entry) const
{
    const RevisionsPointer& revisions = m_arrangement.revisions;
    const int own = revisions == nullptr ? -1 : revisions->newestIn(entry.listing.thread);
    if (own < 0)
        return {};
    const thread::Revision& revision = revisions->at(own);
    QStringList lines;
    const int series = revisions->seriesOf[static_cast<std::size_t>(own)];
    if (series >= 0) {
        const std::vector<int>& all = revisions->series[static_cast<std::size_t>(series)];
        const QString newest = versionName(revisions->at(all.front()));
        const int count = static_cast<int>(all.size());
        if (all.front() == own)
            lines.append(tr("%1, the newest of %n revision(s)", nullptr, count).arg(versionName(revision)));
        else
            lines.append(tr("%1, one of %n revision(s); superseded by %2", nullptr, count)
                             .arg(versionName(revision), newest));
        if (const thread::RevisionLink* link = revisions->evidenceFor(own)) {
            //: Why revisions are held to be of one series
            lines.append(tr("Linked: %1").arg(reason(link->evidence)));
        }
    }
    const QList<int> missing = revision.missing();
    if (revision.answersOnly)
        lines.append(tr("Only answers to its patches are in the library."));
    else if (!missing.isEmpty())
        lines.append(tr("Missing patches: %1 of %2").arg(numbers(missing)).arg(revision.total));
    return lines.join(u'\n');
}

ThreadMarks ThreadTreeModel::seriesMarks(const Arrangement::Series& series) const
{
    ThreadMarks sum = m_marks.value(m_arrangement.entry(series.threads.front()).listing.thread);
    sum.unread = 0;
    for (const int thread : series.threads) {
        const ThreadMarks marks = m_marks.value(m_arrangement.entry(thread).listing.thread);
        sum.unread += marks.unread;
        sum.triage.starred = sum.triage.starred || marks.triage.starred;
        sum.triage.muted = sum.triage.muted && marks.triage.muted;
        sum.triage.done = sum.triage.done && marks.triage.done;
    }
    return sum;
}

/// The thread for which the series stands where it does in an order by attention.
int ThreadTreeModel::mostUrgent(const Arrangement::Series& series) const
{
    return *std::max_element(series.threads.begin(), series.threads.end(), [this](int a, int b) {
        return m_arrangement.standing(a).attention.score < m_arrangement.standing(b).attention.score;
    });
}

QString ThreadTreeModel::seriesText(const Arrangement::Series& series, ThreadColumn column) const
{
    const ThreadEntry& newest = m_arrangement.entry(series.threads.front());
    const auto earliest
        = std::min_element(series.threads.begin(), series.threads.end(), [this](int a, int b) {
              return m_arrangement.entry(a).started < m_arrangement.entry(b).started;
          });
    const auto latest = std::max_element(series.threads.begin(), series.threads.end(), [this](int a, int b) {
        return m_arrangement.entry(a).lastActivity < m_arrangement.entry(b).lastActivity;
    });
    switch (column) {
    case ThreadColumn::Subject: {
        const auto root = static_cast<std::size_t>(newest.listing.rootIndex);
        const QString& title = newest.listing.mails[root].subject.title;
        const RevisionsPointer& revisions = m_arrangement.revisions;
        const int own = revisions == nullptr ? -1 : revisions->newestIn(newest.listing.thread);
        const QString version = own < 0 ? QString() : versionName(revisions->at(own));
        //: The newest revision of a series, how many of it are shown, its title
        return tr("%1 (%n revision(s)) %2", nullptr, static_cast<int>(series.threads.size()))
            .arg(version, title);
    }
    case ThreadColumn::Mails:
        return m_arrangement.snapshot->scope.period ? u"%1/%2"_s.arg(series.newMails).arg(series.mails)
                                                    : QString::number(series.mails);
    case ThreadColumn::Review:
        if (m_arrangement.isFlat)
            return whyText(mostUrgent(series));
        [[fallthrough]];
    case ThreadColumn::People:
    case ThreadColumn::Awaited:
        return threadText(series.threads.front(), column);
    case ThreadColumn::Started:
        return shownTime(m_arrangement.entry(*earliest).listing.first().date);
    case ThreadColumn::LastActivity:
        return shownTime(m_arrangement.entry(*latest).listing.last().date);
    case ThreadColumn::State:
        break;
    }
    return {};
}

/// Of all its threads.
QList<int> ThreadTreeModel::daysOf(const Arrangement::Series& series) const
{
    QList<int> days;
    for (const int thread : series.threads) {
        const QList<int>& own = m_arrangement.entry(thread).days;
        days.resize(std::max(days.size(), own.size()));
        for (qsizetype day = 0; day < own.size(); ++day)
            days[day] += own.at(day);
    }
    return days;
}

QVariant ThreadTreeModel::seriesData(const QModelIndex& index, int role) const
{
    const Arrangement::Series& series = seriesAt(index);
    const auto column = static_cast<ThreadColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return seriesText(series, column);
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (column == ThreadColumn::State)
            return spokenState(seriesMarks(series));
        if (column == ThreadColumn::Review && m_arrangement.isFlat)
            return spokenWhy(mostUrgent(series));
        if (column == ThreadColumn::Review || column == ThreadColumn::Awaited)
            return spokenFacts(seriesMarks(series), column);
        if (column == ThreadColumn::Mails)
            return spokenMails(series.newMails, series.mails, daysOf(series));
        if (const QString gist = gistText(seriesMarks(series));
            column == ThreadColumn::Subject && !gist.isEmpty())
            return QString(seriesText(series, column) + u'\n' + gist);
        return seriesText(series, column);
    case ThreadRole:
        return QVariant::fromValue(m_arrangement.entry(series.threads.front()).listing.thread);
    case UnreadRole:
        return seriesMarks(series).unread;
    case DaysRole:
        return QVariant::fromValue(daysOf(series));
    case IsNewRole:
        return series.newMails > 0;
    case ReviewToneRole:
        return static_cast<int>(toneOf(seriesMarks(series)));
    case GistRole:
        return gistText(seriesMarks(series));
    case SummaryRole:
        return static_cast<int>(seriesMarks(series).summary);
    default:
        return standingData(series.threads.front(), seriesMarks(series), role);
    }
}

} // namespace lb::ui
