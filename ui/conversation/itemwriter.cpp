// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/conversation/itemwriter.h"

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using mail::LineKind;

namespace
{

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

} // namespace

void Words::part()
{
    if (m_item.text.isEmpty())
        return;
    if (m_item.kind == ItemKind::Chips)
        m_item.text += "   "_L1;
    else
        m_item.text += separator;
}

void Words::add(const QString& text)
{
    part();
    m_item.text += text;
}

void Words::add(const QString& text, ZoneKind kind, int target)
{
    part();
    m_item.zones.push_back(
        {static_cast<int>(m_item.text.size()), static_cast<int>(text.size()), kind, target});
    m_item.text += text;
}

ItemWriter::ItemWriter(const thread::Material& material, Conversation& page)
    : m_material(material), m_page(page), m_patches(material.bodies.size())
{
}

void ItemWriter::put(Item item)
{
    item.section = place.section;
    item.mail = place.mail;
    item.depth = place.depth;
    item.card = place.card;
    item.fold = place.fold;
    item.standsFor = place.standsFor;
    m_page.items.push_back(std::move(item));
}

void ItemWriter::put(Paragraph& paragraph, ItemKind kind, bool quoted)
{
    Item item;
    item.kind = paragraph.fixed && kind == ItemKind::Prose ? ItemKind::Fixed : kind;
    item.quoted = quoted;
    item.continues = paragraph.continues;
    item.line = paragraph.line;
    item.text = std::move(paragraph.text);
    item.joins = std::move(paragraph.joins);
    item.zones = linksIn(item.text);
    put(std::move(item));
}

void ItemWriter::prose(const std::vector<PageLine>& text, bool quoted, ItemKind kind)
{
    std::vector<Paragraph> made = paragraphs(text);
    for (Paragraph& paragraph : made)
        put(paragraph, kind, quoted);
}

void ItemWriter::fixed(const std::vector<PageLine>& text)
{
    std::vector<Paragraph> made = verbatim(text);
    for (Paragraph& paragraph : made)
        put(paragraph, ItemKind::Fixed, false);
}

void ItemWriter::diff(const std::vector<PageLine>& text, const std::vector<DiffLine>& tones, bool quoted)
{
    std::vector<Paragraph> made = verbatim(text);
    std::size_t next = 0;
    for (Paragraph& paragraph : made) {
        const qsizetype count = paragraph.text.count(QChar(QChar::LineSeparator)) + 1;
        put(paragraph, ItemKind::Diff, quoted);
        Item& item = m_page.items.back();
        for (qsizetype i = 0; i < count; ++i)
            item.tones.push_back(next < tones.size() ? tones[next++] : DiffLine::Context);
    }
}

void ItemWriter::diffLines(int mail, int first, int last)
{
    const std::vector<PageLine> text = lines(mail, first, last);
    std::vector<DiffLine> tones;
    tones.reserve(text.size());
    for (const PageLine& line : text)
        tones.push_back(patch(mail).tone(line.line));
    diff(text, tones, false);
}

void ItemWriter::wholeMail()
{
    const mail::BodyText& text = body(place.mail);
    const int count = static_cast<int>(text.lines.size());
    int from = 0;
    while (from < count) {
        const LineKind kind = text.lines[at(from)].kind;
        const int depth = text.lines[at(from)].depth;
        int end = from + 1;
        while (end < count && text.lines[at(end)].kind == kind && text.lines[at(end)].depth == depth)
            ++end;
        if (kind == LineKind::Diff || kind == LineKind::DiffStat)
            diffLines(place.mail, from, end - 1);
        else if (kind != LineKind::Attribution)
            prose(lines(place.mail, from, end - 1), depth > 0,
                  kind == LineKind::Signature ? ItemKind::Signature : ItemKind::Prose);
        from = end;
    }
}

int ItemWriter::newFold(FoldKind kind, int mail)
{
    m_page.folds.push_back({kind, mail, place.section});
    return static_cast<int>(m_page.folds.size()) - 1;
}

int ItemWriter::foldLine(FoldKind kind, const QString& text)
{
    const int fold = newFold(kind, place.mail);
    Words words(ItemKind::Fold);
    words.add(text, ZoneKind::Fold, fold);
    put(words.take());
    return fold;
}

std::vector<PageLine> ItemWriter::lines(int mail, int first, int last) const
{
    std::vector<PageLine> shown;
    const mail::BodyText& text = body(mail);
    last = std::min(last, static_cast<int>(text.lines.size()) - 1);
    for (int line = std::max(first, 0); line <= last; ++line) {
        const mail::BodyLine& current = text.lines[at(line)];
        if (current.kind != LineKind::Attribution)
            shown.push_back({text.line(current), line});
    }
    return shown;
}

PatchLines& ItemWriter::patch(int mail)
{
    if (!m_patches[at(mail)])
        m_patches[at(mail)] = std::make_unique<PatchLines>(body(mail));
    return *m_patches[at(mail)];
}

} // namespace lb::ui
