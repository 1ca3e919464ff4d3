// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conversation/patchlines.h"
#include "ui/conversation/prose.h"

#include <memory>
#include <vector>

namespace lb::ui
{

/// Composes an item's text part by part, with its zones.
class Words
{
public:
    explicit Words(ItemKind kind) { m_item.kind = kind; }

    void add(const QString& text);
    void add(const QString& text, ZoneKind kind, int target);
    void setQuoted() { m_item.quoted = true; }
    void setContinues() { m_item.continues = true; }
    [[nodiscard]] bool isEmpty() const { return m_item.text.isEmpty(); }
    [[nodiscard]] Item take() { return std::move(m_item); }

    static constexpr QStringView separator = u"  ·  ";

private:
    void part();

    Item m_item;
};

/// Appends items to a page: text of mails cut into pieces, each with what the place it stands in says.
class ItemWriter
{
public:
    ItemWriter(const thread::Material& material, Conversation& page);

    /// What the items that come belong to.
    struct Place {
        int section = 0;
        int mail = 0;
        int depth = 0;
        int card = -1;
        int fold = -1;
        int standsFor = -1;
    };
    Place place;

    void put(Item item);
    void prose(const std::vector<PageLine>& text, bool quoted, ItemKind kind = ItemKind::Prose);
    void diff(const std::vector<PageLine>& text, const std::vector<DiffLine>& tones, bool quoted);
    void diffLines(int mail, int first, int last);
    void fixed(const std::vector<PageLine>& text);
    void wholeMail(); ///< the place's, as it was written

    [[nodiscard]] int newFold(FoldKind kind, int mail);
    [[nodiscard]] int foldLine(FoldKind kind, const QString& text); ///< puts the line that opens it

    /// Lines of a mail without the attributions: who is quoted is said by the page.
    [[nodiscard]] std::vector<PageLine> lines(int mail, int first, int last) const;
    [[nodiscard]] PatchLines& patch(int mail);

private:
    void put(Paragraph& paragraph, ItemKind kind, bool quoted);
    [[nodiscard]] const mail::BodyText& body(int mail) const
    {
        return m_material.bodies[static_cast<std::size_t>(mail)];
    }

    const thread::Material& m_material;
    Conversation& m_page;
    std::vector<std::unique_ptr<PatchLines>> m_patches; ///< made for the mails that need it
};

} // namespace lb::ui
