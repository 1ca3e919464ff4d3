// SPDX-License-Identifier: GPL-3.0-or-later
// What the tree says about what the user decided and why a thread is listed; see threadtreedata.cpp.
#include "ui/models/standingtexts.h"
#include "ui/models/threadtreemodel.h"

#include <QLocale>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// What a snoozed thread waits for, or why it is back.
QString putOff(const Standing& standing, const store::TriageState& triage)
{
    if (standing.back)
        return StandingTexts::back(*standing.back);
    return triage.snooze.isSet() ? StandingTexts::until(triage.snooze) : QString();
}

} // namespace

QVariant ThreadTreeModel::standingData(int thread, const ThreadMarks& marks, int role) const
{
    const Standing& standing = m_arrangement.standing(thread);
    switch (role) {
    case StarredRole:
        return marks.triage.starred;
    case MutedRole:
        return marks.triage.muted || standing.mutedBySeries;
    case DoneRole:
        return marks.triage.done && !standing.back;
    case TagsRole:
        return marks.triage.tags;
    case PutOffRole:
        return putOff(standing, marks.triage);
    case IsBackRole:
        return standing.back.has_value();
    case WatchedRole:
        return marks.triage.watched;
    case NotedRole:
        return !marks.triage.note.isEmpty();
    default:
        return {};
    }
}

/// Where the column says why a thread is listed, only what is wrong is told by its colour.
ReviewTone ThreadTreeModel::toneOf(const ThreadMarks& marks) const
{
    const ReviewTone tone = reviewTone(marks.facts);
    return m_arrangement.isFlat && tone != ReviewTone::Bad ? ReviewTone::Plain : tone;
}

QString ThreadTreeModel::whyText(int thread) const
{
    return StandingTexts::reasons(m_arrangement.standing(thread)).join(u", "_s);
}

QString ThreadTreeModel::spokenWhy(int thread) const
{
    const QStringList reasons = StandingTexts::explained(m_arrangement.standing(thread));
    return reasons.isEmpty() ? tr("Nothing that asks for your attention.") : reasons.join(u'\n');
}

/// Tags, snooze and note for those who cannot see them in the row; empty if there are none.
QString ThreadTreeModel::spokenDecisions(int thread, const ThreadMarks& marks) const
{
    const store::TriageState& triage = marks.triage;
    QStringList lines;
    const QString waits = putOff(m_arrangement.standing(thread), triage);
    if (!waits.isEmpty()) {
        lines.append(m_arrangement.standing(thread).back ? tr("Back: %1").arg(waits)
                                                         : tr("Snoozed %1").arg(waits));
    }
    if (m_arrangement.standing(thread).mutedBySeries && !triage.muted)
        lines.append(tr("Muted with an earlier revision"));
    if (triage.watched)
        lines.append(tr("Watched"));
    if (!triage.tags.isEmpty())
        lines.append(tr("Tags: %1").arg(QLocale().createSeparatedList(triage.tags)));
    if (!triage.note.isEmpty())
        lines.append(tr("Has a note"));
    return lines.join(u'\n');
}

} // namespace lb::ui
