// SPDX-License-Identifier: GPL-3.0-or-later
// What the rows of the tree say: the other half of threadtreemodel.cpp.
#include "thread/people.h"
#include "ui/models/activity.h"
#include "ui/models/threadtreemodel.h"

#include <QDateTime>
#include <QLocale>

#include <array>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct ColumnInfo {
    const char* title;
    const char* explanation;
    Qt::Alignment alignment;
};

constexpr std::array<ColumnInfo, threadColumnCount> columns{{
    {QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Subject"),
     QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel",
                       "Title of the thread; below it its mails, indented by reply"),
     Qt::AlignLeft | Qt::AlignVCenter},
    {QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Mails"),
     QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "New mails of the period / all mails of the thread"),
     Qt::AlignRight | Qt::AlignVCenter},
    {QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "People"),
     QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Who began the thread, and how many others wrote in it"),
     Qt::AlignLeft | Qt::AlignVCenter},
    {QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Review"),
     QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel",
                       "What the mails say: objections (NACK), bot failures, open questions (?), people who "
                       "reviewed (R), acked (A) and tested (T), and whether it was applied"),
     Qt::AlignLeft | Qt::AlignVCenter},
    {QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Waits for"),
     QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Who has the next word"), Qt::AlignLeft | Qt::AlignVCenter},
    {QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Started"),
     QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Date of the first mail, in its sender's time"),
     Qt::AlignLeft | Qt::AlignVCenter},
    {QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Last activity"),
     QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Date of the last mail, in its sender's time"),
     Qt::AlignLeft | Qt::AlignVCenter},
    {QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "State"),
     QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Unread, starred, muted, done, and what summary there is"),
     Qt::AlignLeft | Qt::AlignVCenter},
}};

/// What stands in the place of Review when threads are shown by attention.
constexpr ColumnInfo whyColumn{
    QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel", "Why"),
    QT_TRANSLATE_NOOP("lb::ui::ThreadTreeModel",
                      "What asks for your attention; what counts how much is in the settings"),
    Qt::AlignLeft | Qt::AlignVCenter};

QDateTime localTime(const mail::MailDate& date)
{
    return QDateTime::fromSecsSinceEpoch(date.utc, Qt::OffsetFromUTC, date.offsetMinutes * 60);
}

ThreadColumn columnOf(const QModelIndex& index)
{
    return static_cast<ThreadColumn>(index.column());
}

} // namespace

QVariant ThreadTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= threadColumnCount)
        return {};
    const bool isWhy = m_arrangement.isFlat && section == static_cast<int>(ThreadColumn::Review);
    const ColumnInfo& column = isWhy ? whyColumn : columns.at(static_cast<std::size_t>(section));
    switch (role) {
    case Qt::DisplayRole:
        return tr(column.title);
    case Qt::ToolTipRole:
        return tr(column.explanation);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(column.alignment);
    default:
        return {};
    }
}

QVariant ThreadTreeModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Kind kind = kindOf(index);
    if (role == KindRole)
        return static_cast<int>(kind);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(columns.at(static_cast<std::size_t>(index.column())).alignment);
    switch (kind) {
    case Kind::Category:
        return categoryData(index, role);
    case Kind::Thread:
        return threadData(index, role);
    case Kind::Mail:
        return mailData(index, role);
    case Kind::Series:
        return seriesData(index, role);
    }
    return {};
}

