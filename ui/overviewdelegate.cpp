// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overviewdelegate.h"

#include "ui/colours.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

namespace lb::ui
{

namespace
{

constexpr int mostReasonLines = 2;

/// The reason in at most two lines of this width, the last one cut short.
QStringList wrapped(const QString& text, const QFont& font, int width)
{
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(qMax(width, metrics.averageCharWidth()));
        if (lines.size() + 1 == mostReasonLines) {
            lines.append(metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(text.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines;
}

int margin(const QFontMetrics& metrics)
{
    return metrics.height() / 4;
}

} // namespace

OverviewDelegate::OverviewDelegate(QTreeView* view) : QStyledItemDelegate(view), m_view(view) { }

void OverviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const QString reason = index.data(ReasonRole).toString();
    if (reason.isEmpty()) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString title = cell.text;
    cell.text.clear();
    const QStyle* style = cell.widget != nullptr ? cell.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &cell, painter, cell.widget);

    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const auto group = cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor ink = cell.palette.color(group, QPalette::HighlightedText);
    const int side = margin(cell.fontMetrics);
    QRect area = cell.rect.adjusted(side, side, -side, -side);
    painter->save();
    painter->setFont(cell.font);
    painter->setPen(selected ? ink : cell.palette.color(group, QPalette::Link));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignTop,
                      cell.fontMetrics.elidedText(title, Qt::ElideRight, area.width()));
    area.setTop(area.top() + cell.fontMetrics.height());
    painter->setPen(selected ? ink : dimmed(cell.palette));
    for (const QString& line : wrapped(reason, cell.font, area.width())) {
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop, line);
        area.setTop(area.top() + cell.fontMetrics.height());
    }
    painter->restore();
}

QSize OverviewDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize usual = QStyledItemDelegate::sizeHint(option, index);
    const QString reason = index.data(ReasonRole).toString();
    const int line = option.fontMetrics.height();
    if (reason.isEmpty())
        return {usual.width(), line + line / 2};
    const int side = margin(option.fontMetrics);
    // As if the scroll bar were there: it comes and goes with the heights.
    const int taken = m_view->style()->pixelMetric(QStyle::PM_ScrollBarExtent, nullptr, m_view)
        + 2 * m_view->indentation() + 2 * side;
    const int width = m_view->width() - taken;
    const auto lines = 1 + wrapped(reason, option.font, width).size();
    return {usual.width(), static_cast<int>(lines) * line + 2 * side};
}

} // namespace lb::ui
