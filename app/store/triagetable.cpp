// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/triagetable.h"

#include "store/database.h"

namespace lb::store
{

namespace
{

bool isDefault(const TriageState& state)
{
    return !state.starred && !state.muted && !state.done && !state.snoozedUntil.isValid()
        && state.note.isEmpty();
}

} // namespace

Result<QList<TriageState>> TriageTable::all()
{
    Statement select(m_database, "SELECT anchor, starred, muted, done, snoozed_until, note FROM triage");
    if (Status done = select.run(); !done)
        return done.error();
    QList<TriageState> states;
    while (select.next()) {
        TriageState state;
        state.anchor = MessageId{select.blob(0)};
        state.starred = select.integer(1) != 0;
        state.muted = select.integer(2) != 0;
        state.done = select.integer(3) != 0;
        if (!select.isNull(4))
            state.snoozedUntil = QDateTime::fromMSecsSinceEpoch(select.integer(4), Qt::UTC);
        state.note = select.text(5);
        states.append(std::move(state));
    }
    if (select.failed())
        return select.error();
    return states;
}

Status TriageTable::save(const QList<TriageState>& states)
{
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    {
        Statement remove(m_database, "DELETE FROM triage WHERE anchor = ?");
        Statement write(m_database,
                        "INSERT OR REPLACE INTO triage (anchor, starred, muted, done, snoozed_until, note)"
                        " VALUES (?, ?, ?, ?, ?, ?)");
        for (const TriageState& state : states) {
            if (isDefault(state)) {
                if (Status done = remove.bind(state.anchor.bytes).run(); !done)
                    return done;
                continue;
            }
            const auto snoozed = state.snoozedUntil.isValid()
                ? std::optional(state.snoozedUntil.toMSecsSinceEpoch())
                : std::optional<qint64>();
            write.bind(state.anchor.bytes).bind(state.starred).bind(state.muted).bind(state.done);
            if (Status done = write.bind(snoozed).bind(state.note).run(); !done)
                return done;
        }
    }
    return transaction.commit();
}

Result<QByteArray> TriageTable::note(const QString& key)
{
    Statement select(m_database, "SELECT value FROM note WHERE key = ?");
    if (Status done = select.bind(key).run(); !done)
        return done.error();
    if (select.next())
        return select.blob(0);
    return select.failed() ? Result<QByteArray>(select.error()) : Result<QByteArray>(QByteArray());
}

Status TriageTable::saveNote(const QString& key, const QByteArray& value)
{
    if (value.isEmpty()) {
        Statement remove(m_database, "DELETE FROM note WHERE key = ?");
        return remove.bind(key).run();
    }
    Statement write(m_database, "INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)");
    return write.bind(key).bind(value).run();
}

} // namespace lb::store
