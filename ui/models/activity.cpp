// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/activity.h"

#include <QLocale>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 mostDays = 14;
constexpr qint64 secondsADay = 86'400;

} // namespace

QList<int> activityOf(const thread::Listing& listing, const std::optional<thread::Period>& period)
{
    if (!period)
        return {};
    const qint64 first = period->firstSecond();
    const qint64 count = (period->endSecond() - first) / secondsADay;
    if (count < 2 || count > mostDays)
        return {};
    QList<int> days(count, 0);
    for (const thread::ListedMail& listed : listing.mails) {
        const qint64 utc = listed.mail.date.utc;
        if (period->contains(utc))
            ++days[(utc - first) / secondsADay];
    }
    return days;
}

QString activityText(const QList<int>& days, QDate first)
{
    const QLocale locale;
    QStringList parts;
    for (qsizetype day = 0; day < days.size(); ++day) {
        if (days.at(day) > 0)
            parts += locale.dayName(first.addDays(day).dayOfWeek(), QLocale::ShortFormat) + u' '
                + QString::number(days.at(day));
    }
    return parts.join(u", "_s);
}

} // namespace lb::ui
