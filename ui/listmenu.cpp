// SPDX-License-Identifier: GPL-3.0-or-later
// The context menu of a list and its weeks.
#include "brief/providerchoice.h"
#include "ui/listspane.h"
#include "ui/mainwindow.h"
#include "ui/preferences.h"
#include "ui/summaryflow.h"

#include <QActionGroup>
#include <QMenu>
#include <QTreeView>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// An entry that is ticked where it is what holds.
void addChoice(QMenu& menu, QActionGroup& group, const QString& text, const QString& id, bool chosen)
{
    QString shown = text;
    shown.replace(u'&', u"&&"_s);
    QAction* action = menu.addAction(shown);
    action->setData(id);
    action->setCheckable(true);
    action->setChecked(chosen);
    group.addAction(action);
}

void fillProviders(QMenu& menu, const Settings& settings, const QString& list)
{
    auto* group = new QActionGroup(&menu);
    const QString own = brief::ownProviderId(settings, list);
    const std::optional<llm::Provider> usual = brief::providerFor(settings, {});
    addChoice(menu, *group,
              MainWindow::tr("As in the Settings: %1")
                  .arg(usual ? providerName(*usual) : MainWindow::tr("the built-in digest")),
              {}, own.isEmpty());
    menu.addSeparator();
    addChoice(menu, *group, MainWindow::tr("The Built-in Digest"), u"digest"_s, own == "digest"_L1);
    for (const llm::Provider& provider : brief::knownProviders(settings))
        addChoice(menu, *group, providerName(provider), provider.id, own == provider.id);
}

} // namespace

void MainWindow::wireListMenu()
{
    QTreeView* tree = m_listsPane->tree();
    tree->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(tree, &QWidget::customContextMenuRequested, this, [this, tree](const QPoint& at) {
        const QModelIndex row = tree->indexAt(at);
        const store::ListRecord* list
            = row.isValid() ? m_lists.list(row.data(ListsModel::ListRole).value<ListId>()) : nullptr;
        if (list == nullptr)
            return;
        auto* menu = new QMenu(tree);
        menu->setObjectName(u"listMenu"_s);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        QMenu* providers = menu->addMenu(tr("Summaries of %1 Are Made By").arg(list->name));
        providers->setObjectName(u"listProviderMenu"_s);
        fillProviders(*providers, m_services.settings, list->name);
        connect(providers, &QMenu::triggered, this, [this, name = list->name](const QAction* chosen) {
            brief::setOwnProviderId(m_services.settings, name, chosen->data().toString());
            m_summary->settingsChanged();
        });
        menu->addAction((*m_actions)[ActionId::EditGlossary]);
        menu->addSeparator();
        menu->addAction((*m_actions)[ActionId::Fetch]);
        menu->addAction((*m_actions)[ActionId::RemoveList]);
        menu->popup(tree->viewport()->mapToGlobal(at));
    });
}

} // namespace lb::ui
