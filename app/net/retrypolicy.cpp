// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrypolicy.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace lb::net
{

using namespace Qt::StringLiterals;

namespace
{

/// RFC 9110 section 5.6.7: IMF-fixdate, and the two obsolete forms that must be read. The day's name is not
/// looked at.
QDateTime fromHttpDate(const QString& text)
{
    const QString whole = text.simplified();
    const qsizetype comma = whole.indexOf(u',');
    const QString rest = comma >= 0 ? whole.mid(comma + 1).trimmed() : whole.mid(whole.indexOf(u' ') + 1);
    for (const QString& form :
         {u"dd MMM yyyy hh:mm:ss 'GMT'"_s, u"dd-MMM-yy hh:mm:ss 'GMT'"_s, u"MMM d hh:mm:ss yyyy"_s}) {
        QDateTime date = QLocale::c().toDateTime(rest, form);
        if (!date.isValid())
            continue;
        if (date.date().year() < 1970) // toDateTime reads two digits as 19xx
            date = date.addYears(100);
        date.setTimeSpec(Qt::UTC);
        return date;
    }
    return {};
}

/// A number of `unit` in milliseconds; 0 if it is none, or is negative.
std::chrono::milliseconds toDuration(const QByteArray& text, double unit)
{
    bool isNumber = false;
    const double value = text.trimmed().toDouble(&isNumber) * unit;
    if (!isNumber || !std::isfinite(value) || value <= 0)
        return 0ms;
    constexpr double tenYears = 10.0 * 365 * 24 * 3600 * 1000;
    return std::chrono::milliseconds(static_cast<qint64>(std::ceil(std::min(value, tenYears))));
}

} // namespace

std::chrono::milliseconds retryAfter(const HttpHead& head, const QDateTime& now)
{
    const auto milliseconds = toDuration(head.headers.value("retry-after-ms"), 1);
    if (milliseconds > 0ms)
        return milliseconds;
    const QByteArray value = head.headers.value("retry-after");
    const auto seconds = toDuration(value, 1000);
    if (seconds > 0ms)
        return seconds;
    const QDateTime date = fromHttpDate(QString::fromLatin1(value));
    return date.isValid() ? std::max(0ms, std::chrono::milliseconds(now.msecsTo(date))) : 0ms;
}

bool isPassing(const HttpHead& head)
{
    const QByteArray advice = head.headers.value("x-should-retry").trimmed().toLower();
    if (head.status < 400 || advice == "false")
        return false;
    if (advice == "true")
        return true;
    switch (head.status) {
    case 408:
    case 429:
        return true;
    case 501: // not implemented: public-inbox without a search index
    case 505: // HTTP version
    case 511: // a captive portal wants a login
        return false;
    default:
        return head.status >= 500;
    }
}

std::chrono::milliseconds backoff(int attempt, double random, std::chrono::milliseconds first)
{
    const double full = static_cast<double>(first.count()) * std::pow(2.0, std::clamp(attempt, 0, 4));
    return std::chrono::milliseconds(static_cast<qint64>(full * (1.0 - 0.25 * random)));
}

} // namespace lb::net
