// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/publicinboxfetch.h"
#include "archive/readrun.h"

#include <QJsonArray>

#include <algorithm>
#include <limits>

namespace lb::archive
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qint64 Day = 24 * 3600;
/// Mail arrives late and clocks differ: what arrived in the last two days may not be complete yet, and mail
/// dated inside the period may have arrived up to a day before it (sender's clock ahead) or two days after
/// it.
constexpr qint64 Unsure = 2 * Day;
constexpr qint64 Early = 1 * Day;
constexpr qint64 Late = 2 * Day;
constexpr qsizetype MostSpans = 200;
constexpr qint64 Open = std::numeric_limits<qint64>::max();

QString cursorKind()
{
    return u"public-inbox"_s;
}

/// Arrival times [from, to) that were fetched.
struct Span {
    qint64 from = 0;
    qint64 to = 0;
};

/// Sorted, disjoint, apart; nothing of what was unsure then counts as had.
std::vector<Span> merged(std::vector<Span> spans)
{
    std::erase_if(spans, [](const Span& span) { return span.from < 0 || span.to <= span.from; });
    std::ranges::sort(spans, {}, &Span::from);
    std::vector<Span> result;
    for (const Span& span : spans) {
        if (!result.empty() && span.from <= result.back().to)
            result.back().to = std::max(result.back().to, span.to);
        else
            result.push_back(span);
    }
    return result;
}

std::vector<Span> spansOf(const QByteArray& cursor)
{
    const QJsonArray pairs = openCursor(cursor, cursorKind()).value("covered"_L1).toArray();
    std::vector<Span> spans;
    for (const QJsonValue& pair : pairs) {
        // As text: a JSON number holds 53 bits.
        const QJsonArray ends = pair.toArray();
        spans.push_back({ends.at(0).toString().toLongLong(), ends.at(1).toString().toLongLong()});
    }
    return merged(std::move(spans));
}

/// The period's arrival times; `to` is Open while its end may still be added to.
Span wanted(const thread::Period& period, qint64 now)
{
    const qint64 end = period.endSecond() + Late;
    return {std::max<qint64>(0, period.firstSecond() - Early), end > now ? Open : end};
}

} // namespace

std::optional<FetchWindow> missingWindow(const thread::Period& period, const QByteArray& cursor, qint64 now)
{
    if (!period.isValid())
        return std::nullopt;
    Span missing = wanted(period, now);
    if (missing.to <= missing.from)
        return std::nullopt;
    for (const Span& had : spansOf(cursor)) {
        // A clock that was wrong when the span was written must not hide mail for ever.
        const qint64 to = std::min(had.to, now - Unsure);
        if (had.from <= missing.from)
            missing.from = std::max(missing.from, to);
        else if (to >= missing.to)
            missing.to = std::min(missing.to, had.from);
    }
    if (missing.to <= missing.from)
        return std::nullopt;
    return FetchWindow{missing.from, missing.to == Open ? 0 : missing.to};
}

QByteArray cursorAfter(const QByteArray& cursor, const FetchWindow& window, qint64 now)
{
    std::vector<Span> spans = spansOf(cursor);
    const qint64 to = window.to > 0 ? window.to : Open;
    spans.push_back({window.from, std::min(to, now - Unsure)});
    spans = merged(std::move(spans));
    QJsonArray pairs;
    // Forgetting the oldest costs a fetch, nothing else.
    const qsizetype first = std::max<qsizetype>(0, std::ssize(spans) - MostSpans);
    for (qsizetype index = first; index < std::ssize(spans); ++index) {
        const Span& span = spans[static_cast<size_t>(index)];
        pairs.append(QJsonArray{QString::number(span.from), QString::number(span.to)});
    }
    return closeCursor({{u"covered"_s, pairs}}, cursorKind());
}

} // namespace lb::archive
