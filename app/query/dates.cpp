// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/dates.h"

namespace lb::query
{

using namespace Qt::StringLiterals;

namespace
{

constexpr int firstYear = 1970;
constexpr int lastYear = 9999;
constexpr qsizetype longestCount = 4;
constexpr int daysInWeek = 7;

std::optional<int> digits(QStringView text, qsizetype most)
{
    if (text.isEmpty() || text.size() > most)
        return std::nullopt;
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return std::nullopt;
        value = value * 10 + c.digitValue();
    }
    return value;
}

std::optional<thread::Period> valid(QDate since, QDate until)
{
    if (!since.isValid() || !until.isValid() || since.year() < firstYear || until.year() > lastYear)
        return std::nullopt;
    return thread::Period{since, until};
}

std::optional<QDate> daysAgo(QStringView word, QDate today)
{
    if (word == "today"_L1)
        return today;
    if (word == "yesterday"_L1)
        return today.addDays(-1);
    const std::optional<int> count = digits(word.chopped(word.isEmpty() ? 0 : 1), longestCount);
    if (!count)
        return std::nullopt;
    switch (word.back().unicode()) {
    case u'd':
        return today.addDays(-*count);
    case u'w':
        return today.addDays(-daysInWeek * *count);
    case u'm':
        return today.addMonths(-*count);
    case u'y':
        return today.addYears(-*count);
    default:
        return std::nullopt;
    }
}

} // namespace

bool isRelative(QStringView word)
{
    const QString folded = word.toString().toLower();
    return daysAgo(folded, QDate(lastYear, 1, 1)).has_value();
}

std::optional<thread::Period> daysNamed(QStringView typed, QDate today)
{
    const QString word = typed.toString().toLower();
    if (const std::optional<QDate> day = daysAgo(word, today))
        return valid(*day, *day);
    const QList<QStringView> parts = QStringView(word).split(u'-');
    const std::optional<int> year = parts[0].size() == 4 ? digits(parts[0], 4) : std::nullopt;
    if (!year || parts.size() > 3)
        return std::nullopt;
    if (parts.size() == 1)
        return valid(QDate(*year, 1, 1), QDate(*year, 12, 31));
    if (parts.size() == 2 && parts[1].startsWith(u'w')) {
        const Result<thread::Period> week = thread::periodFromWeek(word.toUpper());
        return week ? valid(week->since, week->until) : std::nullopt;
    }
    const std::optional<int> month = digits(parts[1], 2);
    if (!month)
        return std::nullopt;
    if (parts.size() == 2) {
        const QDate first(*year, *month, 1);
        return valid(first, first.addMonths(1).addDays(-1));
    }
    const std::optional<int> day = digits(parts[2], 2);
    const QDate date = day ? QDate(*year, *month, *day) : QDate();
    return valid(date, date);
}

} // namespace lb::query
