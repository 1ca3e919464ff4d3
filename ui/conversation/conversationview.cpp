// SPDX-License-Identifier: GPL-3.0-or-later
// Where the page stands and what is painted of it. What is done with it is in conversationcommands.cpp, keys
// and mouse are in conversationinput.cpp.
#include "ui/conversation/conversationview.h"

#include "ui/conversation/conversationaccessible.h"
#include "ui/conversation/prose.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int sliceMilliseconds = 5; ///< of measuring, between two turns of the event loop
constexpr int usualSeenAfter = 1500;
constexpr int kept = 60; ///< text layouts around what is in view

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

ConversationView::ConversationView(QWidget* parent) : QAbstractScrollArea(parent)
{
    provideConversationAccessibility();
    setObjectName(u"conversationView"_s);
    setAccessibleName(tr("Conversation"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setCursor(Qt::IBeamCursor);
    m_measuring.setInterval(0);
    connect(&m_measuring, &QTimer::timeout, this, &ConversationView::measureMore);
    m_seen.setSingleShot(true);
    m_seen.setInterval(usualSeenAfter);
    connect(&m_seen, &QTimer::timeout, this, &ConversationView::takeSeen);
    m_dragging.setInterval(50);
    connect(&m_dragging, &QTimer::timeout, this, [this] { dragTo(m_dragPoint); });
    takeLook();
}

ConversationView::~ConversationView() = default;

void ConversationView::takeLook()
{
    m_layout.setLook(pageLook(font(), palette()));
    verticalScrollBar()->setSingleStep(m_layout.look().em * 2);
}

void ConversationView::setPage(ConversationPointer page)
{
    const ConversationPointer older = m_layout.pointer();
    const bool same = older->thread == page->thread && !older->items.empty();
    m_state = same ? carriedOver(m_state, *older, *page) : PageState();
    const int anchor = same ? sameItem(*older, m_anchor.item, *page) : -1;
    const int current = same ? sameItem(*older, m_current, *page) : -1;
    m_read.clear();
    for (const PageMail& mail : page->mails)
        m_read.push_back(mail.read);
    QSet<MailId> seen; // what the reader made unread again is not told once more
    for (std::size_t mail = 0; same && mail < m_told.size(); ++mail) {
        if (m_told[mail])
            seen.insert(older->mails[mail].row);
    }
    m_told.clear();
    for (const PageMail& mail : page->mails)
        m_told.push_back(seen.contains(mail.row));
    m_matches.clear();
    m_selection = {};
    m_pressed.reset();
    m_selecting = false;
    m_dragging.stop();
    m_reading = m_reading && same;
    m_layout.setWidth(viewport()->width());
    m_layout.setPage(std::move(page), m_state);
    m_current = m_layout.count() == 0 ? -1 : std::max(current, 0);
    m_zone = -1;
    m_anchor = anchor >= 0 ? Anchor{anchor, m_anchor.offset} : Anchor();
    settle();
    m_measuring.start();
    restartSeen();
    tellConversationReplaced(this);
    Q_EMIT currentChanged();
}

void ConversationView::setRead(const std::vector<bool>& read)
{
    if (read.size() != m_read.size() || read == m_read)
        return;
    m_read = read;
    viewport()->update();
}

void ConversationView::setMatches(std::vector<PageMatch> matches)
{
    m_matches = std::move(matches);
    viewport()->update();
}

void ConversationView::showMatch(int match)
{
    if (match < 0 || match >= static_cast<int>(m_matches.size()))
        return;
    const PageMatch found = m_matches[at(match)];
    if (!m_layout.isShown(found.item)) {
        PageState state = m_state;
        state.reveal(page(), page().items[at(found.item)]);
        changeState(state);
    }
    setCurrentItem(found.item);
    select({found.item, found.start}, {found.item, found.start + found.length});
}

// ---------------------------------------------------------------------------------------------- place

int ConversationView::scrolled() const
{
    return m_layout.count() == 0 ? 0 : m_layout.top(m_anchor.item) + m_anchor.offset;
}

/// `offset` may reach above or below the item: what is passed is laid out.
void ConversationView::setAnchor(int item, int offset)
{
    if (!m_layout.isShown(item)) {
        const int above = m_layout.nextShown(item, -1);
        item = above >= 0 ? above : m_layout.nextShown(item, 1);
        offset = 0;
    }
    if (item < 0)
        return;
    m_layout.text(item);
    while (offset < 0) {
        const int above = m_layout.nextShown(item, -1);
        if (above < 0) {
            offset = 0;
            break;
        }
        item = above;
        m_layout.text(item);
        offset += m_layout.heightOf(item);
    }
    while (offset >= m_layout.heightOf(item)) {
        const int below = m_layout.nextShown(item, 1);
        if (below < 0)
            break;
        offset -= m_layout.heightOf(item);
        item = below;
        m_layout.text(item);
    }
    m_anchor = {item, offset};
}

/// Lays out what is in view, beginning with the line at its top, which stays where it is.
void ConversationView::settle()
{
    if (m_layout.count() == 0) {
        m_anchor = {};
        placeBar();
        viewport()->update();
        return;
    }
    const int room = viewport()->height();
    constexpr int mostRounds = 4; // each knows more heights than the one before
    setAnchor(std::min(m_anchor.item, m_layout.count() - 1), m_anchor.offset);
    for (int round = 0; round < mostRounds; ++round) {
        int y = -m_anchor.offset;
        int last = m_anchor.item;
        for (int item = m_anchor.item; item >= 0 && y < room; item = m_layout.nextShown(item, 1)) {
            m_layout.text(item);
            y += m_layout.heightOf(item);
            last = item;
        }
        m_layout.forgetOutside(m_anchor.item - kept, last + kept);
        const int end = std::max(m_layout.height() - room, 0);
        if (scrolled() <= end)
            break;
        setAnchor(m_anchor.item, m_anchor.offset - (scrolled() - end)); // the page ends above the foot
    }
    placeBar();
    viewport()->update();
}

void ConversationView::placeBar()
{
    m_settling = true;
    QScrollBar* bar = verticalScrollBar();
    bar->setPageStep(viewport()->height());
    bar->setRange(0, std::max(m_layout.height() - viewport()->height(), 0));
    bar->setValue(scrolled());
    m_settling = false;
}

void ConversationView::measureMore()
{
    if (!m_layout.measure(m_anchor.item, sliceMilliseconds))
        m_measuring.stop();
    placeBar();
}

void ConversationView::scrollContentsBy(int dx, int dy)
{
    Q_UNUSED(dx)
    Q_UNUSED(dy)
    if (m_settling || m_layout.count() == 0)
        return;
    const int value = verticalScrollBar()->value();
    const int item = m_layout.itemAt(value);
    if (item < 0)
        return;
    m_anchor = {item, std::min(value - m_layout.top(item), std::max(m_layout.heightOf(item) - 1, 0))};
    settle();
    restartSeen();
}

void ConversationView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_layout.setWidth(viewport()->width());
    settle();
    if (m_layout.count() > 0)
        m_measuring.start();
    restartSeen();
}

void ConversationView::changeState(const PageState& state)
{
    m_state = state;
    m_layout.setState(m_state);
    if (m_current >= 0 && !m_layout.isShown(m_current)) {
        m_current = m_layout.nextShown(m_current, -1);
        m_zone = -1;
    }
    settle();
    m_measuring.start();
    restartSeen();
    tellConversationReplaced(this);
}

void ConversationView::ensureVisible(const QRect& rect)
{
    const int room = viewport()->height();
    const int above = rect.top() - scrolled();
    const int below = rect.bottom() - scrolled() - room;
    if (above < 0 || rect.height() > room)
        setAnchor(m_anchor.item, m_anchor.offset + above);
    else if (below > 0)
        setAnchor(m_anchor.item, m_anchor.offset + below + m_layout.look().em);
    else
        return;
    settle();
    restartSeen();
}

void ConversationView::bringIntoView(int item, bool toTop)
{
    m_layout.text(item);
    const int room = viewport()->height();
    const int y = m_layout.top(item) - scrolled();
    const bool inView = y >= 0 && y + m_layout.heightOf(item) <= (toTop ? room / 2 : room);
    if (inView)
        return;
    setAnchor(item, toTop || y < 0 ? -room / 10 : m_layout.heightOf(item) - room + m_layout.look().em);
    settle();
    restartSeen();
}

QRect ConversationView::itemRect(int item) const
{
    return {0, m_layout.top(item) - scrolled(), viewport()->width(), m_layout.heightOf(item)};
}

// ---------------------------------------------------------------------------------------------- looks

void ConversationView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const QRect dirty = event->rect();
    painter.fillRect(dirty, m_layout.look().mail.ground);
    if (m_layout.count() == 0)
        return;
    const int y = scrolled();
    painter.translate(0, -y);
    PageMarks marks;
    marks.selection = m_selection;
    marks.matches = m_matches;
    marks.read = &m_read;
    marks.state = &m_state;
    marks.current = m_current;
    marks.zone = m_zone;
    marks.hasFocus = hasFocus();
    PagePainter page(painter, m_layout, marks);
    for (int item = m_layout.itemAt(y + dirty.top()); item >= 0; item = m_layout.nextShown(item, 1)) {
        if (m_layout.top(item) > y + dirty.bottom())
            break;
        page.paint(item);
    }
}

