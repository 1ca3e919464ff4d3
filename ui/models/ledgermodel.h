// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/ledger.h"
#include "summary/spending.h"

#include <QAbstractTableModel>

namespace lb::ui
{

/// The calls of some time, newest first, as they are written in the ledger.
class LedgerModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    enum Column { When, Model, Kind, In, Out, Money, Outcome, ColumnCount };

    void show(const QList<store::LedgerEntry>& entries);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<store::LedgerEntry> m_entries;
};

/// What each model took today, in the last seven days and in the last thirty, days in UTC.
struct ModelSpending {
    QString provider; ///< id
    QString model; ///< as the server named it
    summary::Spent today;
    summary::Spent week;
    summary::Spent month;
};
[[nodiscard]] QList<ModelSpending> spendingByModel(const QList<store::LedgerEntry>& entries,
                                                   const QDate& today); ///< most tokens first

/// All entries, oldest first, with a head line (RFC 4180, UTF-8). Pure.
[[nodiscard]] QByteArray ledgerCsv(const QList<store::LedgerEntry>& entries);

} // namespace lb::ui
