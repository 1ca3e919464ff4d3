// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

#include <QHash>
#include <QString>

namespace lb::summary
{

/// What a model is told, from resources/prompts. Placeholders are {{name}}.
struct PromptTemplate {
    QString system;
    QString user;
    QString version; ///< "thread/3:" and the start of the text's sha256: another text, another version
};

/// To read a whole thread.
[[nodiscard]] PromptTemplate threadPrompt(Language language);
/// To read earlier claims and the mails that are new since.
[[nodiscard]] PromptTemplate updatePrompt(Language language);
/// To put the sentences of a summary into this language.
[[nodiscard]] PromptTemplate translatePrompt(Language language);

/// True for the version of a prompt that the program uses now, whichever of them it is.
[[nodiscard]] bool isCurrentPrompt(const QString& version, Language language);

/// Puts values in place of {{names}}, in one pass: what a value contains is never taken for a placeholder.
/// Unknown names stay as they are.
[[nodiscard]] QString filledIn(const QString& text, const QHash<QString, QString>& values);

} // namespace lb::summary
