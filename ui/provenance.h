// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"
#include "thread/listing.h"

#include <QHash>
#include <QString>

namespace lb::ui
{

/// Where a summary comes from, in one line: "Built-in digest · 22 Nov 2026 18:30" or "AI summary · model,
/// provider ·
/// ... · 12 of 14 claims verified". What no model wrote is never called AI.
[[nodiscard]] QString provenanceLine(const store::SummaryRecord& summary,
                                     const QHash<QString, QString>& providerNames);

/// The same, short, for a menu.
[[nodiscard]] QString versionLine(const store::SummaryRecord& summary,
                                  const QHash<QString, QString>& providerNames);

/// The number that citation n of this summary has in the thread of today: numbers move when mail is added. 0
/// when that mail is not in the list any more.
[[nodiscard]] int currentNumber(const store::SummaryRecord& summary, const thread::Listing& listing,
                                int citation);

} // namespace lb::ui
