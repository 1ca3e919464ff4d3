// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/fingerprint.h"
#include "store/records.h"
#include "thread/involvement.h"
#include "thread/listing.h"
#include "thread/revisionlinks.h"

#include <QHash>
#include <QSet>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace lb::ui
{

/// What part of the library a window shows: a week of a list, or all of it.
struct Scope {
    ListId list;
    std::optional<thread::Period> period; ///< none = all mail
    friend bool operator==(const Scope&, const Scope&) = default;
};

/// A thread of a snapshot with what views, sorting and filtering ask again and again.
struct ThreadEntry {
    thread::Listing listing;
    std::vector<thread::OutlineRow> outline; ///< one row per mail, in reading order
    // What queries look in: case-folded lines, each once, each between line ends.
    QString subjects;
    QString senders; ///< names and addresses
    QString starter; ///< of the first mail, the same way
    query::Fingerprint subjectsPrint;
    query::Fingerprint sendersPrint;
    int revision = 0; ///< the newest of its patches; 0 = there are none
    qint64 started = 0;
    qint64 lastActivity = 0;
    QList<int> days = {}; ///< see thread::activityOf()
    bool carried = false; ///< from an earlier period: has no mail in this one
    struct Yours {
        bool isAuthor = false; ///< the root is yours
        qint64 last = 0; ///< date of your newest mail, UTC seconds; 0 = you wrote none
    };
    Yours yours;
};

/// The threads of a scope as they were read: immutable, shared between threads.
struct Snapshot {
    Scope scope;
    std::vector<ThreadEntry> threads; ///< the period's in report order, then those carried over
    std::size_t ofPeriod = 0; ///< how many are the period's
    QHash<ThreadId, int> indexOf;
    MailId firstRow; ///< the smallest of its mails
    std::vector<int> threadByRow; ///< index into threads by row - firstRow; -1 = a mail of another scope
    int mails = 0; ///< of the period's threads
    int newMails = 0;
    QSet<MessageId> mutedSeries; ///< threads of the library that are muted with their later revisions

    [[nodiscard]] std::span<const ThreadEntry> periodThreads() const
    {
        return std::span(threads).first(ofPeriod);
    }
};
using SnapshotPointer = std::shared_ptr<const Snapshot>;

/// Which threads hold revisions of one series; immutable, shared between threads.
using RevisionsPointer = std::shared_ptr<const thread::RevisionMap>;

/// Whether what was made of a snapshot is of this one. To hold it for that would have it freed here at last.
[[nodiscard]] bool isOf(const std::weak_ptr<const Snapshot>& made, const SnapshotPointer& snapshot);

/// Lets go of a snapshot on the pool: a large one takes longer to free than the GUI thread may be held.
void releaseOnPool(SnapshotPointer&& snapshot);

enum class SummaryMark : quint8 { None, Digest, Model, Stale, Running };

/// What the tree says of a thread's summary.
struct SummaryNote {
    SummaryMark mark = SummaryMark::None;
    QString gist = {}; ///< one line of plain text; may be empty
    int mailsSince = 0; ///< of the thread that a stale one has not seen
    bool byModel = false; ///< also of a stale one
    friend bool operator==(const SummaryNote&, const SummaryNote&) = default;
};

/// What changes about a thread while its snapshot stands.
struct ThreadMarks {
    store::TriageState triage; ///< its anchor is what the state is saved under
    SummaryMark summary = SummaryMark::None;
    QString gist; ///< of that summary
    int mailsSince = 0;
    bool byModel = false;
    int unread = 0; ///< new mails not read
    std::optional<thread::FactMarks> facts; ///< none = not established yet
    thread::InvolvementPointer involvement; ///< comes with the facts; null = not known yet
};
using Marks = QHash<ThreadId, ThreadMarks>;

/// A thread's, or such as say nothing.
[[nodiscard]] const ThreadMarks& marksAt(const Marks& marks, ThreadId thread);

/// Takes over the facts of `before` until those of the mails as they are now are established.
void keepFacts(Marks& marks, const Marks& before);

struct LoadedSnapshot {
    SnapshotPointer snapshot;
    Marks marks; ///< of every thread, without summaries
    QList<MessageId> anchors; ///< what summaries of these threads may be kept under
    RevisionsPointer revisions; ///< by the headers of what is shown alone
    std::vector<thread::AnsweredRevision> answered; ///< what is known of other postings by their answers
};

/// What of earlier weeks stands on the desk of the newest one: what was starred, put off or muted, and what
/// you wrote in during the last eight weeks, since it may wait for you. Linear.
[[nodiscard]] store::CarryOver carryOver(const QList<store::TriageState>& triage,
                                         const thread::Identity& you);

/// Makes a snapshot from what the library gave. Your own mail counts as read. Pure, for the pool.
[[nodiscard]] LoadedSnapshot buildSnapshot(const Scope& scope, std::vector<thread::Listing> listings,
                                           const QList<store::TriageState>& triage,
                                           const thread::Identity& you = {},
                                           std::vector<thread::Listing> carried = {});

/// The summary that is shown for a thread: the current one in the language, else the newest in it; null =
/// none.
[[nodiscard]] const store::SummaryRecord* shownSummary(const QList<store::SummaryRecord>& versions,
                                                       const thread::Listing& listing, Language language);

/// How many mails the thread has that the summary did not see.
[[nodiscard]] int mailsSince(const store::SummaryRecord& summary, const thread::Listing& listing);

/// What the tree says about each thread's summary; threads without one are left out. Pure, for the pool.
[[nodiscard]] QHash<ThreadId, SummaryNote>
markSummaries(const Snapshot& snapshot, const QList<store::SummaryRecord>& versions, Language language);

} // namespace lb::ui
