// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/bodytext.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace lb::thread
{

/// Lines of a mail that its sender wrote one after the other, as running text.
struct Paragraph {
    QString text; ///< lines joined by a space; trailers left out
    int firstLine = 0; ///< indexes into BodyText::lines
    int lastLine = 0;
    bool afterQuote = false; ///< stands right under a quote: an answer to it
    bool isListItem = false; ///< "- ...", "1. ..."
    bool isIndented = false; ///< code, a log, a list of commits
};

/// The sender's own paragraphs, outside quotes, diffs, diffstat and signature. At most 2,000.
[[nodiscard]] std::vector<Paragraph> ownParagraphs(const mail::BodyText& body);

/// True for a paragraph that tells something: no greeting, thanks, name, "[...]", link, base-commit or
/// heading.
[[nodiscard]] bool isInformative(const Paragraph& paragraph);

/// "Hi all,", "Thanks for the review.": polite and nothing else.
[[nodiscard]] bool isCourtesy(const QString& text);

/// Takes running text apart at the ends of sentences, Latin and CJK; "e.g. x" and "v1.2" stay whole.
[[nodiscard]] QStringList sentences(const QString& text);

/// A sentence of a paragraph with the lines it stands in.
struct Sentence {
    QString text;
    int firstLine = 0; ///< indexes into BodyText::lines
    int lastLine = 0;
};
[[nodiscard]] std::vector<Sentence> sentencesOf(const mail::BodyText& body, const Paragraph& paragraph);

/// At most `length` characters, cut between words where there are any, with "…" if something was cut.
[[nodiscard]] QString shortened(const QString& text, qsizetype length);

} // namespace lb::thread
