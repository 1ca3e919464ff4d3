// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/packing.h"

namespace lb::summary
{

/// The summary with its texts in this language; nothing where they are in the other one alone. A summary that
/// does not say its language has the one that is asked for.
[[nodiscard]] std::optional<ModelSummary> inLanguage(const ModelSummary& summary, Language language);

/// What a model is sent to have a summary's sentences in this language: nothing but them. Who says it, the
/// mails, quotes and stances are not sent, so that a translator cannot change them. Pure.
[[nodiscard]] Prompt translationPrompt(const ModelSummary& summary, Language language,
                                       const QString& glossary = {});

/// The JSON schema of the answer.
[[nodiscard]] QByteArray translationSchema();

/// The summary with the answer's sentences, and its own as their translation; nothing unless the answer has
/// one for every sentence that was sent.
[[nodiscard]] std::optional<ModelSummary> translated(const ModelSummary& summary, const QString& answer,
                                                     Language language);

} // namespace lb::summary
