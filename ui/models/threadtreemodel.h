// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/arrangement.h"

#include <QAbstractItemModel>

namespace lb::ui
{

/// Category > thread > mails; where several threads are revisions of one series, category > series > threads,
/// the newest on top, > mails. Shows an Arrangement, which is made elsewhere and swapped in whole; a swap
/// within one scope keeps selection and expansion, because rows are followed by what they stand for and not
/// by their place. Mails are rows below their thread in reading order with their depth as a role: a reply
/// chain may be 100,000 deep, and views recurse. Marks (read, triage, summary, facts) change in place. GUI
/// thread.
class ThreadTreeModel final : public QAbstractItemModel
{
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    enum class Kind { Category, Thread, Mail, Series };
    enum Role {
        KindRole = Qt::UserRole, ///< int of Kind
        ThreadRole, ///< lb::ThreadId, also of a mail; of a series that of its newest revision
        MailRole, ///< lb::MailId; of a mail only
        DepthRole, ///< int: depth of reply; of a mail only
        UnreadRole, ///< int: new mails not read; of a mail 0 or 1
        IsNewRole, ///< bool: a mail of the period
        StarredRole,
        MutedRole,
        DoneRole,
        SummaryRole, ///< int of SummaryMark
        GistRole, ///< QString: the summary in one line; of a series that of its newest revision
        SupersededRole, ///< bool: the thread's series has a newer revision
        ReviewToneRole, ///< int of ReviewTone
        RepeatsTitleRole, ///< bool: the mail's subject says only what its thread's does
        TagsRole, ///< QStringList
        PutOffRole, ///< QString: what a snoozed thread waits for, or why one is back
        IsBackRole, ///< bool: PutOffRole says why
        WatchedRole,
        NotedRole, ///< bool: there is a note
        DaysRole, ///< QList<int>: mails of each day of the period, see thread::activityOf(); of a thread or
                  ///< series
        MatchRole, ///< bool: a mail that conditions of the query are met by
    };

    void show(Arrangement arrangement, Marks marks); ///< marks of the snapshot as it was loaded
    void rearrange(Arrangement arrangement); ///< the same snapshot, sorted or filtered anew: marks stay
    void clear();

    void setTriage(ThreadId thread, const store::TriageState& state);
    void setSummary(ThreadId thread, SummaryMark mark); ///< what it says stays
    void setSummary(ThreadId thread, const SummaryNote& note);
    void setSummaries(const QHash<ThreadId, SummaryNote>& notes); ///< of all: those not named have none
    void setFacts(const QHash<ThreadId, thread::FactMarks>& facts); ///< some more of them
    void
    setInvolvements(const QHash<ThreadId, thread::InvolvementPointer>& involvements); ///< before their facts
    void setRead(ThreadId thread, const QList<MailId>& mails, bool read);

    [[nodiscard]] const Arrangement& arrangement() const { return m_arrangement; }
    [[nodiscard]] bool shows(const Scope& scope) const;
    [[nodiscard]] const Marks& marks() const { return m_marks; }
    [[nodiscard]] const thread::Listing* listing(ThreadId thread) const; ///< null = not in the snapshot
    [[nodiscard]] const thread::ListedMail* mail(const QModelIndex& index) const; ///< null = not a mail
    [[nodiscard]] bool isRead(const thread::ListedMail& mail) const;
    [[nodiscard]] int unreadOf(const thread::Listing& listing) const;
    [[nodiscard]] QList<ThreadId> shownThreads() const; ///< from top to bottom
    [[nodiscard]] QList<ThreadId>
    threadsOf(const QModelIndex& index) const; ///< of a series all that are shown
    [[nodiscard]] QModelIndex threadIndex(ThreadId thread) const;
    [[nodiscard]] QModelIndex mailIndex(ThreadId thread, MailId mail) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] bool hasChildren(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Key {
        Kind kind = Kind::Category;
        thread::Category category = thread::Category::Discussion;
        ThreadId thread;
        MailId mail;
        int column = 0;
    };
    [[nodiscard]] Kind kindOf(const QModelIndex& index) const;
    [[nodiscard]] int threadOf(const QModelIndex& index) const; ///< into the snapshot
    [[nodiscard]] const Arrangement::Series& seriesAt(const QModelIndex& index) const;
    [[nodiscard]] Key keyOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const Key& key) const;
    [[nodiscard]] QModelIndex indexOfPlace(const Arrangement::Place& place) const;
    [[nodiscard]] const thread::ListedMail& mailAt(int thread, int row) const;
    [[nodiscard]] QVariant categoryData(const QModelIndex& index, int role) const;
    [[nodiscard]] QVariant seriesData(const QModelIndex& index, int role) const;
    [[nodiscard]] QList<int> daysOf(const Arrangement::Series& series) const;
    [[nodiscard]] QString seriesText(const Arrangement::Series& series, ThreadColumn column) const;
    [[nodiscard]] int mostUrgent(const Arrangement::Series& series) const;
    [[nodiscard]] ThreadMarks seriesMarks(const Arrangement::Series& series) const;
    [[nodiscard]] QString revisionText(const ThreadEntry& entry) const;
    [[nodiscard]] bool isSuperseded(int thread) const;
    [[nodiscard]] QVariant threadData(const QModelIndex& index, int role) const;
    [[nodiscard]] QString spokenMails(int newMails, int mails, const QList<int>& days) const;
    [[nodiscard]] QString spokenThread(int thread, const ThreadMarks& marks, ThreadColumn column) const;
    [[nodiscard]] QVariant mailData(const QModelIndex& index, int role) const;
    [[nodiscard]] QString threadText(int thread, ThreadColumn column) const;
    [[nodiscard]] QString mailText(const thread::ListedMail& mail, ThreadColumn column) const;
    [[nodiscard]] QString gistText(const ThreadMarks& marks) const;
    [[nodiscard]] QString spokenState(const ThreadMarks& marks) const;
    [[nodiscard]] QString shownTime(const mail::MailDate& date) const;
    void swap(Arrangement&& arrangement);
    [[nodiscard]] QVariant standingData(int thread, const ThreadMarks& marks, int role) const;
    [[nodiscard]] QString whyText(int thread) const;
    [[nodiscard]] ReviewTone toneOf(const ThreadMarks& marks) const;
    [[nodiscard]] QString spokenWhy(int thread) const;
    [[nodiscard]] QString spokenDecisions(int thread, const ThreadMarks& marks) const;
    [[nodiscard]] QString factText(const ThreadMarks& marks, ThreadColumn column) const;
    [[nodiscard]] QString spokenFacts(const ThreadMarks& marks, ThreadColumn column) const;
    void sumUpFacts();
    void rowChanged(ThreadId thread);
    void rowsChanged(int firstColumn, int lastColumn);

    Arrangement m_arrangement;
    Marks m_marks;
    std::vector<thread::FactMarks> m_groupFacts; ///< what needs a look, summed up by category
    QHash<ThreadId, QHash<MailId, bool>> m_read; ///< decided since the snapshot was read
};

} // namespace lb::ui
