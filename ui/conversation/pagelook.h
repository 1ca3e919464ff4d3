// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/colours.h"
#include "ui/conversation/conversation.h"

#include <QFont>
#include <QPalette>
#include <QTextLayout>

namespace lb::ui
{

/// What a page is painted with: all from the palette and the fonts of the desktop.
struct PageLook {
    QFont prose;
    QFont fixed;
    QFont small;
    QFont heading;
    MailColours mail;
    QColor card; ///< ground of a card
    QColor cardEdge;
    QColor band; ///< ground of a heading
    QColor bandText;
    QColor muted; ///< readable on card and ground
    QColor quoted;
    QColor link;
    QColor level; ///< the lines of the depths
    QColor mark; ///< the edge of what is new, the frame of what has the keyboard
    QColor match; ///< ground of what was found
    QColor matchText;
    QColor selection;
    QColor selectionText;
    Ink fresh; ///< the badge of a new mail
    Ink question;
    Ink chip;
    Ink badChip;
    int em = 0; ///< height of a line of prose: every distance is made from it
    qreal tab = 0; ///< eight columns
    int widest = 0; ///< a column of prose is not wider

    [[nodiscard]] const QFont& fontOf(const Item& item) const;
    [[nodiscard]] const Ink* inkOf(DiffLine line) const; ///< null = plain
};

[[nodiscard]] PageLook pageLook(const QFont& font, const QPalette& palette);

/// How the parts of an item's text are drawn.
[[nodiscard]] QList<QTextLayout::FormatRange> formatsOf(const Item& item, const PageLook& look);

} // namespace lb::ui
