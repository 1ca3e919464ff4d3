// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/pagelook.h"

#include <QFontDatabase>
#include <QFontMetricsF>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int widestColumn = 100; ///< average characters of a line that the eye can follow back

QTextLayout::FormatRange range(qsizetype start, qsizetype length)
{
    QTextLayout::FormatRange made;
    made.start = static_cast<int>(start);
    made.length = static_cast<int>(length);
    return made;
}

void addTones(QList<QTextLayout::FormatRange>& formats, const Item& item, const PageLook& look)
{
    qsizetype start = 0;
    for (const DiffLine tone : item.tones) {
        qsizetype end = item.text.indexOf(QChar(QChar::LineSeparator), start);
        end = end < 0 ? item.text.size() : end;
        if (const Ink* ink = look.inkOf(tone)) {
            auto line = range(start, end - start);
            line.format.setForeground(ink->text);
            formats.append(line);
        }
        start = end + 1;
    }
}

QTextCharFormat zoneFormat(const Item& item, const Zone& zone, const PageLook& look)
{
    QTextCharFormat format;
    switch (zone.kind) {
    case ZoneKind::Url:
        format.setForeground(look.link);
        format.setFontUnderline(true);
        break;
    case ZoneKind::Mail:
    case ZoneKind::Fold:
        format.setForeground(look.link);
        break;
    case ZoneKind::Section:
        break;
    case ZoneKind::Chip: {
        const bool bad
            = QStringView(item.text).mid(zone.start, zone.length).trimmed().startsWith("Nacked"_L1);
        const Ink& ink = bad ? look.badChip : look.chip;
        format.setForeground(ink.text);
        format.setBackground(ink.ground);
        break;
    }
    }
    return format;
}

} // namespace

const QFont& PageLook::fontOf(const Item& item) const
{
    switch (item.kind) {
    case ItemKind::Heading:
        return heading;
    case ItemKind::Chips:
    case ItemKind::Label:
    case ItemKind::Fold:
        return small;
    case ItemKind::Fixed:
    case ItemKind::Diff:
        return fixed;
    case ItemKind::Head:
    case ItemKind::Prose:
    case ItemKind::Signature:
    case ItemKind::Note:
        break;
    }
    return prose;
}

const Ink* PageLook::inkOf(DiffLine line) const
{
    switch (line) {
    case DiffLine::Added:
        return &mail.added;
    case DiffLine::Removed:
        return &mail.removed;
    case DiffLine::Hunk:
        return &mail.hunk;
    case DiffLine::File:
        return &mail.file;
    case DiffLine::Context:
        break;
    }
    return nullptr;
}

PageLook pageLook(const QFont& font, const QPalette& palette)
{
    const QColor base = palette.color(QPalette::Active, QPalette::Base);
    const QColor text = palette.color(QPalette::Active, QPalette::Text);
    const QColor highlight = palette.color(QPalette::Active, QPalette::Highlight);
    PageLook look;
    look.prose = font;
    look.fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    look.small = font;
    look.heading = font;
    look.heading.setBold(true);
    if (font.pointSizeF() > 0) {
        look.small.setPointSizeF(font.pointSizeF() * 0.92);
        look.heading.setPointSizeF(font.pointSizeF() * 1.12);
    }
    look.mail = mailColours(palette);
    look.card = blend(base, text, 0.045);
    look.cardEdge = blend(base, text, 0.16);
    look.band = blend(base, highlight, isDark(palette) ? 0.28 : 0.13);
    look.bandText = readable(text, {look.band});
    look.muted = readable(blend(text, base, 0.38), {look.card, base});
    look.quoted = readable(blend(look.mail.quote(1), text, 0.25), {look.card, base});
    look.link = readable(palette.color(QPalette::Active, QPalette::Link), {look.card, base});
    look.level = blend(base, text, 0.18);
    look.mark = readable(highlight, {look.card, base}, 3.0); // WCAG 1.4.11: what is no text
    look.match = blend(base, QColor(255, 200, 0), isDark(palette) ? 0.35 : 0.55);
    look.matchText = readable(text, {look.match});
    look.selection = highlight;
    look.selectionText = readable(palette.color(QPalette::Active, QPalette::HighlightedText), {highlight});
    look.fresh = badgeInk(palette, Tone::Information);
    look.question = badgeInk(palette, Tone::Attention);
    look.chip = badgeInk(palette, Tone::Good);
    look.badChip = badgeInk(palette, Tone::Bad);
    const QFontMetricsF metrics(font);
    look.em = qRound(metrics.height());
    look.tab = QFontMetricsF(look.fixed).horizontalAdvance(u' ') * 8;
    look.widest = qRound(metrics.averageCharWidth() * widestColumn);
    return look;
}

QList<QTextLayout::FormatRange> formatsOf(const Item& item, const PageLook& look)
{
    QList<QTextLayout::FormatRange> formats;
    addTones(formats, item, look);
    if (item.kind == ItemKind::Head) {
        auto name = range(0, std::max<qsizetype>(item.text.indexOf(u"  ·  "_s), 0));
        name.format.setFontWeight(item.continues ? QFont::Normal : QFont::DemiBold);
        auto rest = range(name.length, item.text.size() - name.length);
        rest.format.setForeground(look.muted);
        formats.append(name);
        formats.append(rest);
    }
    for (const Zone& zone : item.zones) {
        auto part = range(zone.start, zone.length);
        part.format = zoneFormat(item, zone, look);
        formats.append(part);
    }
    return formats;
}

} // namespace lb::ui
