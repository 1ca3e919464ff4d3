// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, mouse, selecting and what counts as seen: the other half of conversationview.cpp.
#include "ui/conversation/conversationview.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QStatusTipEvent>
#include <QTextBoundaryFinder>
#include <QToolTip>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype longestTip = 500;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

bool isMove(int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        return true;
    default:
        return false;
    }
}

} // namespace

// ---------------------------------------------------------------------------------------------- where

std::optional<PagePlace> ConversationView::placeAt(const QPoint& point)
{
    if (m_layout.count() == 0)
        return std::nullopt;
    const int y = point.y() + scrolled();
    const int item = m_layout.itemAt(y);
    const QTextLayout& text = m_layout.text(item);
    const QPoint inside = QPoint(point.x(), y) - m_layout.textOrigin(item);
    if (inside.y() < 0 || text.lineCount() == 0)
        return PagePlace{item, 0};
    for (int number = 0; number < text.lineCount(); ++number) {
        const QTextLine line = text.lineAt(number);
        if (inside.y() < line.y() + line.height() || number == text.lineCount() - 1)
            return PagePlace{item, line.xToCursor(inside.x())};
    }
    return PagePlace{item, 0};
}

int ConversationView::zoneAt(const QPoint& point, int* index)
{
    *index = m_layout.count() == 0 ? -1 : m_layout.itemAt(point.y() + scrolled());
    if (*index < 0)
        return -1;
    const Item& item = page().items[at(*index)];
    const QPoint inPage(point.x(), point.y() + scrolled());
    // The whole line of a heading or a fold acts, its arrow, too.
    if (item.kind == ItemKind::Heading || item.kind == ItemKind::Fold) {
        const int above = m_layout.card(*index).top();
        return !item.zones.empty() && inPage.y() >= above ? 0 : -1;
    }
    for (int zone = 0; zone < static_cast<int>(item.zones.size()); ++zone) {
        const QList<QRect> rects = PagePainter::zoneRects(m_layout, *index, item.zones[at(zone)]);
        if (std::any_of(rects.begin(), rects.end(), [&](const QRect& rect) { return rect.contains(inPage); }))
            return zone;
    }
    return -1;
}

// ---------------------------------------------------------------------------------------------- mouse

void ConversationView::mousePressEvent(QMouseEvent* event)
{
    startReading();
    if (event->button() != Qt::LeftButton)
        return;
    int item = -1;
    const int zone = zoneAt(event->position().toPoint(), &item);
    if (item < 0)
        return;
    const auto place = placeAt(event->position().toPoint());
    m_pressed = std::pair(item, zone);
    m_current = item;
    m_zone = -1;
    m_selecting = true;
    if (event->modifiers().testFlag(Qt::ShiftModifier) && m_selection.anchor.isValid())
        select(m_selection.anchor, *place);
    else
        select(*place, *place);
    tellFocus();
    Q_EMIT currentChanged();
}

void ConversationView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (m_selecting && event->buttons().testFlag(Qt::LeftButton)) {
        dragTo(point);
        return;
    }
    int item = -1;
    const int zone = zoneAt(point, &item);
    viewport()->setCursor(zone >= 0 ? Qt::PointingHandCursor : Qt::IBeamCursor);
    showTarget(item, zone);
}

void ConversationView::dragTo(const QPoint& point)
{
    m_dragPoint = point;
    const bool outside = point.y() < 0 || point.y() >= viewport()->height();
    if (outside && !m_dragging.isActive())
        m_dragging.start();
    else if (!outside)
        m_dragging.stop();
    if (outside) {
        const int away = point.y() < 0 ? point.y() : point.y() - viewport()->height();
        verticalScrollBar()->setValue(verticalScrollBar()->value() + qBound(-200, away, 200));
    }
    const QPoint inside(point.x(), qBound(0, point.y(), qMax(viewport()->height() - 1, 0)));
    if (const auto place = placeAt(inside))
        select(m_selection.anchor, *place);
}

void ConversationView::mouseReleaseEvent(QMouseEvent* event)
{
    m_dragging.stop();
    if (event->button() != Qt::LeftButton)
        return;
    m_selecting = false;
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    int item = -1;
    const int zone = zoneAt(event->position().toPoint(), &item);
    if (pressed && zone >= 0 && *pressed == std::pair(item, zone) && m_selection.isEmpty())
        activate(item, zone);
}

