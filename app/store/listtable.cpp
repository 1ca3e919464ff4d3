// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/listtable.h"

#include "store/database.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace lb::store
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::store)
};

std::optional<qint64> secondsOf(const QDateTime& time)
{
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}

Error listGone()
{
    return fail(ErrorCode::NotFound, Text::tr("The list is not in the library any more. Add it again."));
}

} // namespace

Result<QList<ListRecord>> ListTable::all()
{
    QList<ListRecord> lists;
    {
        Statement select(m_database,
                         "SELECT id, name, address, mails FROM list WHERE removed = 0 ORDER BY id");
        if (Status done = select.run(); !done)
            return done.error();
        while (select.next())
            lists.append({ListId{select.integer(0)}, select.text(1), select.text(2), {}, select.integer(3)});
        if (select.failed())
            return select.error();
    }
    for (ListRecord& list : lists) {
        Result<QList<ArchiveRecord>> archives = archivesOf(list.id);
        if (!archives)
            return archives.error();
        list.archives = *std::move(archives);
    }
    return lists;
}

Result<QList<ArchiveRecord>> ListTable::archivesOf(ListId list)
{
    QList<ArchiveRecord> archives;
    Statement select(m_database,
                     "SELECT id, location, cursor, last_read FROM archive WHERE list = ? ORDER BY id");
    if (Status done = select.bind(list.value).run(); !done)
        return done.error();
    while (select.next()) {
        const QDateTime lastRead
            = select.isNull(3) ? QDateTime() : QDateTime::fromSecsSinceEpoch(select.integer(3), Qt::UTC);
        archives.append({ArchiveId{select.integer(0)}, select.text(1), select.blob(2), lastRead});
    }
    if (select.failed())
        return select.error();
    return archives;
}

Result<ListRecord> ListTable::one(ListId list)
{
    const Result<QList<ListRecord>> lists = all();
    if (!lists)
        return lists.error();
    const auto found = std::ranges::find(*lists, list, &ListRecord::id);
    return found == lists->cend() ? Result<ListRecord>(listGone()) : Result<ListRecord>(*found);
}

Result<ListRecord> ListTable::save(const ListRecord& list)
{
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun.error();
    const Result<ListId> id = saveRow(list);
    if (!id)
        return id.error();
    if (Status done = saveArchives(*id, list.archives); !done)
        return done.error();
    Result<ListRecord> saved = one(*id);
    if (!saved)
        return saved;
    if (Status done = transaction.commit(); !done)
        return done.error();
    return saved;
}

Result<ListId> ListTable::saveRow(const ListRecord& list)
{
    qint64 id = list.id.value;
    if (id == 0) { // a list of that name that was removed comes back with its summaries
        Statement removed(m_database,
                          "SELECT id FROM list WHERE name = ? AND removed = 1 ORDER BY id DESC LIMIT 1");
        if (Status done = removed.bind(list.name).run(); !done)
            return done.error();
        if (removed.next())
            id = removed.integer(0);
        else if (removed.failed())
            return removed.error();
    }
    if (id == 0) {
        Statement insert(m_database, "INSERT INTO list (name, address) VALUES (?, ?)");
        if (Status done = insert.bind(list.name).bind(list.address).run(); !done)
            return done.error();
        return ListId{insert.insertedId()};
    }
    Statement update(
        m_database, "UPDATE list SET name = ?, address = ?, removed = 0 WHERE id = ? AND (removed = 0 OR ?)");
    if (Status done = update.bind(list.name).bind(list.address).bind(id).bind(!list.id.isValid()).run();
        !done)
        return done.error();
    return update.changes() > 0 ? Result<ListId>(ListId{id}) : Result<ListId>(listGone());
}

