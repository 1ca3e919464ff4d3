// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <array>

namespace lb::ui
{

/// Contrast of two colours as WCAG 2 defines it: 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

/// True for light text on a dark ground. Qt 6.4 has no colour scheme to ask.
[[nodiscard]] bool isDark(const QPalette& palette);

/// `wanted` made lighter or darker, hue kept, until it can be read on every one of `grounds`, or at least on
/// the first.
[[nodiscard]] QColor readable(const QColor& wanted, std::initializer_list<QColor> grounds,
                              double ratio = 4.5);

/// `share` (0..1) of `top` over `ground`, as an opaque colour.
[[nodiscard]] QColor blend(const QColor& ground, const QColor& top, double share);

/// Text and ground of one kind of line or badge.
struct Ink {
    QColor text;
    QColor ground;
};

/// What the lines of a mail are painted with. All made from the palette, all at least 4.5:1.
struct MailColours {
    QColor text;
    QColor ground;
    Ink added;
    Ink removed;
    Ink hunk;
    Ink file;
    std::array<QColor, 4> quotes; ///< by depth, repeating
    QColor attribution;
    QColor signature;
    QColor link;

    [[nodiscard]] const QColor& quote(int depth) const
    {
        return quotes.at(static_cast<std::size_t>(qMax(depth, 1) - 1) % quotes.size());
    }
};
[[nodiscard]] MailColours mailColours(const QPalette& palette);

enum class Tone { Neutral, Good, Attention, Bad, Information };
[[nodiscard]] Ink badgeInk(const QPalette& palette, Tone tone);

/// Bars on a window's ground: 3:1 to it, as WCAG asks of graphics; what is written beside them 4.5:1.
struct ChartColours {
    QColor bar;
    QColor marked;
    QColor text;
    QColor faintText;
};
[[nodiscard]] ChartColours chartColours(const QPalette& palette);

/// Secondary text on a window or a text ground.
[[nodiscard]] QColor dimmed(const QPalette& palette);

/// Sets the application's colour of hints where its theme has one that cannot be read: Qt's own reading of
/// dark KDE themes leaves them black.
void keepHintsReadable();

} // namespace lb::ui
