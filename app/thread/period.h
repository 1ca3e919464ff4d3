// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDate>
#include <QDateTime>
#include <QString>

namespace lb::thread
{

/// First and last day, both inclusive, in UTC.
struct Period {
    QDate since;
    QDate until;

    [[nodiscard]] qint64 firstSecond() const
    {
        return QDateTime(since, QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    }
    [[nodiscard]] qint64 endSecond() const
    {
        return QDateTime(until.addDays(1), QTime(0, 0), Qt::UTC).toSecsSinceEpoch();
    } ///< exclusive
    [[nodiscard]] bool contains(qint64 utc) const { return utc >= firstSecond() && utc < endSecond(); }
    [[nodiscard]] bool isValid() const { return since.isValid() && until.isValid() && since <= until; }
    friend bool operator==(const Period&, const Period&) = default;
};

[[nodiscard]] Result<Period> periodFromWeek(const QString& isoWeek); ///< "2025-W25"
[[nodiscard]] Result<Period> periodFromDays(const QString& since, const QString& until,
                                            QDate today); ///< either may be empty
[[nodiscard]] Period lastDays(int days, QDate today); ///< the last N days, today included
[[nodiscard]] Period weekOf(QDate day); ///< its ISO week, Monday to Sunday
[[nodiscard]] QString isoWeekName(QDate day); ///< "2025-W25"

} // namespace lb::thread
