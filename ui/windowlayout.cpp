// SPDX-License-Identifier: GPL-3.0-or-later
// How the window is put together: the other half of mainwindow.cpp.
#include "library/importjob.h"
#include "ui/archiveflow.h"
#include "ui/banner.h"
#include "ui/colours.h"
#include "ui/composeflow.h"
#include "ui/conversation/conversationpane.h"
#include "ui/deskflow.h"
#include "ui/dialogs/helpdialogs.h"
#include "ui/editflow.h"
#include "ui/emptystate.h"
#include "ui/exportflow.h"
#include "ui/factsflow.h"
#include "ui/fetchflow.h"
#include "ui/firstrunpage.h"
#include "ui/handoffflow.h"
#include "ui/jobsbar.h"
#include "ui/libraryflow.h"
#include "ui/listspane.h"
#include "ui/mailpane.h"
#include "ui/mainwindow.h"
#include "ui/overviewflow.h"
#include "ui/overviewpane.h"
#include "ui/queryflow.h"
#include "ui/queryline.h"
#include "ui/readingpane.h"
#include "ui/regeneratemenu.h"
#include "ui/revisionflow.h"
#include "ui/summaryflow.h"
#include "ui/summarypane.h"
#include "ui/threadpane.h"
#include "ui/triageflow.h"
#include "ui/userprompts.h"
#include "ui/versionsflow.h"
#include "ui/viewspane.h"

#include <QAction>
#include <QCloseEvent>
#include <QDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenuBar>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// Of the first window: most of the screen, but no more than its panes make use of.
QSize firstSize(const QScreen& screen)
{
    constexpr QSize least(1280, 800);
    constexpr QSize most(1920, 1200);
    const QSize available = screen.availableSize();
    return (available * 0.85).expandedTo(least).boundedTo(most).boundedTo(available);
}

/// A line between panes that belongs to neither.
QSplitter* newSplitter(Qt::Orientation orientation, const QString& name, QWidget* parent)
{
    auto* splitter = new QSplitter(orientation, parent);
    splitter->setObjectName(name);
    splitter->setChildrenCollapsible(false);
    splitter->setHandleWidth(5);
    return splitter;
}

} // namespace

MainWindow::MainWindow(const Services& services, std::unique_ptr<UserPrompts> prompts)
    : m_services(services)
    , m_prompts(prompts != nullptr ? std::move(prompts) : std::make_unique<QtUserPrompts>())
    , m_state(services.paths.stateFile())
    , m_arranger(m_threads)
    , m_actions(new Actions(this))
{
    keepHintsReadable();
    m_arranger.setOrder(m_state.order());
    buildUi();
    buildOverview();
    buildFlows();
    wirePanes();
    wireLibrary();
    wireFlows();
    wireOverview();
    wireActions();
    wireThreadActions();
    wireRevisions();
    wireFacts();
    wireExport();
    wireSummary();
    wireTriage();
    wireQuery();
    wireKeys();
    wireHandOff();
    wireListMenu();
    wireCost();
    restoreState();
    updateTitle();
    updateActions();
}

/// What works for the window; panes are there already.
void MainWindow::buildFlows()
{
    m_library = new LibraryFlow(m_services, m_lists, m_arranger, this);
    m_fetch = new FetchFlow(m_services, m_jobs, this);
    m_archives = new ArchiveFlow(m_services, this);
    m_summary
        = new SummaryFlow(m_services, {m_threads, m_lists, m_jobs, *m_summaryPane, *m_prompts, this}, this);
    m_triage = new TriageFlow(m_services, m_threads, m_arranger, this);
    m_revisions = new RevisionFlow(m_services, m_arranger, m_triage->undoStack(), this);
    m_facts = new FactsFlow(m_services.store, m_threads, this);
    m_query = new QueryFlow(m_services, m_arranger, this);
    m_export = new ExportFlow(m_services, m_jobs, *m_prompts, this);
    m_compose = new ComposeFlow(m_services, m_jobs, *m_prompts, this);
}

