// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/grammar.h"

#include <QDate>
#include <QString>

#include <limits>
#include <optional>
#include <vector>

namespace lb::query
{

/// Both ends inclusive: counts, or UTC seconds.
struct Range {
    qint64 from = std::numeric_limits<qint64>::min();
    qint64 to = std::numeric_limits<qint64>::max();

    [[nodiscard]] bool contains(qint64 value) const { return from <= value && value <= to; }
    friend bool operator==(const Range&, const Range&) = default;
};

/// One condition.
struct Term {
    Field field = Field::Text;
    QString text; ///< the value without its quotes, white space collapsed
    bool phrase = false; ///< was in quotes: its words stand side by side, a star is no sign
    Flag flag = Flag::None; ///< of a field of choices
    Range range = {}; ///< of a number or a date

    [[nodiscard]] bool isMe() const { return !phrase && text.compare(meWord, Qt::CaseInsensitive) == 0; }
    friend bool operator==(const Term&, const Term&) = default;
};

enum class Operation : quint8 { Term, Not, And, Or };

/// A step of a query in postfix order: a term, or what is done to the one (Not) or two results before it.
struct Step {
    Operation operation = Operation::Term;
    int term = -1; ///< index into Query::terms
    friend bool operator==(const Step&, const Step&) = default;
};

/// What was asked, as a tree in postfix order, so that nothing recurses on what was typed. A value.
struct Query {
    std::vector<Term> terms;
    std::vector<Step> steps; ///< empty = everything

    [[nodiscard]] bool isEmpty() const { return steps.empty(); }
    [[nodiscard]] bool asks(Field field) const;
    [[nodiscard]] bool asks(Flag flag) const;
    friend bool operator==(const Query&, const Query&) = default;
};

/// What is wrong, and where.
struct Problem {
    enum class Kind {
        TooLong,
        TooManyTerms,
        TooDeep,
        UnknownField, ///< looks like one that is known
        MissingValue,
        UnknownChoice,
        NotANumber,
        NotADate,
        NothingToFind, ///< a text without letters or digits where the index is asked
        NothingBefore, ///< and, or
        NothingAfter, ///< and, or, not, -
        EmptyGroup,
        NotOpened,
        NotClosed,
    };
    Kind kind = Kind::TooLong;
    qsizetype start = 0;
    qsizetype length = 0;
    QString word = {}; ///< as typed
    std::optional<Field> field = {};
    QString suggestion = {}; ///< what may be meant, to stand in the word's place; may be empty
    friend bool operator==(const Problem&, const Problem&) = default;
};

inline constexpr qsizetype longestQuery = 1000; ///< characters
inline constexpr int mostTerms = 64;
inline constexpr int deepestGroup = 32;

struct Parsed {
    Query query; ///< empty if there is a problem
    std::optional<Problem> problem;
};

/// Words side by side must all hold, `or` binds less than that, `not` and `-` more. Of awaiting: terms side
/// by side one must hold, since a thread waits for one. Case does not matter. Pure, linear.
[[nodiscard]] Parsed parse(const QString& text, QDate today);

/// The query as text that parse() makes the same query of.
[[nodiscard]] QString toText(const Query& query);
[[nodiscard]] QString toText(const Term& term);

/// A word as a value of a field, in quotes where it would else be taken apart.
[[nodiscard]] QString quoted(const QString& value);

/// "from:ada@example.invalid": the one condition that a field has this value, whatever a mail has put into
/// it; empty if nothing is left of it. Never the reader's own "me".
[[nodiscard]] QString conditionOf(Field field, const QString& value);

} // namespace lb::query