void ConversationView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const auto place = placeAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !place)
        return;
    const QTextLayout& text = m_layout.text(place->item);
    const QString& words = page().items[at(place->item)].text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, words);
    finder.setPosition(place->offset);
    const qsizetype start = finder.isAtBoundary() ? place->offset : finder.toPreviousBoundary();
    finder.setPosition(place->offset);
    const qsizetype end = finder.toNextBoundary();
    if (text.lineCount() > 0 && end > start)
        select({place->item, static_cast<int>(start)}, {place->item, static_cast<int>(end)});
}

void ConversationView::wheelEvent(QWheelEvent* event)
{
    startReading();
    QAbstractScrollArea::wheelEvent(event);
}

bool ConversationView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::Leave)
        showTarget(-1, -1);
    return QAbstractScrollArea::viewportEvent(event);
}

/// Says where a link leads before it is followed.
void ConversationView::showTarget(int item, int zone)
{
    QString target;
    if (item >= 0 && zone >= 0) {
        const Item& shown = page().items[at(item)];
        const Zone& part = shown.zones[at(zone)];
        if (part.kind == ZoneKind::Url)
            target = shown.text.mid(part.start, part.length).left(longestTip);
        else if (part.kind == ZoneKind::Mail)
            target = tr("Open mail %1").arg(page().mails[at(part.target)].number);
        else if (part.kind == ZoneKind::Chip)
            target = tr("Go to mail %1").arg(page().mails[at(part.target)].number);
    }
    if (viewport()->toolTip() == target.toHtmlEscaped())
        return;
    viewport()->setToolTip(target.toHtmlEscaped());
    QStatusTipEvent tip(target);
    QCoreApplication::sendEvent(this, &tip);
}

// ----------------------------------------------------------------------------------------------- keys

void ConversationView::keyPressEvent(QKeyEvent* event)
{
    startReading();
    if (m_layout.count() == 0 || !act(event))
        QAbstractScrollArea::keyPressEvent(event); // arrows and page keys scroll
}

/// False = the key means nothing of its own here.
bool ConversationView::act(QKeyEvent* event)
{
    if (event->modifiers().testFlag(Qt::ShiftModifier) && isMove(event->key())) {
        moveCursor(event);
        return true;
    }
    if (event->matches(QKeySequence::Copy)) {
        run(PageCommand::Copy);
        return true;
    }
    if (event->matches(QKeySequence::SelectAll)) {
        run(PageCommand::SelectAll);
        return true;
    }
    switch (event->key()) {
    case Qt::Key_Home:
        setAnchor(0, 0);
        settle();
        restartSeen();
        return true;
    case Qt::Key_End:
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        activate(m_current, m_zone);
        return true;
    default:
        return false;
    }
}

/// Tab goes through what can be followed, from the current item on, as it does in a browser.
bool ConversationView::focusNextPrevChild(bool next)
{
    const int step = next ? 1 : -1;
    int item = m_current;
    int zone = m_zone + step;
    while (item >= 0 && item < m_layout.count()) {
        const int zones = static_cast<int>(page().items[at(item)].zones.size());
        if (m_layout.isShown(item) && zone >= 0 && zone < zones) {
            setCurrentItem(item, zone);
            return true;
        }
        item = m_layout.nextShown(item, step);
        zone = next || item < 0 ? 0 : static_cast<int>(page().items[at(item)].zones.size()) - 1;
    }
    return QAbstractScrollArea::focusNextPrevChild(next);
}

bool ConversationView::turnPage(int step)
{
    startReading();
    QScrollBar* bar = verticalScrollBar();
    if (bar->value() == (step > 0 ? bar->maximum() : bar->minimum()))
        return false;
    bar->setValue(bar->value()
                  + step * qMax(viewport()->height() - m_layout.look().em * 2, m_layout.look().em));
    return true;
}

void ConversationView::moveCursor(QKeyEvent* event)
{
    PagePlace from = m_selection.cursor;
    PagePlace anchor = m_selection.anchor;
    if (!from.isValid() || m_selection.isEmpty())
        from = anchor = m_selection.cursor.isValid() ? m_selection.cursor : PagePlace{m_current, 0};
    const PagePlace to = moved(from, event->key(), event->modifiers());
    select(anchor, to);
    m_current = to.item;
    m_zone = -1;
    const QTextLayout& text = m_layout.text(to.item);
    const QTextLine line = text.lineForTextPosition(to.offset);
    const QPoint origin = m_layout.textOrigin(to.item);
    if (line.isValid())
        ensureVisible({origin.x(), origin.y() + qRound(line.y()), 1, qRound(line.height())});
}