MainWindow::~MainWindow()
{
    // Dialogs and flows first: they tell panes and models, which are gone before QObject's own children are.
    for (QObject* flow :
         {static_cast<QObject*>(m_versions), static_cast<QObject*>(m_edits),
          static_cast<QObject*>(m_regenerate), static_cast<QObject*>(m_summary),
          static_cast<QObject*>(m_fetch), static_cast<QObject*>(m_archives), static_cast<QObject*>(m_export),
          static_cast<QObject*>(m_handOff), static_cast<QObject*>(m_compose),
          static_cast<QObject*>(m_overviews), static_cast<QObject*>(m_revisions),
          static_cast<QObject*>(m_facts), static_cast<QObject*>(m_desk), static_cast<QObject*>(m_query),
          static_cast<QObject*>(m_triage), static_cast<QObject*>(m_library)})
        delete flow;
    qDeleteAll(findChildren<QDialog*>(QString(), Qt::FindDirectChildrenOnly));
    m_threadPane->tree()->setModel(nullptr);
    m_listsPane->tree()->setModel(nullptr);
    m_viewsPane->setModel(nullptr);
    delete takeCentralWidget();
}

void MainWindow::buildUi()
{
    setObjectName(u"mainWindow"_s);
    setWindowIcon(applicationIcon());
    setDockOptions({});
    // The order of making is the order of Tab: lists, filter, threads, summary, conversation, mail, jobs.
    m_banner = new Banner(this);
    m_pages = new QStackedWidget(this);
    m_trouble = new EmptyState(this);
    m_firstRun = new FirstRunPage(this);
    m_columns = newSplitter(Qt::Horizontal, u"columnsSplitter"_s, this);
    m_reading = newSplitter(Qt::Vertical, u"readingSplitter"_s, this);
    m_listsPane
        = new ListsPane(m_lists, (*m_actions)[ActionId::AddList], (*m_actions)[ActionId::RemoveList], this);
    m_threadPane = new ThreadPane(m_threads, m_arranger, this);
    m_summaryPane = new SummaryPane(*m_prompts, this);
    m_readingPane = new ReadingPane(m_services, *m_prompts, m_threads, this);
    m_readingPane->connectActions(*m_actions);
    m_jobsBar = new JobsBar(m_jobs, this);

    m_reading->addWidget(m_summaryPane);
    m_reading->addWidget(m_readingPane);
    m_columns->addWidget(m_listsPane);
    m_columns->addWidget(m_threadPane);
    m_columns->addWidget(m_reading);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 3);
    m_columns->setStretchFactor(2, 2);
    // What a pane holds may be wider than the pane; it must not push the others aside.
    const int character = fontMetrics().horizontalAdvance(u'0');
    m_listsPane->setMinimumWidth(character * 16);
    m_threadPane->setMinimumWidth(character * 40);
    m_summaryPane->setMinimumWidth(character * 30);
    m_readingPane->setMinimumWidth(character * 30);
    m_columns->setSizes({236, 672, 372});
    m_reading->setSizes({290, 410});

    auto* blank = new QWidget(this); // until the library has answered
    m_pages->addWidget(blank);
    m_pages->addWidget(m_firstRun);
    m_pages->addWidget(m_columns);
    m_pages->addWidget(m_trouble);
    auto* central = new QWidget(this);
    auto* layout = new QVBoxLayout(central);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addWidget(m_pages, 1);
    layout->addWidget(m_jobsBar);
    setCentralWidget(central);
    m_actions->fillMenus(menuBar());
    buildToolBar();
}

