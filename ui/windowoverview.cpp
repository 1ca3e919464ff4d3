// SPDX-License-Identifier: GPL-3.0-or-later
// The overview in the window: a third part of mainwindow.cpp.
#include "ui/chartstrip.h"
#include "ui/conversation/conversationpane.h"
#include "ui/factsflow.h"
#include "ui/libraryflow.h"
#include "ui/mainwindow.h"
#include "ui/overviewflow.h"
#include "ui/overviewpane.h"
#include "ui/readingpane.h"
#include "ui/summaryflow.h"
#include "ui/threadpane.h"

#include <QAction>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>

namespace lb::ui
{

using namespace Qt::StringLiterals;

/// It takes the place of summary and conversation: where no thread is selected, and when it is asked for.
void MainWindow::buildOverview()
{
    m_side = new QStackedWidget(this);
    m_side->setObjectName(u"sideStack"_s);
    m_overview = new OverviewPane(this);
    m_columns->replaceWidget(2, m_side); // where summary and conversation were
    m_side->addWidget(m_reading);
    m_side->addWidget(m_overview);
    m_reading->show(); // replacing hid it
    m_columns->setStretchFactor(2, 2);
}

void MainWindow::wireOverview()
{
    m_overviews = new OverviewFlow(m_services, {m_arranger, m_lists, *m_facts, *m_overview}, this);
    const auto refresh = [this] { m_overviews->refresh(); };
    connect(m_library, &LibraryFlow::scopeChanged, m_overviews, [this] {
        m_overviews->clear();
        const auto list = m_library->currentList();
        const auto period = m_library->scope().period;
        //: List and week
        m_overview->setHeading(
            list ? tr("%1, %2").arg(list->name, period ? thread::isoWeekName(period->since) : tr("all mail"))
                 : QString());
    });
    connect(m_library, &LibraryFlow::summariesRead, m_overviews, refresh);
    connect(&m_arranger, &ThreadArranger::arranged, m_overviews, refresh);
    connect(m_facts, &FactsFlow::factsRead, m_overviews, refresh);
    connect(m_facts, &FactsFlow::readingChanged, m_overviews, refresh);
    connect(m_summary, &SummaryFlow::summarised, m_overviews, refresh);
    connect(m_threadPane, &ThreadPane::selectionEmptied, this, [this] { showOverview(true); });
    // Who has asked for the overview of one week sees that of the next: the thread which the window itself
    // offers there is none that somebody wants to read yet.
    const auto read = [this] {
        if (m_overviewAsked && m_threadPane->isOffering())
            return;
        m_overviewAsked = false;
        showOverview(false);
    };
    connect(m_threadPane, &ThreadPane::threadChosen, this, read);
    connect(m_threadPane, &ThreadPane::mailChosen, this, read);
    wireCharts();
    connect(m_overview, &OverviewPane::lineChosen, this, [this](ThreadId thread, int mail) {
        m_threadPane->goToMail(thread, mail);
        showOverview(false);
        m_readingPane->bringToFront(m_readingPane->conversation());
        m_readingPane->conversation()->showMail(mail); // also when it is the selected one already
    });
    const Actions& actions = *m_actions;
    connect(actions[ActionId::Overview], &QAction::triggered, this, [this](bool wanted) {
        m_overviewAsked = wanted;
        showOverview(wanted);
        if (wanted)
            m_overview->focusLines();
        else
            m_threadPane->focusThreads(Qt::ShortcutFocusReason);
    });
    // Who goes to a pane behind it wants to see that.
    for (const ActionId id : {ActionId::FocusSummary, ActionId::FocusConversation, ActionId::FocusMail})
        connect(actions[id], &QAction::triggered, this, [this] { showOverview(false); });
}

void MainWindow::wireCharts()
{
    const auto refresh = [this] {
        const SnapshotPointer snapshot = m_arranger.snapshot(); // of another scope while one is read
        if (snapshot != nullptr && snapshot->scope == m_library->scope())
            m_overviews->refresh();
    };
    connect(&m_lists, &QAbstractItemModel::dataChanged, m_overviews, refresh);
    connect(&m_lists, &QAbstractItemModel::rowsInserted, m_overviews, refresh);
    connect(m_overview->charts(), &ChartStrip::weekChosen, this, [this](QDate monday) {
        m_overviewAsked = true; // who looks from week to week stays with the overview
        m_library->select({m_library->scope().list, thread::weekOf(monday)});
    });
    connect(m_overview->charts(), &ChartStrip::queryChosen, this, [this](const QString& query) {
        m_overviewAsked = true;
        chooseView(View::All); // what is no longer to be done was written all the same
        m_threadPane->setQuery(query);
    });
}

void MainWindow::showOverview(bool wanted)
{
    m_side->setCurrentWidget(wanted ? static_cast<QWidget*>(m_overview) : m_reading);
    (*m_actions)[ActionId::Overview]->setChecked(wanted);
}

} // namespace lb::ui
