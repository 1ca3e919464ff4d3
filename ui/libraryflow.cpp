// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/libraryflow.h"

#include "core/onresult.h"
#include "library/material.h"
#include "library/revisionsjob.h"
#include "ui/preferences.h"

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// Weeks up to today that are offered for fetching before they hold mail.
constexpr int weeksOffered = 4;
constexpr int daysFetched = 7;
/// Of all mail of a large list the threads of so many come first: what is seen without scrolling.
constexpr int newestMails = 2000;

using DeskRead = Result<library::DeskListings>;
using SummaryNotes = QHash<ThreadId, SummaryNote>;

} // namespace

LibraryFlow::LibraryFlow(Services& services, ListsModel& lists, ThreadArranger& arranger, QObject* parent)
    : QObject(parent), m_services(services), m_lists(lists), m_arranger(arranger)
{
}

void LibraryFlow::open(const Scope& wanted)
{
    m_scope = wanted;
    onResult(m_services.store.open(), this, [this](const Status& opened) {
        if (!opened) {
            Q_EMIT openFailed(opened.error());
            return;
        }
        // The scope shown last is read before anything else: it is what the user waits for.
        if (m_scope.list.isValid())
            load();
        readLists();
    });
}

void LibraryFlow::readLists()
{
    onResult(m_services.store.lists(), this, [this](const Result<QList<store::ListRecord>>& lists) {
        if (!lists)
            Q_EMIT failed(lists.error());
        else
            takeLists(*lists);
    });
}

void LibraryFlow::takeLists(const QList<store::ListRecord>& lists)
{
    m_lists.setLists(lists);
    const bool known = m_lists.list(m_scope.list) != nullptr;
    if (!known) {
        m_scope = {};
        ++m_loadRun;
        m_complete = {};
        m_arranger.clear();
        if (!lists.isEmpty() && !m_wantNewest.isValid())
            m_wantNewest = lists.constFirst().id;
    }
    for (const store::ListRecord& list : lists)
        readWeeks(list);
    Q_EMIT listsRead(!lists.isEmpty());
    if (!known)
        Q_EMIT scopeChanged();
}

void LibraryFlow::readWeeks(const store::ListRecord& list)
{
    const int offered = hasRemoteArchive(list) ? weeksOffered : 0;
    onResult(m_services.store.weeks(list.id), this,
             [this, id = list.id, offered](const Result<QList<store::WeekRecord>>& weeks) {
                 if (!weeks) {
                     Q_EMIT failed(weeks.error());
                     return;
                 }
                 m_lists.setWeeks(id, *weeks, offered, m_services.clock.now().date());
                 if (m_wantNewest != id)
                     return;
                 m_wantNewest = {};
                 const QDate newest = m_lists.newestWeek(id);
                 select({id, newest.isValid() ? std::optional(thread::weekOf(newest)) : std::nullopt});
             });
}

void LibraryFlow::select(const Scope& scope)
{
    m_wantNewest = {};
    if (m_scope == scope)
        return;
    m_scope = scope;
    Q_EMIT scopeChanged();
    load();
}

void LibraryFlow::selectNewestWeek(ListId list)
{
    m_wantNewest = list;
    readLists();
}

void LibraryFlow::refresh()
{
    if (m_scope.list.isValid())
        load();
    readLists();
}

std::optional<store::ListRecord> LibraryFlow::currentList() const
{
    const store::ListRecord* list = m_lists.list(m_scope.list);
    return list == nullptr ? std::nullopt : std::optional(*list);
}

thread::Period LibraryFlow::periodToFetch() const
{
    return m_scope.period.value_or(thread::lastDays(daysFetched, m_services.clock.now().date()));
}

