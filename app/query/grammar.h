// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>
#include <span>

namespace lb::query
{

/// What can be asked of a thread. Text = a bare word or a "phrase".
enum class Field {
    Text,
    From,
    To,
    Starter,
    Subject,
    Body,
    Path,
    Trailer,
    Is,
    Has,
    Awaiting,
    Tag,
    Since,
    Until,
    During,
    Revision,
    Mails,
    Participants,
    List,
};

/// What stands behind a field's colon.
enum class ValueKind { Words, Choice, Number, Date };

/// The values of is:, has: and awaiting:.
enum class Flag {
    None,
    Unread,
    Starred,
    Muted,
    Done,
    Snoozed,
    Open, ///< has open questions
    Nack,
    BotFailure,
    Applied, ///< also in part
    HasPatch,
    HasReview,
    HasNack,
    HasNote,
    AwaitsMe,
    AwaitsAuthor,
    AwaitsReviewers,
    AwaitsMaintainer,
    AwaitsNobody,
};

struct FieldRule {
    Field field;
    QLatin1String name; ///< how it is typed, in every language; of Text empty
    ValueKind kind;
};

struct Choice {
    Field field;
    QLatin1String word;
    Flag flag;
};

/// The language's one table: parser, completion and help are made from it. In the order of the help.
[[nodiscard]] std::span<const FieldRule> fieldRules();
[[nodiscard]] std::span<const Choice> choices(); ///< those of one field follow each other

[[nodiscard]] const FieldRule& ruleOf(Field field);
[[nodiscard]] std::optional<Field> fieldNamed(QStringView name); ///< in any case
[[nodiscard]] std::optional<Flag> flagNamed(Field field, QStringView word); ///< in any case
[[nodiscard]] QStringList wordsOf(Field field); ///< of its choices
[[nodiscard]] QString wordOf(Flag flag); ///< "is:unread"

/// The one of `known` that was probably meant: the only one it begins, else the nearest within two slips of
/// the hand (one for short words). Empty = none.
[[nodiscard]] QString nearest(QStringView typed, const QStringList& known);

inline constexpr QLatin1String meWord("me"); ///< of from:, to:, starter:: the reader

} // namespace lb::query
