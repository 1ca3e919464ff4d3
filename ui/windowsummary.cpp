// SPDX-License-Identifier: GPL-3.0-or-later
// What of the window belongs to summaries: gists, claims, glossaries, versions and the user's own texts.
#include "core/settings.h"
#include "ui/dialogs/glossarydialog.h"
#include "ui/editflow.h"
#include "ui/jobsbar.h"
#include "ui/libraryflow.h"
#include "ui/listspane.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"
#include "ui/regeneratemenu.h"
#include "ui/summaryflow.h"
#include "ui/summarypane.h"
#include "ui/threadpane.h"
#include "ui/triageflow.h"
#include "ui/versionsflow.h"

#include <QAction>
#include <QMenu>
#include <QTreeView>

namespace lb::ui
{

void MainWindow::wireSummary()
{
    const Actions& actions = *m_actions;
    connect(actions[ActionId::ShowGists], &QAction::toggled, m_threadPane, &ThreadPane::setShowGists);
    QAction* hide = actions[ActionId::HideDoubtful];
    connect(hide, &QAction::toggled, this, [this](bool on) {
        m_services.settings.set(keys::HideDoubtful, on ? 1 : 0);
        m_summaryPane->setHideDoubtful(on);
    });
    hide->setChecked(m_services.settings.get(keys::HideDoubtful) != 0);
    connect(actions[ActionId::EditGlossary], &QAction::triggered, this, [this] { editGlossary(this); });
    m_summaryPane->setProviderNames(providerNames(m_services.settings));
    wireVersions();
}

void MainWindow::wireVersions()
{
    m_versions = new VersionsFlow(m_services, {*m_summary, *m_summaryPane, this});
    m_edits = new EditFlow(m_services, {*m_summary, *m_summaryPane, *m_prompts, m_triage->undoStack(), this});
    m_regenerate = new RegenerateMenu(m_services, *m_actions, *m_summary, this);
    m_summaryPane->setRegenerateMenu(m_regenerate);
    connect(m_versions, &VersionsFlow::told, m_jobsBar, &JobsBar::tell);
    connect(m_versions, &VersionsFlow::failed, this, &MainWindow::showError);
    connect(m_versions, &VersionsFlow::mailRequested, m_threadPane, &ThreadPane::goToMail);
    connect(m_edits, &EditFlow::failed, this, &MainWindow::showError);

    const Actions& actions = *m_actions;
    const auto on
        = [this, &actions](ActionId id, auto slot) { connect(actions[id], &QAction::triggered, this, slot); };
    on(ActionId::RegenerateInstructed, [this] { m_regenerate->askForInstruction(); });
    on(ActionId::RegenerateWhole, [this] {
        SummaryFlow::Wish wish;
        wish.whole = true;
        m_summary->regenerate(wish);
    });
    on(ActionId::TurnLanguage, [this] { m_summary->turnLanguage(); });
    on(ActionId::UpdateStale, [this] { m_summary->updateStale(); });
    on(ActionId::CompareVersions, [this] { m_versions->compare(); });
    on(ActionId::EditSummary, [this] { m_edits->edit(); });
    on(ActionId::WhatWasSent, [this] { m_versions->showSent(); });
    on(ActionId::WhatWouldBeSent, [this] { m_versions->showWouldBeSent(); });
    // In the menu of the window, too: it stands where its neighbours do.
    const QList<QObject*> shownIn = actions[ActionId::RegenerateWhole]->associatedObjects();
    for (QObject* place : shownIn) {
        auto* menu = qobject_cast<QMenu*>(place);
        if (menu != nullptr && menu != m_regenerate)
            menu->insertMenu(actions[ActionId::RegenerateWhole], m_regenerate->models());
    }
}

void MainWindow::editGlossary(QWidget* parent)
{
    const auto current = m_library->currentList();
    QStringList names;
    const QList<store::ListRecord> lists = m_lists.lists();
    for (const store::ListRecord& list : lists)
        names.append(list.name);
    if (names.isEmpty())
        return m_jobsBar->tell(tr("A glossary belongs to a list. Add one first."));
    auto* dialog
        = new GlossaryDialog(m_services.settings, names, current ? current->name : QString(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace lb::ui
