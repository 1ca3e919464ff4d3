// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/listing.h"

#include <QList>

#include <optional>

namespace lb::thread
{

inline constexpr int mostActiveDays = 14; ///< that are counted one by one

/// Mails of each day (UTC) of a period of at most two weeks, the first day first; none for longer ones: their
/// days are too many to be drawn beside a number. Pure.
[[nodiscard]] QList<int> activityOf(const Listing& listing, const std::optional<Period>& period);

} // namespace lb::thread
