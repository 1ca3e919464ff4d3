// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threadtree.h"

#include "ui/rowstyle.h"
#include "ui/threaddelegate.h"

#include <QHeaderView>

namespace lb::ui
{

ThreadTree::ThreadTree(QWidget* parent) : QTreeView(parent), m_delegate(new ThreadDelegate(this))
{
    setItemDelegate(m_delegate);
    setStyle(new RowStyle(this));
    setUniformRowHeights(true); // never asks 100,000 rows for their height
}

void ThreadTree::setShowGists(bool show)
{
    if (show != uniformRowHeights())
        return;
    m_delegate->setShowGists(show);
    setUniformRowHeights(!show);
    scheduleDelayedItemsLayout();
}

void ThreadTree::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const
{
    QTreeView::drawRow(painter, option, index);
    QStyleOptionViewItem row = option;
    row.rect.setLeft(visualRect(index.siblingAtColumn(0)).left());
    row.rect.setRight(std::min(viewport()->width(), header()->length() - header()->offset()) - 1);
    if (selectionModel()->isSelected(index))
        row.state |= QStyle::State_Selected;
    m_delegate->paintGist(painter, row, index);
}

} // namespace lb::ui
