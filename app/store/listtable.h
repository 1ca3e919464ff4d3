// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/records.h"

namespace lb::store
{

class Database;

/// Lists and the archives they come from.
class ListTable
{
public:
    explicit ListTable(Database& database) : m_database(database) { }

    [[nodiscard]] Result<QList<ListRecord>> all();
    [[nodiscard]] Result<ListRecord> save(const ListRecord& list);
    [[nodiscard]] Status remove(ListId list);
    [[nodiscard]] Status saveCursor(ArchiveId archive, const QByteArray& cursor, const QDateTime& when);

private:
    [[nodiscard]] Result<ListId> saveRow(const ListRecord& list);
    [[nodiscard]] Status saveArchives(ListId list, const QList<ArchiveRecord>& archives);
    [[nodiscard]] Result<ListRecord> one(ListId list);
    [[nodiscard]] Result<QList<ArchiveRecord>> archivesOf(ListId list);
    [[nodiscard]] Status run(const char* sql, ListId list);

    Database& m_database;
};

} // namespace lb::store
