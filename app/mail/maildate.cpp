// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/maildate.h"

#include "mail/gmimeptr.h"
#include "mail/headerscan.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

namespace lb::mail
{

namespace
{

constexpr qsizetype MaxDateLength = 200;
constexpr qint64 Day = 24 * 3600;
constexpr qint64 MaxAhead = Day;
constexpr qint64 MaxBehind = 30 * Day;
constexpr int MaxOffset = 14 * 60;

constexpr std::array<std::string_view, 12> Months{"jan", "feb", "mar", "apr", "may", "jun",
                                                  "jul", "aug", "sep", "oct", "nov", "dec"};

struct Zone {
    std::string_view name;
    int hours;
};
constexpr std::array Zones{Zone{"ut", 0},   Zone{"utc", 0},  Zone{"gmt", 0},  Zone{"z", 0},
                           Zone{"est", -5}, Zone{"edt", -4}, Zone{"cst", -6}, Zone{"cdt", -5},
                           Zone{"mst", -7}, Zone{"mdt", -6}, Zone{"pst", -8}, Zone{"pdt", -7}};

/// Reads the tokens of a date one after the other.
class DateScanner
{
public:
    explicit DateScanner(QByteArrayView text) : m_text(text) { }

    void skipSpace()
    {
        while (m_at < m_text.size() && (m_text[m_at] <= ' ' || m_text[m_at] == ','))
            ++m_at;
    }

    bool take(char c)
    {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    /// A number of one to `most` digits; -1 if there is none. `digits` receives how many there were.
    int number(int most, int* digits = nullptr)
    {
        int value = 0;
        int count = 0;
        while (m_at < m_text.size() && isDigit(m_text[m_at])) {
            if (++count > most)
                return -1;
            value = value * 10 + (m_text[m_at++] - '0');
        }
        if (digits)
            *digits = count;
        return count > 0 ? value : -1;
    }

    /// Letters, in lower case, the first eight of them.
    std::string_view word()
    {
        size_t length = 0;
        for (; m_at < m_text.size() && isLetter(m_text[m_at]); ++m_at) {
            if (length < m_word.size())
                m_word[length++] = static_cast<char>(m_text[m_at] | 0x20);
        }
        return {m_word.data(), length};
    }

    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text[m_at]; }

private:
    static bool isDigit(char c) { return c >= '0' && c <= '9'; }
    static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    std::array<char, 8> m_word{};
};

int fullYear(int year, int digits)
{
    if (digits == 2) // RFC 5322 section 4.3
        return year + (year < 50 ? 2000 : 1900);
    return digits == 3 ? year + 1900 : year;
}

/// Minutes east of UTC. An unknown zone counts as UTC, as RFC 5322 section 4.3 wants for "-0000".
std::optional<int> readZone(DateScanner& scanner)
{
    scanner.skipSpace();
    const bool minus = scanner.peek() == '-';
    if (scanner.take('+') || scanner.take('-')) {
        int digits = 0;
        const int value = scanner.number(4, &digits);
        if (value < 0 || digits != 4 || value % 100 > 59)
            return std::nullopt;
        const int minutes = value / 100 * 60 + value % 100;
        return minus ? -minutes : minutes;
    }
    const std::string_view name = scanner.word();
    const auto* const zone = std::ranges::find(Zones, name, &Zone::name);
    return zone != Zones.end() ? zone->hours * 60 : 0;
}

struct ClockTime {
    int hour = 0;
    int minute = 0;
    int second = 0;

