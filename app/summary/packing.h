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
};

/// ASCII characters / 4, CJK / 1.5, rounded up.
[[nodiscard]] int estimateTokens(QStringView text);

/// The thread for a model within a token budget: facts first, own text of every mail with at most four quoted
/// lines before each reply, no diffs; history and new mails told apart. Text of mails is fenced and cannot
/// close its fence. Pure.
[[nodiscard]] Prompt pack(const thread::Material& material, const thread::Facts& facts, Language language,
                          int tokenBudget);

/// sha256 over (Message-ID, content hash) of a listing: what a summary of it rests on.
[[nodiscard]] QByteArray sourceKey(const thread::Listing& listing);

} // namespace lb::summary