/// An archive's cursor is left alone unless its location changes: the record may be older than the last read.
Status ListTable::saveArchives(ListId list, const QList<ArchiveRecord>& archives)
{
    const Result<QList<ArchiveRecord>> before = archivesOf(list);
    if (!before)
        return before.error();
    for (const ArchiveRecord& old : *before) {
        if (std::ranges::find(archives, old.id, &ArchiveRecord::id) != archives.cend())
            continue;
        Statement remove(m_database, "DELETE FROM archive WHERE id = ?");
        if (Status done = remove.bind(old.id.value).run(); !done)
            return done;
    }
    for (const ArchiveRecord& archive : archives) {
        if (archive.id.isValid()) {
            Statement update(
                m_database,
                "UPDATE archive SET cursor = iif(location = ?, cursor, x''),"
                " last_read = iif(location = ?, last_read, NULL), location = ? WHERE id = ? AND list = ?");
            update.bind(archive.location).bind(archive.location).bind(archive.location);
            if (Status done = update.bind(archive.id.value).bind(list.value).run(); !done)
                return done;
            continue;
        }
        Statement insert(m_database,
                         "INSERT INTO archive (list, location, cursor, last_read) VALUES (?, ?, ?, ?)");
        insert.bind(list.value).bind(archive.location).bind(archive.cursor).bind(secondsOf(archive.lastRead));
        if (Status done = insert.run(); !done)
            return done;
    }
    return success();
}

Status ListTable::run(const char* sql, ListId list)
{
    Statement statement(m_database, sql);
    return statement.bind(list.value).run();
}

Status ListTable::remove(ListId list)
{
    // The full-text index holds no texts to delete by. Its rows of mails that are gone are never shown, since
    // ids are not given out again; when they are the larger part it is emptied and made anew.
    static constexpr const char* byList[] = {
        "INSERT OR IGNORE INTO read_mail SELECT message_id.text FROM mail"
        " JOIN message_id ON message_id.id = mail.number WHERE mail.list = ? AND mail.read = 1",
        "UPDATE counter SET value = value + (SELECT count(*) FROM mail WHERE list = ?"
        " AND id <= (SELECT value FROM counter WHERE name = 'indexed_to')) WHERE name = 'index_orphans'",
        "DELETE FROM raw WHERE mail IN (SELECT id FROM mail WHERE list = ?)",
        "DELETE FROM variant WHERE mail IN (SELECT id FROM mail WHERE list = ?)",
        "DELETE FROM mail WHERE list = ?",
        "DELETE FROM week WHERE list = ?",
        "DELETE FROM archive WHERE list = ?",
        "UPDATE list SET removed = 1, mails = 0, unjoined = 0 WHERE id = ?",
    };
    Transaction transaction(m_database);
    if (Status begun = transaction.begin(); !begun)
        return begun;
    for (const char* sql : byList) {
        if (Status done = run(sql, list); !done)
            return done;
    }
    const Result<qint64> orphans
        = m_database.number("SELECT value FROM counter WHERE name = 'index_orphans'");
    if (!orphans)
        return orphans.error();
    const Result<qint64> left = m_database.number(
        "SELECT count(*) FROM mail WHERE id <= (SELECT value FROM counter WHERE name = 'indexed_to')");
    if (!left)
        return left.error();
    if (*orphans > *left) {
        for (const char* sql :
             {"INSERT INTO fts(fts) VALUES ('delete-all')",
              "INSERT INTO fts_people(fts_people) VALUES ('delete-all')",
              "UPDATE counter SET value = 0 WHERE name IN ('indexed_to', 'index_orphans')"}) {
            if (Status done = m_database.execute(sql); !done)
                return done;
        }
    }
    return transaction.commit();
}

Status ListTable::saveCursor(ArchiveId archive, const QByteArray& cursor, const QDateTime& when)
{
    Statement update(m_database, "UPDATE archive SET cursor = ?, last_read = ? WHERE id = ?");
    if (Status done = update.bind(cursor).bind(secondsOf(when)).bind(archive.value).run(); !done)
        return done;
    return update.changes() > 0 ? success() : Status(listGone());
}

} // namespace lb::store
