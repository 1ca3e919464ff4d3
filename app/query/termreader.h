// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/lexer.h"

#include <variant>

namespace lb::query
{

/// What a token asks, or why it cannot be understood. Pure.
[[nodiscard]] std::variant<Term, Problem> readTerm(const QString& text, const Token& token, QDate today);

/// Whether a text holds something the full-text index has words of.
[[nodiscard]] bool hasWord(QStringView text);

} // namespace lb::query
