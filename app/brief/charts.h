// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"
#include "thread/listing.h"
#include "thread/participants.h"

#include <QDateTime>

#include <memory>
#include <optional>
#include <span>

namespace lb::brief
{

/// Weeks side by side, up to twelve. Without mail in at least two of them there is nothing to compare, and
/// none is named.
struct WeekSeries {
    QList<store::WeekRecord> weeks; ///< one after the other, oldest first; without mail: not in the library
    int shown = -1; ///< index of the period's week; -1 = it is none
    int median = 0; ///< mails of the weeks with mail
    int withMail = 0; ///< so many of them have some
    bool isRunning = false; ///< the week that is shown has not ended

    /// The week before the one that is shown; null = none, or without mail.
    [[nodiscard]] const store::WeekRecord* before() const;
    friend bool operator==(const WeekSeries&, const WeekSeries&) = default;
};

/// The numbers of a period that are looked at rather than read.
struct Charts {
    WeekSeries weeks;
    QDate firstDay;
    QList<int> days; ///< mails of each day (UTC) of a period of at most two weeks; longer ones have none
    thread::Participants participants; ///< of the new mails

    [[nodiscard]] bool isEmpty() const
    {
        return weeks.weeks.isEmpty() && days.isEmpty() && participants.most.isEmpty();
    }
    friend bool operator==(const Charts&, const Charts&) = default;
};
using ChartsPointer = std::shared_ptr<const Charts>;

inline constexpr int chartedWeeks = 12;
inline constexpr qsizetype chartedPeople = 8;

/// The last weeks up to the newest that has mail; around the week that is shown where that is older. Weeks
/// after `now` are left out: only wrong clocks have mail there. `weeks` in any order. Pure.
[[nodiscard]] WeekSeries weekSeries(const QList<store::WeekRecord>& weeks,
                                    const std::optional<thread::Period>& period, const QDateTime& now);

/// Of the new mails of these threads. No period: all mail, which has no days. Pure.
[[nodiscard]] Charts chartsOf(std::span<const thread::Listing* const> threads,
                              const QList<store::WeekRecord>& weeks,
                              const std::optional<thread::Period>& period, const QDateTime& now);

} // namespace lb::brief