void MainWindow::buildToolBar()
{
    QToolBar* bar = addToolBar(tr("Tools"));
    bar->setObjectName(u"toolBar"_s);
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    const Actions& actions = *m_actions;
    const auto add = [bar, &actions](ActionId id) {
        bar->addAction(actions[id]);
        if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(actions[id]))) {
            button->setAccessibleName(plainText(actions[id]->text()));
            button->setObjectName(actions[id]->objectName() + u"Button"_s);
        }
    };
    add(ActionId::Fetch);
    add(ActionId::Regenerate);
    add(ActionId::SummariseAll);
    add(ActionId::Export);
    bar->addSeparator();
    for (const ActionId id : {ActionId::Star, ActionId::Mute, ActionId::Done})
        add(id);
    auto* gap = new QWidget(bar);
    gap->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(gap);
    add(ActionId::Settings);
}

void MainWindow::wirePanes()
{
    connect(m_listsPane, &ListsPane::scopeChosen, m_library, &LibraryFlow::select);
    connect(m_threadPane, &ThreadPane::threadChosen, this, &MainWindow::threadChosen);
    connect(m_threadPane, &ThreadPane::mailChosen, this, &MainWindow::mailChosen);
    connect(m_threadPane, &ThreadPane::selectionEmptied, this, [this] {
        m_summary->clear();
        m_readingPane->clear();
        updateActions();
    });
    connect(m_summaryPane, &SummaryPane::mailRequested, this, [this](int number) {
        m_threadPane->goToMail(m_summary->thread(), number);
        m_readingPane->conversation()->showMail(number); // also when it is the selected one already
    });
    const ConversationPane* conversation = m_readingPane->conversation();
    connect(conversation, &ConversationPane::mailRequested, this, &MainWindow::openMail);
    connect(conversation, &ConversationPane::told, m_jobsBar, &JobsBar::tell);
    connect(m_firstRun, &FirstRunPage::listRequested, this, &MainWindow::addList);
    connect(m_firstRun, &FirstRunPage::fileRequested, this, [this] { openArchive(false); });
    connect(m_firstRun, &FirstRunPage::sampleRequested, this, [this] {
        m_firstRun->setBusy(true);
        m_archives->openSample();
    });
}

void MainWindow::wireLibrary()
{
    connect(m_library, &LibraryFlow::openFailed, this, [this](const Error& error) {
        m_trouble->say(Icon::Error, tr("The library cannot be opened"), error.text, tr("Try Again"),
                       [this] { m_library->open(m_state.scope()); });
        m_pages->setCurrentWidget(m_trouble);
    });
    connect(m_library, &LibraryFlow::failed, this, &MainWindow::showError);
    connect(m_library, &LibraryFlow::listsRead, this, [this](bool any) {
        QWidget* page = any ? static_cast<QWidget*>(m_columns) : m_firstRun;
        if (m_pages->currentWidget() != page) {
            m_pages->setCurrentWidget(page);
            if (any)
                m_threadPane->focusThreads(Qt::OtherFocusReason);
            else
                m_firstRun->setFocus(Qt::OtherFocusReason);
        }
        updateTitle();
        updateActions();
        openArchives(std::exchange(m_atStart, {}));
    });
    connect(m_library, &LibraryFlow::scopeChanged, this, &MainWindow::openScope);
    connect(m_library, &LibraryFlow::shown, this, [this](int threads) {
        if (m_pages->currentWidget() != m_columns) {
            m_pages->setCurrentWidget(m_columns);
            m_threadPane->focusThreads(Qt::OtherFocusReason);
        }
        if (threads == 0)
            explainEmptyScope();
        m_summary->reload();
        if (const auto list = m_library->currentList())
            m_readingPane->refresh(*list);
    });
    connect(m_library, &LibraryFlow::summariesRead, m_summary, &SummaryFlow::applyMarks);
    connect(&m_lists, &QAbstractItemModel::rowsInserted, this,
            [this] { m_listsPane->select(m_library->scope()); });
    connect(&m_arranger, &ThreadArranger::arranged, this, [this] {
        updateActions();
        Q_EMIT shown();
    });
}

