// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/generations.h"
#include "store/idtable.h"
#include "store/links.h"
#include "store/records.h"
#include "thread/mail.h"
#include "thread/period.h"

#include <optional>
#include <vector>

namespace lb::store
{

class Database;

/// Mails: saved in batches, read as threads and lists need them. On the database's thread.
class MailTable
{
public:
    MailTable(Database& database, IdTable& ids) : m_database(database), m_ids(ids) { }

    [[nodiscard]] Result<BatchOutcome> save(ListId list, const std::vector<PreparedMail>& batch);
    [[nodiscard]] Result<std::vector<thread::Mail>> inPeriod(ListId list,
                                                             const std::optional<thread::Period>& period);
    [[nodiscard]] Result<std::vector<thread::Mail>> carriedOver(ListId list, const thread::Period& period,
                                                                const CarryOver& carry);
    [[nodiscard]] Result<std::vector<thread::Mail>> newest(ListId list, int count);
    [[nodiscard]] Result<std::vector<thread::Mail>> ofThread(ThreadId thread);
    [[nodiscard]] Result<QList<ThreadId>> threadsBy(ListId list, const QStringList& addresses);
    [[nodiscard]] Result<std::optional<thread::Mail>> find(ListId list, const MessageId& id);
    [[nodiscard]] Result<std::vector<QByteArray>> compressed(const QList<MailId>& mails);
    [[nodiscard]] Status setRead(const QList<MailId>& mails, bool read);

private:
    struct Batch; ///< what one call of save() carries along

    [[nodiscard]] Result<bool> hasMailSince(ListId list, qint64 utc);
    [[nodiscard]] Result<QList<ThreadId>> threadsOf(ListId list, const QList<MessageId>& mails);
    [[nodiscard]] Result<QList<ThreadId>> threadsBy(ListId list, const QStringList& addresses, qint64 since,
                                                    qint64 before);
    [[nodiscard]] Result<qint64> nextMail();
    [[nodiscard]] Status checkList(ListId list);
    [[nodiscard]] Status saveOne(Batch& batch, const PreparedMail& mail);
    [[nodiscard]] Status insertMail(Batch& batch, IdNumber number, const PreparedMail& mail);
    [[nodiscard]] Result<bool> compare(Batch& batch, IdNumber number, const PreparedMail& mail);
    [[nodiscard]] Status addVariant(Batch& batch, MailId standing, const PreparedMail& mail);
    [[nodiscard]] Status closeBatch(const Batch& batch);
    [[nodiscard]] Result<Links> linksOf(const mail::Envelope& envelope);
    [[nodiscard]] MailId guessThread(const Batch& batch, IdNumber number, const Links& links);

    Database& m_database;
    IdTable& m_ids;
    /// (list, Message-ID number) -> the thread it was last seen in. A guess that saves most of the updates
    /// that joining threads would else need; nothing relies on it.
    Generations<quint64, qint64> m_threads{1 << 16};
};

} // namespace lb::store
