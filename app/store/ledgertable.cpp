// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/ledgertable.h"

#include "store/database.h"

#include <algorithm>

namespace lb::store
{

namespace
{

/// A number of a later version of the program is read as the last one known.
template <typename Enum>
Enum enumOf(qint64 number, Enum last)
{
    return static_cast<Enum>(std::clamp<qint64>(number, 0, static_cast<qint64>(last)));
}

} // namespace

Status LedgerTable::add(const LedgerEntry& entry)
{
    Statement insert(m_database,
                     "INSERT INTO ledger (at, list, anchor, provider, asked, model, tokens_in, tokens_out,"
                     " estimated, micros, currency, kind, outcome)"
                     " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(entry.when.toMSecsSinceEpoch()).bind(entry.list.value).bind(entry.anchor.bytes);
    insert.bind(entry.provider).bind(entry.asked).bind(entry.model);
    insert.bind(entry.tokensIn).bind(entry.tokensOut).bind(entry.estimated);
    insert.bind(entry.micros).bind(entry.currency);
    insert.bind(static_cast<int>(entry.kind)).bind(static_cast<int>(entry.outcome));
    return insert.run();
}

Result<QList<LedgerEntry>> LedgerTable::since(const QDateTime& when, int most)
{
    Statement select(m_database,
                     "SELECT at, list, anchor, provider, asked, model, tokens_in, tokens_out, estimated,"
                     " micros, currency, kind, outcome FROM ledger WHERE at >= ? ORDER BY at DESC, id DESC"
                     " LIMIT ?");
    if (Status done = select.bind(when.isValid() ? when.toMSecsSinceEpoch() : 0).bind(most).run(); !done)
        return done.error();
    QList<LedgerEntry> entries;
    while (select.next()) {
        LedgerEntry entry;
        entry.when = QDateTime::fromMSecsSinceEpoch(select.integer(0), Qt::UTC);
        entry.list = ListId{select.integer(1)};
        entry.anchor = MessageId{select.blob(2)};
        entry.provider = select.text(3);
        entry.asked = select.text(4);
        entry.model = select.text(5);
        entry.tokensIn = static_cast<int>(select.integer(6));
        entry.tokensOut = static_cast<int>(select.integer(7));
        entry.estimated = select.integer(8) != 0;
        if (!select.isNull(9))
            entry.micros = select.integer(9);
        entry.currency = select.text(10);
        entry.kind = enumOf(select.integer(11), CallKind::Test);
        entry.outcome = enumOf(select.integer(12), CallOutcome::Cancelled);
        entries.append(std::move(entry));
    }
    if (select.failed())
        return select.error();
    return entries;
}

} // namespace lb::store
