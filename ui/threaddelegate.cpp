// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threaddelegate.h"

#include "ui/colours.h"
#include "ui/icons.h"
#include "ui/models/threadtreemodel.h"

#include <QApplication>
#include <QPainter>

#include <optional>
#include <utility>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

using Kind = ThreadTreeModel::Kind;

/// Replies deeper than this are indented no further: the subject would leave the column.
constexpr int deepestIndent = 12;
constexpr int stateSlots = 3; ///< unread, done or mute; summary; star

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

std::optional<Tone> toneOf(const QModelIndex& index)
{
    switch (static_cast<ReviewTone>(index.data(ThreadTreeModel::ReviewToneRole).toInt())) {
    case ReviewTone::Plain:
        return std::nullopt;
    case ReviewTone::Good:
        return Tone::Good;
    case ReviewTone::Attention:
        return Tone::Attention;
    case ReviewTone::Bad:
        return Tone::Bad;
    }
    return std::nullopt;
}

/// Behind a mail that the query is met by: a breath of the highlight, on which text stays readable.
QColor matchGround(const QPalette& palette)
{
    constexpr int alpha = 38;
    QColor ground = palette.color(QPalette::Highlight);
    ground.setAlpha(alpha);
    return ground;
}

QColor inkOn(const QPalette& palette, Tone tone)
{
    return readable(badgeInk(palette, tone).text,
                    {palette.color(QPalette::Base), palette.color(QPalette::AlternateBase)});
}

/// A subject's first brackets without what its category says already, and the rest: "v5 0/6" and "KVM: ..."
/// of "[PATCH v5 0/6] KVM: ...", "Re: v5 0/6" of its answers. In a narrow column the rest is what tells
/// subjects apart.
std::pair<QString, QString> tagsAndTitle(const QString& subject)
{
    constexpr qsizetype longestTags = 60;
    const qsizetype start = subject.startsWith("Re: ["_L1) ? 4 : 0;
    const qsizetype end = subject.mid(start, 1) == "["_L1 ? subject.indexOf(u']') : -1;
    const QString title = subject.mid(end + 1).trimmed();
    if (end < 0 || end - start > longestTags || title.isEmpty())
        return {QString(), subject};
    QStringList words = subject.mid(start + 1, end - start - 1).split(u' ', Qt::SkipEmptyParts);
    for (const QString& known : {u"PATCH"_s, u"GIT"_s, u"PULL"_s})
        words.removeAll(known);
    if (start > 0)
        words.prepend(u"Re:"_s);
    return {words.join(u' '), title};
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
    if (kind == Kind::Mail && index.data(ThreadTreeModel::MatchRole).toBool())
        option->backgroundBrush = matchGround(option->palette);
    const bool named = column == ThreadColumn::Subject;
    const int step = option->fontMetrics.averageCharWidth() * 2; // the same for bold rows
    option->font.setBold(named
                         && (kind == Kind::Category || index.data(ThreadTreeModel::UnreadRole).toInt() > 0));
    option->fontMetrics = QFontMetrics(option->font);
    const bool secondary = kind == Kind::Category && column != ThreadColumn::Subject;
    const bool repeats
        = column == ThreadColumn::Subject && index.data(ThreadTreeModel::RepeatsTitleRole).toBool();
    if (isQuiet(index, kind) || secondary || repeats) {
        option->palette.setColor(QPalette::Text, dimmed(option->palette));
    }
    if (column == ThreadColumn::Review && !isQuiet(index, kind)) {
        if (const std::optional<Tone> tone = toneOf(index))
            option->palette.setColor(QPalette::Text, inkOn(option->palette, *tone));
    }
    if (index.data(ThreadTreeModel::MutedRole).toBool() && column == ThreadColumn::Subject)
        option->font.setStrikeOut(true);
    if (kind == Kind::Mail && column == ThreadColumn::Subject) {
        const int depth = qMin(index.data(ThreadTreeModel::DepthRole).toInt(), deepestIndent);
        option->rect.adjust(depth * step, 0, 0, 0);
    }
}

void ThreadDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    if (index.column() == static_cast<int>(ThreadColumn::Subject)) {
        paintSubject(painter, option, index);
        return;
    }
    if (index.column() != static_cast<int>(ThreadColumn::State)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem ground = option;
    initStyleOption(&ground, index);
    ground.text.clear();
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
    paintStates(painter, ground, index);
}

void ThreadDelegate::paintSubject(QPainter* painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    // The style paints the selection over the whole cell; the text alone is indented.
    QStyleOptionViewItem ground = option;
    QStyledItemDelegate::initStyleOption(&ground, index);
    ground.text.clear();
    if (kindOf(index) == Kind::Mail && index.data(ThreadTreeModel::MatchRole).toBool())
        ground.backgroundBrush = matchGround(option.palette);
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);

    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    QRect area = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget)
                     .adjusted(margin, 0, -margin, 0);
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const auto group = cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    const QColor ink = cell.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    const auto [tags, title] = tagsAndTitle(cell.text);
    painter->save();
    if (!tags.isEmpty()) {
        QFont plain = cell.font;
        plain.setBold(false);
        const QFontMetrics metrics(plain);
        painter->setFont(plain);
        painter->setPen(selected ? ink : dimmed(option.palette));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(tags, Qt::ElideRight, area.width()));
        area.setLeft(area.left() + metrics.horizontalAdvance(tags) + metrics.averageCharWidth());
    }
    painter->setFont(cell.font);
    painter->setPen(ink);
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                      cell.fontMetrics.elidedText(title, cell.textElideMode, area.width()));
    painter->restore();
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
    const bool muted = index.data(ThreadTreeModel::MutedRole).toBool();
    draw(done         ? std::optional(Icon::Done)
             : muted  ? std::optional(Icon::Mute)
             : unread ? std::optional(Icon::Unread)
                      : std::nullopt,
         done || muted ? ink : accent);
    if (kind == Kind::Mail)
        return;
    draw(summaryIcon(index), ink);
    draw(index.data(ThreadTreeModel::StarredRole).toBool() ? std::optional(Icon::StarFilled) : std::nullopt,
         accent);
}

QSize ThreadDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    size.setHeight(option.fontMetrics.height() + option.fontMetrics.height() / 2);
    return size;
}

} // namespace lb::ui