PagePlace ConversationView::moved(PagePlace from, int key, Qt::KeyboardModifiers modifiers)
{
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    const QTextLine line = m_layout.text(from.item).lineForTextPosition(from.offset);
    const int last = m_layout.isShown(m_layout.count() - 1) ? m_layout.count() - 1
                                                            : m_layout.nextShown(m_layout.count() - 1, -1);
    switch (key) {
    case Qt::Key_Left:
        return movedByCharacter(from, -1, control);
    case Qt::Key_Right:
        return movedByCharacter(from, 1, control);
    case Qt::Key_Up:
        return movedByLine(from, -1);
    case Qt::Key_Down:
        return movedByLine(from, 1);
    case Qt::Key_Home:
        if (control)
            return {0, 0};
        return {from.item, line.isValid() ? line.textStart() : 0};
    case Qt::Key_End:
        if (control)
            return {last, static_cast<int>(page().items[at(last)].text.size())};
        return {from.item, line.isValid() ? line.textStart() + line.textLength() : 0};
    default: { // a page
        const int step = (key == Qt::Key_PageDown ? 1 : -1) * viewport()->height();
        const QPoint origin = m_layout.textOrigin(from.item);
        const int y = origin.y() + (line.isValid() ? qRound(line.y()) : 0) + step - scrolled();
        return placeAt({origin.x(), y}).value_or(from);
    }
    }
}

PagePlace ConversationView::movedByCharacter(PagePlace from, int step, bool words)
{
    const QTextLayout& text = m_layout.text(from.item);
    const auto mode = words ? QTextLayout::SkipWords : QTextLayout::SkipCharacters;
    const int to = step > 0 ? text.nextCursorPosition(from.offset, mode)
                            : text.previousCursorPosition(from.offset, mode);
    if (to != from.offset)
        return {from.item, to};
    const int next = m_layout.nextShown(from.item, step);
    if (next < 0)
        return from;
    return {next, step > 0 ? 0 : static_cast<int>(page().items[at(next)].text.size())};
}

PagePlace ConversationView::movedByLine(PagePlace from, int step)
{
    const QTextLayout& text = m_layout.text(from.item);
    const QTextLine line = text.lineForTextPosition(from.offset);
    const qreal x = m_layout.textOrigin(from.item).x() + (line.isValid() ? line.cursorToX(from.offset) : 0.0);
    int item = from.item;
    int number = (line.isValid() ? line.lineNumber() : 0) + step;
    if (number < 0 || number >= text.lineCount()) {
        item = m_layout.nextShown(item, step);
        if (item < 0)
            return step < 0 ? PagePlace{from.item, 0}
                            : PagePlace{from.item, static_cast<int>(page().items[at(from.item)].text.size())};
        number = step > 0 ? 0 : m_layout.text(item).lineCount() - 1;
    }
    const QTextLine target = m_layout.text(item).lineAt(number);
    return {item, target.isValid() ? target.xToCursor(x - m_layout.textOrigin(item).x()) : 0};
}

void ConversationView::select(PagePlace anchor, PagePlace cursor)
{
    m_selection = {anchor, cursor};
    viewport()->update();
}

// -------------------------------------------------------------------------------------------- reading

void ConversationView::startReading()
{
    if (std::exchange(m_reading, true))
        return;
    restartSeen();
}

void ConversationView::setSeenAfter(int milliseconds)
{
    m_seen.setInterval(milliseconds);
    restartSeen();
}

void ConversationView::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    restartSeen();
}

void ConversationView::restartSeen()
{
    if (m_reading && m_layout.count() > 0 && isVisible() && m_seen.interval() > 0)
        m_seen.start();
    else
        m_seen.stop();
}

void ConversationView::takeSeen()
{
    if (!isVisible())
        return;
    if (!isActiveWindow()) {
        m_seen.start(); // looked at again when the window is
        return;
    }
    QList<int> mails;
    const int room = viewport()->height();
    for (int index = m_anchor.item; index >= 0; index = m_layout.nextShown(index, 1)) {
        const QRect rect = itemRect(index);
        if (rect.top() >= room)
            break;
        const Item& item = page().items[at(index)];
        const int middle = rect.center().y();
        const bool read = item.kind != ItemKind::Heading && item.kind != ItemKind::Head && !item.quoted;
        if (read && middle >= 0 && middle < room && !m_told[at(item.mail)]) {
            m_told[at(item.mail)] = true;
            if (page().mails[at(item.mail)].isNew && !m_read[at(item.mail)])
                mails.append(item.mail);
        }
    }
    if (!mails.isEmpty())
        Q_EMIT seen(mails);
}

} // namespace lb::ui
