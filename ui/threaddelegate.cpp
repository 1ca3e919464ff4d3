// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/threaddelegate.h"

#include "ui/colours.h"
#include "ui/icons.h"
#include "ui/models/threadtreemodel.h"
#include "ui/sparkline.h"

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

int lineHeight(const QFontMetrics& metrics)
{
    return metrics.height() + metrics.height() / 2;
}

/// A gist stands closer to its subject than to the row below.
int gistRise(const QFontMetrics& metrics)
{
    return metrics.height() / 4;
}

struct Chip {
    QString text;
    Tone tone = Tone::Neutral;
};

/// What stands behind a subject: why the thread is back or what it waits for, then its tags.
QList<Chip> chipsOf(const QModelIndex& index)
{
    constexpr qsizetype most = 3; // the tool tip names them all
    QList<Chip> chips;
    const QString putOff = index.data(ThreadTreeModel::PutOffRole).toString();
    if (!putOff.isEmpty()) {
        const bool isBack = index.data(ThreadTreeModel::IsBackRole).toBool();
        chips.append({putOff, isBack ? Tone::Attention : Tone::Neutral});
    }
    const QStringList tags = index.data(ThreadTreeModel::TagsRole).toStringList();
    for (const QString& tag : tags.first(qMin(tags.size(), most)))
        chips.append({tag, Tone::Neutral});
    return chips;
}

/// "+3": new mail that was not looked at.
QString unreadText(int unread)
{
    constexpr int most = 99;
    return unread > most ? u"99+"_s : u"+%1"_s.arg(unread);
}

} // namespace

QString ThreadDelegate::gistOf(const QModelIndex& index) const
{
    return m_showGists ? index.siblingAtColumn(0).data(ThreadTreeModel::GistRole).toString() : QString();
}

