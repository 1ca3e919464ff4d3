// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/query.h"

#include <QStringView>

#include <vector>

namespace lb::query
{

enum class TokenKind { Word, Open, Close, And, Or, Not };

/// A piece of what was typed. Of Word: a condition with its field, or without (Text).
struct Token {
    TokenKind kind = TokenKind::Word;
    qsizetype start = 0;
    qsizetype length = 0;
    Field field = Field::Text;
    bool phrase = false; ///< the value is in quotes
    qsizetype valueStart = 0; ///< without the opening quote
    qsizetype valueLength = 0;
    bool closed = true; ///< of a phrase: its second quote is there

    [[nodiscard]] qsizetype end() const { return start + length; }
};

/// Takes any text apart, in one pass. A parenthesis inside a word that opened there belongs to it: f() is a
/// word.
[[nodiscard]] std::vector<Token> tokens(QStringView text);

} // namespace lb::query
