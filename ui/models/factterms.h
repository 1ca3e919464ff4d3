// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/grammar.h"
#include "thread/facts.h"

#include <QCoreApplication>
#include <QString>

#include <optional>

namespace lb::ui
{

enum class ReviewTone { Plain, Good, Attention, Bad };
[[nodiscard]] ReviewTone reviewTone(const std::optional<thread::FactMarks>& facts);

/// For sorting: what needs a look is above what has progressed, unknown is lowest.
[[nodiscard]] int reviewRank(const std::optional<thread::FactMarks>& facts);
/// Author, reviewers, maintainer, nobody, unknown.
[[nodiscard]] int awaitedRank(const std::optional<thread::FactMarks>& facts);

/// Facts of a thread in the window's language.
struct FactTexts {
    Q_DECLARE_TR_FUNCTIONS(lb::ui::FactTexts)
public:
    static QString review(const thread::FactMarks& marks); ///< "NACK ?2 R3 A1": for a column
    static QString reviewSentences(const thread::FactMarks& marks); ///< one a line; never empty
    static QString awaited(const thread::FactMarks& marks); ///< "author": for a column
    static QString awaitedSentence(const thread::FactMarks& marks);
    static QString unknown(); ///< a sentence
    static QString term(query::Flag flag); ///< for a menu; of facts alone
};

} // namespace lb::ui
