// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/activity.h"

namespace lb::thread
{

namespace
{

constexpr qint64 secondsADay = 86'400;

} // namespace

QList<int> activityOf(const Listing& listing, const std::optional<Period>& period)
{
    if (!period)
        return {};
    const qint64 first = period->firstSecond();
    const qint64 count = (period->endSecond() - first) / secondsADay;
    if (count < 2 || count > mostActiveDays)
        return {};
    QList<int> days(count, 0);
    for (const ListedMail& listed : listing.mails) {
        const qint64 utc = listed.mail.date.utc;
        if (period->contains(utc))
            ++days[(utc - first) / secondsADay];
    }
    return days;
}

} // namespace lb::thread
