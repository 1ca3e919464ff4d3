// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/countdelegate.h"

#include "ui/colours.h"
#include "ui/sparkline.h"

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
    const auto values = m_valuesRole < 0 ? QList<int>() : index.data(m_valuesRole).value<QList<int>>();
    const int bars = sparklineWidth(values.size(), cell.fontMetrics);
    if (values.size() > 1 && cell.fontMetrics.horizontalAdvance(name) + gap + bars <= area.width()) {
        const int high = cell.fontMetrics.ascent();
        const QRect place(area.right() + 1 - bars, area.top() + (area.height() - high) / 2, bars, high);
        paintSparkline(*painter, QStyle::visualRect(cell.direction, area, place), values,
                       selected ? ink : dimmed(cell.palette));
        if (cell.direction == Qt::RightToLeft)
            area.setLeft(area.left() + bars + gap);
        else
            area.setRight(area.right() - bars - gap);
    }
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
