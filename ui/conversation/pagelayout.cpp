// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/pagelayout.h"

#include <QElapsedTimer>
#include <QFontMetrics>
#include <QTextLayout>
#include <QTextOption>

#include <algorithm>
#include <cmath>

namespace lb::ui
{

namespace
{

constexpr int deepestLevel = 8; ///< deeper answers are not indented further
constexpr qreal leading = 1.12; ///< of a line of prose
constexpr std::size_t mostTexts = 300; ///< text layouts kept

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

bool isPlain(ItemKind kind)
{
    return kind == ItemKind::Diff || kind == ItemKind::Fixed;
}

} // namespace

PageLayout::PageLayout() : m_page(std::make_shared<const Conversation>()) { }
PageLayout::~PageLayout() = default;

void PageLayout::setPage(ConversationPointer page, const PageState& state)
{
    m_texts.clear();
    m_page = std::move(page);
    m_rows.assign(m_page->items.size(), {});
    m_shown.assign(m_page->items.size(), false);
    setState(state);
    forgetHeights();
}

void PageLayout::setState(const PageState& state)
{
    int above = -1;
    const auto follow = [this, &above](int index, int card) {
        if (above < 0)
            return;
        Row& row = m_rows[at(above)];
        const int own = m_page->items[at(above)].card;
        const bool closes = own >= 0 && own != card;
        row.known = row.known && row.closes == closes;
        row.closes = closes;
        if (index >= 0) {
            m_rows[at(index)].known = m_rows[at(index)].known && m_rows[at(index)].before == above;
            m_rows[at(index)].before = above;
        }
    };
    for (int index = 0; index < count(); ++index) {
        const Item& item = m_page->items[at(index)];
        m_shown[at(index)] = state.isShown(*m_page, item);
        if (m_shown[at(index)]) {
            follow(index, item.card);
            above = index;
        }
    }
    follow(-1, -1);
    m_placed = false;
    m_unknownFrom = 0;
    for (int index = 0; index < count(); ++index) {
        if (!m_rows[at(index)].known)
            m_rows[at(index)].height = estimate(index);
    }
}

void PageLayout::setLook(const PageLook& look)
{
    m_look = look;
    forgetHeights();
}

void PageLayout::setWidth(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    forgetHeights();
}

void PageLayout::forgetHeights()
{
    m_texts.clear();
    for (int index = 0; index < count(); ++index) {
        m_rows[at(index)].known = false;
        m_rows[at(index)].height = estimate(index);
    }
    m_unknownFrom = 0;
    m_placed = false;
}

void PageLayout::place() const
{
    if (m_placed)
        return;
    m_tops.resize(m_rows.size() + 1);
    int y = 0;
    for (std::size_t index = 0; index < m_rows.size(); ++index) {
        m_tops[index] = y;
        y += m_shown[index] ? m_rows[index].height : 0;
    }
    m_tops[m_rows.size()] = y;
    m_placed = true;
}

int PageLayout::height() const
{
    place();
    return m_tops.empty() ? 0 : m_tops.back() + (m_rows.empty() ? 0 : m_look.em);
}

int PageLayout::top(int item) const
{
    place();
    return m_tops[at(item)];
}

int PageLayout::heightOf(int item) const
{
    return m_shown[at(item)] ? m_rows[at(item)].height : 0;
}

int PageLayout::itemAt(int y) const
{
    if (m_rows.empty())
        return -1;
    place();
    const auto above = std::upper_bound(m_tops.begin(), std::prev(m_tops.end()), std::max(y, 0));
    int index = static_cast<int>(above - m_tops.begin()) - 1;
    while (index > 0 && !m_shown[at(index)])
        --index;
    return index;
}

int PageLayout::nextShown(int item, int step) const
{
    for (int index = item + step; index >= 0 && index < count(); index += step) {
        if (m_shown[at(index)])
            return index;
    }
    return -1;
}

int PageLayout::levelLeft(int depth) const
{
    const int margin = m_look.em / 2;
    return margin + std::max(std::min(depth, deepestLevel) - 1, 0) * m_look.em
        + (depth > 0 ? m_look.em / 2 : 0);
}

int PageLayout::leftOf(const Item& item) const
{
    const int em = m_look.em;
    int left = levelLeft(item.card >= 0 ? item.depth : 0) + (item.card >= 0 ? em * 5 / 8 : em / 4);
    if (item.kind == ItemKind::Heading || item.kind == ItemKind::Fold)
        left += em; // for the arrow
    if (item.quoted)
        left += em * 5 / 8; // for the bar
    return left;
}

int PageLayout::spaceAbove(int index) const
{
    const int em = m_look.em;
    const Item& item = m_page->items[at(index)];
    if (item.continues && item.kind != ItemKind::Head)
        return 0;
    const int before = m_rows[at(index)].before;
    const ItemKind above = before < 0 ? ItemKind::Heading : m_page->items[at(before)].kind;
    switch (item.kind) {
    case ItemKind::Heading:
        return before < 0 ? em / 2 : em;
    case ItemKind::Head:
        return item.card >= 0 ? em * 5 / 8 : em / 4;
    case ItemKind::Chips:
        return em / 4;
    case ItemKind::Fold:
        return above == ItemKind::Fold ? em / 6 : em / 2;
    case ItemKind::Diff:
        return above == ItemKind::Diff ? 0 : above == ItemKind::Label ? em / 6 : em / 2;
    default:
        break;
    }
    if (above == ItemKind::Head)
        return em * 3 / 8;
    return above == ItemKind::Label ? em / 6 : em / 2;
}

PageLayout::Box PageLayout::boxOf(int index) const
{
    const int em = m_look.em;
    const Item& item = m_page->items[at(index)];
    Box box;
    box.left = leftOf(item);
    box.width = m_width - box.left - em;
    const bool startsCard = item.kind == ItemKind::Head && item.card >= 0;
    if (item.kind == ItemKind::Head || item.isQuestion)
        box.width -= m_look.em * 4; // for the badge
    if (!isPlain(item.kind))
        box.width = std::min(box.width, m_look.widest);
    box.width = std::max(box.width, em * 4);
    const int space = spaceAbove(index);
    (startsCard || item.kind == ItemKind::Heading ? box.above : box.padTop) = space;
    if (startsCard)
        box.padTop = em * 3 / 8;
    if (item.kind == ItemKind::Heading)
        box.padTop = box.padBottom = em / 3;
    if (m_rows[at(index)].closes)
        box.padBottom = em / 2;
    return box;
}

int PageLayout::estimate(int index) const
{
    if (!m_shown[at(index)] || m_look.em == 0)
        return 0;
    const Item& item = m_page->items[at(index)];
    const int perLine = std::max(m_width / std::max(m_look.em / 2, 1), 10);
    const qsizetype lines = 1 + item.text.size() / perLine
        + (isPlain(item.kind) ? item.text.count(QChar(QChar::LineSeparator)) : 0);
    return static_cast<int>(lines) * m_look.em + m_look.em / 2;
}

std::unique_ptr<QTextLayout> PageLayout::layOut(int index, const Box& box) const
{
    const Item& item = m_page->items[at(index)];
    auto layout = std::make_unique<QTextLayout>(item.text, m_look.fontOf(item));
    QTextOption option(Qt::AlignLeft | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTabStopDistance(m_look.tab);
    layout->setTextOption(option);
    layout->setFormats(formatsOf(item, m_look));
    layout->setCacheEnabled(true);
    const qreal spacing = isPlain(item.kind) ? 1.0 : leading;
    qreal y = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        line.setLineWidth(box.width);
        line.setPosition({0, y});
        y += std::ceil(line.height() * spacing);
    }
    layout->endLayout();
    return layout;
}

void PageLayout::setHeight(int item, const Box& box, const QTextLayout& text)
{
    int textHeight = 0;
    if (text.lineCount() > 0) {
        const QTextLine last = text.lineAt(text.lineCount() - 1);
        textHeight = static_cast<int>(std::ceil(last.y() + last.height()));
    }
    Row& row = m_rows[at(item)];
    const int height = box.above + box.padTop + textHeight + box.padBottom;
    if (row.height != height)
        m_placed = false;
    row.height = height;
    row.known = true;
}

QTextLayout& PageLayout::text(int item)
{
    std::unique_ptr<QTextLayout>& kept = m_texts[item];
    if (kept == nullptr || !m_rows[at(item)].known) {
        const Box box = boxOf(item);
        if (kept == nullptr)
            kept = layOut(item, box);
        setHeight(item, box, *kept);
    }
    return *kept;
}

bool PageLayout::measure(int from, int milliseconds)
{
    QElapsedTimer timer;
    timer.start();
    const auto unknown = [this](int index) { return m_shown[at(index)] && !m_rows[at(index)].known; };
    while (m_unknownFrom < count() && !unknown(m_unknownFrom))
        ++m_unknownFrom;
    int index = std::max(from, m_unknownFrom);
    int looked = 0;
    while (m_unknownFrom < count()) {
        if (index >= count())
            index = m_unknownFrom;
        if (unknown(index)) {
            const Box box = boxOf(index);
            setHeight(index, box, *layOut(index, box));
        }
        ++index;
        while (m_unknownFrom < count() && !unknown(m_unknownFrom))
            ++m_unknownFrom;
        if ((++looked & 3) == 0 && timer.elapsed() >= milliseconds)
            break;
    }
    return m_unknownFrom < count();
}

void PageLayout::forgetOutside(int first, int last)
{
    if (m_texts.size() <= mostTexts)
        return;
    std::erase_if(m_texts,
                  [first, last](const auto& text) { return text.first < first || text.first > last; });
}

QRect PageLayout::card(int index) const
{
    const Item& item = m_page->items[at(index)];
    const Box box = boxOf(index);
    const int left = item.card >= 0 ? levelLeft(item.depth) : 0;
    const int right = m_width - m_look.em / 2;
    return {left, top(index) + box.above, right - left, heightOf(index) - box.above};
}

QPoint PageLayout::textOrigin(int item) const
{
    const Box box = boxOf(item);
    return {box.left, top(item) + box.above + box.padTop};
}

QRect PageLayout::badge(int index) const
{
    const Item& item = m_page->items[at(index)];
    const Box box = boxOf(index);
    const int height = m_look.em;
    const int right = m_width - m_look.em;
    const int left = std::min(box.left + box.width, right);
    if (item.kind != ItemKind::Head && !item.isQuestion)
        return {};
    return {left, top(index) + box.above + box.padTop, right - left, height};
}

} // namespace lb::ui
