// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <QList>
#include <QStringList>

namespace lb::query
{

/// What values can be completed from.
struct Vocabulary {
    struct Person {
        QString name; ///< may be empty
        QString address;
        int mails = 0;
    };
    QList<Person> people; ///< most mails first
    QStringList tags;
    QStringList lists;
};

/// Something that can be typed next.
struct Candidate {
    QString text; ///< takes the place of the word at the cursor
    QString meaning; ///< in the window's language
};

struct Completion {
    qsizetype start = 0; ///< of what is replaced
    qsizetype length = 0;
    QList<Candidate> candidates; ///< at most `mostCandidates`; empty = nothing to say
};
inline constexpr qsizetype mostCandidates = 20;

/// For the word that ends at or spans the cursor: fields, then values. Nothing where text is typed that
/// begins no field, so that plain words can be typed in peace. `unasked`: also where no word has been begun.
[[nodiscard]] Completion complete(const QString& text, qsizetype cursor, const Vocabulary& vocabulary,
                                  bool unasked = false);

} // namespace lb::query