int ThreadDelegate::stateWidth(const QFontMetrics& metrics)
{
    // The first slot may hold a number.
    return stateSlots * (metrics.height() + 2) + metrics.horizontalAdvance(unreadText(0))
        + metrics.height() / 2;
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

void ThreadDelegate::paint(QPainter* painter, const QStyleOptionViewItem& row, const QModelIndex& index) const
{
    QStyleOptionViewItem option = row;
    if (!gistOf(index).isEmpty()) {
        paintGround(painter, row, index);
        option.rect.setHeight(lineHeight(row.fontMetrics)); // what is below is the gist's
    }
    if (index.column() == static_cast<int>(ThreadColumn::Subject)) {
        paintSubject(painter, option, index);
        return;
    }
    if (index.column() == static_cast<int>(ThreadColumn::Mails)) {
        paintMails(painter, option, index);
        return;
    }
    if (index.column() != static_cast<int>(ThreadColumn::State)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    paintGround(painter, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    paintStates(painter, cell, index);
}

/// The style paints the selection over the whole cell; the text alone is indented.
void ThreadDelegate::paintGround(QPainter* painter, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const
{
    QStyleOptionViewItem ground = option;
    QStyledItemDelegate::initStyleOption(&ground, index);
    ground.text.clear();
    if (kindOf(index) == Kind::Mail && index.data(ThreadTreeModel::MatchRole).toBool())
        ground.backgroundBrush = matchGround(option.palette);
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
}

void ThreadDelegate::paintSubject(QPainter* painter, const QStyleOptionViewItem& option,
                                  const QModelIndex& index) const
{
    paintGround(painter, option, index);
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
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
    area = paintChips(painter, cell, index, area);
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

/// How many there are, and before it when they came.
void ThreadDelegate::paintMails(QPainter* painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const auto days = index.data(ThreadTreeModel::DaysRole).value<QList<int>>();
    if (days.isEmpty())
        return;
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QFontMetrics& metrics = cell.fontMetrics;
    const int margin = metrics.averageCharWidth() / 2;
    const int width = sparklineWidth(days.size(), metrics);
    if (option.rect.width() < width + metrics.horizontalAdvance(cell.text) + 4 * margin)
        return; // the number counts more
    const int height = metrics.ascent();
    const QRect area(option.rect.left() + margin, option.rect.top() + (option.rect.height() - height) / 2,
                     width, height);
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    const auto group = cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    paintSparkline(*painter, area, days,
                   selected ? cell.palette.color(group, QPalette::HighlightedText) : dimmed(option.palette));
}

void ThreadDelegate::paintGist(QPainter* painter, const QStyleOptionViewItem& row,
                               const QModelIndex& index) const
{
    const QString gist = gistOf(index);
    if (gist.isEmpty())
        return;
    const QStyle* style = row.widget != nullptr ? row.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &row, row.widget) + 1;
    const QRect area
        = row.rect.adjusted(margin, lineHeight(row.fontMetrics) - gistRise(row.fontMetrics), -margin, 0);
    const bool selected = row.state.testFlag(QStyle::State_Selected);
    const auto group = row.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    painter->save();
    painter->setFont(row.font);
    painter->setPen(selected ? row.palette.color(group, QPalette::HighlightedText) : dimmed(row.palette));
    painter->drawText(area, Qt::AlignLeft | Qt::AlignTop,
                      row.fontMetrics.elidedText(gist, Qt::ElideRight, area.width()));
    painter->restore();
}

QRect ThreadDelegate::paintChips(QPainter* painter, const QStyleOptionViewItem& cell,
                                 const QModelIndex& index, const QRect& area)
{
    const QList<Chip> chips = chipsOf(index);
    if (chips.isEmpty())
        return area;
    QFont small = cell.font;
    small.setBold(false);
    small.setStrikeOut(false);
    small.setPointSizeF(small.pointSizeF() * 0.9);
    const QFontMetrics metrics(small);
    const int pad = metrics.averageCharWidth() / 2 + 1;
    const int height = metrics.height();
    const int longest = area.width() / 2; // the subject keeps the other half
    int used = 0;
    painter->setFont(small);
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Chip& chip : chips) { // from the right: what does not fit is the least of them
        const QString text = metrics.elidedText(chip.text, Qt::ElideRight, longest - used - 3 * pad);
        const int width = metrics.horizontalAdvance(text) + 2 * pad;
        if (text.isEmpty() || text == u"…"_s || used + width > longest)
            break;
        const QRect box(area.right() - used - width, area.top() + (area.height() - height) / 2, width,
                        height);
        const Ink ink = badgeInk(cell.palette, chip.tone);
        painter->setPen(Qt::NoPen);
        painter->setBrush(ink.ground);
        painter->drawRoundedRect(box, pad, pad);
        painter->setPen(ink.text);
        painter->drawText(box, Qt::AlignCenter, text);
        used += width + pad;
    }
    return area.adjusted(0, 0, -used, 0);
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
    const int unread = index.data(ThreadTreeModel::UnreadRole).toInt();
    const bool done = index.data(ThreadTreeModel::DoneRole).toBool();
    const bool muted = index.data(ThreadTreeModel::MutedRole).toBool();
    if (unread > 0 && !done && !muted && kind != Kind::Mail) {
        painter->setFont(option.font);
        painter->setPen(selected ? ink : readable(accent, {option.palette.color(QPalette::Base)}));
        const int width = step + option.fontMetrics.horizontalAdvance(unreadText(0));
        painter->drawText(QRect(left, option.rect.top(), width, option.rect.height()),
                          Qt::AlignLeft | Qt::AlignVCenter, unreadText(unread));
        left += step;
    } else {
        draw(done             ? std::optional(Icon::Done)
                 : muted      ? std::optional(Icon::Mute)
                 : unread > 0 ? std::optional(Icon::Unread)
                              : std::nullopt,
             done || muted ? ink : accent);
    }
    if (kind == Kind::Mail)
        return;
    left += option.fontMetrics.horizontalAdvance(unreadText(0)); // the room of a number
    draw(summaryIcon(index), ink);
    draw(index.data(ThreadTreeModel::StarredRole).toBool() ? std::optional(Icon::StarFilled) : std::nullopt,
         accent);
}

QSize ThreadDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const int line = lineHeight(option.fontMetrics);
    const bool two = !gistOf(index).isEmpty();
    // Widths are the user's. A tree asks for heights in all columns.
    return {0, two ? line + option.fontMetrics.height() : line};
}

} // namespace lb::ui
