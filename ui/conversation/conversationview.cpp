// SPDX-License-Identifier: GPL-3.0-or-later
// Where the page stands, what is painted of it and what is done with it; keys and mouse are in
// conversationinput.cpp.
#include "ui/conversation/conversationview.h"

#include "ui/conversation/conversationaccessible.h"
#include "ui/conversation/prose.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
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
    m_told.assign(page->mails.size(), false);
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

// ------------------------------------------------------------------------------------------- commands

bool ConversationView::go(int item)
{
    if (item < 0)
        return false;
    startReading();
    setCurrentItem(item);
    bringIntoView(item, true);
    m_selection = {};
    return true;
}

void ConversationView::showMail(int mail)
{
    if (mail >= 0 && mail < static_cast<int>(page().mails.size()))
        go(page().mails[at(mail)].firstItem);
}

bool ConversationView::run(PageCommand command)
{
    if (m_current < 0)
        return false;
    const Item& item = page().items[at(m_current)];
    const PageMail& mail = page().mails[at(item.mail)];
    const auto toggled = [](QSet<int> set, int value) {
        if (!set.remove(value))
            set.insert(value);
        return set;
    };
    PageState state = m_state;
    switch (command) {
    case PageCommand::NextCard:
        return go(nextCard(page(), m_layout.shown(), m_current, 1));
    case PageCommand::PreviousCard:
        return go(nextCard(page(), m_layout.shown(), m_current, -1));
    case PageCommand::Parent:
        return mail.parent >= 0 && go(page().mails[at(mail.parent)].firstItem);
    case PageCommand::NextNew:
        return go(nextNew(page(), m_read, m_current));
    case PageCommand::NextQuestion:
        return go(nextQuestion(page(), m_current));
    case PageCommand::OpenMail:
        Q_EMIT mailRequested(item.mail);
        return true;
    case PageCommand::ToggleWholeMail: {
        QList<int> folds;
        for (int fold = 0; fold < static_cast<int>(page().folds.size()); ++fold) {
            if (page().folds[at(fold)].mail == item.mail)
                folds.append(fold);
        }
        return toggleFolds(folds);
    }
    case PageCommand::ToggleDiff:
        return toggleDiff();
    case PageCommand::ToggleSection:
        state.closedSections = toggled(state.closedSections, item.section);
        break;
    case PageCommand::ToggleAuthor:
        state.closedPeople = toggled(state.closedPeople, mail.person);
        break;
    case PageCommand::ToggleAll: {
        const bool open = state.closedSections.isEmpty() && state.closedPeople.isEmpty();
        state.closedSections.clear();
        state.closedPeople.clear();
        for (int section = 0; open && section < static_cast<int>(page().sections.size()); ++section)
            state.closedSections.insert(section);
        break;
    }
    case PageCommand::SelectAll:
        select({0, 0}, {m_layout.count() - 1, static_cast<int>(page().items.back().text.size())});
        return true;
    case PageCommand::Copy:
        return copy(false);
    case PageCommand::CopyQuoted:
        return copy(true);
    }
    changeState(state);
    return true;
}

/// Opens them all, or closes them if they are all open.
bool ConversationView::toggleFolds(const QList<int>& folds)
{
    if (folds.isEmpty())
        return false;
    PageState state = m_state;
    const bool open = std::all_of(folds.begin(), folds.end(),
                                  [&state](int fold) { return state.openFolds.contains(fold); });
    for (const int fold : folds) {
        if (open)
            state.openFolds.remove(fold);
        else
            state.openFolds.insert(fold);
    }
    changeState(state);
    return true;
}

/// The folds of a diff next to the current item on either side, then all of the section's.
bool ConversationView::toggleDiff()
{
    const Item& current = page().items[at(m_current)];
    QList<int> near;
    QList<int> all;
    const auto isDiff = [this](const Item& item) {
        return item.kind == ItemKind::Fold
            && page().folds[at(item.zones.front().target)].kind == FoldKind::Diff;
    };
    int nextTo = -1; // the last fold above
    for (int index = 0; index < m_layout.count(); ++index) {
        const Item& item = page().items[at(index)];
        if (item.section != current.section || !isDiff(item))
            continue;
        const int fold = item.zones.front().target;
        all.append(fold);
        if (index <= m_current)
            nextTo = fold;
        else if (near.isEmpty())
            near.append(fold);
    }
    if (nextTo >= 0)
        near.append(nextTo);
    const bool nearOpen = std::all_of(near.begin(), near.end(),
                                      [this](int fold) { return m_state.openFolds.contains(fold); });
    return toggleFolds(nearOpen ? all : near);
}

bool ConversationView::copy(bool quoted)
{
    if (!quoted && m_selection.isEmpty())
        return false;
    const PageSelection what = m_selection.isEmpty() ? passageAt(page(), m_current) : m_selection;
    const QString text
        = quoted ? quotedText(page(), m_layout.shown(), what) : selectedText(page(), m_layout.shown(), what);
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
    return !text.isEmpty();
}

void ConversationView::activate(int index, int zone)
{
    const Item& item = page().items[at(index)];
    if (zone < 0 || zone >= static_cast<int>(item.zones.size())) {
        if (item.kind == ItemKind::Head)
            Q_EMIT mailRequested(item.mail);
        else if (item.kind == ItemKind::Heading || item.kind == ItemKind::Fold)
            activate(index, 0);
        return;
    }
    const Zone& part = item.zones[at(zone)];
    m_current = index;
    switch (part.kind) {
    case ZoneKind::Url:
        Q_EMIT linkRequested(QUrl(item.text.mid(part.start, part.length), QUrl::StrictMode));
        break;
    case ZoneKind::Mail:
        Q_EMIT mailRequested(part.target);
        break;
    case ZoneKind::Chip:
        showMail(part.target);
        break;
    case ZoneKind::Fold:
        toggleFolds({part.target});
        break;
    case ZoneKind::Section: {
        PageState state = m_state;
        if (!state.closedSections.remove(part.target))
            state.closedSections.insert(part.target);
        changeState(state);
        break;
    }
    }
}

} // namespace lb::ui
