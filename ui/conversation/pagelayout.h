// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conversation/pagelook.h"
#include "ui/conversation/pagestate.h"

#include <QRect>

#include <memory>
#include <unordered_map>
#include <vector>

class QTextLayout;

namespace lb::ui
{

/// Where the items of a page stand. Heights are estimated until an item is laid out, which happens when it
/// comes into view or when there is time; text layouts are kept for what is looked at only. Coordinates are
/// pixels from the top left of the page. GUI thread.
class PageLayout
{
public:
    PageLayout();
    ~PageLayout();
    Q_DISABLE_COPY_MOVE(PageLayout)

    void setPage(ConversationPointer page, const PageState& state);
    void setState(const PageState& state); ///< heights that are known stay
    void setLook(const PageLook& look); ///< everything is to be laid out anew
    void setWidth(int width); ///< the same

    [[nodiscard]] const Conversation& page() const { return *m_page; }
    [[nodiscard]] const ConversationPointer& pointer() const { return m_page; }
    [[nodiscard]] const PageLook& look() const { return m_look; }
    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] const std::vector<bool>& shown() const { return m_shown; }
    [[nodiscard]] bool isShown(int item) const { return m_shown[static_cast<std::size_t>(item)]; }
    [[nodiscard]] bool closesCard(int item) const { return m_rows[static_cast<std::size_t>(item)].closes; }

    [[nodiscard]] int height() const; ///< of the page, as far as it is known
    [[nodiscard]] int top(int item) const;
    [[nodiscard]] int heightOf(int item) const; ///< 0 = hidden
    [[nodiscard]] int itemAt(int y) const; ///< the nearest one that is seen; -1 = the page is empty
    [[nodiscard]] int nextShown(int item, int step) const; ///< -1 = none

    /// Lays the item out if it is not; its height is known from then on. Cheap when it has been done.
    QTextLayout& text(int item);
    [[nodiscard]] bool isKnown(int item) const { return m_rows[static_cast<std::size_t>(item)].known; }
    /// Lays out what is not known for a while, from `from` on and then from the top. False = all is known.
    bool measure(int from, int milliseconds);
    void forgetOutside(int first, int last); ///< drops text layouts, heights stay

    [[nodiscard]] QRect card(int item) const; ///< the part of the card's ground that the item stands on
    [[nodiscard]] QPoint textOrigin(int item) const;
    [[nodiscard]] int levelLeft(int depth) const; ///< x of a depth
    [[nodiscard]] QRect badge(int item) const; ///< of a Head or a question: room for its badge; may be empty

private:
    struct Row {
        int height = 0;
        bool known = false;
        bool closes = false; ///< the last of its card that is seen
        int before = -1; ///< the item seen above it
    };
    struct Box {
        int left = 0;
        int width = 0;
        int above = 0; ///< outside of the card
        int padTop = 0;
        int padBottom = 0;
    };
    [[nodiscard]] Box boxOf(int item) const;
    [[nodiscard]] int leftOf(const Item& item) const; ///< of the text
    [[nodiscard]] int spaceAbove(int item) const;
    [[nodiscard]] std::unique_ptr<QTextLayout> layOut(int item, const Box& box) const;
    [[nodiscard]] int estimate(int item) const;
    void setHeight(int item, const Box& box, const QTextLayout& text);
    void forgetHeights();
    void place() const;

    ConversationPointer m_page;
    PageLook m_look;
    int m_width = 400;
    std::vector<Row> m_rows;
    std::vector<bool> m_shown;
    mutable std::vector<int> m_tops; ///< one more than there are items
    mutable bool m_placed = false;
    std::unordered_map<int, std::unique_ptr<QTextLayout>> m_texts;
    int m_unknownFrom = 0; ///< everything before it is known
};

} // namespace lb::ui
