// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/store.h"

#include "core/logging.h"
#include "store/database.h"
#include "store/edittable.h"
#include "store/ledgertable.h"
#include "store/listtable.h"
#include "store/mailtable.h"
#include "store/readtable.h"
#include "store/revisiontable.h"
#include "store/searchtable.h"
#include "store/summarytable.h"
#include "store/taskthread.h"
#include "store/threadtable.h"
#include "store/triagejson.h"
#include "store/triagetable.h"

#include <QCoreApplication>
#include <QPromise>

#include <type_traits>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

/// What lives on the database's thread.
struct Library {
    explicit Library(DatabaseOptions options) : database(std::move(options)) { }

    Database database;
    IdTable ids{database};
    MailTable mails{database, ids};
    ThreadTable threads{database};
    ListTable lists{database};
    SearchTable search{database};
    SummaryTable summaries{database};
    EditTable edits{database};
    TriageTable triage{database};
    ReadTable reads{database, ids};
    LedgerTable ledger{database};
    RevisionTable revisions{database};
    Status opened = fail(ErrorCode::StoreFailed, Store::tr("The library has not been opened yet."));
};

Status open(Library& library)
{
    library.opened = library.database.open(migrations());
    if (!library.opened) {
        library.database.close(); // lets go of the file that was not for us
        return library.opened;
    }
    // An import that was killed left mails that no thread holds yet. It can be done again later if it fails
    // now.
    if (const Status joined = library.threads.updateAll(); !joined)
        qCWarning(logStore).noquote() << "joining threads failed:" << joined.error().detail;
    return library.opened;
}

Result<QByteArray> rawMailOf(Library& library, MailId mail)
{
    const Result<std::vector<QByteArray>> frames = library.mails.compressed({mail});
    if (!frames)
        return frames.error();
    return decompress(frames->front());
}

Result<TriageExport> triageExportOf(Library& library)
{
    TriageExport all;
    Result<QList<TriageState>> states = library.triage.all();
    if (!states)
        return states.error();
    Result<QList<SavedSearch>> searches = library.triage.searches();
    if (!searches)
        return searches.error();
    Result<QList<MessageId>> read = library.reads.all();
    if (!read)
        return read.error();
    all.states = std::move(*states);
    all.searches = std::move(*searches);
    all.read = std::move(*read);
    return all;
}

/// A call: its work, done on the database's thread, and the promise it keeps.
template <typename T, typename Work>
class Call final : public TaskThread::Task
{
public:
    Call(std::shared_ptr<Library> library, Work work) : m_library(std::move(library)), m_work(std::move(work))
    {
        m_promise.start();
    }
    [[nodiscard]] QFuture<T> future() { return m_promise.future(); }
    void run() override
    {
        m_promise.addResult(m_work(*m_library));
        m_promise.finish();
    }

private:
    std::shared_ptr<Library> m_library;
    Work m_work;
    QPromise<T> m_promise;
};

/// A batch whose outcome is told to a function, for callers without an event loop.
class SaveBatch final : public TaskThread::Task
{
public:
    SaveBatch(std::shared_ptr<Library> library, ListId list, std::vector<PreparedMail> batch,
              Store::BatchDone done)
        : m_library(std::move(library)), m_list(list), m_batch(std::move(batch)), m_done(std::move(done))
    {
    }
    ~SaveBatch() override
    {
        if (m_done)
            m_done(std::nullopt);
    }
    Q_DISABLE_COPY_MOVE(SaveBatch)
    void run() override
    {
        const Status& opened = m_library->opened;
        std::exchange(m_done, nullptr)(opened ? m_library->mails.save(m_list, m_batch)
                                              : Result<BatchOutcome>(opened.error()));
    }

private:
    std::shared_ptr<Library> m_library;
    ListId m_list;
    std::vector<PreparedMail> m_batch;
    Store::BatchDone m_done;
};

