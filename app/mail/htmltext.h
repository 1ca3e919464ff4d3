// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace lb::mail
{

/// HTML mail as plain text: paragraphs, lists, quotes ("> "), preformatted text and link targets survive;
/// scripts, styles, comments and everything that would load something do not. One pass, no recursion, any
/// input.
[[nodiscard]] QString htmlToText(const QString& html);

} // namespace lb::mail
