// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conversation/pagelayout.h"

#include <QPainter>

#include <span>

namespace lb::ui
{

/// What is painted besides the page itself.
struct PageMarks {
    PageSelection selection;
    std::span<const PageMatch> matches; ///< ascending
    const std::vector<bool>* read = nullptr; ///< by mail
    const PageState* state = nullptr;
    int current = -1; ///< the item that commands are about
    int zone = -1; ///< of the current item: what Enter follows
    bool hasFocus = false;
};

/// Paints items, each for itself, onto a painter whose origin is the page's.
class PagePainter
{
public:
    PagePainter(QPainter& painter, PageLayout& layout, const PageMarks& marks);

    void paint(int item);

    /// Where zones of an item are: one rectangle a line, in page coordinates.
    [[nodiscard]] static QList<QRect> zoneRects(PageLayout& layout, int item, const Zone& zone);

private:
    void paintLevels(const Item& item, int top, int height);
    void paintCard(int index, const Item& item);
    void paintBand(int index, const Item& item);
    void paintLineGrounds(int index, const Item& item, QTextLayout& text);
    void paintBadges(int index, const Item& item);
    void paintArrow(int index, bool open);
    void paintText(int index, const Item& item, QTextLayout& text);
    void paintFocus(int index, const Item& item);
    [[nodiscard]] QList<QTextLayout::FormatRange> overlays(int index, const Item& item) const;
    void badge(const QRect& room, const QString& text, const Ink& ink);
    [[nodiscard]] bool isUnread(const Item& item) const;

    QPainter& m_painter;
    PageLayout& m_layout;
    const PageLook& m_look;
    const PageMarks& m_marks;
};

} // namespace lb::ui
