// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/models/listsmodel.h"
#include "ui/models/threadarranger.h"
#include "ui/services.h"

#include <QObject>

#include <optional>

namespace lb::library
{
class RevisionsJob;
}

namespace lb::ui
{

/// What of the library is shown: opens it, reads lists and weeks, and the threads of the chosen scope.
/// Reading and laying out happen elsewhere; the models are swapped when all is there. GUI thread.
class LibraryFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryFlow)
public:
    LibraryFlow(Services& services, ListsModel& lists, ThreadArranger& arranger, QObject* parent = nullptr);

    void open(const Scope& wanted); ///< the scope the window was left with; list 0 = none
    void select(const Scope& scope);
    void selectNewestWeek(ListId list); ///< as soon as its weeks are known
    void refresh(); ///< lists, weeks, and the threads of the scope
    void readRevisions(); ///< which threads are revisions of one series: anew, after a decision about it

    [[nodiscard]] const Scope& scope() const { return m_scope; }
    [[nodiscard]] std::optional<store::ListRecord> currentList() const;
    /// What a fetch should bring: the week, or the last seven days for all mail.
    [[nodiscard]] thread::Period periodToFetch() const;

Q_SIGNALS:
    void openFailed(const lb::Error& error);
    void failed(const lb::Error& error); ///< something could not be read; what was shown stays
    void listsRead(bool any);
    void scopeChanged(); ///< another scope is being read
    void shown(int threads); ///< the scope's threads are with the arranger
    void summariesRead(const QHash<lb::ThreadId, lb::ui::SummaryNote>& notes);

private:
    void readLists();
    void readWeeks(const store::ListRecord& list);
    void load();
    void showNewest(const thread::ListingOptions& options, const QList<store::TriageState>& triage,
                    const thread::Identity& you);
    void readSummaries(const LoadedSnapshot& loaded);
    void takeLists(const QList<store::ListRecord>& lists);

    Services& m_services;
    ListsModel& m_lists;
    ThreadArranger& m_arranger;
    Scope m_scope;
    Scope m_complete; ///< what the arranger has all threads of
    ListId m_wantNewest;
    std::vector<thread::AnsweredRevision> m_answered; ///< of the scope that is shown
    library::RevisionsJob* m_revisions = nullptr; ///< while it runs
    quint64 m_loadRun = 0; ///< answers to earlier questions are dropped
};

} // namespace lb::ui
