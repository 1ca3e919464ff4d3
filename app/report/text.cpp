// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/text.h"

#include "report/report.h"
#include "thread/safetext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::report
{

namespace
{

constexpr int maxOffset = 14 * 60; ///< minutes; no clock is further from UTC

int boundedOffset(int minutes)
{
    return std::clamp(minutes, -maxOffset, maxOffset);
}

QDateTime localTime(const mail::MailDate& date)
{
    return QDateTime::fromSecsSinceEpoch(date.utc + 60LL * boundedOffset(date.offsetMinutes), Qt::UTC);
}

QString offsetText(int minutes, const QString& separator)
{
    const int bounded = boundedOffset(minutes);
    const int size = std::abs(bounded);
    return u"%1%2%3%4"_s.arg(bounded < 0 ? u"-"_s : u"+"_s)
        .arg(size / 60, 2, 10, QLatin1Char('0'))
        .arg(separator)
        .arg(size % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

QString escapeMarkdown(const QString& text)
{
    return thread::escapeMarkdown(text);
}

QString escapeHtml(const QString& text)
{
    return thread::plainLine(text).toHtmlEscaped().replace(u'\'', "&#39;"_L1);
}

QString localDayAndTime(const mail::MailDate& date)
{
    return QLocale::c().toString(localTime(date), u"MM-dd HH:mm"_s);
}

QString rfcDate(const mail::MailDate& date)
{
    return QLocale::c().toString(localTime(date), u"ddd, d MMM yyyy HH:mm:ss "_s)
        + offsetText(date.offsetMinutes, {});
}

QString isoDate(const mail::MailDate& date)
{
    return QLocale::c().toString(localTime(date), u"yyyy-MM-ddTHH:mm:ss"_s)
        + offsetText(date.offsetMinutes, u":"_s);
}

QString isoDate(const QDateTime& time)
{
    if (!time.isValid())
        return {};
    return isoDate(
        mail::MailDate{time.toSecsSinceEpoch(), time.offsetFromUtc() / 60, mail::DateSource::Header});
}

QString ranges(const QList<int>& numbers)
{
    QStringList parts;
    for (qsizetype i = 0; i < numbers.size();) {
        qsizetype end = i;
        while (end + 1 < numbers.size() && numbers.at(end + 1) == numbers.at(end) + 1)
            ++end;
        QString part = QString::number(numbers.at(i));
        if (end > i)
            part += u'-' + QString::number(numbers.at(end));
        parts += part;
        i = end + 1;
    }
    return parts.join(", "_L1);
}

} // namespace lb::report
