// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/bodytext.h"

#include <QString>

#include <vector>

namespace lb::summary
{

/// A line of what a model reads of a mail, with its cost.
struct PackedLine {
    QString text;
    int tokens = 0;
};

/// A mail's own words: quotes cut to the last four lines before each reply, attributions, diffs and
/// signatures left out, the file list of a diffstat kept. Bounded in lines and line length, with marks where
/// something is missing.
[[nodiscard]] std::vector<PackedLine> packedLines(const mail::BodyText& body);

/// At most about `tokens` of the lines: the start and the end, with a mark between that says how many are
/// missing.
[[nodiscard]] std::vector<PackedLine> cutLines(const std::vector<PackedLine>& lines, int tokens);

/// Text of a mail or header as one safe line: no control or direction characters, bounded.
[[nodiscard]] QString safeLine(QStringView text, int longest);

} // namespace lb::summary
