// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "store/generations.h"

#include <QList>

namespace lb::store
{

class Database;

/// Message-IDs and their numbers. Rows are never deleted, so that what is cached stays true even while
/// another program writes to the library.
class IdTable
{
public:
    explicit IdTable(Database& database) : m_database(database) { }

    struct Numbered {
        IdNumber number = 0;
        bool isNew = false; ///< given out by this call: no mail can have it
    };
    [[nodiscard]] Result<Numbered>
    numberOf(const MessageId& id); ///< gives it one if it has none; in a transaction
    [[nodiscard]] Result<IdNumber> find(const MessageId& id); ///< 0 = has none
    [[nodiscard]] Result<QHash<IdNumber, MessageId>> idsOf(const QList<IdNumber>& numbers);
    void forget() { m_known.clear(); } ///< after a rollback: numbers given out are void

private:
    Database& m_database;
    Generations<QByteArray, IdNumber> m_known{1 << 15};
};

} // namespace lb::store
