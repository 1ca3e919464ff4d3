// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lb::thread
{

/// One line of plain text from a mail: control, bidi and other invisible characters gone, white space
/// collapsed, at most 1,000 characters.
[[nodiscard]] QString plainLine(const QString& text);

/// Text of several lines without what plainLine() takes out; spaces and line ends stay.
[[nodiscard]] QString plainText(const QString& text);

/// plainLine() made safe inside a Markdown line: nothing in it can start a heading, list, link, HTML or
/// emphasis.
/// "[PATCH v2 1/3] a_b" stays readable: only what would mean something is escaped.
[[nodiscard]] QString escapeMarkdown(const QString& text);

} // namespace lb::thread
