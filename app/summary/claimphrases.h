// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

#include <QString>
#include <QStringList>

namespace lb::summary
{

// What a text says by its words, in English and Chinese alike. Each gives the words concerned; empty = none.

/// A guess of the writer's, "presumably".
[[nodiscard]] QString hedgeIn(const QString& text);
/// Words that make a guess the mail's own.
[[nodiscard]] bool guesses(const QString& foldedMail);
/// "Overall, ..." at the start of a sentence.
[[nodiscard]] QString boilerplateIn(const QString& text);
/// Marks of prompts, templates and roles. `prompts`: what the model was told, folded.
[[nodiscard]] QString leakIn(const QString& text, const QStringList& prompts);
/// "has been merged": says that a series, patch or version went in. No wish, condition or denial.
[[nodiscard]] QString appliedIn(const QString& text);
/// "the discussion", "feedback": that others have said something. No denial.
[[nodiscard]] QString discussionIn(const QString& text);
[[nodiscard]] bool speaksOfDiscussion(const QString& foldedMail);
/// True if the text is not in this language, names and identifiers aside.
[[nodiscard]] bool isOtherLanguage(const QString& text, Language language);
/// "Reviewed-by", spelt canonically: the trailers that a text names.
[[nodiscard]] QStringList trailersNamedIn(const QString& text);

} // namespace lb::summary
