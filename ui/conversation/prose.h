// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/conversation/conversation.h"

#include <QStringView>

#include <span>
#include <vector>

namespace lb::ui
{

/// One line of a mail: its text without quote marks and where it stands.
struct PageLine {
    QStringView text;
    int line = 0; ///< index into BodyText::lines
};

/// A run of lines that is shown as one.
struct Paragraph {
    bool fixed = false; ///< indented or laid out in columns: shown as it was typed
    bool continues = false; ///< the rest of a paragraph too long for one
    int line = 0;
    QString text; ///< lines parted by QChar::LineSeparator
    std::vector<Join> joins;
};

/// Longer paragraphs are cut into pieces.
inline constexpr int mostItemLines = 40;
inline constexpr qsizetype mostItemCharacters = 4000;

/// Mail is wrapped by hand for 72 columns of one width. A line end is undone where the next word had found no
/// room; short lines, lists, trailers and what is indented stay as they are. Linear.
[[nodiscard]] std::vector<Paragraph> paragraphs(std::span<const PageLine> lines);

/// The same without any joining: diffs, file lists, code.
[[nodiscard]] std::vector<Paragraph> verbatim(std::span<const PageLine> lines);

/// A signature without the footer that a list adds to every mail; nothing of the version of git below a
/// patch.
[[nodiscard]] std::vector<PageLine> signature(std::vector<PageLine> lines);

/// "", "-----", "[...]": no letter or digit.
[[nodiscard]] bool isWordless(QStringView line);

/// http, https and mailto links of a text, in order; at most 100. Linear.
[[nodiscard]] std::vector<Zone> linksIn(QStringView text);

/// As the mail has it: what was joined is parted again. `start` and `length` are of item.text.
[[nodiscard]] QString originalText(const Item& item, qsizetype start, qsizetype length);

} // namespace lb::ui
