// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "store/records.h"
#include "thread/facts.h"
#include "thread/statements.h"

namespace lb::summary
{

struct SummaryText {
    QString markdown; ///< citations as [n]
    QList<store::Claim> claims;
    QString gist = {}; ///< one line, plain text; of a digest its author's first words; may be empty
    QByteArray extraction = {}; ///< of a model, see store::SummaryRecord
};

/// The summary without a model: what the thread is in its author's words, where it stands, what is new in the
/// period mail by mail, what is unanswered. Every list line cites; a run of mails is cited by its ends,
/// "[2]–[28]", and its claim names each of them. Quoted words stand between “ and ” and cannot hold Markdown
/// or citations. Long threads are grouped: a series is one line, trailers one line a person, a long exchange
/// one line a person and patch. Pure: same input, same text.
[[nodiscard]] SummaryText digest(const thread::Material& material, const thread::Facts& facts,
                                 Language language);
/// The same for who has read the mails already.
[[nodiscard]] SummaryText digest(const thread::Reading& reading, const thread::Facts& facts,
                                 Language language);

inline constexpr auto digestVersion = "digest/3"; ///< raise when the text changes

} // namespace lb::summary
