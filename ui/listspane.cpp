// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/listspane.h"

#include "ui/actions.h"
#include "ui/countdelegate.h"
#include "ui/icons.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

QToolButton* buttonFor(QAction* action, const QString& name, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setAccessibleName(plainText(action->text()));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ListsPane::ListsPane(ListsModel& model, QAction* add, QAction* remove, QWidget* parent)
    : QWidget(parent), m_model(model), m_tree(new QTreeView(this))
{
    m_tree->setObjectName(u"listsTree"_s);
    m_tree->setAccessibleName(tr("Lists and weeks"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new CountDelegate(ListsModel::CountTextRole, m_tree, ListsModel::WeeksRole));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setIndentation(fontMetrics().height());
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(4, 4, 4, 4);
    QToolButton* addButton = buttonFor(add, u"addListButton"_s, this);
    addButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    buttons->addWidget(addButton);
    buttons->addStretch(1);
    buttons->addWidget(buttonFor(remove, u"removeListButton"_s, this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tree, 1);
    layout->addLayout(buttons);
    setFocusProxy(m_tree);

    connect(&m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& list) {
        if (list.isValid())
            m_tree->expand(list);
    });
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (current.isValid() && !m_selecting)
                    Q_EMIT scopeChosen(m_model.scopeAt(current));
            });
}

void ListsPane::putAbove(QWidget* widget)
{
    qobject_cast<QVBoxLayout*>(layout())->insertWidget(0, widget);
    // As it stands, not as it was made: behind the tree first, then the tree behind it.
    setTabOrder(m_tree, widget);
    setTabOrder(widget, m_tree);
}

void ListsPane::select(const Scope& scope)
{
    const QModelIndex index = m_model.indexOf(scope);
    if (index == m_tree->currentIndex())
        return;
    m_selecting = true;
    m_tree->setCurrentIndex(index);
    m_tree->scrollTo(index);
    m_selecting = false;
}

} // namespace lb::ui
