// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threaddelegate.h"

#include "ui/colours.h"
#include "ui/icons.h"
#include "ui/models/threadtreemodel.h"

#include <QApplication>
#include <QPainter>

#include <optional>

namespace lb::ui
{

namespace
{

using Kind = ThreadTreeModel::Kind;

/// Replies deeper than this are indented no further: the subject would leave the column.
constexpr int deepestIndent = 12;
constexpr int stateSlots = 4; ///< unread or done, summary, star, mute

Kind kindOf(const QModelIndex& index)
{
    return static_cast<Kind>(index.data(ThreadTreeModel::KindRole).toInt());
}

bool isQuiet(const QModelIndex& index, Kind kind)
{
    if (kind == Kind::Mail)
        return !index.data(ThreadTreeModel::IsNewRole).toBool();
    if (index.data(ThreadTreeModel::SupersededRole).toBool())
        return true;
    return index.data(ThreadTreeModel::MutedRole).toBool() || index.data(ThreadTreeModel::DoneRole).toBool();
}

std::optional<Icon> summaryIcon(const QModelIndex& index)
{
    switch (static_cast<SummaryMark>(index.data(ThreadTreeModel::SummaryRole).toInt())) {
    case SummaryMark::None:
        return std::nullopt;
    case SummaryMark::Digest:
        return Icon::List;
    case SummaryMark::Model:
        return Icon::Model;
    case SummaryMark::Stale:
        return Icon::History;
    case SummaryMark::Running:
        return Icon::Refresh;
    }
    return std::nullopt;
}

} // namespace

int ThreadDelegate::stateWidth(const QFontMetrics& metrics)
{
    return stateSlots * (metrics.height() + 2) + metrics.height() / 2;
}

void ThreadDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Kind kind = kindOf(index);
    const auto column = static_cast<ThreadColumn>(index.column());
    const bool named = column == ThreadColumn::Subject;
    option->font.setBold(named
                         && (kind == Kind::Category || index.data(ThreadTreeModel::UnreadRole).toInt() > 0));
    option->fontMetrics = QFontMetrics(option->font);
    const bool secondary = kind == Kind::Category && column != ThreadColumn::Subject;
    const bool repeats
        = column == ThreadColumn::Subject && index.data(ThreadTreeModel::RepeatsTitleRole).toBool();
    if (isQuiet(index, kind) || secondary || repeats) {
        option->palette.setColor(QPalette::Text, dimmed(option->palette));
    }
    if (index.data(ThreadTreeModel::MutedRole).toBool() && column == ThreadColumn::Subject)
        option->font.setStrikeOut(true);
    if (kind == Kind::Mail && column == ThreadColumn::Subject) {
        const int depth = qMin(index.data(ThreadTreeModel::DepthRole).toInt(), deepestIndent);
        option->rect.adjust(depth * option->fontMetrics.averageCharWidth() * 2, 0, 0, 0);
    }
}

void ThreadDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    if (index.column() != static_cast<int>(ThreadColumn::State)) {
        // The style paints the selection over the whole cell; the text alone is indented.
        QStyleOptionViewItem cell = option;
        if (kindOf(index) == Kind::Mail && index.column() == 0) {
            QStyleOptionViewItem ground = option;
            QStyledItemDelegate::initStyleOption(&ground, index);
            ground.text.clear();
            const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
            style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
            cell.state &= ~QStyle::State_HasFocus;
        }
        QStyledItemDelegate::paint(painter, cell, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    paintStates(painter, ground, index);
}

void ThreadDelegate::paintStates(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    const Kind kind = kindOf(index);
    if (kind == Kind::Category)
        return;
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
    const QColor accent = selected ? ink : option.palette.color(QPalette::Link);
    const int side = option.fontMetrics.height();
    const int step = side + 2;
    int left = option.rect.left() + side / 4;
    const int top = option.rect.top() + (option.rect.height() - side) / 2;
    const auto draw = [painter, side, top, &left, step](std::optional<Icon> which, const QColor& colour) {
        if (which)
            icon(*which, colour).paint(painter, QRect(left, top, side, side));
        left += step;
    };
    const bool unread = index.data(ThreadTreeModel::UnreadRole).toInt() > 0;
    const bool done = index.data(ThreadTreeModel::DoneRole).toBool();
    draw(done         ? std::optional(Icon::Done)
             : unread ? std::optional(Icon::Unread)
                      : std::nullopt,
         done ? ink : accent);
    if (kind == Kind::Mail)
        return;
    draw(summaryIcon(index), ink);
    draw(index.data(ThreadTreeModel::StarredRole).toBool() ? std::optional(Icon::StarFilled) : std::nullopt,
         accent);
    draw(index.data(ThreadTreeModel::MutedRole).toBool() ? std::optional(Icon::Mute) : std::nullopt, ink);
}

QSize ThreadDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + option.fontMetrics.height() / 2);
    return size;
}

} // namespace lb::ui
