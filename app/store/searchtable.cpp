// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/searchtable.h"

#include "store/database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

constexpr int mostRows = 10'000; ///< of one answer
constexpr qsizetype mostBytes = 4 << 20; ///< compressed, handed out at once

QString senderOf(const QString& name, const QString& address)
{
    QString sender = name;
    if (!name.isEmpty())
        sender += u' ';
    sender += address;
    return sender;
}

} // namespace

Result<qint64> SearchTable::indexedTo()
{
    Statement select(m_database, "SELECT value FROM counter WHERE name = 'indexed_to'");
    if (Status done = select.run(); !done)
        return done.error();
    if (!select.next())
        return select.failed() ? Result<qint64>(select.error()) : Result<qint64>(0);
    return select.integer(0);
}

Result<std::vector<Store::Unindexed>> SearchTable::unindexed(int limit, MailId after)
{
    const Result<qint64> done = indexedTo();
    if (!done)
        return done.error();
    Statement select(m_database,
                     "SELECT mail.id, mail.subject, mail.from_name, mail.from_address, raw.zstd FROM mail"
                     " JOIN raw ON raw.mail = mail.id WHERE mail.id > ? ORDER BY mail.id LIMIT ?");
    if (Status run = select.bind(std::max(*done, after.value)).bind(std::clamp(limit, 0, mostRows)).run();
        !run)
        return run.error();
    std::vector<Store::Unindexed> mails;
    qsizetype bytes = 0;
    while (bytes < mostBytes && select.next()) {
        mails.push_back({MailId{select.integer(0)}, select.text(1), senderOf(select.text(2), select.text(3)),
                         select.blob(4)});
        bytes += mails.back().compressed.size();
    }
    if (select.failed())
        return select.error();
    return mails;
}

Result<qint64> SearchTable::unindexedCount()
{
    const Result<qint64> done = indexedTo();
    if (!done)
        return done.error();
    Statement select(m_database, "SELECT count(*) FROM mail WHERE id > ?");
    if (Status run = select.bind(*done).run(); !run)
        return run.error();
    if (!select.next())
        return select.error();
    return select.integer(0);
}

/// Whether a mail between the last indexed one and `first` would be passed over: the index was emptied (a
/// list was removed) after these texts were handed out.
Result<bool> SearchTable::leavesGap(qint64 indexedTo, qint64 first)
{
    Statement select(m_database, "SELECT EXISTS (SELECT 1 FROM mail WHERE id > ? AND id < ?)");
    if (Status done = select.bind(indexedTo).bind(first).run(); !done)
        return done.error();
    if (!select.next())
        return select.error();
    return select.integer(0) != 0;
}

Status SearchTable::save(const std::vector<Store::IndexText>& texts)
{
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    const Result<qint64> before = indexedTo();
    if (!before)
        return before.error();
    qint64 last = *before;
    // A contentless index does not notice a second row of one id: another run may have been faster.
    const auto first = std::ranges::find_if(
        texts, [last](const Store::IndexText& text) { return text.mail.value > last; });
    if (first == texts.end())
        return success();
    const Result<bool> gap = leavesGap(last, first->mail.value);
    if (!gap)
        return gap.error();
    if (*gap)
        return success();
    {
        Statement insert(m_database,
                         "INSERT INTO fts (rowid, subject, sender, body) VALUES (?, ?, ?, CAST(? AS TEXT))");
        for (auto text = first; text != texts.end(); ++text) {
            if (text->mail.value <= last)
                continue;
            insert.bind(text->mail.value).bind(text->subject).bind(text->sender).bind(text->body);
            if (Status done = insert.run(); !done)
                return done;
            last = text->mail.value;
        }
    }
    {
        Statement counter(m_database, "UPDATE counter SET value = ? WHERE name = 'indexed_to'");
        if (Status done = counter.bind(last).run(); !done)
            return done;
    }
    return transaction.commit();
}

Result<std::vector<SearchTable::Found>> SearchTable::find(ListId list, const QString& match, int limit)
{
    Statement select(
        m_database,
        "SELECT mail.id, mail.thread, mail.subject, raw.zstd FROM"
        " (SELECT mail.id AS id FROM fts CROSS JOIN mail ON mail.id = fts.rowid"
        "  WHERE fts MATCH ? AND mail.list = ? ORDER BY mail.date_utc DESC, mail.id DESC LIMIT ?) AS hit"
        " JOIN mail ON mail.id = hit.id JOIN raw ON raw.mail = hit.id"
        " ORDER BY mail.date_utc DESC, mail.id DESC");
    if (Status done = select.bind(match).bind(list.value).bind(std::clamp(limit, 0, mostRows)).run(); !done)
        return done.error();
    std::vector<Found> found;
    while (select.next())
        found.push_back(
            {MailId{select.integer(0)}, ThreadId{select.integer(1)}, select.text(2), select.blob(3)});
    if (select.failed())
        return select.error();
    return found;
}

} // namespace lb::store
