// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/claimnames.h"

#include <array>

using namespace Qt::StringLiterals;

namespace lb::summary
{

namespace
{

template <typename Value>
struct Named {
    Value value;
    QLatin1StringView name;
};

constexpr std::array<Named<ClaimKind>, 8> kinds{{{ClaimKind::Change, "change"_L1},
                                                 {ClaimKind::Problem, "problem"_L1},
                                                 {ClaimKind::Objection, "objection"_L1},
                                                 {ClaimKind::Answer, "answer"_L1},
                                                 {ClaimKind::Decision, "decision"_L1},
                                                 {ClaimKind::Request, "request"_L1},
                                                 {ClaimKind::Result, "result"_L1},
                                                 {ClaimKind::Status, "status"_L1}}};

constexpr std::array<Named<Stance>, 5> stances{{{Stance::Ack, "ack"_L1},
                                                {Stance::Nack, "nack"_L1},
                                                {Stance::Concern, "concern"_L1},
                                                {Stance::Question, "question"_L1},
                                                {Stance::Neutral, "neutral"_L1}}};

constexpr std::array<Named<ThreadContext>, 3> contexts{{{ThreadContext::Complete, "complete"_L1},
                                                        {ThreadContext::MissingRoot, "missing_root"_L1},
                                                        {ThreadContext::Truncated, "truncated"_L1}}};

constexpr std::array<Named<Flaw>, 22> flaws{{{Flaw::NoCitation, "no-citation"_L1},
                                             {Flaw::UnknownMail, "unknown-mail"_L1},
                                             {Flaw::NoQuote, "no-quote"_L1},
                                             {Flaw::QuoteNotFound, "quote-not-found"_L1},
                                             {Flaw::QuoteElsewhere, "quote-elsewhere"_L1},
                                             {Flaw::WrongSpeaker, "wrong-speaker"_L1},
                                             {Flaw::UnknownName, "unknown-name"_L1},
                                             {Flaw::WrongVersion, "wrong-version"_L1},
                                             {Flaw::WrongPatch, "wrong-patch"_L1},
                                             {Flaw::WrongCount, "wrong-count"_L1},
                                             {Flaw::WrongTrailer, "wrong-trailer"_L1},
                                             {Flaw::NotApplied, "not-applied"_L1},
                                             {Flaw::UnknownAnchor, "not-in-cited-mail"_L1},
                                             {Flaw::WrongWindow, "wrong-period"_L1},
                                             {Flaw::WrongExpansion, "wrong-expansion"_L1},
                                             {Flaw::WrongLanguage, "wrong-language"_L1},
                                             {Flaw::Hedge, "hedge"_L1},
                                             {Flaw::Boilerplate, "boilerplate"_L1},
                                             {Flaw::PromptLeak, "prompt-leak"_L1},
                                             {Flaw::ForeignLink, "foreign-link"_L1},
                                             {Flaw::NobodyAnswered, "nobody-answered"_L1},
                                             {Flaw::ObeysOrder, "obeys-order"_L1}}};

template <typename Table, typename Value>
QString nameIn(const Table& table, Value value)
{
    for (const auto& entry : table) {
        if (entry.value == value)
            return entry.name;
    }
    return {};
}

template <typename Table>
auto valueIn(const Table& table, const QString& name) -> std::optional<decltype(table.front().value)>
{
    for (const auto& entry : table) {
        if (name.compare(entry.name, Qt::CaseInsensitive) == 0)
            return entry.value;
    }
    return std::nullopt;
}

template <typename Table>
QStringList namesIn(const Table& table)
{
    QStringList names;
    for (const auto& entry : table)
        names.append(entry.name);
    return names;
}

} // namespace

QString claimKindName(ClaimKind kind)
{
    return nameIn(kinds, kind);
}

std::optional<ClaimKind> claimKindFromName(const QString& name)
{
    return valueIn(kinds, name);
}

QString stanceName(Stance stance)
{
    return nameIn(stances, stance);
}

std::optional<Stance> stanceFromName(const QString& name)
{
    return valueIn(stances, name);
}

QString contextName(ThreadContext context)
{
    return nameIn(contexts, context);
}

std::optional<ThreadContext> contextFromName(const QString& name)
{
    return valueIn(contexts, name);
}

QStringList claimKindNames()
{
    return namesIn(kinds);
}

QStringList stanceNames()
{
    return namesIn(stances);
}

QStringList contextNames()
{
    return namesIn(contexts);
}

QString flawCode(Flaw flaw)
{
    return nameIn(flaws, flaw);
}

} // namespace lb::summary
