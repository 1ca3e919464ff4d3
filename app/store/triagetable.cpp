// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/triagetable.h"

#include "store/database.h"
#include "store/readtable.h"

namespace lb::store
{

namespace
{

std::optional<qint64> milliseconds(const thread::Snooze& snooze)
{
    constexpr qint64 inSecond = 1000;
    if (snooze.until != thread::Snooze::Until::Date)
        return std::nullopt;
    return snooze.date * inSecond;
}

thread::Snooze::Until untilOf(qint64 number)
{
    const auto last = static_cast<qint64>(thread::Snooze::Until::Mail);
    return number >= 0 && number <= last ? static_cast<thread::Snooze::Until>(number)
                                         : thread::Snooze::Until::Nothing;
}

} // namespace

Result<QList<TriageState>> TriageTable::all()
{
    Statement select(m_database,
                     "SELECT anchor, starred, muted, done, snoozed_until, note, mutes_revisions, done_seen,"
                     " watched, snooze, snooze_person, snooze_seen, tags, changed FROM triage");
    if (Status done = select.run(); !done)
        return done.error();
    constexpr qint64 inSecond = 1000;
    QList<TriageState> states;
    while (select.next()) {
        TriageState state;
        state.anchor = MessageId{select.blob(0)};
        state.starred = select.integer(1) != 0;
        state.muted = select.integer(2) != 0;
        state.done = select.integer(3) != 0;
        state.snooze.date = select.integer(4) / inSecond;
        state.note = select.text(5);
        state.mutesRevisions = select.integer(6) != 0;
        state.doneSeen = select.integer(7);
        state.watched = select.integer(8) != 0;
        state.snooze.until = untilOf(select.integer(9));
        state.snooze.person = select.text(10);
        state.snooze.seen = select.integer(11);
        state.tags = select.text(12).split(u' ', Qt::SkipEmptyParts);
        if (const qint64 changed = select.integer(13); changed > 0)
            state.changed = QDateTime::fromSecsSinceEpoch(changed, Qt::UTC);
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
    if (Status done = write(states); !done)
        return done;
    return transaction.commit();
}

Status TriageTable::write(const QList<TriageState>& states)
{
    Statement remove(m_database, "DELETE FROM triage WHERE anchor = ?");
    Statement write(m_database,
                    "INSERT OR REPLACE INTO triage (anchor, starred, muted, done, snoozed_until, note,"
                    " mutes_revisions, done_seen, watched, snooze, snooze_person, snooze_seen, tags, changed)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    for (const TriageState& state : states) {
        if (state.isPlain() && !state.changed.isValid()) {
            if (Status done = remove.bind(state.anchor.bytes).run(); !done)
                return done;
            continue;
        }
        const thread::Snooze& snooze = state.snooze;
        write.bind(state.anchor.bytes).bind(state.starred).bind(state.muted).bind(state.done);
        write.bind(milliseconds(snooze)).bind(state.note).bind(state.mutesRevisions).bind(state.doneSeen);
        write.bind(state.watched).bind(static_cast<qint64>(snooze.until)).bind(snooze.person);
        write.bind(snooze.seen).bind(state.tags.join(u' '));
        write.bind(state.changed.isValid() ? state.changed.toSecsSinceEpoch() : qint64{0});
        if (Status done = write.run(); !done)
            return done;
    }
    return success();
}

Status TriageTable::import(const TriageImport& import, ReadTable& reads)
{
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    if (Status done = write(import.states); !done)
        return done;
    if (Status done = writeSearches(import.searches); !done)
        return done;
    if (Status done = reads.write(import.reads, import.read); !done)
        return done;
    return transaction.commit();
}

Result<QList<SavedSearch>> TriageTable::searches()
{
    Statement select(m_database, "SELECT name, query FROM saved_search ORDER BY place, name");
    if (Status done = select.run(); !done)
        return done.error();
    QList<SavedSearch> searches;
    while (select.next())
        searches.append({select.text(0), select.text(1)});
    if (select.failed())
        return select.error();
    return searches;
}

Status TriageTable::saveSearches(const QList<SavedSearch>& searches)
{
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    if (Status done = writeSearches(searches); !done)
        return done;
    return transaction.commit();
}

Status TriageTable::writeSearches(const QList<SavedSearch>& searches)
{
    if (Status done = m_database.execute("DELETE FROM saved_search"); !done)
        return done;
    Statement write(m_database, "INSERT OR REPLACE INTO saved_search (name, query, place) VALUES (?, ?, ?)");
    qint64 place = 0;
    for (const SavedSearch& search : searches) {
        if (Status done = write.bind(search.name).bind(search.query).bind(++place).run(); !done)
            return done;
    }
    return success();
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
