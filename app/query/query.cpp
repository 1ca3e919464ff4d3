// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/query.h"

#include <algorithm>

namespace lb::query
{

using namespace Qt::StringLiterals;

namespace
{

/// A part of the tree as text.
struct Piece {
    QString text;
    Operation operation = Operation::Term;
};

QString grouped(const Piece& piece)
{
    // A word with a parenthesis of its own would take the group's for that one's end.
    const bool apart = piece.text.lastIndexOf(u'(') > piece.text.lastIndexOf(u' ');
    return QString(u'(' + piece.text + (apart ? u" )"_s : u")"_s));
}

/// Side by side, so that the tree grows to the left as the parser grows it.
Piece joined(const Piece& left, const Piece& right, Operation operation)
{
    const bool isOr = operation == Operation::Or;
    const bool groupLeft = !isOr && left.operation == Operation::Or;
    const bool groupRight = right.operation == Operation::Or || right.operation == operation;
    const QString between = isOr ? u" or "_s : u" and "_s;
    return {QString((groupLeft ? grouped(left) : left.text) + between
                    + (groupRight ? grouped(right) : right.text)),
            operation};
}

} // namespace

bool Query::asks(Field field) const
{
    return std::any_of(terms.begin(), terms.end(), [field](const Term& term) { return term.field == field; });
}

bool Query::asks(Flag flag) const
{
    return std::any_of(terms.begin(), terms.end(), [flag](const Term& term) { return term.flag == flag; });
}

QString quoted(const QString& value)
{
    const bool plain
        = !value.isEmpty() && !value.startsWith(u'-') && std::all_of(value.begin(), value.end(), [](QChar c) {
              return !c.isSpace() && c != u'(' && c != u')' && c != u':' && c != u'\uff1a';
          });
    const bool isOperator = value.compare("and"_L1, Qt::CaseInsensitive) == 0
        || value.compare("or"_L1, Qt::CaseInsensitive) == 0
        || value.compare("not"_L1, Qt::CaseInsensitive) == 0;
    return plain && !isOperator ? value : QString(u'"' + value + u'"');
}

QString conditionOf(Field field, const QString& value)
{
    constexpr qsizetype longest = 200; // a part of it finds the same
    QString text = value;
    text.removeIf([](QChar c) { return c == u'"' || c == u'\u201c' || c == u'\u201d' || c.isNull(); });
    text = text.simplified().left(longest).trimmed();
    if (text.isEmpty())
        return {};
    const bool isWord
        = text.contains(u'@') && std::all_of(text.begin(), text.end(), [](QChar c) {
              return c.isLetterOrNumber() || c == u'@' || c == u'.' || c == u'-' || c == u'_' || c == u'+';
          });
    return QString(ruleOf(field).name + u':' + (isWord ? text : QString(u'"' + text + u'"')));
}

/// Whether a word is in quotes is kept: it decides whether longer words match.
QString toText(const Term& term)
{
    const QString value = term.phrase ? QString(u'"' + term.text + u'"') : term.text;
    return term.field == Field::Text ? value : QString(ruleOf(term.field).name + u':' + value);
}

QString toText(const Query& query)
{
    std::vector<Piece> stack;
    const auto take = [&stack] {
        Piece piece = std::move(stack.back());
        stack.pop_back();
        return piece;
    };
    for (const Step& step : query.steps) {
        if (step.operation == Operation::Term) {
            stack.push_back({toText(query.terms[static_cast<std::size_t>(step.term)])});
        } else if (step.operation == Operation::Not) {
            const Piece piece = take();
            const bool isTerm = piece.operation == Operation::Term;
            stack.push_back({QString(u'-' + (isTerm ? piece.text : grouped(piece))), Operation::Not});
        } else {
            const Piece right = take();
            const Piece left = take();
            stack.push_back(joined(left, right, step.operation));
        }
    }
    return stack.empty() ? QString() : stack.back().text;
}

} // namespace lb::query
