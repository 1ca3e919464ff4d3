// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include <memory>

class QPalette;
class QTextDocument;
class QThread;

namespace lb::ui
{

/// What a document is painted with; taken on the GUI thread, used on the pool.
struct MarkdownLook {
    QFont font;
    QString fixedFamily;
    QColor link;
    QColor codeGround;
    QColor quote;
    QColor rule;
};
[[nodiscard]] MarkdownLook markdownLook(const QFont& font, const QPalette& palette);

/// More than a summary ever holds; what is beyond is cut off with a note.
inline constexpr qsizetype maxMarkdown = 256 * 1024;

/// The Markdown as a document, built from cmark's tree without a detour through HTML: raw HTML is shown as
/// the text it is, images are their alternative text, links keep only http, https and mailto. [1], [1][2],
/// [1, 2] and [2-28] outside code and links become anchors "cite:n"; the marks of unverified claims at
/// the start of a line "doubt:k", k from 0. Re-entrant; linear; the depth of the
/// input costs no stack. The document lives on the calling thread.
[[nodiscard]] std::unique_ptr<QTextDocument> buildMarkdown(const QString& markdown, const MarkdownLook& look);

/// Blocks of this many characters are laid out at a time: a few milliseconds.
inline constexpr int charactersPerTurn = 8000;

/// Makes the next blocks visible, from `block` on; gives the number of the first that is still hidden, or -1.
/// Qt's layout takes a long document in steps that double up to 200,000 characters, which holds the window.
[[nodiscard]] int revealMore(QTextDocument& document, int block);

/// The same for use from another thread: belongs to `home` and is deleted there. Blocks beyond the first
/// screens are hidden until revealMore() shows them.
[[nodiscard]] std::shared_ptr<QTextDocument> buildMarkdownFor(QThread* home, const QString& markdown,
                                                              const MarkdownLook& look);

} // namespace lb::ui
