// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/colours.h"

#include <QGuiApplication>

#include <algorithm>
#include <cmath>

namespace lb::ui
{

namespace
{

// WCAG 2.1, "relative luminance".
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour)
{
    const QColor rgb = colour.toRgb();
    return 0.2126 * linear(rgb.redF()) + 0.7152 * linear(rgb.greenF()) + 0.0722 * linear(rgb.blueF());
}

QColor hue(int degrees, double saturation, bool dark)
{
    return QColor::fromHslF(static_cast<float>(degrees / 360.0), static_cast<float>(saturation),
                            dark ? 0.70F : 0.35F);
}

Ink lineInk(const QPalette& palette, int degrees, double share)
{
    const bool dark = isDark(palette);
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor ground = blend(base, hue(degrees, 0.65, dark), share);
    return {readable(hue(degrees, 0.65, dark), {ground, base}), ground};
}

} // namespace

double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

bool isDark(const QPalette& palette)
{
    return luminance(palette.color(QPalette::Active, QPalette::Base))
        < luminance(palette.color(QPalette::Active, QPalette::Text));
}

QColor readable(const QColor& wanted, std::initializer_list<QColor> grounds, double ratio)
{
    const auto worst = [&grounds](const QColor& text) {
        double least = 21;
        for (const QColor& ground : grounds)
            least = std::min(least, contrast(text, ground));
        return least;
    };
    if (worst(wanted) >= ratio)
        return wanted;
    const QColor hsl = wanted.toHsl();
    const auto at = [&hsl](int percent) {
        return QColor::fromHslF(std::max(hsl.hslHueF(), 0.0F), hsl.hslSaturationF(),
                                static_cast<float>(percent) / 100.0F)
            .toRgb();
    };
    const int start = qRound(hsl.lightnessF() * 100);
    for (int away = 1; away <= 100; ++away) { // the nearest lightness that will do, on either side
        if (start - away >= 0 && worst(at(start - away)) >= ratio)
            return at(start - away);
        if (start + away <= 100 && worst(at(start + away)) >= ratio)
            return at(start + away);
    }
    if (grounds.size() > 1) // nothing can be read on all of them: the first one counts most
        return readable(wanted, {*grounds.begin()}, ratio);
    return worst(Qt::black) >= worst(Qt::white) ? QColor(Qt::black) : QColor(Qt::white);
}

QColor blend(const QColor& ground, const QColor& top, double share)
{
    const auto mix = [share](float below, float above) {
        return static_cast<float>(below * (1 - share) + above * share);
    };
    const QColor a = ground.toRgb();
    const QColor b = top.toRgb();
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

MailColours mailColours(const QPalette& palette)
{
    const bool dark = isDark(palette);
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    MailColours colours;
    colours.text = text;
    colours.ground = base;
    colours.added = lineInk(palette, 135, 0.10);
    colours.removed = lineInk(palette, 2, 0.10);
    colours.hunk = lineInk(palette, 265, 0.06);
    colours.file = lineInk(palette, 210, 0.12);
    constexpr std::array<int, 4> quoteHues{212, 170, 28, 290};
    for (std::size_t depth = 0; depth < quoteHues.size(); ++depth)
        colours.quotes.at(depth) = readable(hue(quoteHues.at(depth), 0.45, dark), {base});
    colours.attribution = readable(blend(text, base, 0.35), {base});
    colours.signature = readable(blend(text, base, 0.45), {base});
    colours.link = readable(palette.color(QPalette::Active, QPalette::Link), {base});
    return colours;
}

Ink badgeInk(const QPalette& palette, Tone tone)
{
    const bool dark = isDark(palette);
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    if (tone == Tone::Neutral) {
        const QColor ground = blend(window, text, 0.09);
        return {readable(text, {ground}), ground};
    }
    int degrees = 210;
    if (tone == Tone::Good)
        degrees = 135;
    else if (tone == Tone::Attention)
        degrees = 35;
    else if (tone == Tone::Bad)
        degrees = 2;
    const QColor ground = blend(window, hue(degrees, 0.65, dark), 0.18);
    return {readable(hue(degrees, 0.65, dark), {ground, window}), ground};
}

ChartColours chartColours(const QPalette& palette)
{
    constexpr double seen = 3;
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    return {readable(blend(window, text, 0.45), {window}, seen),
            readable(palette.color(QPalette::Active, QPalette::Highlight), {window}, seen),
            readable(text, {window}), dimmed(palette)};
}

QColor dimmed(const QPalette& palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::WindowText);
    return readable(blend(text, window, 0.4), {window, base});
}

void keepHintsReadable()
{
    constexpr double least = 3;
    const QPalette palette = QGuiApplication::palette();
    const QColor base = palette.color(QPalette::Base);
    const QColor hint = palette.color(QPalette::PlaceholderText);
    if (contrast(blend(base, hint, hint.alphaF()), base) >= least)
        return;
    QPalette mended; // of which only this colour is set
    mended.setColor(QPalette::PlaceholderText, dimmed(palette));
    QGuiApplication::setPalette(mended);
}

} // namespace lb::ui
