// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/listing.h"

#include <QList>
#include <QString>

#include <optional>

namespace lb::ui
{

/// Mails of each day (UTC) of a period of at most two weeks, the first day first; none for longer ones: their
/// days are too many to be drawn beside a number. Pure.
[[nodiscard]] QList<int> activityOf(const thread::Listing& listing,
                                    const std::optional<thread::Period>& period);

/// The same in words: "Mon 3, Wed 1"; days without mail are left out.
[[nodiscard]] QString activityText(const QList<int>& days, QDate first);

} // namespace lb::ui
