// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "thread/mail.h"

#include <QHash>

#include <span>
#include <vector>

namespace lb::thread
{

/// Who answers whom inside one thread. The mails are in the order that decides which of two is younger.
class ReplyGraph
{
public:
    explicit ReplyGraph(std::span<const Mail> mails);

    /// The nearest ancestor that is present, -1 = none: the last known id of References, else of
    /// In-Reply-To. Loops are cut at the youngest mail of the loop.
    [[nodiscard]] int parent(int mail) const { return m_parent[static_cast<std::size_t>(mail)]; }
    /// The id that the headers give for the parent, present or not; 0 = none.
    [[nodiscard]] IdNumber parentId(int mail) const { return m_parentId[static_cast<std::size_t>(mail)]; }

    /// Marks every mail that a marked one refers to, at any distance.
    void markAncestors(std::vector<bool>& marked) const;
    /// For each mail the nearest marked mail on its way up, itself excluded; -1 = none.
    [[nodiscard]] std::vector<int> nearestMarked(const std::vector<bool>& marked) const;

private:
    void link();
    void cutLoops();

    std::span<const Mail> m_mails;
    QHash<IdNumber, int> m_index;
    std::vector<int> m_parent;
    std::vector<IdNumber> m_parentId;
};

} // namespace lb::thread
