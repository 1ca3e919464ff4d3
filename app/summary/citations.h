// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace lb::summary
{

/// A line of Markdown with its citations in one form.
struct CitedText {
    QString text;
    struct Mark {
        qsizetype start = 0; ///< in text, of "[3]" or "[99?]" or "[2]-[27]"
        qsizetype length = 0;
        QList<int> mails;
        bool valid = true; ///< every number names a mail
    };
    QList<Mark> marks; ///< in order
};

/// Reads [1], [1][2], [1,2], [1-3], [mail 4], 【5】 and full-width forms and writes them as [n]. Numbers that
/// name no mail become [n?]. `protectedRanges` (code spans, as start and length) are left alone, as are [i]
/// right after an identifier where no such mail exists: an index, not a citation.
[[nodiscard]] CitedText readCitations(const QString& line, int mailCount,
                                      const QList<std::pair<qsizetype, qsizetype>>& protectedRanges);

} // namespace lb::summary
