// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

#include <optional>
#include <vector>

namespace lb::summary
{

/// A part of a text that the other version does not have.
struct TextRun {
    qsizetype start = 0;
    qsizetype length = 0;
    friend bool operator==(const TextRun&, const TextRun&) = default;
};

/// A claim as one of two versions has it.
struct ClaimSide {
    QString text; ///< plain, without Markdown and citations
    QString kind; ///< see store::Claim
    QList<int> citations; ///< numbers in its own version's list
    bool verified = false;
    QString reason; ///< why it is not, in the version's language
    QList<TextRun> changed; ///< in order; nothing unless the row says Changed
};

enum class ClaimChange { Same, Changed, OnlyOld, OnlyNew };

struct ClaimRow {
    ClaimChange change = ClaimChange::Same;
    std::optional<ClaimSide> old; ///< nothing of OnlyNew
    std::optional<ClaimSide> fresh; ///< nothing of OnlyOld
};

/// Two versions of a thread's summary side by side: claims are matched by what they cite (by Message-ID:
/// numbers change with the list), what kind they are of, and their words. Same also where only the verdict
/// differs. In the order of the new version; what it left out stands where it stood. Versions of prose or of
/// the digest are compared sentence by sentence, as their claims are. At most 600 claims a side: those over
/// it are not matched. Pure.
[[nodiscard]] std::vector<ClaimRow> compareClaims(const store::SummaryRecord& old,
                                                  const store::SummaryRecord& fresh);

} // namespace lb::summary
