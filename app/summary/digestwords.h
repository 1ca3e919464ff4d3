// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/statements.h"

namespace lb::summary
{

/// What a posting or a question is about, in its author's words: its first informative paragraphs.
[[nodiscard]] QString subjectMatter(const thread::Reading& reading, int index);

/// The same from what an answer quotes, when the mail itself is not listed.
[[nodiscard]] QString quotedMatter(const thread::Reading& reading, int index);

/// The newest entry of the change log that a posting carries; empty if there is none.
[[nodiscard]] QString changeLog(const thread::Reading& reading, int index);

/// Plain words of a mail between “ and ”, fit for Markdown: nothing in them is markup or reads as a citation.
[[nodiscard]] QString quotation(const QString& words);

/// "[2]", "[2][5]", "[2]–[28]".
[[nodiscard]] QString citations(const QList<int>& mails);

/// "1-3, 7"
[[nodiscard]] QString numberRanges(const QList<int>& numbers);

} // namespace lb::summary
