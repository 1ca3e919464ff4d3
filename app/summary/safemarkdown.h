// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace lb::summary
{

/// Lines of Markdown from a model, made harmless: no control or direction characters, no HTML, no images, no
/// link definitions, no headings above ####, no rules, no code blocks (their lines become code spans). Code
/// spans never cross a line, so every reader of Markdown sees the same ones.
[[nodiscard]] QStringList safeMarkdownLines(const QString& text);

/// Start and length of the code spans of a line of safeMarkdownLines.
[[nodiscard]] QList<std::pair<qsizetype, qsizetype>> codeSpans(const QString& line);

} // namespace lb::summary
