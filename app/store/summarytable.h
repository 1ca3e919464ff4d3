// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/receipt.h"
#include "store/records.h"

#include <optional>

namespace lb::store
{

class Database;

/// Summaries with all their versions. They name mails by Message-ID and outlive the list's mail.
class SummaryTable
{
public:
    explicit SummaryTable(Database& database) : m_database(database) { }

    [[nodiscard]] Result<SummaryRecord> save(const SummaryRecord& summary,
                                             const std::optional<Receipt>& receipt);
    [[nodiscard]] Result<Receipt> receipt(SummaryId summary);
    [[nodiscard]] Result<std::optional<SummaryRecord>> cached(ListId list, const QByteArray& key);
    [[nodiscard]] Result<QList<SummaryRecord>> of(ListId list, const QList<MessageId>& anchors);
    [[nodiscard]] Status choose(SummaryId summary);

private:
    [[nodiscard]] Status saveReceipt(SummaryId summary, const Receipt& receipt);
    [[nodiscard]] Status makeCurrent(const SummaryRecord& summary);

    Database& m_database;
};

} // namespace lb::store
