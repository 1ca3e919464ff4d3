// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/countdelegate.h"

#include "ui/colours.h"

#include <QApplication>
#include <QPainter>

namespace lb::ui
{

void CountDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString name = cell.text;
    const QString count = index.data(m_countRole).toString();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    cell.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);

    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const QColor ink = cell.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const bool empty = count.isEmpty() && !cell.font.bold();
    const int gap = cell.fontMetrics.averageCharWidth();
    QRect area = option.rect.adjusted(gap / 2, 0, -gap, 0);
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(selected ? ink : dimmed(cell.palette));
    painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, count);
    area.setRight(area.right() - cell.fontMetrics.horizontalAdvance(count) - gap);
    painter->setPen(selected || !empty ? ink : dimmed(cell.palette));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                      cell.fontMetrics.elidedText(name, Qt::ElideRight, area.width()));
    painter->restore();
}

QSize CountDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + option.fontMetrics.height() / 2);
    return size;
}

} // namespace lb::ui