void MainWindow::wireFlows()
{
    connect(m_archives, &ArchiveFlow::opened, this, &MainWindow::listOpened);
    connect(m_archives, &ArchiveFlow::failed, this, [this](const Error& error) {
        m_firstRun->setBusy(false);
        showError(error);
    });
    connect(m_fetch, &FetchFlow::finished, this, &MainWindow::fetched);
    connect(m_summary, &SummaryFlow::failed, this, &MainWindow::showError);
    connect(m_summary, &SummaryFlow::told, m_jobsBar, &JobsBar::tell);
    connect(m_readingPane->conversation(), &ConversationPane::seen, m_triage, &TriageFlow::markSeen);
    connect(m_triage, &TriageFlow::failed, this, &MainWindow::showError);
}

void MainWindow::wireActions()
{
    const Actions& actions = *m_actions;
    actions.attach({this,
                    m_pages,
                    m_threadPane->tree(),
                    m_readingPane->conversation()->view(),
                    {m_listsPane, m_threadPane, m_summaryPane},
                    m_readingPane->readers(m_threadPane->tree())});
    const auto on
        = [this, &actions](ActionId id, auto slot) { connect(actions[id], &QAction::triggered, this, slot); };
    on(ActionId::AddList, [this] { addList(); });
    on(ActionId::OpenFile, [this] { openArchive(false); });
    on(ActionId::OpenFolder, [this] { openArchive(true); });
    on(ActionId::RemoveList, [this] { askToRemoveList(); });
    on(ActionId::Fetch, [this] { fetch(); });
    on(ActionId::FetchEarlier, [this] { fetchEarlier(); });
    on(ActionId::Cancel, [this] { cancelOrClear(); });
    on(ActionId::Quit, [this] { close(); });
    on(ActionId::Filter, [this] { m_threadPane->focusFilter(); });
    on(ActionId::Settings, [this] { openSettings(); });
    on(ActionId::FocusLists, [this] { m_listsPane->setFocus(Qt::ShortcutFocusReason); });
    on(ActionId::FocusThreads, [this] { m_threadPane->focusThreads(Qt::ShortcutFocusReason); });
    on(ActionId::FocusSummary, [this] { focusInside(m_summaryPane); });
    on(ActionId::FocusConversation, [this] { m_readingPane->bringToFront(m_readingPane->conversation()); });
    on(ActionId::FocusMail, [this] {
        m_readingPane->bringToFront(m_readingPane->mail());
        focusInside(m_readingPane->mail());
    });
    on(ActionId::Jobs, [this] { m_jobsBar->showAll(); });
    on(ActionId::Shortcuts, [this] { showShortcuts(*m_actions, this); });
    on(ActionId::About, [this] { showAbout(this); });
    connect(actions[ActionId::HideSettled], &QAction::toggled, m_threadPane, &ThreadPane::setHideSettled);
}

void MainWindow::wireThreadActions()
{
    const Actions& actions = *m_actions;
    const auto on
        = [this, &actions](ActionId id, auto slot) { connect(actions[id], &QAction::triggered, this, slot); };
    on(ActionId::NextThread, [this] { m_threadPane->nextThread(); });
    on(ActionId::PreviousThread, [this] { m_threadPane->previousThread(); });
    on(ActionId::NextNewMail, [this] {
        if (!m_threadPane->nextNewMail())
            m_jobsBar->tell(tr("There is no more new mail below."));
    });
    on(ActionId::ToggleExpanded, [this] { m_threadPane->toggleExpanded(); });
    on(ActionId::MarkRead, [this] { markSelected(true); });
    on(ActionId::MarkUnread, [this] { markSelected(false); });
    on(ActionId::Star, [this] { m_triage->toggleStar(m_threadPane->selectedThreads()); });
    on(ActionId::Mute, [this] { m_triage->toggleMute(m_threadPane->selectedThreads()); });
    on(ActionId::Done, [this] { m_triage->toggleDone(m_threadPane->selectedThreads()); });
    on(ActionId::Regenerate, [this] { m_summary->regenerate(); });
    on(ActionId::SummariseAll, [this] { m_summary->summariseAll(m_threads.shownThreads()); });

    QUndoStack& stack = m_triage->undoStack();
    QAction* undo = actions[ActionId::Undo];
    QAction* redo = actions[ActionId::Redo];
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(undo, &QAction::triggered, &stack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, &stack, &QUndoStack::redo);
    connect(&stack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::undoTextChanged, undo, [undo](const QString& what) {
        undo->setText(what.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(what));
    });
    connect(&stack, &QUndoStack::redoTextChanged, redo, [redo](const QString& what) {
        redo->setText(what.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(what));
    });
}

