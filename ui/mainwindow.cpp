// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does; how it is put together is in windowlayout.cpp.
#include "ui/mainwindow.h"

#include "core/onresult.h"
#include "library/importjob.h"
#include "store/store.h"
#include "ui/archiveflow.h"
#include "ui/banner.h"
#include "ui/deskflow.h"
#include "ui/dialogs/addlistdialog.h"
#include "ui/dialogs/settingsdialog.h"
#include "ui/emptystate.h"
#include "ui/exportflow.h"
#include "ui/fetchflow.h"
#include "ui/firstrunpage.h"
#include "ui/jobsbar.h"
#include "ui/libraryflow.h"
#include "ui/listspane.h"
#include "ui/mailpane.h"
#include "ui/preferences.h"
#include "ui/readingpane.h"
#include "ui/revisionflow.h"
#include "ui/summaryflow.h"
#include "ui/summarypane.h"
#include "ui/threadpane.h"
#include "ui/triageflow.h"
#include "ui/userprompts.h"

#include <QAbstractScrollArea>
#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QStackedWidget>
#include <QTreeView>
#include <QUrl>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int daysInWeek = 7;

} // namespace

void MainWindow::start(const QStringList& archives)
{
    m_atStart = archives;
    m_library->open(m_state.scope());
}

void MainWindow::openArchives(const QStringList& arguments)
{
    m_firstRun->setBusy(!arguments.isEmpty());
    m_archives->open(arguments);
}

void MainWindow::openScope()
{
    m_threadPane->beginScope();
    m_summary->clear();
    m_readingPane->clear();
    m_listsPane->select(m_library->scope());
    updateTitle();
    updateActions();
}

void MainWindow::threadChosen(ThreadId thread)
{
    const thread::Listing* listing = m_threads.listing(thread);
    const auto list = m_library->currentList();
    if (listing == nullptr || !list)
        return;
    m_summary->showThread(m_threads.arrangement().snapshot->scope.list, thread);
    showNote();
    m_readingPane->showThread(*listing, *list, !m_threadPane->isOffering());
    updateActions();
}

void MainWindow::mailChosen(ThreadId thread, MailId mail)
{
    const thread::Listing* listing = m_threads.listing(thread);
    const auto list = m_library->currentList();
    if (listing == nullptr || !list)
        return;
    m_summary->showThread(m_threads.arrangement().snapshot->scope.list, thread);
    showNote();
    for (const thread::ListedMail& listed : listing->mails) {
        if (listed.mail.row != mail)
            continue;
        m_readingPane->showMail(*listing, listed, *list);
        m_triage->markRead(thread, listed);
        break;
    }
    updateActions();
}

/// In its own tab.
void MainWindow::openMail(ThreadId thread, int number)
{
    m_threadPane->goToMail(thread, number);
    m_readingPane->bringToFront(m_readingPane->mail());
    focusInside(m_readingPane->mail());
}

void MainWindow::listOpened(const store::ListRecord& list)
{
    m_newLists.insert(list.id);
    m_library->refresh();
    (void)m_fetch->fetch(list, m_library->periodToFetch());
    updateActions();
}

void MainWindow::fetch()
{
    const auto list = m_library->currentList();
    if (!list)
        return;
    if (!m_fetch->fetch(*list, m_library->periodToFetch()))
        m_jobsBar->tell(tr("%1 is being fetched already.").arg(list->name));
    updateActions();
}

void MainWindow::fetchEarlier()
{
    const auto list = m_library->currentList();
    if (!list)
        return;
    const QDate before = m_library->periodToFetch().since.addDays(-daysInWeek);
    const Scope earlier{list->id, thread::weekOf(before)};
    m_library->select(earlier);
    fetch();
}