/// Closes the database on its thread.
struct Close final : TaskThread::Task {
    explicit Close(std::shared_ptr<Library> open) : library(std::move(open)) { }
    void run() override { library->database.close(); }
    std::shared_ptr<Library> library;
};

} // namespace

struct Store::State {
    std::shared_ptr<Library> library;
    TaskThread thread;

    /// Calls work(Library&) in its turn, unless the library is not open.
    template <typename T, typename Work>
    QFuture<T> post(Work work)
    {
        return postAlways<T>([work = std::move(work)](Library& open) mutable -> T {
            if (!open.opened)
                return open.opened.error();
            return work(open);
        });
    }

    template <typename T, typename Work>
    QFuture<T> postAlways(Work work)
    {
        auto call = std::make_unique<Call<T, Work>>(library, std::move(work));
        QFuture<T> future = call->future();
        thread.post(std::move(call));
        return future;
    }
};

Store::Store(const QString& file, QObject* parent) : Store(StoreOptions{.file = file}, parent) { }

Store::Store(const StoreOptions& options, QObject* parent)
    : QObject(parent), m_state(std::make_unique<State>())
{
    m_state->library
        = std::make_shared<Library>(DatabaseOptions{options.file, options.busyTimeout, options.faults});
}

Store::~Store()
{
    m_state->thread.end(std::make_unique<Close>(m_state->library));
}

QFuture<Status> Store::open()
{
    return m_state->postAlways<Status>([](Library& library) { return store::open(library); });
}

QFuture<Result<QList<ListRecord>>> Store::lists()
{
    return m_state->post<Result<QList<ListRecord>>>([](Library& library) { return library.lists.all(); });
}

QFuture<Result<ListRecord>> Store::saveList(const ListRecord& list)
{
    return m_state->post<Result<ListRecord>>([list](Library& library) { return library.lists.save(list); });
}

QFuture<Status> Store::removeList(ListId list)
{
    return m_state->post<Status>([list](Library& library) { return library.lists.remove(list); });
}

QFuture<Status> Store::saveCursor(ArchiveId archive, const QByteArray& cursor, const QDateTime& when)
{
    return m_state->post<Status>([archive, cursor, when](Library& library) {
        return library.lists.saveCursor(archive, cursor, when);
    });
}

void Store::saveBatch(ListId list, std::vector<PreparedMail> batch, BatchDone done)
{
    m_state->thread.post(
        std::make_unique<SaveBatch>(m_state->library, list, std::move(batch), std::move(done)));
}

QFuture<Result<BatchOutcome>> Store::saveBatch(ListId list, std::vector<PreparedMail> batch)
{
    return m_state->post<Result<BatchOutcome>>(
        [list, batch = std::move(batch)](Library& library) { return library.mails.save(list, batch); });
}

QFuture<Result<int>> Store::updateThreads(ListId list)
{
    return m_state->post<Result<int>>([list](Library& library) { return library.threads.update(list); });
}

QFuture<Result<std::vector<thread::Mail>>> Store::mails(ListId list,
                                                        const std::optional<thread::Period>& period)
{
    return m_state->post<Result<std::vector<thread::Mail>>>(
        [list, period](Library& library) { return library.mails.inPeriod(list, period); });
}

QFuture<Result<DeskMails>> Store::deskMails(ListId list, const thread::Period& period, const CarryOver& carry)
{
    return m_state->post<Result<DeskMails>>([list, period, carry](Library& library) -> Result<DeskMails> {
        Result<std::vector<thread::Mail>> mails = library.mails.inPeriod(list, period);
        if (!mails)
            return mails.error();
        Result<std::vector<thread::Mail>> carried = library.mails.carriedOver(list, period, carry);
        if (!carried)
            return carried.error();
        return DeskMails{*std::move(mails), *std::move(carried)};
    });
}

