// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/collation.h"

#include <QString>

#include <vector>

namespace lb::summary
{

/// A line of what a model reads of a mail, with its cost.
struct PackedLine {
    QString text;
    int tokens = 0;
};

[[nodiscard]] PackedLine packedLine(const QString& text);

/// A block of a collated thread for a model: own words whole, the last four lines of a quote, the file list
/// bounded; nothing of diffs and signatures. Line lengths are bounded.
[[nodiscard]] std::vector<PackedLine> packedLines(const mail::BodyText& body,
                                                  const thread::CollatedBlock& block);

/// Which of a mail's lines stay within about `tokens`: the start and the end.
struct Cut {
    std::size_t head = 0; ///< lines [0, head) stay
    std::size_t tail = 0; ///< and lines [tail, end)
};
[[nodiscard]] Cut cutLines(const std::vector<PackedLine>& lines, int tokens);

/// "[... 12 lines left out]"
[[nodiscard]] PackedLine cutMark(std::size_t lines);

/// Text of a mail or header as one safe line, bounded: nothing in it that is not seen, be it control,
/// direction, zero-width or tag characters.
[[nodiscard]] QString safeLine(QStringView text, int longest);

} // namespace lb::summary
