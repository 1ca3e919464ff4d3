// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/pagepainter.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::ConversationView)
};

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

constexpr int edge = 3; ///< width of the bars at the left of quotes and of new cards

} // namespace

PagePainter::PagePainter(QPainter& painter, PageLayout& layout, const PageMarks& marks)
    : m_painter(painter), m_layout(layout), m_look(layout.look()), m_marks(marks)
{
}

bool PagePainter::isUnread(const Item& item) const
{
    const PageMail& mail = m_layout.page().mails[at(item.mail)];
    return mail.isNew && !(*m_marks.read)[at(item.mail)];
}

void PagePainter::paint(int index)
{
    const Item& item = m_layout.page().items[at(index)];
    QTextLayout& text = m_layout.text(index);
    paintLevels(item, m_layout.top(index), m_layout.heightOf(index));
    if (item.kind == ItemKind::Heading)
        paintBand(index, item);
    if (item.card >= 0)
        paintCard(index, item);
    paintLineGrounds(index, item, text);
    if (item.quoted) {
        const QRect row = m_layout.card(index);
        const int x = m_layout.textOrigin(index).x() - m_look.em / 2;
        m_painter.fillRect(QRect(x, row.top(), edge - 1,
                                 m_layout.textOrigin(index).y() - row.top()
                                     + static_cast<int>(text.boundingRect().height())),
                           m_look.level);
    }
    if (item.kind == ItemKind::Heading)
        paintArrow(index, !m_marks.state->closedSections.contains(item.section));
    else if (item.kind == ItemKind::Fold && !item.zones.empty())
        paintArrow(index, m_marks.state->openFolds.contains(item.zones.front().target));
    paintText(index, item, text);
    paintBadges(index, item);
    paintFocus(index, item);
}

/// One line for each depth that an answer stands below.
void PagePainter::paintLevels(const Item& item, int top, int height)
{
    if (item.card < 0)
        return;
    for (int depth = 2; depth <= item.depth; ++depth) {
        const int x = m_layout.levelLeft(depth) - m_look.em / 2;
        if (depth > 2 && x == m_layout.levelLeft(depth - 1) - m_look.em / 2)
            break; // as deep as it goes
        m_painter.fillRect(x, top, 1, height, m_look.level);
    }
}

void PagePainter::paintBand(int index, const Item& item)
{
    Q_UNUSED(item)
    QRect band = m_layout.card(index);
    band.setLeft(m_look.em / 2);
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_look.band);
    m_painter.drawRoundedRect(band, 4, 4);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

void PagePainter::paintCard(int index, const Item& item)
{
    const QRect ground = m_layout.card(index);
    const bool opens = item.kind == ItemKind::Head;
    const bool closes = m_layout.closesCard(index);
    const Conversation& page = m_layout.page();
    const bool current = m_marks.current >= 0 && page.items[at(m_marks.current)].card == item.card;
    m_painter.fillRect(ground, m_look.card);
    m_painter.setPen(QPen(current ? m_look.mark : m_look.cardEdge, 1));
    m_painter.drawLine(ground.topLeft(), ground.bottomLeft());
    m_painter.drawLine(ground.topRight(), ground.bottomRight());
    if (opens)
        m_painter.drawLine(ground.topLeft(), ground.topRight());
    if (closes)
        m_painter.drawLine(ground.bottomLeft(), ground.bottomRight());
    if (current || isUnread(item))
        m_painter.fillRect(QRect(ground.left(), ground.top(), edge, ground.height()), m_look.mark);
}

void PagePainter::paintLineGrounds(int index, const Item& item, QTextLayout& text)
{
    if (item.kind != ItemKind::Diff)
        return;
    const QPoint origin = m_layout.textOrigin(index);
    const QRect row = m_layout.card(index);
    std::size_t tone = 0;
    int end = static_cast<int>(item.text.indexOf(QChar(QChar::LineSeparator)));
    for (int number = 0; number < text.lineCount(); ++number) {
        const QTextLine line = text.lineAt(number);
        while (end >= 0 && line.textStart() > end) {
            ++tone;
            end = static_cast<int>(item.text.indexOf(QChar(QChar::LineSeparator), end + 1));
        }
        const Ink* ink = tone < item.tones.size() ? m_look.inkOf(item.tones[tone]) : nullptr;
        if (ink != nullptr)
            m_painter.fillRect(QRect(origin.x() - 2, origin.y() + qRound(line.y()),
                                     row.right() - m_look.em / 2 - origin.x() + 2, qRound(line.height())),
                               ink->ground);
    }
}

