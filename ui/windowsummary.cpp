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
    connect(actions[ActionId::EditGlossary], &QAction::triggered, this, &MainWindow::editGlossary);
    QTreeView* lists = m_listsPane->tree();
    lists->setContextMenuPolicy(Qt::ActionsContextMenu);
    lists->addActions(
        {actions[ActionId::Fetch], actions[ActionId::EditGlossary], actions[ActionId::RemoveList]});
}

void MainWindow::editGlossary()
{
    const auto current = m_library->currentList();
    if (!current)
        return;
    QStringList names;
    const QList<store::ListRecord> lists = m_lists.lists();
    for (const store::ListRecord& list : lists)
        names.append(list.name);
    auto* dialog = new GlossaryDialog(m_services.settings, names, current->name, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace lb::ui
