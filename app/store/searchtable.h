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

    [[nodiscard]] Result<std::vector<Store::Unindexed>> unindexed(int limit, MailId after);
    [[nodiscard]] Result<qint64> unindexedCount();
    [[nodiscard]] Status save(const std::vector<Store::IndexText>& texts);
    /// `stopped` may be null.
    [[nodiscard]] Result<Store::FoundTexts> find(const std::vector<TextTerm>& texts,
                                                 const std::atomic_bool* stopped);

    /// The index is two tables: of what is read, and of who is named.
    enum class Part { Words, People };
    /// What FTS5 is asked for a text; empty = nothing of it can be found in that part.
    [[nodiscard]] static QString matchOf(const TextTerm& text, Part part = Part::Words);

private:
    [[nodiscard]] Result<qint64> indexedTo();
    [[nodiscard]] Result<MailSetPointer> find(const TextTerm& text);
    [[nodiscard]] Status find(const TextTerm& text, Part part, MailSet& mails);
    [[nodiscard]] Result<bool> leavesGap(qint64 indexedTo, qint64 first);

    Database& m_database;
};

} // namespace lb::store
