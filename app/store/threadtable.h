// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/records.h"

#include <vector>

namespace lb::store
{

class Database;

/// Which thread each mail belongs to, and the weeks of a list.
class ThreadTable
{
public:
    explicit ThreadTable(Database& database) : m_database(database) { }

    [[nodiscard]] Result<int> update(ListId list);
    [[nodiscard]] Status updateAll(); ///< of lists whose import was cut short
    [[nodiscard]] Result<QList<WeekRecord>> weeks(ListId list);

private:
    struct Mails;

    [[nodiscard]] Result<bool> isUnjoined(ListId list);
    [[nodiscard]] Status load(ListId list, Mails& mails);
    [[nodiscard]] Result<int> writeThreads(Mails& mails);
    [[nodiscard]] Status writeWeeks(ListId list, const Mails& mails);

    Database& m_database;
};

} // namespace lb::store
