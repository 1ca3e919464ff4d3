// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/actions.h"
#include "ui/models/jobsmodel.h"
#include "ui/models/listsmodel.h"
#include "ui/models/threadarranger.h"
#include "ui/models/threadtreemodel.h"
#include "ui/models/viewsmodel.h"
#include "ui/services.h"
#include "ui/userprompts.h"
#include "ui/windowstate.h"

#include <QMainWindow>
#include <QSet>

#include <memory>
#include <span>

class QSplitter;
class QStackedWidget;

namespace lb::library
{
struct ImportCounts;
}

namespace lb::ui
{

class ArchiveFlow;
class Banner;
class ComposeFlow;
class EditFlow;
class DeskFlow;
class EmptyState;
class ExportFlow;
class FactsFlow;
class FetchFlow;
class FirstRunPage;
class HandOffFlow;
class JobsBar;
class LibraryFlow;
class OverviewFlow;
class OverviewPane;
class ListsPane;
class NoteStrip;
class QueryFlow;
class ReadingPane;
class RegenerateMenu;
class RevisionFlow;
class SearchesFlow;
class SummaryFlow;
class SummaryPane;
class ThreadPane;
class TriageFlow;
class VersionsFlow;
class ViewsPane;

/// The window: arranges panes, menus and flows and ties them together; what is done is in the flows. GUI
/// thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)
public:
    /// `prompts`: who asks the user; null = dialogs.
    explicit MainWindow(const Services& services, std::unique_ptr<UserPrompts> prompts = nullptr);
    ~MainWindow() override;

    /// Opens the library and shows what it has; then the archives of the command line. Call once.
    void start(const QStringList& archives = {});
    void openArchives(const QStringList& arguments); ///< URLs, files, folders

    [[nodiscard]] const Actions& actions() const { return *m_actions; }
    [[nodiscard]] const ThreadTreeModel& threads() const { return m_threads; }
    [[nodiscard]] const JobsModel& jobs() const { return m_jobs; }

Q_SIGNALS:
    void shown(); ///< the threads of a scope are in the tree

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void buildUi();
    void buildToolBar();
    void wirePanes();
    void wireLibrary();
    void wireFlows();
    void wireActions();
    void wireThreadActions();
    void wireRevisions();
    void wireFacts();
    void wireExport();
    void wireSummary();
    void wireVersions();
    void wireTriage();
    void wireViews();
    void wireQuery();
    void wireKeys();
    void wireHandOff();
    void wireListMenu();
    void wireCost();
    void buildFlows();
    void buildOverview();
    void wireOverview();
    void wireCharts();
    void showOverview(bool wanted);
    void restoreState();
    void saveState();

    void openScope();
    void threadChosen(ThreadId thread);
    void mailChosen(ThreadId thread, MailId mail);
    void openMail(ThreadId thread, int number);
    void listOpened(const store::ListRecord& list);
    void fetch();
    void fetchEarlier();
    void fetched(ListId list, const Status& outcome, const library::ImportCounts& counts);
    void tellQueryOfDesk();
    void lookInWantedList(const QString& text);
    void askToRemoveList();
    void editGlossary(QWidget* parent);
    void addList();
    void openArchive(bool folder);
    void openSettings(int page = 0);
    void cancelOrClear();
    void exported(const QString& file, int threads, int withoutSummary);
    void offerFolder(const QString& sentence, const QString& folder, bool isWarning = false);
    void explainEmptyScope();
    void updateActions();
    void chooseView(View view);
    void updateThisWeek();
    void showNote();
    void readOn(int step);
    void markSelected(bool read);
    void takeKeys();
    void openPalette();
    void updateHandOff();
    [[nodiscard]] const thread::Listing* handedOver(int* mail) const;
    void offerMenu(QWidget* pane, const QPoint& point, std::span<const ActionId> above);
    void updateTitle();
    void showError(const Error& error);
    void focusInside(QWidget* pane);

    Services m_services;
    std::unique_ptr<UserPrompts> m_prompts;
    WindowState m_state;
    ListsModel m_lists;
    ThreadTreeModel m_threads;
    ThreadArranger m_arranger;
    JobsModel m_jobs;
    ViewsModel m_views;
    Actions* m_actions;

    QStackedWidget* m_pages;
    QSplitter* m_columns;
    QSplitter* m_reading;
    QStackedWidget* m_side; ///< m_reading or the overview
    OverviewPane* m_overview;
    bool m_overviewAsked = false; ///< by the user
    Banner* m_banner;
    EmptyState* m_trouble;
    FirstRunPage* m_firstRun;
    ListsPane* m_listsPane;
    ThreadPane* m_threadPane;
    SummaryPane* m_summaryPane;
    ReadingPane* m_readingPane;
    JobsBar* m_jobsBar;

    LibraryFlow* m_library;
    FetchFlow* m_fetch;
    ArchiveFlow* m_archives;
    SummaryFlow* m_summary;
    TriageFlow* m_triage;
    RevisionFlow* m_revisions;
    FactsFlow* m_facts;
    QueryFlow* m_query;
    ExportFlow* m_export;
    ComposeFlow* m_compose;
    VersionsFlow* m_versions = nullptr;
    EditFlow* m_edits = nullptr;
    RegenerateMenu* m_regenerate = nullptr;
    DeskFlow* m_desk;
    SearchesFlow* m_searches;
    ViewsPane* m_viewsPane;
    NoteStrip* m_note;
    HandOffFlow* m_handOff = nullptr;
    OverviewFlow* m_overviews;
    QStringList m_atStart; ///< archives to open once the library is there
    QSet<ListId> m_newLists; ///< shown at their newest week once fetched
};

} // namespace lb::ui
