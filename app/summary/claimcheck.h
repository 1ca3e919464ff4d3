// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/claims.h"
#include "summary/glossary.h"
#include "summary/threadindex.h"

#include <QStringList>

namespace lb::summary
{

struct CheckOptions {
    Language language = Language::English; ///< that was asked for
    Glossary glossary;
    QStringList prompts; ///< what the model was told, folded: its words in an answer are a leak
};

/// With the shipped prompts and this list's glossary.
[[nodiscard]] CheckOptions checkOptions(Language language, const Glossary& glossary);

/// Holds claims against the thread that they are about, by code alone: that citations exist, that the words
/// quoted stand among the cited mail's own, that whoever is said to speak wrote them, that versions, counts,
/// trailers, identifiers and numbers are in the mails cited, that what is called new is, and that terms,
/// language and tone are as they should be. It cannot tell whether a sentence follows from the mail: it tells
/// what a claim names and the thread does not. Pure.
[[nodiscard]] CheckedSummary checkClaims(const ModelSummary& summary, const thread::Material& material,
                                         const thread::Facts& facts, const CheckOptions& options);

/// The same for a thread that is checked more than once.
[[nodiscard]] CheckedSummary checkClaims(const ModelSummary& summary, const ThreadIndex& index,
                                         const CheckOptions& options);

} // namespace lb::summary