QFuture<Result<std::vector<thread::Mail>>> Store::newestMails(ListId list, int count)
{
    return m_state->post<Result<std::vector<thread::Mail>>>(
        [list, count](Library& library) { return library.mails.newest(list, count); });
}

QFuture<Result<std::vector<thread::Mail>>> Store::threadMails(ThreadId thread)
{
    return m_state->post<Result<std::vector<thread::Mail>>>(
        [thread](Library& library) { return library.mails.ofThread(thread); });
}

QFuture<Result<QList<ThreadId>>> Store::threadsBy(ListId list, const QStringList& addresses)
{
    return m_state->post<Result<QList<ThreadId>>>(
        [list, addresses](Library& library) { return library.mails.threadsBy(list, addresses); });
}

QFuture<Result<QHash<IdNumber, MessageId>>> Store::messageIds(const QList<IdNumber>& numbers)
{
    return m_state->post<Result<QHash<IdNumber, MessageId>>>(
        [numbers](Library& library) { return library.ids.idsOf(numbers); });
}

QFuture<Result<QByteArray>> Store::rawMail(MailId mail)
{
    return m_state->post<Result<QByteArray>>([mail](Library& library) { return rawMailOf(library, mail); });
}

QFuture<Result<std::vector<QByteArray>>> Store::compressedMails(const QList<MailId>& mails)
{
    return m_state->post<Result<std::vector<QByteArray>>>(
        [mails](Library& library) { return library.mails.compressed(mails); });
}

QFuture<Result<std::optional<thread::Mail>>> Store::findMail(ListId list, const MessageId& id)
{
    return m_state->post<Result<std::optional<thread::Mail>>>(
        [list, id](Library& library) { return library.mails.find(list, id); });
}

QFuture<Status> Store::setRead(const QList<MailId>& mails, bool read)
{
    return m_state->post<Status>(
        [mails, read](Library& library) { return library.mails.setRead(mails, read); });
}

QFuture<Result<QList<WeekRecord>>> Store::weeks(ListId list)
{
    return m_state->post<Result<QList<WeekRecord>>>(
        [list](Library& library) { return library.threads.weeks(list); });
}

QFuture<Result<std::vector<Store::Unindexed>>> Store::unindexed(int limit, MailId after)
{
    return m_state->post<Result<std::vector<Unindexed>>>(
        [limit, after](Library& library) { return library.search.unindexed(limit, after); });
}

QFuture<Result<qint64>> Store::unindexedCount()
{
    return m_state->post<Result<qint64>>([](Library& library) { return library.search.unindexedCount(); });
}

QFuture<Status> Store::saveIndex(std::vector<IndexText> texts)
{
    return m_state->post<Status>(
        [texts = std::move(texts)](Library& library) { return library.search.save(texts); });
}

QFuture<Result<Store::FoundTexts>> Store::findTexts(std::vector<TextTerm> texts,
                                                    std::shared_ptr<const std::atomic_bool> stopped)
{
    return m_state->post<Result<FoundTexts>>(
        [texts = std::move(texts), stopped = std::move(stopped)](Library& library) {
            return library.search.find(texts, stopped.get());
        });
}

QFuture<Result<SummaryRecord>> Store::saveSummary(const SummaryRecord& summary,
                                                  const std::optional<Receipt>& receipt)
{
    return m_state->post<Result<SummaryRecord>>(
        [summary, receipt](Library& library) { return library.summaries.save(summary, receipt); });
}

QFuture<Result<Receipt>> Store::receipt(SummaryId summary)
{
    return m_state->post<Result<Receipt>>(
        [summary](Library& library) { return library.summaries.receipt(summary); });
}

QFuture<Status> Store::saveEdit(const SummaryEdit& edit)
{
    return m_state->post<Status>([edit](Library& library) { return library.edits.save(edit); });
}

QFuture<Status> Store::removeEdit(ListId list, const MessageId& anchor)
{
    return m_state->post<Status>(
        [list, anchor](Library& library) { return library.edits.remove(list, anchor); });
}

