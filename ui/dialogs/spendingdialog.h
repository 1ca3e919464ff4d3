// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/ledgermodel.h"
#include "ui/services.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPushButton;
class QTableView;
class QTableWidget;

namespace lb::ui
{

class UserPrompts;

/// What models took in the last thirty days: sums by model, each request, and a file for a spreadsheet. Reads
/// the ledger when it is made and when it grows. Show with open().
class SpendingDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SpendingDialog)
public:
    SpendingDialog(Services& services, UserPrompts& prompts, QWidget* parent = nullptr);

private:
    struct Read {
        QList<store::LedgerEntry> entries;
        QList<ModelSpending> models;
    };
    using ReadPointer = std::shared_ptr<const Read>;
    void buildUi();
    void read();
    void take(const ReadPointer& read);
    void fillSums(const QList<ModelSpending>& models);
    void exportCsv();

    Services& m_services;
    UserPrompts& m_prompts;
    LedgerModel m_model;
    QLabel* m_state;
    QTableWidget* m_sums;
    QTableView* m_calls;
    QPushButton* m_export;
    ReadPointer m_read;
};

} // namespace lb::ui