    [[nodiscard]] bool isValid() const
    {
        return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
    }
};

std::optional<ClockTime> readTime(DateScanner& scanner)
{
    scanner.skipSpace();
    ClockTime time;
    time.hour = scanner.number(2);
    if (!scanner.take(':'))
        return std::nullopt;
    time.minute = scanner.number(2);
    if (scanner.take(':'))
        time.second = scanner.number(2);
    if (!time.isValid())
        return std::nullopt;
    return time;
}

ParsedDate makeDate(qint64 localSeconds, int offsetMinutes)
{
    ParsedDate date;
    date.utc = localSeconds - qint64{offsetMinutes} * 60;
    // Some programs show -0700 as +1700: the same clock time a day apart.
    if (offsetMinutes > MaxOffset)
        offsetMinutes -= 24 * 60;
    else if (offsetMinutes < -MaxOffset)
        offsetMinutes += 24 * 60;
    date.offsetMinutes = std::clamp(offsetMinutes, -MaxOffset, MaxOffset);
    return date;
}

std::optional<ParsedDate> parseStandard(QByteArrayView text)
{
    DateScanner scanner(text);
    scanner.skipSpace();
    scanner.word(); // the weekday says nothing new
    scanner.skipSpace();
    const int day = scanner.number(2);
    scanner.skipSpace();
    scanner.take('-');
    const std::string_view monthName = scanner.word();
    const auto* const month = std::ranges::find(Months, monthName.substr(0, 3));
    if (day < 1 || month == Months.end())
        return std::nullopt;
    scanner.skipSpace();
    scanner.take('-');
    int digits = 0;
    const int year = scanner.number(4, &digits);
    if (year < 0 || digits < 2)
        return std::nullopt;
    const std::optional<ClockTime> time = readTime(scanner);
    if (!time)
        return std::nullopt;
    const std::optional<int> zone = readZone(scanner);
    using namespace std::chrono;
    const year_month_day date{std::chrono::year{fullYear(year, digits)},
                              std::chrono::month{static_cast<unsigned>(month - Months.begin() + 1)},
                              std::chrono::day{static_cast<unsigned>(day)}};
    if (!zone || !date.ok() || int{date.year()} < 1970)
        return std::nullopt;
    const qint64 days = sys_days{date}.time_since_epoch().count();
    return makeDate(days * Day + time->hour * 3600 + time->minute * 60 + time->second, *zone);
}

std::optional<ParsedDate> parseByGMime(QByteArrayView text)
{
    // GMime finds a date in almost anything; without a year-like number there is none.
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    if (std::ranges::count_if(text, isDigit) < 6)
        return std::nullopt;
    ensureGMime();
    const DateTimePtr date(g_mime_utils_header_decode_date(text.toByteArray().constData()));
    if (!date)
        return std::nullopt;
    const int year = g_date_time_get_year(date.get());
    if (year < 1970 || year > 9999)
        return std::nullopt;
    const auto offset = static_cast<int>(g_date_time_get_utc_offset(date.get()) / G_USEC_PER_SEC / 60);
    const qint64 utc = g_date_time_to_unix(date.get());
    return makeDate(utc + qint64{offset} * 60, offset);
}

} // namespace

std::optional<ParsedDate> parseDate(QByteArrayView text)
{
    const QByteArray line = unfolded(text.first(std::min(text.size(), MaxDateLength)));
    if (std::optional<ParsedDate> date = parseStandard(line))
        return date;
    return parseByGMime(line);
}

std::optional<ParsedDate> parseReceivedDate(QByteArrayView value)
{
    const qsizetype semicolon = value.lastIndexOf(';');
    return semicolon < 0 ? std::nullopt : parseDate(value.sliced(semicolon + 1));
}

MailDate chooseDate(const std::optional<ParsedDate>& header, const std::optional<ParsedDate>& received,
                    qint64 archiveTime)
{
    MailDate arrival;
    if (received)
        arrival = {received->utc, received->offsetMinutes, DateSource::Received};
    else if (archiveTime > 0)
        arrival = {archiveTime, 0, DateSource::Archive};
    if (!header)
        return arrival;
    const MailDate own{header->utc, header->offsetMinutes, DateSource::Header};
    if (arrival.source == DateSource::None)
        return own;
    if (own.utc - arrival.utc <= MaxAhead && arrival.utc - own.utc <= MaxBehind)
        return own;
    arrival.offsetMinutes = own.offsetMinutes; // a clock is wrong more often than its zone
    return arrival;
}

} // namespace lb::mail
