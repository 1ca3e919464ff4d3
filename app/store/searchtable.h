// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/store.h"

#include <vector>

namespace lb::store
{

class Database;

/// The full-text index. Ids of mails ascend and are not given out again, so that one number says how far it
/// is.
class SearchTable
{
public:
    explicit SearchTable(Database& database) : m_database(database) { }

    /// A mail that was found, with what its snippet is made from.
    struct Found {
        MailId mail;
        ThreadId thread;
        QString subject;
        QByteArray compressed;
    };

    [[nodiscard]] Result<std::vector<Store::Unindexed>> unindexed(int limit, MailId after);
    [[nodiscard]] Result<qint64> unindexedCount();
    [[nodiscard]] Status save(const std::vector<Store::IndexText>& texts);
    [[nodiscard]] Result<std::vector<Found>> find(ListId list, const QString& match, int limit);

private:
    [[nodiscard]] Result<qint64> indexedTo();
    [[nodiscard]] Result<bool> leavesGap(qint64 indexedTo, qint64 first);

    Database& m_database;
};

} // namespace lb::store
