// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/ledger.h"

namespace lb::store
{

class Database;

/// The ledger: entries are added and read, never changed.
class LedgerTable
{
public:
    explicit LedgerTable(Database& database) : m_database(database) { }

    [[nodiscard]] Status add(const LedgerEntry& entry);
    [[nodiscard]] Result<QList<LedgerEntry>> since(const QDateTime& when, int most);

private:
    Database& m_database;
};

} // namespace lb::store
