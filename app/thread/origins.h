// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/collation.h"
#include "thread/linetable.h"

#include <vector>

namespace lb::thread
{

/// The mails of a thread so that each comes after the one that it answers; else by their place in the list.
[[nodiscard]] std::vector<int> parentsFirst(const Listing& listing);

struct QuotedLines {
    std::vector<std::vector<Origin>> origins; ///< Collation::origins
    /// inParent[mail][line] = the parent has the line, its own or quoted there from who knows where.
    std::vector<std::vector<bool>> inParent;
};

/// See collate() for what is looked for where. `tables[i]` is made from `material.bodies[i]`; `order` as
/// parentsFirst() gives it: a line's origin always stands in a mail before its own.
[[nodiscard]] QuotedLines findOrigins(const Material& material, const std::vector<LineTable>& tables,
                                      const std::vector<int>& order);

} // namespace lb::thread
