// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/termreader.h"

#include "query/dates.h"

#include <algorithm>

namespace lb::query
{

using namespace Qt::StringLiterals;

namespace
{

using Read = std::variant<Term, Problem>;

constexpr qsizetype mostDigits = 9;
constexpr qsizetype shortestField = 3; ///< shorter names before a colon are subjects' ("mm:", "x86:")

Problem problemAt(Problem::Kind kind, const QString& text, const Token& token)
{
    Problem problem{kind, token.start, token.length, text.mid(token.start, token.length)};
    if (token.field != Field::Text)
        problem.field = token.field;
    return problem;
}

std::optional<qint64> number(QStringView text)
{
    if (text.isEmpty() || text.size() > mostDigits
        || !std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    return text.toLongLong();
}

/// "a..b", "a..", "..b": its ends, of which one may be empty.
std::optional<std::pair<QStringView, QStringView>> endsOf(QStringView value)
{
    const qsizetype dots = value.indexOf(".."_L1);
    if (dots < 0 || value.size() == 2)
        return std::nullopt;
    return std::pair(value.left(dots), value.mid(dots + 2));
}

std::optional<Range> numbersNamed(QStringView value)
{
    Range range;
    if (const auto ends = endsOf(value)) {
        const auto [first, last] = *ends;
        const std::optional<qint64> from = first.isEmpty() ? range.from : number(first);
        const std::optional<qint64> to = last.isEmpty() ? range.to : number(last);
        return from && to && *from <= *to ? std::optional(Range{*from, *to}) : std::nullopt;
    }
    const QStringView sign
        = value.left(value.startsWith(">="_L1) || value.startsWith("<="_L1)                           ? 2
                         : value.startsWith(u'>') || value.startsWith(u'<') || value.startsWith(u'=') ? 1
                                                                                                      : 0);
    const std::optional<qint64> count = number(value.mid(sign.size()));
    if (!count)
        return std::nullopt;
    if (sign.startsWith(u'>'))
        range.from = *count + (sign.size() == 1 ? 1 : 0);
    else if (sign.startsWith(u'<'))
        range.to = *count - (sign.size() == 1 ? 1 : 0);
    else
        range = {*count, *count};
    return range;
}

std::optional<Range> timesNamed(Field field, QStringView value, QDate today)
{
    QStringView first = value;
    QStringView last = value;
    if (field == Field::During) {
        if (const auto ends = endsOf(value))
            std::tie(first, last) = *ends;
        else if (isRelative(value))
            last = {}; // from then on
    }
    Range range;
    if (field != Field::Until && !first.isEmpty()) {
        const std::optional<thread::Period> days = daysNamed(first, today);
        if (!days)
            return std::nullopt;
        range.from = days->firstSecond();
    }
    if (field != Field::Since && !last.isEmpty()) {
        const std::optional<thread::Period> days = daysNamed(last, today);
        if (!days)
            return std::nullopt;
        range.to = days->endSecond() - 1;
    }
    return range.from <= range.to ? std::optional(range) : std::nullopt;
}

/// "form:ada": a name with a value that is one slip away from a field's. Words that merely have a colon are
/// text.
std::optional<Problem> mistypedField(const QString& text, const Token& token, const QString& value)
{
    const qsizetype colon = value.indexOf(u':');
    if (token.phrase || colon < shortestField || colon + 1 >= value.size())
        return std::nullopt;
    const QStringView name = QStringView(value).left(colon);
    if (!std::all_of(name.begin(), name.end(), [](QChar c) { return c.isLetter(); }))
        return std::nullopt;
    QStringList near;
    for (const FieldRule& rule : fieldRules()) {
        const qsizetype difference = rule.name.size() - name.size();
        if (!rule.name.isEmpty() && difference >= -1 && difference <= 1)
            near.append(rule.name);
    }
    const QString meant = nearest(name, near);
    if (meant.isEmpty())
        return std::nullopt;
    Problem problem = problemAt(Problem::Kind::UnknownField, text, token);
    problem.suggestion = meant + value.mid(colon);
    return problem;
}

Read choice(const QString& text, const Token& token, Term term)
{
    const std::optional<Flag> flag = flagNamed(term.field, term.text);
    if (!flag) {
        Problem problem = problemAt(Problem::Kind::UnknownChoice, text, token);
        const QString meant = nearest(term.text, wordsOf(term.field));
        if (!meant.isEmpty())
            problem.suggestion = QString(ruleOf(term.field).name + u':' + meant);
        return problem;
    }
    term.flag = *flag;
    term.text = term.text.toLower();
    term.phrase = false;
    return term;
}

bool asksTheIndexAlone(Field field)
{
    return field == Field::Body || field == Field::Path || field == Field::Trailer || field == Field::To;
}

} // namespace

bool hasWord(QStringView text)
{
    return std::any_of(text.begin(), text.end(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

Read readTerm(const QString& text, const Token& token, QDate today)
{
    Term term{token.field, text.mid(token.valueStart, token.valueLength).remove(QChar::Null).simplified(),
              token.phrase};
    if (term.text.isEmpty())
        return problemAt(Problem::Kind::MissingValue, text, token);
    switch (ruleOf(term.field).kind) {
    case ValueKind::Words:
        if (asksTheIndexAlone(term.field) && !hasWord(term.text))
            return problemAt(Problem::Kind::NothingToFind, text, token);
        if (term.field == Field::Text) {
            if (std::optional<Problem> mistyped = mistypedField(text, token, term.text))
                return *std::move(mistyped);
        }
        return term;
    case ValueKind::Choice:
        return choice(text, token, std::move(term));
    case ValueKind::Number:
    case ValueKind::Date: {
        const bool isNumber = ruleOf(term.field).kind == ValueKind::Number;
        const std::optional<Range> range
            = isNumber ? numbersNamed(term.text) : timesNamed(term.field, term.text, today);
        if (!range)
            return problemAt(isNumber ? Problem::Kind::NotANumber : Problem::Kind::NotADate, text, token);
        term.range = *range;
        term.text = term.text.toLower();
        term.phrase = false;
        return term;
    }
    }
    return term;
}

} // namespace lb::query