void MainWindow::fetched(ListId list, const Status& outcome, const library::ImportCounts& counts)
{
    m_firstRun->setBusy(false);
    if (m_newLists.remove(list))
        m_library->selectNewestWeek(list);
    m_library->refresh(); // what is shown may have grown, and be the newest week already
    if (!outcome) {
        if (outcome.error().code != ErrorCode::Cancelled)
            showError(outcome.error());
        return;
    }
    QString sentence = counts.added > 0 ? tr("%n new mail(s).", nullptr, static_cast<int>(counts.added))
                                        : tr("No new mail.");
    if (counts.unreadable > 0) {
        //: The first sentence says how many mails are new
        sentence = tr("%1 %2").arg(
            sentence, tr("%n mail(s) could not be read.", nullptr, static_cast<int>(counts.unreadable)));
    }
    m_jobsBar->tell(sentence);
    updateActions();
}

void MainWindow::addList()
{
    auto* dialog = new AddListDialog(m_services, *m_prompts, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddListDialog::listAdded, this, &MainWindow::listOpened);
    dialog->open();
}

void MainWindow::openArchive(bool folder)
{
    FileQuestion question;
    question.title = folder ? tr("Open Archive Folder") : tr("Open Archive File");
    question.start = QDir::homePath();
    const auto open = [this](const QString& path) { openArchives({path}); };
    if (folder) {
        m_prompts->chooseFolder(this, question, open);
        return;
    }
    question.filters = QStringList{tr("Mail archives (*.mbox *.mbox.gz *.gz *.eml)"), tr("All files (*)")};
    m_prompts->chooseOpenFile(this, question, open);
}

void MainWindow::askToRemoveList()
{
    const auto list = m_library->currentList();
    if (!list)
        return;
    Question question;
    question.title = tr("Remove List");
    question.text
        = tr("Remove %1 and its %n mail(s) from the library?", nullptr, static_cast<int>(list->mails))
              .arg(list->name);
    question.detail
        = tr("Its archives are left alone. Summaries and what you decided about its threads are kept for "
             "when the list is added again.");
    question.accept = tr("Remove");
    question.dangerous = true;
    m_prompts->confirm(this, question, [this, id = list->id](bool accepted) {
        if (!accepted)
            return;
        onResult(m_services.store.removeList(id), this, [this](const Status& removed) {
            if (!removed)
                showError(removed.error());
            m_triage->undoStack().clear();
            m_library->refresh();
        });
    });
}

void MainWindow::openSettings(int page)
{
    auto* dialog = new SettingsDialog(m_services, *m_prompts, this);
    dialog->showPage(static_cast<SettingsDialog::Page>(page));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &SettingsDialog::glossariesRequested, this, [this, dialog] { editGlossary(dialog); });
    connect(dialog, &QDialog::accepted, this, [this] {
        m_summary->settingsChanged();
        m_summaryPane->setProviderNames(providerNames(m_services.settings));
        m_desk->settingsChanged();
        takeKeys();
        m_library->refresh(); // the categories or the context rule may be others
    });
    dialog->open();
}

void MainWindow::cancelOrClear()
{
    if (m_threadPane->clearFilter() || m_summary->stop())
        return;
    (void)m_jobsBar->cancelFirst();
}

void MainWindow::exported(const QString& file, int threads, int withoutSummary)
{
    QString sentence
        = tr("The report of %n thread(s) is in %1.", nullptr, threads).arg(QDir::toNativeSeparators(file));
    if (withoutSummary > 0)
        sentence = tr("%1 %2").arg(sentence, tr("%n thread(s) have no summary.", nullptr, withoutSummary));
    offerFolder(sentence, QFileInfo(file).absolutePath(), withoutSummary > 0);
}

void MainWindow::offerFolder(const QString& sentence, const QString& folder, bool isWarning)
{
    m_banner->showMessage(isWarning ? Banner::Kind::Warning : Banner::Kind::Information, sentence,
                          tr("Open Folder"),
                          [this, folder] { m_prompts->openExternally(QUrl::fromLocalFile(folder)); });
}