QVariant ThreadTreeModel::categoryData(const QModelIndex& index, int role) const
{
    const Arrangement::Group& group = m_arrangement.groups[static_cast<std::size_t>(index.row())];
    const int threads = static_cast<int>(group.threads.size());
    const thread::FactMarks& facts = m_groupFacts[static_cast<std::size_t>(index.row())];
    if (role == Qt::AccessibleTextRole || role == Qt::ToolTipRole) {
        if (columnOf(index) == ThreadColumn::Review)
            return FactTexts::reviewSentences(facts);
        return tr("%1: %2, %3")
            .arg(thread::categoryName(group.category), tr("%n thread(s)", nullptr, threads),
                 tr("%n mail(s)", nullptr, group.mails));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (columnOf(index)) {
    case ThreadColumn::Subject:
        //: A category and its number of threads
        return tr("%1 (%2)").arg(thread::categoryName(group.category)).arg(threads);
    case ThreadColumn::Mails:
        return m_arrangement.snapshot->scope.period ? u"%1/%2"_s.arg(group.newMails).arg(group.mails)
                                                    : QString::number(group.mails);
    case ThreadColumn::Review:
        return FactTexts::review(facts);
    default:
        return {};
    }
}

QString ThreadTreeModel::shownTime(const mail::MailDate& date) const
{
    const QDateTime time = localTime(date);
    const std::optional<thread::Period>& period = m_arrangement.snapshot->scope.period;
    const bool sameYear = period && time.date().year() == period->since.year();
    return time.toString(sameYear ? u"MM-dd HH:mm"_s : u"yyyy-MM-dd"_s);
}

QString ThreadTreeModel::threadText(int thread, ThreadColumn column) const
{
    const thread::Listing& listing = m_arrangement.entry(thread).listing;
    switch (column) {
    case ThreadColumn::Subject:
        return listing.title;
    case ThreadColumn::Mails:
        return m_arrangement.snapshot->scope.period ? u"%1/%2"_s.arg(listing.newMails).arg(listing.count())
                                                    : QString::number(listing.count());
    case ThreadColumn::People: {
        const auto root = static_cast<std::size_t>(listing.rootIndex);
        const QString author = thread::shownName(listing.mails[root].mail.from);
        //: The author of a thread and how many others wrote in it
        return listing.people > 1 ? tr("%1 +%2").arg(author).arg(listing.people - 1) : author;
    }
    case ThreadColumn::Started:
        return shownTime(listing.first().date);
    case ThreadColumn::LastActivity:
        return shownTime(listing.last().date);
    case ThreadColumn::Review:
        if (m_arrangement.isFlat)
            return whyText(thread);
        [[fallthrough]];
    case ThreadColumn::Awaited:
        return factText(m_marks.value(listing.thread), column);
    case ThreadColumn::State:
        break;
    }
    return {};
}

QString ThreadTreeModel::factText(const ThreadMarks& marks, ThreadColumn column) const
{
    if (!marks.facts)
        return {};
    return column == ThreadColumn::Review ? FactTexts::review(*marks.facts)
                                          : FactTexts::awaited(*marks.facts);
}

QString ThreadTreeModel::spokenFacts(const ThreadMarks& marks, ThreadColumn column) const
{
    if (!marks.facts)
        return FactTexts::unknown();
    if (column == ThreadColumn::Awaited)
        return FactTexts::awaitedSentence(*marks.facts);
    return QString(FactTexts::reviewSentences(*marks.facts) + u'\n'
                   + FactTexts::awaitedSentence(*marks.facts));
}

QString ThreadTreeModel::gistText(const ThreadMarks& marks) const
{
    if (marks.mailsSince == 0)
        return marks.gist;
    const QString since = tr("%n new mail(s) since", nullptr, marks.mailsSince);
    return marks.gist.isEmpty() ? since : QString(since + u" · "_s + marks.gist);
}

QString ThreadTreeModel::spokenState(const ThreadMarks& marks) const
{
    QStringList parts;
    if (marks.unread > 0)
        parts.append(tr("%n unread", nullptr, marks.unread));
    if (marks.triage.starred)
        parts.append(tr("starred"));
    if (marks.triage.muted)
        parts.append(tr("muted"));
    if (marks.triage.done)
        parts.append(tr("done"));
    switch (marks.summary) {
    case SummaryMark::None:
        parts.append(tr("no summary yet"));
        break;
    case SummaryMark::Digest:
        parts.append(tr("digest"));
        break;
    case SummaryMark::Model:
        parts.append(tr("summary by a model"));
        break;
    case SummaryMark::Stale:
        parts.append(marks.mailsSince > 0 ? tr("summary without %n newer mail(s)", nullptr, marks.mailsSince)
                                          : tr("summary older than the thread"));
        break;
    case SummaryMark::Running:
        parts.append(tr("summary being written"));
        break;
    }
    return QLocale().createSeparatedList(parts);
}

/// How many, and on which days.
QString ThreadTreeModel::spokenMails(int newMails, int mails, const QList<int>& days) const
{
    const QString counts = tr("%1 new of %2 mails").arg(newMails).arg(mails);
    const std::optional<thread::Period>& period = m_arrangement.snapshot->scope.period;
    const QString byDay = period ? activityText(days, period->since) : QString();
    return byDay.isEmpty() ? counts : QStringList{counts, byDay}.join(u'\n');
}

QString ThreadTreeModel::spokenThread(int thread, const ThreadMarks& marks, ThreadColumn column) const
{
    const ThreadEntry& entry = m_arrangement.entry(thread);
    const QString text = threadText(thread, column);
    switch (column) {
    case ThreadColumn::State:
        return spokenState(marks);
    case ThreadColumn::Review:
        if (m_arrangement.isFlat)
            return QString(spokenWhy(thread) + u'\n' + spokenFacts(marks, column));
        [[fallthrough]];
    case ThreadColumn::Awaited:
        return spokenFacts(marks, column);
    case ThreadColumn::Mails:
        return spokenMails(entry.listing.newMails, entry.listing.count(), entry.days);
    case ThreadColumn::People:
        return tr("%1, %2").arg(text, tr("%n people", nullptr, entry.listing.people));
    case ThreadColumn::Subject: {
        QStringList lines{text, revisionText(entry), spokenDecisions(thread, marks), gistText(marks)};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    case ThreadColumn::Started:
    case ThreadColumn::LastActivity:
        break;
    }
    return text;
}

QVariant ThreadTreeModel::threadData(const QModelIndex& index, int role) const
{
    const int thread = threadOf(index);
    const ThreadEntry& entry = m_arrangement.entry(thread);
    const ThreadMarks marks = m_marks.value(entry.listing.thread);
    switch (role) {
    case Qt::DisplayRole:
        return threadText(thread, columnOf(index));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return spokenThread(thread, marks, columnOf(index));
    case ThreadRole:
        return QVariant::fromValue(entry.listing.thread);
    case UnreadRole:
        return marks.unread;
    case DaysRole:
        return QVariant::fromValue(entry.days);
    case IsNewRole:
        return entry.listing.newMails > 0;
    case SummaryRole:
        return static_cast<int>(marks.summary);
    case GistRole:
        return gistText(marks);
    case ReviewToneRole:
        return static_cast<int>(toneOf(marks));
    case SupersededRole:
        return isSuperseded(thread);
    default:
        return standingData(thread, marks, role);
    }
}

QString ThreadTreeModel::mailText(const thread::ListedMail& mail, ThreadColumn column) const
{
    switch (column) {
    case ThreadColumn::Subject:
        return mail.mail.subject;
    case ThreadColumn::Mails:
        return u"[%1]"_s.arg(mail.number);
    case ThreadColumn::People:
        return thread::shownName(mail.mail.from);
    case ThreadColumn::LastActivity:
        return shownTime(mail.mail.date);
    case ThreadColumn::Review:
    case ThreadColumn::Awaited:
    case ThreadColumn::Started:
    case ThreadColumn::State:
        break;
    }
    return {};
}

QVariant ThreadTreeModel::mailData(const QModelIndex& index, int role) const
{
    const int thread = threadOf(index);
    const ThreadEntry& entry = m_arrangement.entry(thread);
    const thread::ListedMail& mail = mailAt(thread, index.row());
    const bool unread = mail.isNew && !isRead(mail);
    switch (role) {
    case Qt::DisplayRole:
        return mailText(mail, columnOf(index));
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        if (columnOf(index) == ThreadColumn::State) {
            const QString state = unread ? tr("unread")
                : mail.isNew             ? tr("read")
                                         : tr("earlier mail, for background");
            //: %1 is "unread" or the like; the query is what was typed to find threads
            return m_arrangement.filter.marks(mail) ? tr("%1, matches the query").arg(state) : state;
        }
        if (columnOf(index) == ThreadColumn::Mails)
            return tr("Mail %1 of the thread").arg(mail.number);
        return mailText(mail, columnOf(index));
    case ThreadRole:
        return QVariant::fromValue(entry.listing.thread);
    case MailRole:
        return QVariant::fromValue(mail.mail.row);
    case DepthRole:
        return entry.outline[static_cast<std::size_t>(index.row())].depth;
    case UnreadRole:
        return unread ? 1 : 0;
    case IsNewRole:
        return mail.isNew;
    case MatchRole:
        return m_arrangement.filter.marks(mail);
    case RepeatsTitleRole:
        return mail.subject.isReply && mail.subject.withoutReply == entry.listing.title;
    default:
        return {};
    }
}

} // namespace lb::ui
