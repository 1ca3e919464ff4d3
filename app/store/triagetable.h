// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/records.h"

namespace lb::store
{

class Database;

/// What the user decided about threads, his saved searches, and the notes of services.
class TriageTable
{
public:
    explicit TriageTable(Database& database) : m_database(database) { }

    [[nodiscard]] Result<QList<TriageState>> all();
    [[nodiscard]] Status save(const QList<TriageState>& states);
    [[nodiscard]] Result<QList<SavedSearch>> searches(); ///< in the user's order
    [[nodiscard]] Status saveSearches(const QList<SavedSearch>& searches); ///< all of them
    [[nodiscard]] Result<QByteArray> note(const QString& key);
    [[nodiscard]] Status saveNote(const QString& key, const QByteArray& value);

private:
    Database& m_database;
};

} // namespace lb::store
