// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "summary/claims.h"
#include "thread/facts.h"

#include <functional>
#include <optional>

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

/// What a prompt says besides the thread.
struct PromptExtras {
    QString instruction = {}; ///< of the user, one bounded line; stands in the frame, never between fences
    /// For an update: what is known, by the numbers of today, and index by index which mails are new since.
    /// Only those are packed.
    struct Known {
        ModelSummary claims;
        std::vector<bool> fresh;
    };
    std::optional<Known> known = {};
};

/// ASCII characters / 4, CJK / 1.5, rounded up.
[[nodiscard]] int estimateTokens(QStringView text);

/// The collated thread for a model within a token budget. What stays the same as mail is added comes first:
/// facts, then the mails from before the period, then the new ones, each group in the document's order. Own
/// words whole; at most four quoted lines before an answer, none where they stand right above; no diffs. Text
/// of mails is fenced and cannot close its fence. Pure.
[[nodiscard]] Prompt pack(const thread::Material& material, const thread::Facts& facts, Language language,
                          int tokenBudget, const PromptExtras& extras = {});

/// A code for fences that none of these texts contains. It hangs on the seed, a hash of what is fenced, so
/// whoever writes it cannot know it; should it stand there all the same, the next one is taken.
[[nodiscard]] QString fenceCode(QByteArray seed, const std::function<bool(const QString& code)>& isTaken);

/// What a model is told of the user's wish; empty without one.
[[nodiscard]] QString instructionText(const QString& instruction, Language language);

/// sha256 over (Message-ID, content hash) of a listing: what a summary of it rests on.
[[nodiscard]] QByteArray sourceKey(const thread::Listing& listing);

} // namespace lb::summary
