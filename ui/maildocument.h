// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/bodytext.h"
#include "ui/colours.h"

#include <QFont>
#include <QString>
#include <QTextOption>

#include <memory>

class QTextBlock;
class QTextDocument;
class QThread;

namespace lb::ui
{

/// What a mail's text is painted with; taken on the GUI thread, used on the pool.
struct MailLook {
    QFont fixedFont;
    QTextOption option; ///< wrapping and tab stops: set later, they would cost a layout of everything
    MailColours colours;
};

/// Of a quote the lines next to the reply stay; from this many lines on the others are folded away.
inline constexpr int quoteLinesKept = 4;
/// More characters than this are not shown as text: the view looks at every line when it takes a mail, which
/// must not hold the GUI thread. The largest of 138,600 real mails has 2.7 million.
inline constexpr qsizetype maxMailShown = 3 << 20;
/// A longer line is shown in pieces of this many characters: one block of 10 MB would hold the GUI for
/// seconds.
inline constexpr qsizetype longestLineShown = 4000;

/// What a block of the document is; kept in QTextBlock::userState().
enum class BlockRole { Text, Toggle, Folded };
struct BlockTag {
    BlockRole role = BlockRole::Text;
    int fold = 0; ///< number of the fold a toggle or folded line belongs to, from 1

    [[nodiscard]] int state() const { return fold * 4 + static_cast<int>(role); }
    [[nodiscard]] static BlockTag of(const QTextBlock& block);
};

/// The line that stands for a fold.
[[nodiscard]] QString toggleText(int lines, bool open);

struct MailDocument {
    std::shared_ptr<QTextDocument> document;
    int folds = 0;
};

/// A classified text as a document for a QPlainTextEdit: one block a line, quote marks put back, quotes
/// folded (invisible blocks behind a toggle line), diffs coloured. Linear, re-entrant; belongs to `home`, is
/// deleted there.
[[nodiscard]] MailDocument buildMailDocument(QThread* home, const mail::BodyText& body, const MailLook& look);

/// The raw bytes as text: UTF-8, else Latin-1.
[[nodiscard]] std::shared_ptr<QTextDocument> buildRawDocument(QThread* home, const QByteArray& rawMail,
                                                              const MailLook& look);

} // namespace lb::ui
