// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/collated.h"

namespace lb::report
{

[[nodiscard]] QByteArray writeCollatedMarkdown(const CollatedThread& thread);
[[nodiscard]] QByteArray writeCollatedHtml(const CollatedThread& thread);
[[nodiscard]] QByteArray writeCollatedJson(const CollatedThread& thread);

/// A block as a reader sees it.
struct CollatedPart {
    const thread::CollatedBlock* block = nullptr;
    const thread::ListedMail* mail = nullptr; ///< whose lines these are
    bool startsSection = false;
    bool startsCard = false; ///< name the mail above it: other words stood in between
    bool continuesCard = false; ///< its mail has said something before
    QStringList lines; ///< without what could hide or reorder text; tabs as spaces
};
/// The blocks that are written for people, in order.
[[nodiscard]] std::vector<CollatedPart> partsOf(const CollatedThread& thread);

/// The known origins' mails among a quote's lines, each once.
[[nodiscard]] QList<int> sourcesOf(const thread::Collation& collation, const thread::CollatedBlock& block);

/// "[3] Ada Example · 06-16 16:02 · continued"
[[nodiscard]] QString cardTitle(const CollatedPart& part, Language language);
/// "Quoted from [1]:", "Quoted, source not found:"
[[nodiscard]] QString quoteTitle(const CollatedThread& thread, const thread::CollatedBlock& block);

} // namespace lb::report
