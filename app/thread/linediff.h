// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <vector>

namespace lb::thread
{

enum class DiffKind : quint8 { Same, Removed, Added };

/// Items that are in both sequences, or in one of them, one after the other.
struct DiffRun {
    DiffKind kind = DiffKind::Same;
    int before = 0; ///< index of its first item in the sequence before; of Added where it would stand
    int after = 0; ///< and in the sequence after
    int count = 0;
    friend bool operator==(const DiffRun&, const DiffRun&) = default;
};

/// The fewest items removed and added that lead from one sequence to the other (E. Myers, "An O(ND)
/// Difference Algorithm and Its Variations", 1986, section 4b: linear space). Parts that differ in more than
/// `mostEdits` items are replaced whole, so that the time is bounded by (before + after) * mostEdits. Removed
/// items come before the added ones. Pure, no recursion.
[[nodiscard]] std::vector<DiffRun> diffSequences(std::span<const int> before, std::span<const int> after,
                                                 int mostEdits = 2000);

} // namespace lb::thread
