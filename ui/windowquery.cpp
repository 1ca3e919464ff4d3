// SPDX-License-Identifier: GPL-3.0-or-later
// How the query line is tied to the rest of the window.
#include "core/onresult.h"
#include "ui/deskflow.h"
#include "ui/fetchflow.h"
#include "ui/jobsbar.h"
#include "ui/libraryflow.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"
#include "ui/queryflow.h"
#include "ui/queryline.h"
#include "ui/searchesflow.h"
#include "ui/threadpane.h"
#include "ui/triageflow.h"

#include <QAction>

namespace lb::ui
{

void MainWindow::wireQuery()
{
    connect(m_threadPane, &ThreadPane::queryTyped, m_query, &QueryFlow::ask);
    connect(m_threadPane, &ThreadPane::queryEntered, this, &MainWindow::lookInWantedList);
    connect(m_query, &QueryFlow::understood, m_threadPane, &ThreadPane::showProblem);
    connect(m_query, &QueryFlow::indexed, m_threadPane,
            [this](bool all) { m_threadPane->setIndexing(!all); });
    connect(m_query, &QueryFlow::failed, this, &MainWindow::showError);
    connect(m_query, &QueryFlow::peopleRead, m_threadPane, &ThreadPane::setPeople);
    const auto nameLists = [this] {
        QStringList names;
        for (const store::ListRecord& list : m_lists.lists())
            names.append(list.name);
        m_threadPane->setLists(names);
        const auto shown = m_library->currentList();
        m_query->setList(shown ? shown->name : QString());
        m_searches->setList(shown ? shown->name : QString());
    };
    connect(m_library, &LibraryFlow::listsRead, m_query, nameLists);
    connect(m_library, &LibraryFlow::scopeChanged, m_query, [this, nameLists] {
        nameLists();
        m_query->clear();
    });
    connect(m_library, &LibraryFlow::shown, m_query, [this] {
        m_query->refresh();
        m_query->readPeople();
    });
    connect(m_fetch, &FetchFlow::indexed, m_query, &QueryFlow::refresh);
    connect(m_fetch, &FetchFlow::indexed, m_searches, &SearchesFlow::refresh);
    // What is shown anew may hold mail that another program has brought; another scope asks nothing anew.
    connect(m_library, &LibraryFlow::shown, m_searches, [this, before = Scope()]() mutable {
        if (std::exchange(before, m_library->scope()) == m_library->scope())
            m_searches->refresh();
    });
    // A library of an older version is indexed anew, one that was closed while it was indexed to its end.
    const auto indexRest = [this] {
        onResult(m_services.store.unindexedCount(), m_fetch, [this](const Result<qint64>& count) {
            if (count && *count > 0)
                m_fetch->index();
        });
    };
    connect(m_library, &LibraryFlow::listsRead, m_fetch, indexRest, Qt::SingleShotConnection);

    // What the triage desk knows.
    connect(m_threadPane->queryLine(), &QueryLine::saveRequested, (*m_actions)[ActionId::SaveSearch],
            &QAction::trigger);
    connect(m_desk, &DeskFlow::guessed, this, &MainWindow::tellQueryOfDesk);
    connect(m_library, &LibraryFlow::shown, this, &MainWindow::tellQueryOfDesk);
    connect(m_triage, &TriageFlow::changed, this, &MainWindow::tellQueryOfDesk);
}

/// Who "me" is, and which tags there are to be offered.
void MainWindow::tellQueryOfDesk()
{
    const QSet<QString> addresses = identity(m_services.settings).addresses();
    const query::Identity me{QStringList(addresses.begin(), addresses.end())};
    m_query->setIdentity(me);
    m_searches->setIdentity(me);
    QSet<QString> tags;
    for (const ThreadMarks& marks : m_threads.marks())
        for (const QString& tag : marks.triage.tags)
            tags.insert(tag);
    QStringList sorted(tags.begin(), tags.end());
    sorted.sort();
    m_threadPane->setTags(sorted);
}

/// list: leads out of what is shown, to all mail of another list.
void MainWindow::lookInWantedList(const QString& text)
{
    const QStringList wanted = m_query->wantedLists();
    if (wanted.isEmpty())
        return;
    if (const QString problem = m_threadPane->listProblem(); !problem.isEmpty()) {
        m_jobsBar->tell(problem);
        return;
    }
    for (const store::ListRecord& list : m_lists.lists()) {
        const Scope scope{list.id, std::nullopt};
        if (list.name.compare(wanted.constFirst(), Qt::CaseInsensitive) != 0 || m_library->scope() == scope)
            continue;
        m_library->select(scope);
        m_threadPane->setQuery(text);
        return;
    }
}

} // namespace lb::ui
