// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/ledger.h"
#include "store/receipt.h"
#include "store/records.h"
#include "store/textterm.h"
#include "thread/mail.h"
#include "thread/period.h"
#include "thread/revisionlinks.h"

#include <QFuture>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace lb::store
{

/// zstd, one frame a mail. Re-entrant.
[[nodiscard]] QByteArray compress(QByteArrayView raw);
[[nodiscard]] Result<QByteArray> decompress(QByteArrayView frame); ///< at most 256 MB out

class FaultPlan;
struct TriageExport; ///< store/triagejson.h

struct StoreOptions {
    QString file;
    int busyTimeout = 5000; ///< ms that a call waits for another program to let go of the library
    std::shared_ptr<FaultPlan> faults = nullptr; ///< tests only (store/faults.h)
};

/// The library: one SQLite file, all SQL on one thread that the Store owns. Every call may be made from
/// any thread, returns at once and answers through its future (use onResult), in call order. A failed
/// write leaves the old state. A write is durable against a crash of the program once its future is finished.
class Store final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Store)
public:
    explicit Store(const QString& file, QObject* parent = nullptr);
    explicit Store(const StoreOptions& options, QObject* parent = nullptr);
    ~Store() override; ///< waits for the call that is running, drops those not begun

    /// StoreLocked, StoreNotADatabase, StoreTooNew, FilePermission, StoreFull. Must be the first call.
    [[nodiscard]] QFuture<Status> open();

    // lists
    [[nodiscard]] QFuture<Result<QList<ListRecord>>> lists();
    /// Adds (id 0) or changes a list with its archives; gives it back with ids. Archives left out are
    /// removed; the cursor of a known one is left alone, or emptied if its location changes. A removed list
    /// that is added again under its name finds its summaries.
    [[nodiscard]] QFuture<Result<ListRecord>> saveList(const ListRecord& list);
    [[nodiscard]] QFuture<Status> removeList(ListId list); ///< with its mail; summaries and triage state stay
    [[nodiscard]] QFuture<Status> saveCursor(ArchiveId archive, const QByteArray& cursor,
                                             const QDateTime& when);

    // mails
    [[nodiscard]] QFuture<Result<BatchOutcome>> saveBatch(ListId list, std::vector<PreparedMail> batch);
    /// Nothing = the store was closed before the batch's turn came.
    using BatchDone = std::function<void(const std::optional<Result<BatchOutcome>>& outcome)>;
    /// The same for callers without an event loop: `done` is called once, on the store's thread.
    void saveBatch(ListId list, std::vector<PreparedMail> batch, BatchDone done);
    /// Joins mails into threads (thread/components.h). Call after the batches of an import; gives the number
    /// of mails whose thread changed.
    [[nodiscard]] QFuture<Result<int>> updateThreads(ListId list);
    /// Every mail of every thread that has a mail dated in the period; of all threads without a period.
    [[nodiscard]] QFuture<Result<std::vector<thread::Mail>>>
    mails(ListId list, const std::optional<thread::Period>& period);
    /// The mails of a period's threads and, where the list has no mail after it, those of threads that are
    /// carried over from earlier: without a mail in the period, at most mostCarried threads.
    [[nodiscard]] QFuture<Result<DeskMails>> deskMails(ListId list, const thread::Period& period,
                                                       const CarryOver& carry);
    /// Every mail of every thread that has one of the `count` newest mails: all there are if these are fewer.
    [[nodiscard]] QFuture<Result<std::vector<thread::Mail>>> newestMails(ListId list, int count);
    [[nodiscard]] QFuture<Result<std::vector<thread::Mail>>> threadMails(ThreadId thread);
    /// The threads of a list that hold a mail from one of these addresses, whatever their case. At most 100
    /// addresses are looked for.
    [[nodiscard]] QFuture<Result<QList<ThreadId>>> threadsBy(ListId list, const QStringList& addresses);
    /// The Message-IDs behind numbers, present or not (ghosts).
    [[nodiscard]] QFuture<Result<QHash<IdNumber, MessageId>>> messageIds(const QList<IdNumber>& numbers);
    [[nodiscard]] QFuture<Result<QByteArray>> rawMail(MailId mail);
    [[nodiscard]] QFuture<Result<std::vector<QByteArray>>>
    compressedMails(const QList<MailId>& mails); ///< in that order; decompress on a compute thread
    [[nodiscard]] QFuture<Result<std::optional<thread::Mail>>> findMail(ListId list, const MessageId& id);
    [[nodiscard]] QFuture<Status> setRead(const QList<MailId>& mails, bool read);
    [[nodiscard]] QFuture<Result<QList<WeekRecord>>> weeks(ListId list); ///< newest first

    // full text
    struct Unindexed {
        MailId mail;
        QString subject;
        QString sender;
        QByteArray compressed;
    };
    struct IndexText {
        MailId mail;
        QString subject; ///< mail::spacedForSearch, as all that follows
        QString sender;
        QString recipients = {};
        QString files = {}; ///< that it touches
        QString trailers = {};
        QByteArray body
            = {}; ///< mail::searchText as UTF-8: what the index reads, made off the store's thread
    };
    /// The next mails to index, ascending: not indexed yet and after `after` (handed out already). Fewer than
    /// `limit` where mails are large; none = all are.
    [[nodiscard]] QFuture<Result<std::vector<Unindexed>>> unindexed(int limit, MailId after = {});
    [[nodiscard]] QFuture<Result<qint64>> unindexedCount();
    /// Must come in the order that unindexed() gave, without gaps: all up to the last one counts as indexed.
    /// Texts that would leave a gap, because the index was emptied meanwhile, are not saved: unindexed()
    /// gives their mails again.
    [[nodiscard]] QFuture<Status> saveIndex(std::vector<IndexText> texts);
    struct FoundTexts {
        std::vector<MailSetPointer> mails; ///< of each text, in all lists
        qint64 indexedTo = 0; ///< another one next time = more may be found
        bool isComplete = false; ///< all mail is in the index
    };
    /// Which mails hold each of these texts. `stopped`, if not null, is looked at between them: true ends the
    /// call with Cancelled.
    [[nodiscard]] QFuture<Result<FoundTexts>> findTexts(std::vector<TextTerm> texts,
                                                        std::shared_ptr<const std::atomic_bool> stopped = {});

    // summaries
    /// Becomes the current one; with its receipt or not at all.
    [[nodiscard]] QFuture<Result<SummaryRecord>>
    saveSummary(const SummaryRecord& summary, const std::optional<Receipt>& receipt = std::nullopt);
    /// What was sent for a version. NotFound for one that has none: a digest, or one from before receipts.
    [[nodiscard]] QFuture<Result<Receipt>> receipt(SummaryId summary);
    [[nodiscard]] QFuture<Result<std::optional<SummaryRecord>>> cachedSummary(ListId list,
                                                                              const QByteArray& key);
    /// All versions for threads that hold any of these mails, newest first.
    [[nodiscard]] QFuture<Result<QList<SummaryRecord>>> summaries(ListId list,
                                                                  const QList<MessageId>& anchors);
    [[nodiscard]] QFuture<Status> chooseSummary(SummaryId summary); ///< brings a version back
    /// The user's own text for a thread: one, whichever of its mails is the anchor; the last one stands.
    [[nodiscard]] QFuture<Status> saveEdit(const SummaryEdit& edit);
    [[nodiscard]] QFuture<Status> removeEdit(ListId list, const MessageId& anchor); ///< also if there is none
    [[nodiscard]] QFuture<Result<QList<SummaryEdit>>>
    edits(ListId list, const QList<MessageId>& anchors); ///< for any of these mails, newest first

    // what was spent
    [[nodiscard]] QFuture<Status> addToLedger(const LedgerEntry& entry);
    [[nodiscard]] QFuture<Result<QList<LedgerEntry>>>
    ledger(const QDateTime& since,
           int most = 100'000); ///< newest first; an invalid time = all

    // triage
    [[nodiscard]] QFuture<Result<QList<TriageState>>> triage();
    [[nodiscard]] QFuture<Status> saveTriage(const QList<TriageState>& states);
    [[nodiscard]] QFuture<Result<QList<SavedSearch>>> savedSearches(); ///< in the user's order
    [[nodiscard]] QFuture<Status> saveSearches(const QList<SavedSearch>& searches); ///< all of them

    [[nodiscard]] QFuture<Result<TriageExport>>
    triageExport(); ///< with all of that, and which mails are read
    /// What of these mails is not known to be read. One pass over the library, however many they are.
    [[nodiscard]] QFuture<Result<ReadChange>> unreadOf(const QList<MessageId>& mails);
    [[nodiscard]] QFuture<Status> importTriage(const TriageImport& import); ///< whole or not at all

    // revisions of series
    struct RevisionMaterial {
        std::vector<thread::SeriesMail> mails; ///< what may be a posting
        QHash<MailId, thread::RevisionNotes> notes; ///< of those whose bodies were read already
        QList<thread::RevisionDecision> decisions; ///< all of them, whatever the list
    };
    /// Of the list's mails dated from `since` (UTC seconds) to before `before`.
    [[nodiscard]] QFuture<Result<RevisionMaterial>> revisionMaterial(ListId list, qint64 since,
                                                                     qint64 before);
    using ReadNotes = std::pair<MailId, thread::RevisionNotes>;
    [[nodiscard]] QFuture<Status> saveRevisionNotes(std::vector<ReadNotes> notes); ///< may be read again
    /// Kept decisions take the place of what was decided about their postings before.
    [[nodiscard]] QFuture<Status> decideRevisions(const QList<thread::RevisionDecision>& kept,
                                                  const QList<MessageId>& dropped);

    /// Small facts that services learnt and may forget (what an endpoint accepts ...).
    [[nodiscard]] QFuture<Result<QByteArray>> note(const QString& key);
    [[nodiscard]] QFuture<Status> saveNote(const QString& key, const QByteArray& value);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::store
