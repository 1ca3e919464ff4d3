// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/idtable.h"

#include "store/database.h"

namespace lb::store
{

Result<IdTable::Numbered> IdTable::numberOf(const MessageId& id)
{
    if (const IdNumber known = m_known.find(id.bytes))
        return Numbered{known, false};
    {
        Statement insert(m_database, "INSERT INTO message_id (text) VALUES (?) ON CONFLICT DO NOTHING");
        if (Status done = insert.bind(id.bytes).run(); !done)
            return done.error();
        if (insert.changes() > 0) {
            const auto number = static_cast<IdNumber>(insert.insertedId());
            m_known.insert(id.bytes, number);
            return Numbered{number, true};
        }
    }
    const Result<IdNumber> found = find(id);
    if (!found)
        return found.error();
    return Numbered{*found, false};
}

Result<IdNumber> IdTable::find(const MessageId& id)
{
    if (const IdNumber known = m_known.find(id.bytes))
        return known;
    Statement select(m_database, "SELECT id FROM message_id WHERE text = ?");
    if (Status done = select.bind(id.bytes).run(); !done)
        return done.error();
    if (!select.next())
        return select.failed() ? Result<IdNumber>(select.error()) : Result<IdNumber>(0);
    const auto number = static_cast<IdNumber>(select.integer(0));
    m_known.insert(id.bytes, number);
    return number;
}

Result<QHash<IdNumber, MessageId>> IdTable::idsOf(const QList<IdNumber>& numbers)
{
    QHash<IdNumber, MessageId> ids;
    ids.reserve(numbers.size());
    Statement select(m_database, "SELECT text FROM message_id WHERE id = ?");
    for (const IdNumber number : numbers) {
        if (Status done = select.bind(qint64{number}).run(); !done)
            return done.error();
        if (select.next())
            ids.insert(number, MessageId{select.blob(0)});
        else if (select.failed())
            return select.error();
    }
    return ids;
}

} // namespace lb::store
