// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/receipt.h"

namespace lb::store
{

class Database;

/// The texts that users put in place of summaries. One a thread, also where its root has changed.
class EditTable
{
public:
    explicit EditTable(Database& database) : m_database(database) { }

    [[nodiscard]] Status save(const SummaryEdit& edit);
    [[nodiscard]] Status remove(ListId list, const MessageId& anchor);
    [[nodiscard]] Result<QList<SummaryEdit>> of(ListId list, const QList<MessageId>& anchors);

private:
    [[nodiscard]] Status removeFrom(ListId list, const MessageId& anchor);

    Database& m_database;
};

} // namespace lb::store