void MainWindow::wireRevisions()
{
    const Actions& actions = *m_actions;
    const auto on
        = [this, &actions](ActionId id, auto slot) { connect(actions[id], &QAction::triggered, this, slot); };
    on(ActionId::CompareRevisions, [this] { m_revisions->compare(m_threadPane->currentThread()); });
    on(ActionId::LinkRevision, [this] { m_revisions->link(m_threadPane->currentThread()); });
    on(ActionId::UnlinkRevision, [this] { m_revisions->unlink(m_threadPane->currentThread()); });
    connect(m_revisions, &RevisionFlow::changed, m_library, &LibraryFlow::readRevisions);
    connect(m_revisions, &RevisionFlow::failed, this, &MainWindow::showError);
}

void MainWindow::wireFacts()
{
    connect(m_library, &LibraryFlow::scopeChanged, m_facts, &FactsFlow::stop);
    connect(&m_arranger, &ThreadArranger::arranged, m_facts, [this](bool newSnapshot) {
        if (newSnapshot)
            m_facts->read(m_threads.arrangement());
    });
    connect(m_facts, &FactsFlow::factsRead, &m_arranger, &ThreadArranger::factsChanged);
    connect(m_facts, &FactsFlow::readingChanged, m_threadPane, &ThreadPane::setReadingFacts);
}

void MainWindow::restoreState()
{
    resize(firstSize(*screen()));
    restoreGeometry(m_state.blob(u"geometry"_s));
    m_columns->restoreState(m_state.blob(u"columns"_s));
    m_reading->restoreState(m_state.blob(u"reading"_s));
    m_readingPane->restoreTab(m_state.blob(u"readingTab"_s));
    m_threadPane->restoreHeader(m_state.blob(u"threadHeader"_s));
    m_threadPane->queryLine()->setHistory(
        QString::fromUtf8(m_state.blob(u"queryHistory"_s)).split(u'\n', Qt::SkipEmptyParts));
    chooseView(m_state.view());
    (*m_actions)[ActionId::HideSettled]->setChecked(m_state.hideSettled());
    (*m_actions)[ActionId::ShowGists]->setChecked(m_state.showGists());
    m_overview->setChartsUnfolded(m_state.showCharts());
}

void MainWindow::saveState()
{
    m_state.setBlob(u"geometry"_s, saveGeometry());
    m_state.setBlob(u"columns"_s, m_columns->saveState());
    m_state.setBlob(u"reading"_s, m_reading->saveState());
    m_state.setBlob(u"readingTab"_s, m_readingPane->saveTab());
    m_state.setBlob(u"threadHeader"_s, m_threadPane->saveHeader());
    m_state.setBlob(u"queryHistory"_s, m_threadPane->queryLine()->history().join(u'\n').toUtf8());
    m_state.setOrder(m_threadPane->treeOrder());
    m_state.setView(m_arranger.filter().view);
    m_state.setHideSettled(m_arranger.filter().hideSettled);
    m_state.setShowGists((*m_actions)[ActionId::ShowGists]->isChecked());
    m_state.setShowCharts(m_overview->areChartsUnfolded());
    if (m_library->scope().list.isValid())
        m_state.setScope(m_library->scope());
    m_state.save();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    saveState();
    m_jobs.cancelAll();
    QMainWindow::closeEvent(event);
}

} // namespace lb::ui
