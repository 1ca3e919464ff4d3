// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/claimcheck.h"
#include "support/goldthreads.h"

#include <QRandomGenerator>

#include <span>

namespace lb::test
{

/// Damages one thing of true claims.
struct ClaimMutation {
    const char* name;
    /// The index of the claim that it damaged, -1 for the gist; nothing where it does not fit the thread.
    std::optional<int> (*apply)(summary::ModelSummary& summary, const GoldThread& gold, Language language,
                                QRandomGenerator& random);
};

[[nodiscard]] std::span<const ClaimMutation> claimMutations();

/// How a check does on gold threads.
struct MutationScore {
    struct Row {
        QString name;
        int damaged = 0;
        int detected = 0;
        QStringList missed; ///< the first few texts
        [[nodiscard]] double rate() const { return damaged == 0 ? 1.0 : double(detected) / damaged; }
    };
    QList<Row> rows;
    int claims = 0; ///< true ones
    int alarms = 0; ///< of them that were not verified
    QStringList falseAlarms; ///< the first few
    [[nodiscard]] double alarmRate() const { return claims == 0 ? 0.0 : double(alarms) / claims; }
};

/// Threads first ... first + count - 1, each in both languages; each mutation once for each.
[[nodiscard]] MutationScore scoreClaimCheck(quint32 first, int count);

} // namespace lb::test
