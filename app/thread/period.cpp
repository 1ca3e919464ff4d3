// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/period.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::thread)
};

constexpr int defaultDays = 7;

/// The Monday of an ISO 8601 week; invalid if the year has no such week.
QDate mondayOf(int year, int week)
{
    const QDate fourth(year, 1, 4); // always in week 1
    if (!fourth.isValid() || week < 1)
        return {};
    const QDate monday = fourth.addDays(1 - fourth.dayOfWeek() + 7LL * (week - 1));
    int yearOfWeek = 0;
    return monday.weekNumber(&yearOfWeek) == week && yearOfWeek == year ? monday : QDate();
}

bool areDigits(QStringView text)
{
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return false;
    }
    return !text.isEmpty();
}

Result<QDate> dayFrom(const QString& text)
{
    const QString day = text.trimmed();
    const QString format = day.size() == 8 ? u"yyyyMMdd"_s : u"yyyy-MM-dd"_s;
    const QDate date = QDate::fromString(day, format);
    if (!date.isValid() || date.year() < 1970 || date.year() > 9998)
        return fail(ErrorCode::Usage,
                    Text::tr("\"%1\" is not a day; write it as YYYY-MM-DD, for example 2025-06-16.")
                        .arg(day.left(40)));
    return date;
}

} // namespace

Result<Period> periodFromWeek(const QString& isoWeek)
{
    const QString text = isoWeek.trimmed().toUpper();
    const qsizetype mark = text.indexOf(u'W');
    QStringView year = QStringView(text).left(qMax<qsizetype>(0, mark));
    if (year.endsWith(u'-'))
        year.chop(1);
    const QStringView week = mark < 0 ? QStringView() : QStringView(text).sliced(mark + 1);
    if (year.size() == 4 && areDigits(year) && week.size() <= 2 && areDigits(week)) {
        const QDate monday = mondayOf(year.toInt(), week.toInt());
        if (monday.isValid() && monday.year() >= 1970 && monday.year() <= 9998)
            return Period{monday, monday.addDays(6)};
    }
    return fail(ErrorCode::Usage,
                Text::tr("\"%1\" is not an ISO week; write it as YYYY-Www, for example 2025-W25.")
                    .arg(isoWeek.left(40)));
}

Result<Period> periodFromDays(const QString& since, const QString& until, QDate today)
{
    Period period{{}, today};
    if (!until.trimmed().isEmpty()) {
        const Result<QDate> day = dayFrom(until);
        if (!day)
            return day.error();
        period.until = *day;
    }
    period.since = period.until.addDays(1 - defaultDays);
    if (!since.trimmed().isEmpty()) {
        const Result<QDate> day = dayFrom(since);
        if (!day)
            return day.error();
        period.since = *day;
    }
    if (period.since > period.until)
        return fail(ErrorCode::Usage,
                    Text::tr("The period ends (%1) before it begins (%2); exchange the two days.")
                        .arg(period.until.toString(Qt::ISODate), period.since.toString(Qt::ISODate)));
    return period;
}

Period lastDays(int days, QDate today)
{
    return {today.addDays(1 - qBound(1, days, 36500)), today};
}

Period weekOf(QDate day)
{
    const QDate monday = day.addDays(1 - day.dayOfWeek());
    return {monday, monday.addDays(6)};
}

QString isoWeekName(QDate day)
{
    int year = 0;
    const int week = day.weekNumber(&year);
    return u"%1-W%2"_s.arg(year, 4, 10, QLatin1Char('0')).arg(week, 2, 10, QLatin1Char('0'));
}

} // namespace lb::thread
