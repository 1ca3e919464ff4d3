// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/records.h"

namespace lb::store
{

class Database;
class ReadTable;

/// What the user decided about threads, his saved searches, and the notes of services.
class TriageTable
{
public:
    explicit TriageTable(Database& database) : m_database(database) { }

    [[nodiscard]] Result<QList<TriageState>> all();
    [[nodiscard]] Status save(const QList<TriageState>& states);
    [[nodiscard]] Result<QList<SavedSearch>> searches(); ///< in the user's order
    [[nodiscard]] Status saveSearches(const QList<SavedSearch>& searches); ///< all of them
    [[nodiscard]] Status import(const TriageImport& import, ReadTable& reads);
    [[nodiscard]] Result<QByteArray> note(const QString& key);
    [[nodiscard]] Status saveNote(const QString& key, const QByteArray& value);

private:
    // In a transaction.
    [[nodiscard]] Status write(const QList<TriageState>& states);
    [[nodiscard]] Status writeSearches(const QList<SavedSearch>& searches);

    Database& m_database;
};

} // namespace lb::store