void MainWindow::explainEmptyScope()
{
    const auto list = m_library->currentList();
    if (!list)
        return;
    const auto period = m_library->scope().period;
    const QString week = period ? thread::isoWeekName(period->since) : QString();
    if (m_fetch->isRunning(list->id)) {
        m_threadPane->showEmptyScope(tr("%1 is being fetched.").arg(list->name), {}, {});
    } else if (hasRemoteArchive(*list)) {
        m_threadPane->showEmptyScope(
            period ? tr("The library has no mail of %1 from %2 yet.").arg(list->name, week)
                   : tr("The library has no mail of %1 yet.").arg(list->name),
            tr("Fetch Now"), [this] { fetch(); });
    } else {
        m_threadPane->showEmptyScope(
            tr("The archive of %1 has no mail of that time. Read it again if it has changed.")
                .arg(list->name),
            tr("Read Again"), [this] { fetch(); });
    }
}

void MainWindow::updateTitle()
{
    const auto list = m_library->currentList();
    if (!list) {
        setWindowTitle(tr("ListBrief"));
        return;
    }
    const auto period = m_library->scope().period;
    //: List and week, then the program's name
    setWindowTitle(tr("%1, %2 – ListBrief")
                       .arg(list->name, period ? thread::isoWeekName(period->since) : tr("all mail")));
}

void MainWindow::updateActions()
{
    const Actions& actions = *m_actions;
    const auto list = m_library->currentList();
    const bool thread = m_threadPane->currentThread().isValid();
    const bool threads = m_threads.arrangement().shown > 0;
    actions[ActionId::RemoveList]->setEnabled(list.has_value());
    actions[ActionId::EditGlossary]->setEnabled(list.has_value());
    actions[ActionId::Fetch]->setEnabled(list.has_value());
    actions[ActionId::FetchEarlier]->setEnabled(list.has_value() && hasRemoteArchive(*list));
    // The report does not depend on the filter.
    const SnapshotPointer& snapshot = m_threads.arrangement().snapshot;
    const bool any = list.has_value() && snapshot != nullptr && snapshot->ofPeriod > 0;
    actions[ActionId::Export]->setEnabled(any);
    actions[ActionId::Compose]->setEnabled(any);
    actions[ActionId::ExportWeeks]->setEnabled(list.has_value());
    actions[ActionId::SummariseAll]->setEnabled(threads);
    for (const ActionId id : {ActionId::Regenerate, ActionId::MarkRead, ActionId::MarkUnread, ActionId::Star,
                              ActionId::Mute, ActionId::Done, ActionId::MuteSeries, ActionId::Watch,
                              ActionId::Snooze, ActionId::Tags, ActionId::Note})
        actions[id]->setEnabled(thread);
    for (const ActionId id :
         {ActionId::RegenerateInstructed, ActionId::RegenerateWhole, ActionId::TurnLanguage,
          ActionId::CompareVersions, ActionId::EditSummary, ActionId::WhatWasSent, ActionId::WhatWouldBeSent})
        actions[id]->setEnabled(thread);
    actions[ActionId::UpdateStale]->setEnabled(threads);
    const ThreadId current = m_threadPane->currentThread();
    actions[ActionId::CompareRevisions]->setEnabled(thread && m_revisions->canCompare(current));
    actions[ActionId::LinkRevision]->setEnabled(thread && m_revisions->canLink(current));
    actions[ActionId::UnlinkRevision]->setEnabled(thread && m_revisions->canUnlink(current));
    for (const ActionId id :
         {ActionId::NextThread, ActionId::PreviousThread, ActionId::NextNewMail, ActionId::PreviousNewMail,
          ActionId::ReadOn, ActionId::ReadBack, ActionId::ToggleExpanded})
        actions[id]->setEnabled(threads);
    updateHandOff();
}

void MainWindow::showError(const Error& error)
{
    m_banner->showError(error);
}

void MainWindow::focusInside(QWidget* pane)
{
    const QList<QAbstractScrollArea*> areas = pane->findChildren<QAbstractScrollArea*>();
    for (QAbstractScrollArea* area : areas) {
        if (area->isVisible() && (area->focusPolicy() & Qt::TabFocus) != 0) {
            area->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
    for (QWidget* part : pane->findChildren<QWidget*>()) {
        if (part->isVisible() && part->isEnabled() && (part->focusPolicy() & Qt::TabFocus) != 0) {
            part->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

} // namespace lb::ui
