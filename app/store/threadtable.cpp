// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/threadtable.h"

#include "store/database.h"
#include "store/links.h"
#include "thread/components.h"

#include <QHash>

#include <map>
#include <unordered_set>

namespace lb::store
{

namespace
{

constexpr qint64 secondsPerDay = 86'400;

/// Days since 1970 of the Monday at or before a time; 1970-01-01 was a Thursday. Floors, for times before
/// 1970 too.
qint64 mondayOf(qint64 utc)
{
    const auto floorDivide = [](qint64 a, qint64 b) { return a / b - (a % b < 0 ? 1 : 0); };
    const qint64 day = floorDivide(utc, secondsPerDay);
    return floorDivide(day + 3, 7) * 7 - 3;
}

QDate dateOf(qint64 day)
{
    return QDate(1970, 1, 1).addDays(day);
}

} // namespace

/// A whole list in some sixty bytes a mail, ascending by row.
struct ThreadTable::Mails {
    thread::LinkGraph graph;
    std::vector<qint64> rows;
    std::vector<qint64> threads;
    std::vector<qint64> dates;
};

Result<bool> ThreadTable::isUnjoined(ListId list)
{
    Statement select(m_database, "SELECT unjoined FROM list WHERE id = ?");
    if (Status done = select.bind(list.value).run(); !done)
        return done.error();
    if (!select.next())
        return select.failed() ? Result<bool>(select.error()) : Result<bool>(false);
    return select.integer(0) != 0;
}

Result<int> ThreadTable::update(ListId list)
{
    const Result<bool> unjoined = isUnjoined(list);
    if (!unjoined)
        return unjoined.error();
    if (!*unjoined)
        return 0;
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun.error();
    Mails mails;
    if (Status done = load(list, mails); !done)
        return done.error();
    const Result<int> changed = writeThreads(mails);
    if (!changed)
        return changed;
    if (Status done = writeWeeks(list, mails); !done)
        return done.error();
    {
        Statement joined(m_database, "UPDATE list SET unjoined = 0 WHERE id = ?");
        if (Status done = joined.bind(list.value).run(); !done)
            return done.error();
    }
    if (Status done = transaction.commit(); !done)
        return done.error();
    return changed;
}

Status ThreadTable::updateAll()
{
    QList<ListId> lists;
    {
        Statement select(m_database, "SELECT id FROM list WHERE unjoined = 1 AND removed = 0");
        if (Status done = select.run(); !done)
            return done;
        while (select.next())
            lists.append(ListId{select.integer(0)});
        if (select.failed())
            return select.error();
    }
    for (const ListId list : lists) {
        if (const Result<int> done = update(list); !done)
            return done.error();
    }
    return success();
}

Status ThreadTable::load(ListId list, Mails& mails)
{
    Statement select(
        m_database,
        "SELECT id, number, thread, date_utc, links, series_number, series_total, series_revision,"
        " iif(series_number IS NULL, NULL, from_address) FROM mail WHERE list = ? ORDER BY id");
    if (Status done = select.bind(list.value).run(); !done)
        return done;
    QHash<QString, quint32> series; // author, revision and total -> any number
    while (select.next()) {
        mails.rows.push_back(select.integer(0));
        mails.threads.push_back(select.integer(2));
        const qint64 date = select.integer(3);
        mails.dates.push_back(date);
        thread::LinkGraph& graph = mails.graph;
        graph.own.push_back(static_cast<IdNumber>(select.integer(1)));
        const QByteArray links = select.blob(4);
        for (qsizetype i = 0, count = linkCount(links); i < count; ++i)
            graph.ancestors.push_back(linkAt(links, i));
        graph.ancestorEnd.push_back(static_cast<quint32>(graph.ancestors.size()));
        if (select.isNull(5))
            continue;
        // A space cannot stand in an address that matters, so the parts cannot run into each other.
        const QString key = QString::number(select.integer(6)) + QLatin1Char(' ')
            + QString::number(select.integer(7)) + QLatin1Char(' ') + select.text(8).toCaseFolded();
        auto known = series.constFind(key);
        if (known == series.cend())
            known = series.insert(key, static_cast<quint32>(series.size()));
        graph.parts.push_back(
            {static_cast<quint32>(mails.rows.size() - 1), *known, static_cast<int>(select.integer(5)), date});
    }
    return select.failed() ? Status(select.error()) : success();
}

/// Rows whose thread is another now are written, the others left alone.
Result<int> ThreadTable::writeThreads(Mails& mails)
{
    const std::vector<quint32> first = thread::components(mails.graph);
    Statement update(m_database, "UPDATE mail SET thread = ? WHERE id = ?");
    int changed = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        const qint64 thread = mails.rows[first[i]];
        if (mails.threads[i] == thread)
            continue;
        mails.threads[i] = thread;
        if (Status done = update.bind(thread).bind(mails.rows[i]).run(); !done)
            return done.error();
        ++changed;
    }
    return changed;
}

Status ThreadTable::writeWeeks(ListId list, const Mails& mails)
{
    struct Week {
        int mails = 0;
        std::unordered_set<qint64> threads;
    };
    std::map<qint64, Week> weeks;
    for (std::size_t i = 0; i < mails.rows.size(); ++i) {
        Week& week = weeks[mondayOf(mails.dates[i])];
        ++week.mails;
        week.threads.insert(mails.threads[i]);
    }
    {
        Statement clear(m_database, "DELETE FROM week WHERE list = ?");
        if (Status done = clear.bind(list.value).run(); !done)
            return done;
    }
    Statement insert(m_database, "INSERT INTO week (list, monday, mails, threads) VALUES (?, ?, ?, ?)");
    for (const auto& [monday, week] : weeks) {
        insert.bind(list.value).bind(monday).bind(week.mails).bind(static_cast<qint64>(week.threads.size()));
        if (Status done = insert.run(); !done)
            return done;
    }
    return success();
}

Result<QList<WeekRecord>> ThreadTable::weeks(ListId list)
{
    const Result<bool> unjoined = isUnjoined(list);
    if (!unjoined)
        return unjoined.error();
    // While an import runs the table is behind: counted from the mails then, which takes longer. A million
    // weeks are added and taken away because SQLite's division does not floor.
    Statement select(
        m_database,
        *unjoined ? "SELECT ((date_utc + 604800259200) / 604800 - 1000000) * 7 - 3 AS monday, count(*),"
                    " count(DISTINCT thread) FROM mail WHERE list = ? GROUP BY monday ORDER BY monday DESC"
                  : "SELECT monday, mails, threads FROM week WHERE list = ? ORDER BY monday DESC");
    if (Status done = select.bind(list.value).run(); !done)
        return done.error();
    QList<WeekRecord> weeks;
    while (select.next())
        weeks.append({dateOf(select.integer(0)), static_cast<int>(select.integer(1)),
                      static_cast<int>(select.integer(2))});
    if (select.failed())
        return select.error();
    return weeks;
}

} // namespace lb::store
