// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

#include <QDateTime>
#include <QList>
#include <QString>

namespace lb::report
{

/// thread::plainLine() with what HTML reads as markup written as entities.
[[nodiscard]] QString escapeHtml(const QString& text);

[[nodiscard]] QString localDayAndTime(const mail::MailDate& date); ///< "06-16 16:02", the sender's clock
[[nodiscard]] QString rfcDate(const mail::MailDate& date); ///< "Mon, 16 Jun 2025 16:02:41 -0700"
[[nodiscard]] QString isoDate(const mail::MailDate& date); ///< "2025-06-16T16:02:41-07:00"
[[nodiscard]] QString isoDate(const QDateTime& time); ///< the same; "+00:00" for UTC

[[nodiscard]] QString ranges(const QList<int>& numbers); ///< "1-3, 7"

} // namespace lb::report
