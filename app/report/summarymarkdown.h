// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lb::report
{

/// The Markdown of a summary, whoever wrote it, made fit to stand inside a larger document: no HTML, images,
/// headings, rules or link definitions, every block closed; links go to http, https and mailto only.
/// Citations stay "[n]".
[[nodiscard]] QString embeddedMarkdown(const QString& markdown);

/// The same as HTML; a citation "[n]" links to "#" + anchor + n.
[[nodiscard]] QString embeddedHtml(const QString& markdown, const QString& anchor, int mailCount);

} // namespace lb::report