void LibraryFlow::load()
{
    const quint64 run = ++m_loadRun;
    onResult(m_services.store.triage(), this, [this, run](const Result<QList<store::TriageState>>& triage) {
        if (run != m_loadRun)
            return;
        if (!triage) {
            Q_EMIT failed(triage.error());
            return;
        }
        const thread::ListingOptions options{m_scope.period, contextRule(m_services.settings),
                                             categoryTable(m_services.settings)};
        const thread::Identity you = identity(m_services.settings);
        if (!m_scope.period && m_complete != m_scope)
            showNewest(options, *triage, you);
        // Made into a snapshot on the pool: a copy of 100,000 rows would hold the window up.
        const auto built = onPool(
            library::loadDesk(m_services.store, m_scope.list, options, carryOver(*triage, you)),
            [scope = m_scope, states = *triage, you](DeskRead read) -> Result<LoadedSnapshot> {
                if (!read)
                    return read.error();
                return buildSnapshot(scope, std::move(read->listings), states, you, std::move(read->carried));
            });
        onResult(built, this, [this, run](const Result<LoadedSnapshot>& loaded) {
            if (run != m_loadRun)
                return;
            if (!loaded) {
                if (loaded.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(loaded.error());
                return;
            }
            m_complete = m_scope;
            m_arranger.setSnapshot(*loaded);
            Q_EMIT shown(static_cast<int>(loaded->snapshot->ofPeriod));
            readSummaries(*loaded);
            m_answered = loaded->answered;
            readRevisions();
        });
    });
}

/// Fills the view until all mail has been read, which takes seconds with some 100,000.
void LibraryFlow::showNewest(const thread::ListingOptions& options, const QList<store::TriageState>& triage,
                             const thread::Identity& you)
{
    using Mails = Result<std::vector<thread::Mail>>;
    using Newest = std::optional<LoadedSnapshot>;
    const auto built = onPool(m_services.store.newestMails(m_scope.list, newestMails),
                              [scope = m_scope, options, triage, you](Mails mails) -> Newest {
                                  // Of a small list this is all, which comes in a moment anyway.
                                  if (!mails || mails->size() <= newestMails)
                                      return std::nullopt;
                                  return buildSnapshot(scope, thread::listThreads(*std::move(mails), options),
                                                       triage, you);
                              });
    onResult(built, this, [this, run = m_loadRun](const Newest& newest) {
        if (!newest || run != m_loadRun || m_complete == m_scope)
            return;
        m_arranger.setSnapshot(*newest);
        Q_EMIT shown(static_cast<int>(newest->snapshot->ofPeriod));
    });
}

/// What only bodies tell refines what is shown already.
void LibraryFlow::readRevisions()
{
    if (m_revisions != nullptr) {
        m_revisions->disconnect(this);
        m_revisions->cancel();
        m_revisions->deleteLater();
    }
    m_revisions = new library::RevisionsJob(m_services.store, m_scope.list, m_scope.period, m_answered, this);
    connect(m_revisions, &Job::finished, this, [this, run = m_loadRun](const Status& outcome) {
        library::RevisionsJob* job = std::exchange(m_revisions, nullptr);
        job->deleteLater();
        if (run != m_loadRun)
            return;
        if (outcome)
            m_arranger.setRevisions(job->revisions());
        else
            Q_EMIT failed(outcome.error());
    });
    m_revisions->start();
}

void LibraryFlow::readSummaries(const LoadedSnapshot& loaded)
{
    const quint64 run = m_loadRun;
    const Language language = reportLanguage(m_services.settings);
    using Versions = Result<QList<store::SummaryRecord>>;
    const auto marked
        = onPool(m_services.store.summaries(m_scope.list, loaded.anchors),
                 [snapshot = loaded.snapshot, language](const Versions& versions) -> Result<SummaryNotes> {
                     if (!versions)
                         return versions.error();
                     return markSummaries(*snapshot, *versions, language);
                 });
    onResult(marked, this, [this, run](const Result<SummaryNotes>& marks) {
        if (run == m_loadRun && marks)
            Q_EMIT summariesRead(*marks);
    });
}

} // namespace lb::ui
