// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/charttexts.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

/// From so many percent on numbers say more, the more so as an earlier week may have been fetched in part.
constexpr int manyTimes = 200;

int percent(qint64 part, qint64 whole)
{
    return whole <= 0 ? 0 : static_cast<int>((200 * part + whole) / (2 * whole)); // rounded
}

QString number(int value)
{
    return QLocale().toString(value);
}

} // namespace

QString ChartTexts::compared(const brief::WeekSeries& series)
{
    const store::WeekRecord& week = series.weeks.at(series.shown);
    const QString mails = tr("%n mail(s)", nullptr, week.mails);
    const QString threads = tr("%n thread(s)", nullptr, week.threads);
    const store::WeekRecord* before = series.before();
    if (week.mails == 0)
        return tr("Nothing of this week is in the library.");
    if (series.isRunning && before != nullptr)
        return tr("So far %1 in %2; the week before had %3 in %4.")
            .arg(mails, threads, number(before->mails), number(before->threads));
    if (series.isRunning)
        return tr("So far %1 in %2.").arg(mails, threads);
    if (before == nullptr)
        return tr("%1 in %2.").arg(mails, threads);
    const int change = percent(std::abs(week.mails - before->mails), before->mails);
    if (change == 0 && week.mails != before->mails)
        return tr("%1 (about as many as the week before) in %2.").arg(mails, threads);
    if (change == 0)
        return tr("%1 (as many as the week before) in %2.").arg(mails, threads);
    if (change >= manyTimes)
        return tr("%1 (%3 in the week before) in %2.").arg(mails, threads, number(before->mails));
    if (week.mails > before->mails)
        return tr("%1 (%3 % more than the week before) in %2.").arg(mails, threads, number(change));
    return tr("%1 (%3 % fewer than the week before) in %2.").arg(mails, threads, number(change));
}

QString ChartTexts::weeks(const brief::WeekSeries& series)
{
    if (series.weeks.isEmpty())
        return {};
    //: %1 is a number of mails. The middle one of so many weeks.
    const QString median
        = tr("Median of %n week(s): %1.", nullptr, series.withMail).arg(number(series.median));
    if (series.shown >= 0)
        return QString(compared(series) + u' ' + median);
    const auto most = std::ranges::max_element(series.weeks, {}, &store::WeekRecord::mails);
    //: %1 is a week, as 2025-W25
    const QString busiest
        = tr("Most mails in %1: %2.").arg(thread::isoWeekName(most->monday), number(most->mails));
    return QString(median + u' ' + busiest);
}

QString ChartTexts::days(const brief::Charts& charts)
{
    if (charts.days.isEmpty())
        return {};
    const auto most = std::ranges::max_element(charts.days);
    const QDate day = charts.firstDay.addDays(most - charts.days.begin());
    const int all = std::accumulate(charts.days.begin(), charts.days.end(), 0);
    //: %1 is a day of the week
    return tr("Most on %1: %2 of %n mail(s).", nullptr, all)
        .arg(QLocale().dayName(day.dayOfWeek(), QLocale::LongFormat), number(*most));
}

QString ChartTexts::people(const thread::Participants& participants)
{
    const int named = static_cast<int>(participants.most.size());
    const int others = participants.people - named;
    if (named == 0)
        return {};
    if (others <= 0)
        return tr("%n person(s) wrote.", nullptr, named);
    const int theirs = std::accumulate(
        participants.most.begin(), participants.most.end(), 0,
        [](int sum, const thread::Participant& participant) { return sum + participant.mails; });
    //: %1 people are named, %n are not
    return tr("%1 people wrote %2 % of the mails, and %n more the rest.", nullptr, others)
        .arg(number(named), number(percent(theirs, participants.mails)));
}

QList<ChartEntry> ChartTexts::weekEntries(const brief::WeekSeries& series)
{
    QList<ChartEntry> entries;
    for (qsizetype i = 0; i < series.weeks.size(); ++i) {
        const store::WeekRecord& week = series.weeks.at(i);
        const QString name = thread::isoWeekName(week.monday);
        ChartEntry entry;
        //: The number of a week of the year, in a narrow column: W25
        entry.label = tr("W%1").arg(name.section(u'W', 1));
        entry.shortLabel = name.section(u'W', 1);
        entry.value = week.mails;
        entry.isMarked = i == series.shown;
        //: %1 is a week, as 2025-W25
        const QString nothing = tr("%1: nothing in the library").arg(name);
        //: %1 is a week, as 2025-W25; %2 are mails, %3 threads
        const QString mails = tr("%1: %2 in %3")
                                  .arg(name, tr("%n mail(s)", nullptr, week.mails),
                                       tr("%n thread(s)", nullptr, week.threads));
        entry.spoken = week.mails == 0 ? nothing : mails;
        if (entry.isMarked)
            //: %1 is a week and its mails
            entry.spoken = tr("%1 (shown)").arg(entry.spoken);
        entries.append(entry);
    }
    return entries;
}

QList<ChartEntry> ChartTexts::dayEntries(const brief::Charts& charts)
{
    const QLocale locale;
    QList<ChartEntry> entries;
    for (qsizetype i = 0; i < charts.days.size(); ++i) {
        const QDate day = charts.firstDay.addDays(i);
        ChartEntry entry;
        entry.label = locale.dayName(day.dayOfWeek(), QLocale::ShortFormat);
        entry.shortLabel = locale.dayName(day.dayOfWeek(), QLocale::NarrowFormat);
        entry.value = charts.days.at(i);
        //: %1 is a day of the week, %2 its date, %3 mails
        entry.spoken = tr("%1 %2: %3")
                           .arg(locale.dayName(day.dayOfWeek(), QLocale::LongFormat),
                                day.toString(u"MM-dd"_s), tr("%n mail(s)", nullptr, entry.value));
        entries.append(entry);
    }
    return entries;
}

QList<ChartEntry> ChartTexts::peopleEntries(const thread::Participants& participants)
{
    QList<ChartEntry> entries;
    for (const thread::Participant& participant : participants.most) {
        ChartEntry entry;
        entry.label = participant.name.isEmpty() ? tr("unknown sender") : participant.name;
        entry.value = participant.mails;
        //: %1 is a person, %2 mails
        entry.spoken = tr("%1: %2").arg(entry.label, tr("%n mail(s)", nullptr, participant.mails));
        entries.append(entry);
    }
    return entries;
}

QString ChartTexts::weekNumbers(const QList<store::WeekRecord>& weeks)
{
    QStringList numbers;
    for (const store::WeekRecord& week : weeks)
        numbers += QString(thread::isoWeekName(week.monday) + u' ' + number(week.mails));
    return numbers.join(u", "_s);
}

} // namespace lb::ui
