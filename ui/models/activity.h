// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace lb::ui
{

/// What thread::activityOf() counted, in words: "Mon 3, Wed 1"; days without mail are left out.
[[nodiscard]] QString activityText(const QList<int>& days, QDate first);

} // namespace lb::ui
