// SPDX-License-Identifier: GPL-3.0-or-later
#include "brief/charts.h"

#include "thread/activity.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <vector>

namespace lb::brief
{

namespace
{

constexpr int daysInWeek = 7;
constexpr int weeksAfterShown = 5; ///< of one that is too old to stand among the newest

int medianOf(std::vector<int> numbers)
{
    if (numbers.empty())
        return 0;
    std::ranges::sort(numbers);
    const std::size_t middle = numbers.size() / 2;
    return numbers.size() % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle] + 1) / 2;
}

std::optional<QDate> weekShown(const std::optional<thread::Period>& period)
{
    const bool isWeek = period && *period == thread::weekOf(period->since);
    return isWeek ? std::optional(period->since) : std::nullopt;
}

void describe(WeekSeries& series)
{
    std::vector<int> numbers;
    for (const store::WeekRecord& week : std::as_const(series.weeks)) {
        if (week.mails > 0)
            numbers.push_back(week.mails);
    }
    series.withMail = static_cast<int>(numbers.size());
    series.median = medianOf(std::move(numbers));
}

QList<int> daysOf(std::span<const thread::Listing* const> threads,
                  const std::optional<thread::Period>& period)
{
    QList<int> sum;
    for (const thread::Listing* thread : threads) {
        const QList<int> days = thread::activityOf(*thread, period);
        sum.resize(days.size());
        std::ranges::transform(sum, days, sum.begin(), std::plus<>());
    }
    const bool any = std::ranges::any_of(sum, [](int mails) { return mails > 0; });
    return any ? sum : QList<int>();
}

} // namespace

const store::WeekRecord* WeekSeries::before() const
{
    const bool known = shown > 0 && weeks.at(shown - 1).mails > 0;
    return known ? &weeks.at(shown - 1) : nullptr;
}

WeekSeries weekSeries(const QList<store::WeekRecord>& weeks, const std::optional<thread::Period>& period,
                      const QDateTime& now)
{
    const std::optional<QDate> shown = weekShown(period);
    const QDate current = thread::weekOf(now.toUTC().date()).since;
    QHash<QDate, store::WeekRecord> byMonday;
    QDate oldest = shown.value_or(QDate());
    QDate newest = oldest;
    for (const store::WeekRecord& week : weeks) {
        if (week.mails <= 0 || (week.monday > current && week.monday != shown))
            continue;
        byMonday.insert(week.monday, week);
        oldest = oldest.isValid() ? std::min(oldest, week.monday) : week.monday;
        newest = newest.isValid() ? std::max(newest, week.monday) : week.monday;
    }
    WeekSeries series;
    if (!newest.isValid())
        return series;
    QDate last = newest;
    if (shown && shown->daysTo(newest) >= chartedWeeks * daysInWeek)
        last = std::min(newest, shown->addDays(weeksAfterShown * daysInWeek));
    const QDate first = std::max(oldest, last.addDays((1 - chartedWeeks) * daysInWeek));
    for (QDate monday = first; monday <= last; monday = monday.addDays(daysInWeek)) {
        if (monday == shown)
            series.shown = static_cast<int>(series.weeks.size());
        series.weeks.append(byMonday.value(monday, store::WeekRecord{monday, 0, 0}));
    }
    describe(series);
    if (series.withMail < 2)
        return {};
    series.isRunning = series.shown >= 0 && shown == current;
    return series;
}

Charts chartsOf(std::span<const thread::Listing* const> threads, const QList<store::WeekRecord>& weeks,
                const std::optional<thread::Period>& period, const QDateTime& now)
{
    std::vector<mail::Address> senders;
    for (const thread::Listing* thread : threads) {
        for (const thread::ListedMail& listed : thread->mails) {
            if (listed.isNew)
                senders.push_back(listed.mail.from);
        }
    }
    Charts charts;
    charts.weeks = weekSeries(weeks, period, now);
    charts.days = daysOf(threads, period);
    charts.firstDay = period ? period->since : QDate();
    charts.participants = thread::participantsOf(senders, chartedPeople);
    return charts;
}

} // namespace lb::brief