void ConversationView::changeEvent(QEvent* event)
{
    QAbstractScrollArea::changeEvent(event);
    const bool looks = event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange
        || event->type() == QEvent::StyleChange;
    if (!looks)
        return;
    takeLook();
    settle();
    m_measuring.start();
}

void ConversationView::focusInEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
    tellFocus();
}

void ConversationView::focusOutEvent(QFocusEvent* event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

void ConversationView::setCurrentItem(int item, int zone)
{
    if (item < 0 || item >= m_layout.count())
        return;
    if (!m_layout.isShown(item)) {
        PageState state = m_state;
        state.reveal(page(), page().items[at(item)]);
        changeState(state);
    }
    m_current = item;
    m_zone = zone;
    bringIntoView(item, false);
    viewport()->update();
    tellFocus();
    Q_EMIT currentChanged();
}

void ConversationView::tellFocus()
{
    if (hasFocus() && m_current >= 0)
        tellConversationFocus(this, m_current);
}

QString ConversationView::spokenText(int index) const
{
    const Item& item = page().items[at(index)];
    const PageMail& mail = page().mails[at(item.mail)];
    QString text = originalText(item, 0, item.text.size());
    if (item.kind == ItemKind::Head) {
        text = tr("%1, mail %2, %3").arg(mail.sender).arg(mail.number).arg(mail.time);
        if (mail.isNew && !m_read[at(item.mail)]) //: Spoken: a mail of this week that has not been read
            text = tr("%1, new").arg(text);
    } else if (item.isQuestion) {
        text = tr("Open question: %1").arg(text);
    } else if (item.quoted && item.kind != ItemKind::Label) {
        text = tr("Quoted: %1").arg(text);
    }
    return text;
}

} // namespace lb::ui
