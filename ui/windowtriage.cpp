// SPDX-License-Identifier: GPL-3.0-or-later
// The triage desk in the window: views, decisions about threads, notes.
#include "ui/deskflow.h"
#include "ui/jobsbar.h"
#include "ui/libraryflow.h"
#include "ui/listspane.h"
#include "ui/mainwindow.h"
#include "ui/notestrip.h"
#include "ui/queryline.h"
#include "ui/readingpane.h"
#include "ui/searchesflow.h"
#include "ui/summaryflow.h"
#include "ui/summarypane.h"
#include "ui/threadpane.h"
#include "ui/triagedialogs.h"
#include "ui/triageflow.h"
#include "ui/viewspane.h"

#include <QAction>
#include <QLineEdit>

namespace lb::ui
{

using namespace Qt::StringLiterals;

void MainWindow::wireTriage()
{
    m_desk = new DeskFlow(m_services, m_threads, m_arranger, m_views, this);
    m_searches = new SearchesFlow(m_services, m_threads, m_arranger, m_views, this);
    auto* dialogs = new TriageDialogs(m_services, {m_threads, *m_triage, *m_prompts, this}, m_triage);
    m_viewsPane = new ViewsPane(m_views, m_listsPane);
    m_listsPane->putAbove(m_viewsPane);
    m_note = new NoteStrip(*m_prompts, m_summaryPane);
    m_summaryPane->putBelowFacts(m_note);

    const Actions& actions = *m_actions;
    const auto on
        = [this, &actions](ActionId id, auto slot) { connect(actions[id], &QAction::triggered, this, slot); };
    const auto selected = [this] { return m_threadPane->selectedThreads(); };
    on(ActionId::MuteSeries, [this, selected] { m_triage->toggleMuteSeries(selected()); });
    on(ActionId::Watch, [this, selected] { m_triage->toggleWatch(selected()); });
    on(ActionId::Snooze, [dialogs, selected] { dialogs->snooze(selected()); });
    on(ActionId::Tags, [dialogs, selected] { dialogs->tags(selected()); });
    on(ActionId::Note, [this, dialogs] { dialogs->note(m_threadPane->currentThread()); });
    on(ActionId::SaveSearch, [this] {
        const QString query = m_threadPane->queryLine()->text().simplified();
        if (!query.isEmpty())
            m_searches->save(query, query);
    });
    on(ActionId::ExportTriage, [dialogs] { dialogs->exportState(); });
    on(ActionId::ImportTriage, [dialogs] { dialogs->importState(); });
    connect(dialogs, &TriageDialogs::told, m_jobsBar, &JobsBar::tell);
    connect(dialogs, &TriageDialogs::failed, this, &MainWindow::showError);
    connect(m_note, &NoteStrip::editRequested, dialogs,
            [this, dialogs] { dialogs->note(m_summary->thread()); });
    connect(m_note, &NoteStrip::mailRequested, m_summaryPane, &SummaryPane::mailRequested);
    connect(m_triage, &TriageFlow::changed, this, &MainWindow::showNote);
    connect(m_triage, &TriageFlow::importApplied, this, [this] {
        m_searches->read();
        m_library->refresh();
    });
    wireViews();
}

void MainWindow::wireViews()
{
    for (int i = 0; i < viewCount; ++i) {
        const auto id = static_cast<ActionId>(static_cast<int>(ActionId::ViewAttention) + i);
        connect((*m_actions)[id], &QAction::triggered, this,
                [this, view = static_cast<View>(i)] { chooseView(view); });
    }
    connect(m_viewsPane, &ViewsPane::viewChosen, this, &MainWindow::chooseView);
    connect(m_viewsPane, &ViewsPane::searchChosen, this, [this](const QString& query) {
        m_threadPane->setView(View::All); // the row of the search stays the chosen one
        m_threadPane->setQuery(query);
    });
    // Whoever moves on by keys stays among the views, where the next search can be reached and F2 renames.
    const auto enter = [this](const QModelIndex& row) {
        if (row.data(ViewsModel::ViewRole).toInt() < 0)
            m_threadPane->focusThreads(Qt::OtherFocusReason);
    };
    connect(m_viewsPane, &QAbstractItemView::clicked, this, enter);
    connect(m_viewsPane, &QAbstractItemView::activated, this, enter);
    connect(m_viewsPane, &ViewsPane::searchRemovalRequested, m_searches, &SearchesFlow::remove);
    connect(&m_views, &ViewsModel::renameRequested, m_searches, &SearchesFlow::rename);
    connect(m_searches, &SearchesFlow::told, m_jobsBar, &JobsBar::tell);
    connect(m_searches, &SearchesFlow::failed, this, &MainWindow::showError);
    connect(m_desk, &DeskFlow::guessed, m_library, &LibraryFlow::refresh);
    connect(m_library, &LibraryFlow::listsRead, m_searches, &SearchesFlow::read);
    connect(m_library, &LibraryFlow::shown, this, [this] {
        m_desk->refresh(m_library->scope().list);
        showNote();
        updateThisWeek();
    });
    connect(&m_lists, &QAbstractItemModel::dataChanged, this, &MainWindow::updateThisWeek);
    connect(&m_lists, &QAbstractItemModel::rowsInserted, this, &MainWindow::updateThisWeek);
    // Another week chosen at the left is no longer this one.
    connect(m_library, &LibraryFlow::scopeChanged, this, [this] {
        const Scope& scope = m_library->scope();
        const bool thisWeek = scope.period && scope.period->since == m_lists.newestWeek(scope.list);
        const View view = m_arranger.filter().view;
        chooseView(view == View::ThisWeek && !thisWeek ? View::All : view);
    });
}

void MainWindow::chooseView(View view)
{
    if (view == View::ThisWeek && m_library->scope().list.isValid()) {
        const ListId list = m_library->scope().list;
        const QDate newest = m_lists.newestWeek(list);
        if (newest.isValid())
            m_library->select({list, thread::weekOf(newest)});
    }
    m_threadPane->setView(view);
    m_viewsPane->select(view);
}

void MainWindow::updateThisWeek()
{
    m_views.setThisWeek(m_lists.threadsOfNewestWeek(m_library->scope().list));
}

/// Of the thread that the summary is of.
void MainWindow::showNote()
{
    m_note->showNote(m_threads.marks().value(m_summary->thread()).triage.note);
}

} // namespace lb::ui
