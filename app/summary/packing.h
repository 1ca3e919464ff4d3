// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "thread/facts.h"

namespace lb::summary
{

struct Prompt {
    QString system;
    QString user;
    QString version; ///< template id and hash of its text
    QByteArray sourceKey; ///< sha256 over (Message-ID, content hash) of the mails packed, in order
    int estimatedTokens = 0;
    bool truncated = false; ///< something was left out; the text says where
    struct Packed {
        int mail = 0; ///< number
        int lines = 0; ///< of it in the text
        int of = 0; ///< that it has for a model
    };
    QList<Packed> mails; ///< exactly what was packed, mail by mail
};

/// ASCII characters / 4, CJK / 1.5, rounded up.
[[nodiscard]] int estimateTokens(QStringView text);

/// The collated thread for a model within a token budget. What stays the same as mail is added comes first:
/// facts, then the mails from before the period, then the new ones, each group in the document's order. Own
/// words whole; at most four quoted lines before an answer, none where they stand right above; no diffs. Text
/// of mails is fenced and cannot close its fence. Pure.
[[nodiscard]] Prompt pack(const thread::Material& material, const thread::Facts& facts, Language language,
                          int tokenBudget);

/// sha256 over (Message-ID, content hash) of a listing: what a summary of it rests on.
[[nodiscard]] QByteArray sourceKey(const thread::Listing& listing);

} // namespace lb::summary