QFuture<Result<QList<SummaryEdit>>> Store::edits(ListId list, const QList<MessageId>& anchors)
{
    return m_state->post<Result<QList<SummaryEdit>>>(
        [list, anchors](Library& library) { return library.edits.of(list, anchors); });
}

QFuture<Result<std::optional<SummaryRecord>>> Store::cachedSummary(ListId list, const QByteArray& key)
{
    return m_state->post<Result<std::optional<SummaryRecord>>>(
        [list, key](Library& library) { return library.summaries.cached(list, key); });
}

QFuture<Result<QList<SummaryRecord>>> Store::summaries(ListId list, const QList<MessageId>& anchors)
{
    return m_state->post<Result<QList<SummaryRecord>>>(
        [list, anchors](Library& library) { return library.summaries.of(list, anchors); });
}

QFuture<Status> Store::chooseSummary(SummaryId summary)
{
    return m_state->post<Status>([summary](Library& library) { return library.summaries.choose(summary); });
}

QFuture<Status> Store::addToLedger(const LedgerEntry& entry)
{
    return m_state->post<Status>([entry](Library& library) { return library.ledger.add(entry); });
}

QFuture<Result<QList<LedgerEntry>>> Store::ledger(const QDateTime& since, int most)
{
    return m_state->post<Result<QList<LedgerEntry>>>(
        [since, most](Library& library) { return library.ledger.since(since, most); });
}

QFuture<Result<QList<TriageState>>> Store::triage()
{
    return m_state->post<Result<QList<TriageState>>>([](Library& library) { return library.triage.all(); });
}

QFuture<Status> Store::saveTriage(const QList<TriageState>& states)
{
    return m_state->post<Status>([states](Library& library) { return library.triage.save(states); });
}

QFuture<Result<QList<SavedSearch>>> Store::savedSearches()
{
    return m_state->post<Result<QList<SavedSearch>>>(
        [](Library& library) { return library.triage.searches(); });
}

QFuture<Status> Store::saveSearches(const QList<SavedSearch>& searches)
{
    return m_state->post<Status>(
        [searches](Library& library) { return library.triage.saveSearches(searches); });
}

QFuture<Result<TriageExport>> Store::triageExport()
{
    return m_state->post<Result<TriageExport>>([](Library& library) { return triageExportOf(library); });
}

QFuture<Result<ReadChange>> Store::unreadOf(const QList<MessageId>& mails)
{
    return m_state->post<Result<ReadChange>>(
        [mails](Library& library) { return library.reads.unreadOf(mails); });
}

QFuture<Status> Store::importTriage(const TriageImport& import)
{
    return m_state->post<Status>(
        [import](Library& library) { return library.triage.import(import, library.reads); });
}

QFuture<Result<Store::RevisionMaterial>> Store::revisionMaterial(ListId list, qint64 since, qint64 before)
{
    return m_state->post<Result<RevisionMaterial>>(
        [list, since, before](Library& library) { return library.revisions.material(list, since, before); });
}

QFuture<Status> Store::saveRevisionNotes(std::vector<ReadNotes> notes)
{
    return m_state->post<Status>(
        [notes = std::move(notes)](Library& library) { return library.revisions.saveNotes(notes); });
}

QFuture<Status> Store::decideRevisions(const QList<thread::RevisionDecision>& kept,
                                       const QList<MessageId>& dropped)
{
    return m_state->post<Status>(
        [kept, dropped](Library& library) { return library.revisions.decide(kept, dropped); });
}

QFuture<Result<QByteArray>> Store::note(const QString& key)
{
    return m_state->post<Result<QByteArray>>([key](Library& library) { return library.triage.note(key); });
}

QFuture<Status> Store::saveNote(const QString& key, const QByteArray& value)
{
    return m_state->post<Status>(
        [key, value](Library& library) { return library.triage.saveNote(key, value); });
}

} // namespace lb::store
