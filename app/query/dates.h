// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/period.h"

#include <QStringView>

#include <optional>

namespace lb::query
{

/// The days that a word names, in UTC as periods are: today, yesterday, 7d, 2w, 3m, 1y (one day, that long
/// ago), 2025-06-16, 2025-W25, 2025-06, 2025.
[[nodiscard]] std::optional<thread::Period> daysNamed(QStringView word, QDate today);

/// Whether it counts back from today: 7d, 2w, yesterday.
[[nodiscard]] bool isRelative(QStringView word);

} // namespace lb::query