void PagePainter::paintArrow(int index, bool open)
{
    const QPoint origin = m_layout.textOrigin(index);
    const Item& item = m_layout.page().items[at(index)];
    const int line = qRound(m_layout.text(index).lineAt(0).height());
    const int half = std::max(m_look.em / 4, 3);
    const QPointF centre(origin.x() - m_look.em * 0.6, origin.y() + line / 2.0);
    QPainterPath arrow;
    if (open) {
        arrow.moveTo(centre + QPointF(-half, -half * 0.5));
        arrow.lineTo(centre + QPointF(half, -half * 0.5));
        arrow.lineTo(centre + QPointF(0, half * 0.7));
    } else {
        arrow.moveTo(centre + QPointF(-half * 0.5, -half));
        arrow.lineTo(centre + QPointF(-half * 0.5, half));
        arrow.lineTo(centre + QPointF(half * 0.7, 0));
    }
    arrow.closeSubpath();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.fillPath(arrow, item.kind == ItemKind::Heading ? m_look.bandText : m_look.link);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
}

QList<QTextLayout::FormatRange> PagePainter::overlays(int index, const Item& item) const
{
    QList<QTextLayout::FormatRange> ranges;
    const auto add = [&ranges](int start, int length, const QColor& ground, const QColor& ink) {
        QTextLayout::FormatRange range;
        range.start = start;
        range.length = length;
        range.format.setBackground(ground);
        range.format.setForeground(ink);
        ranges.append(range);
    };
    auto match = std::lower_bound(m_marks.matches.begin(), m_marks.matches.end(), index,
                                  [](const PageMatch& found, int wanted) { return found.item < wanted; });
    for (; match != m_marks.matches.end() && match->item == index; ++match)
        add(match->start, match->length, m_look.match, m_look.matchText);
    const PageSelection& selection = m_marks.selection;
    if (!selection.isEmpty() && index >= selection.first().item && index <= selection.last().item) {
        const int from = index == selection.first().item ? selection.first().offset : 0;
        const int to
            = index == selection.last().item ? selection.last().offset : static_cast<int>(item.text.size());
        if (to > from)
            add(from, to - from, m_look.selection, m_look.selectionText);
    }
    return ranges;
}

void PagePainter::paintText(int index, const Item& item, QTextLayout& text)
{
    QColor ink = m_look.mail.text;
    if (item.kind == ItemKind::Heading)
        ink = m_look.bandText;
    else if (item.kind == ItemKind::Label || item.kind == ItemKind::Signature || item.kind == ItemKind::Note)
        ink = m_look.muted;
    else if (item.quoted)
        ink = m_look.quoted;
    m_painter.setPen(ink);
    text.draw(&m_painter, m_layout.textOrigin(index), overlays(index, item));
}

void PagePainter::badge(const QRect& room, const QString& text, const Ink& ink)
{
    const QFontMetrics metrics(m_look.small);
    const int width = metrics.horizontalAdvance(text) + m_look.em * 3 / 4;
    QRect box(room.right() - width, room.top(), width, room.height());
    if (box.left() < room.left())
        box.setLeft(room.left());
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(ink.ground);
    m_painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(ink.text);
    m_painter.setFont(m_look.small);
    m_painter.drawText(box, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, box.width() - 4));
}

void PagePainter::paintBadges(int index, const Item& item)
{
    if (item.isQuestion) //: A badge beside a question that nobody has answered
        badge(m_layout.badge(index), Texts::tr("open"), m_look.question);
    if (item.kind == ItemKind::Head && !item.continues && isUnread(item)) //: A badge of a mail not read yet
        badge(m_layout.badge(index), Texts::tr("new"), m_look.fresh);
}

QList<QRect> PagePainter::zoneRects(PageLayout& layout, int index, const Zone& zone)
{
    QList<QRect> rects;
    const QTextLayout& text = layout.text(index);
    const QPoint origin = layout.textOrigin(index);
    for (int number = 0; number < text.lineCount(); ++number) {
        const QTextLine line = text.lineAt(number);
        const int from = std::max(zone.start, line.textStart());
        const int to = std::min(zone.start + zone.length, line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const qreal left = line.cursorToX(from);
        const qreal right = line.cursorToX(to);
        rects.append(
            QRectF(origin.x() + left, origin.y() + line.y(), right - left, line.height()).toAlignedRect());
    }
    return rects;
}

void PagePainter::paintFocus(int index, const Item& item)
{
    if (index != m_marks.current || !m_marks.hasFocus)
        return;
    m_painter.setPen(QPen(m_look.mark, 1));
    m_painter.setBrush(Qt::NoBrush);
    if (m_marks.zone >= 0 && m_marks.zone < static_cast<int>(item.zones.size())) {
        m_painter.setPen(QPen(m_look.mark, 2));
        for (const QRect& rect : zoneRects(m_layout, index, item.zones[at(m_marks.zone)]))
            m_painter.drawRect(rect.adjusted(-2, 0, 2, 0));
        return;
    }
    if (item.card < 0)
        m_painter.drawRect(m_layout.card(index).adjusted(m_look.em / 4, 0, 0, -1));
}

} // namespace lb::ui
