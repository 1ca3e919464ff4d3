// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/store.h"

namespace lb::store
{

class Database;

/// What links revisions of series: notes read from bodies, and what the user decided.
class RevisionTable
{
public:
    explicit RevisionTable(Database& database) : m_database(database) { }

    [[nodiscard]] Result<Store::RevisionMaterial> material(ListId list, qint64 since, qint64 before);
    [[nodiscard]] Status saveNotes(const std::vector<Store::ReadNotes>& notes);
    [[nodiscard]] Status decide(const QList<thread::RevisionDecision>& kept, const QList<MessageId>& dropped);

private:
    [[nodiscard]] Status readMails(ListId list, qint64 since, qint64 before,
                                   Store::RevisionMaterial& material);
    [[nodiscard]] Status readNotes(ListId list, qint64 since, qint64 before,
                                   Store::RevisionMaterial& material);
    [[nodiscard]] Status readDecisions(Store::RevisionMaterial& material);

    Database& m_database;
};

} // namespace lb::store
