// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/grammar.h"

#include <algorithm>
#include <array>
#include <vector>

namespace lb::query
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::array rules{
    FieldRule{Field::Text, ""_L1, ValueKind::Words},
    FieldRule{Field::From, "from"_L1, ValueKind::Words},
    FieldRule{Field::To, "to"_L1, ValueKind::Words},
    FieldRule{Field::Starter, "starter"_L1, ValueKind::Words},
    FieldRule{Field::Subject, "subject"_L1, ValueKind::Words},
    FieldRule{Field::Body, "body"_L1, ValueKind::Words},
    FieldRule{Field::Path, "path"_L1, ValueKind::Words},
    FieldRule{Field::Trailer, "trailer"_L1, ValueKind::Words},
    FieldRule{Field::Is, "is"_L1, ValueKind::Choice},
    FieldRule{Field::Has, "has"_L1, ValueKind::Choice},
    FieldRule{Field::Awaiting, "awaiting"_L1, ValueKind::Choice},
    FieldRule{Field::Tag, "tag"_L1, ValueKind::Words},
    FieldRule{Field::Since, "since"_L1, ValueKind::Date},
    FieldRule{Field::Until, "until"_L1, ValueKind::Date},
    FieldRule{Field::During, "during"_L1, ValueKind::Date},
    FieldRule{Field::Revision, "revision"_L1, ValueKind::Number},
    FieldRule{Field::Mails, "mails"_L1, ValueKind::Number},
    FieldRule{Field::Participants, "participants"_L1, ValueKind::Number},
    FieldRule{Field::List, "list"_L1, ValueKind::Words},
};

constexpr std::array allChoices{
    Choice{Field::Is, "unread"_L1, Flag::Unread},
    Choice{Field::Is, "starred"_L1, Flag::Starred},
    Choice{Field::Is, "muted"_L1, Flag::Muted},
    Choice{Field::Is, "done"_L1, Flag::Done},
    Choice{Field::Is, "snoozed"_L1, Flag::Snoozed},
    Choice{Field::Is, "open"_L1, Flag::Open},
    Choice{Field::Is, "nack"_L1, Flag::Nack},
    Choice{Field::Is, "bot-failure"_L1, Flag::BotFailure},
    Choice{Field::Is, "applied"_L1, Flag::Applied},
    Choice{Field::Has, "patch"_L1, Flag::HasPatch},
    Choice{Field::Has, "review"_L1, Flag::HasReview},
    Choice{Field::Has, "nack"_L1, Flag::HasNack},
    Choice{Field::Has, "note"_L1, Flag::HasNote},
    Choice{Field::Awaiting, "me"_L1, Flag::AwaitsMe},
    Choice{Field::Awaiting, "author"_L1, Flag::AwaitsAuthor},
    Choice{Field::Awaiting, "reviewers"_L1, Flag::AwaitsReviewers},
    Choice{Field::Awaiting, "maintainer"_L1, Flag::AwaitsMaintainer},
    Choice{Field::Awaiting, "nobody"_L1, Flag::AwaitsNobody},
};

constexpr qsizetype longestName = 40; ///< longer words are nobody's slip of the hand
constexpr qsizetype shortName = 4;

/// Insertions, deletions, replacements and swapped neighbours that lead from a to b (optimal string
/// alignment).
int distance(QStringView a, QStringView b)
{
    const auto width = static_cast<std::size_t>(b.size()) + 1;
    std::vector<int> before(width);
    std::vector<int> above(width);
    std::vector<int> row(width);
    for (std::size_t j = 0; j < width; ++j)
        above[j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j < width; ++j) {
            const auto at = static_cast<qsizetype>(j);
            const int replaced = above[j - 1] + (a[i - 1] == b[at - 1] ? 0 : 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, replaced});
            if (i > 1 && j > 1 && a[i - 1] == b[at - 2] && a[i - 2] == b[at - 1])
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above.back();
}

} // namespace

std::span<const FieldRule> fieldRules()
{
    return rules;
}

std::span<const Choice> choices()
{
    return allChoices;
}

const FieldRule& ruleOf(Field field)
{
    return *std::find_if(rules.begin(), rules.end(),
                         [field](const FieldRule& rule) { return rule.field == field; });
}

std::optional<Field> fieldNamed(QStringView name)
{
    for (const FieldRule& rule : rules) {
        if (!rule.name.isEmpty() && name.compare(rule.name, Qt::CaseInsensitive) == 0)
            return rule.field;
    }
    return std::nullopt;
}

std::optional<Flag> flagNamed(Field field, QStringView word)
{
    for (const Choice& choice : allChoices) {
        if (choice.field == field && word.compare(choice.word, Qt::CaseInsensitive) == 0)
            return choice.flag;
    }
    return std::nullopt;
}

QStringList wordsOf(Field field)
{
    QStringList words;
    for (const Choice& choice : allChoices) {
        if (choice.field == field)
            words.append(choice.word);
    }
    return words;
}

QString wordOf(Flag flag)
{
    for (const Choice& choice : allChoices) {
        if (choice.flag == flag)
            return QString(ruleOf(choice.field).name + u':' + choice.word);
    }
    return {};
}

QString nearest(QStringView typed, const QStringList& known)
{
    const QString word = typed.toString().toCaseFolded();
    if (word.isEmpty() || word.size() > longestName)
        return {};
    QStringList begun;
    std::copy_if(known.begin(), known.end(), std::back_inserter(begun),
                 [&word](const QString& one) { return one.startsWith(word); });
    if (begun.size() == 1)
        return begun.constFirst();
    QString best;
    int least = word.size() <= shortName ? 1 : 2;
    for (const QString& one : known) {
        const int slips = distance(word, one);
        if (slips < least || (slips == least && best.isEmpty())) {
            best = one;
            least = slips;
        }
    }
    return best;
}

} // namespace lb::query
