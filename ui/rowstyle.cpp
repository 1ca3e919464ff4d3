// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowstyle.h"

#include <QPainter>
#include <QStyleOption>

namespace lb::ui
{

namespace
{

/// The cell if it is nothing but one line of text in a row that is selected as a whole; null for any other.
const QStyleOptionViewItem* plainCell(const QStyleOption* option)
{
    const auto* cell = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    if (cell == nullptr || !cell->showDecorationSelected)
        return nullptr;
    constexpr auto more = QStyleOptionViewItem::HasDecoration | QStyleOptionViewItem::HasCheckIndicator
        | QStyleOptionViewItem::WrapText;
    const bool oneLine = !cell->text.contains(QChar(QChar::LineSeparator));
    return (cell->features & more) == 0 && oneLine && !cell->state.testFlag(QStyle::State_Editing) ? cell
                                                                                                   : nullptr;
}

QColor inkOf(const QStyleOptionViewItem& cell)
{
    const QPalette::ColorGroup group = !cell.state.testFlag(QStyle::State_Enabled) ? QPalette::Disabled
        : cell.state.testFlag(QStyle::State_Active)                                ? QPalette::Active
                                                                                   : QPalette::Inactive;
    return cell.palette.color(
        group, cell.state.testFlag(QStyle::State_Selected) ? QPalette::HighlightedText : QPalette::Text);
}

} // namespace

RowStyle::RowStyle(QObject* view)
{
    setParent(view);
}

QRect RowStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    // The style comes to the same, but measures the text on the way.
    if (element == SE_ItemViewItemText && plainCell(option) != nullptr)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

void RowStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                           const QWidget* widget) const
{
    const QStyleOptionViewItem* const cell = element == CE_ItemViewItem ? plainCell(option) : nullptr;
    if (cell == nullptr || cell->state.testFlag(State_HasFocus)) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    drawPrimitive(PE_PanelItemViewItem, cell, painter, widget);
    if (cell->text.isEmpty())
        return;
    const int margin = pixelMetric(PM_FocusFrameHMargin, nullptr, widget) + 1; // as QCommonStyle's
    const QRect area = cell->rect.adjusted(margin, 0, -margin, 0);
    const QFontMetrics metrics(cell->font);
    const QString text = metrics.elidedText(cell->text, cell->textElideMode, area.width());
    const Qt::Alignment alignment = visualAlignment(cell->direction, cell->displayAlignment);
    qreal left = area.left();
    if (const auto across = alignment & (Qt::AlignRight | Qt::AlignHCenter); across != 0) {
        const qreal space = area.width() - QFontMetricsF(cell->font).horizontalAdvance(text);
        left += across.testFlag(Qt::AlignRight) ? space : space / 2;
    }
    const int top = area.top() + (area.height() - metrics.height()) / 2;
    painter->save();
    painter->setFont(cell->font);
    painter->setPen(inkOf(*cell));
    painter->drawText(QPointF(left, top + metrics.ascent()), text);
    painter->restore();
}

} // namespace lb::ui
