// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/triagestate.h"

#include <QHash>

namespace lb::store
{

class Database;
class IdTable;

/// Which mails are read, by Message-ID: the flags of the mails that are here, and beside them the Message-IDs
/// of mails that are read but not here. Those came with a file from another library, or their list was
/// removed; a mail of such an id is read when it comes (MailTable). On the database's thread.
class ReadTable
{
public:
    ReadTable(Database& database, IdTable& ids) : m_database(database), m_ids(ids) { }

    /// Each once; the newest mails first, then those that are not here. At most mostReadMails.
    [[nodiscard]] Result<QList<MessageId>> all();
    [[nodiscard]] Result<ReadChange> unreadOf(const QList<MessageId>& mails);
    [[nodiscard]] Status write(const ReadChange& change, bool read); ///< in a transaction

private:
    /// Says which of the mails asked for the library has, and names those of them that are not read.
    [[nodiscard]] Status findHere(QHash<IdNumber, bool>& asked, QList<MailId>& unreadMails);

    Database& m_database;
    IdTable& m_ids;
};

} // namespace lb::store
