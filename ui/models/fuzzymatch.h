// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace lb::ui
{

/// How well `text` answers what was typed: all of its characters must stand there in order, case and blanks
/// aside. Starts of words and runs of characters count most, gaps and length cost. Higher is better. Nothing
/// = no match. Each CJK character is a word of its own. Looks at the first 300 characters of the text and 64
/// of the pattern; O(both).
[[nodiscard]] std::optional<int> fuzzyScore(QStringView pattern, QStringView text);

/// Where the characters stand that fuzzyScore() counted, ascending; empty = no match.
[[nodiscard]] std::vector<int> fuzzyPlaces(QStringView pattern, QStringView text);

} // namespace lb::ui
