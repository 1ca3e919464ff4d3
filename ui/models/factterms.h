// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/facts.h"

#include <QCoreApplication>
#include <QList>
#include <QString>

#include <optional>

namespace lb::ui
{

/// What can be asked of a thread's facts in the filter line.
enum class FactTerm {
    OpenQuestions, ///< is:open
    Refused, ///< is:nack
    BotFailed, ///< is:bot-failure
    Applied, ///< is:applied; also in part
    Reviewed, ///< has:review
    AwaitsAuthor, ///< awaiting:author
    AwaitsReviewers,
    AwaitsMaintainer,
    AwaitsNobody,
};
inline constexpr int factTermCount = static_cast<int>(FactTerm::AwaitsNobody) + 1;

/// How it is typed: the same in every language.
[[nodiscard]] QString factWord(FactTerm term);
[[nodiscard]] std::optional<FactTerm> factTermOf(const QString& word); ///< a case-folded one
[[nodiscard]] bool asksForFacts(const QString& word); ///< begins as those do: "is:whatever"

/// Each term must hold, but of those that say who is awaited one. Facts not known yet meet no term.
[[nodiscard]] bool meets(const std::optional<thread::FactMarks>& facts, const QList<FactTerm>& terms);

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
    static QString term(FactTerm term); ///< for a menu
};

} // namespace lb::ui
