// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/composition.h"

#include <QAbstractListModel>

#include <vector>

namespace lb::ui
{

/// The threads of a report that is being composed: which are chosen (check marks), in what order, with what
/// remarks. A thread moves within its category only: the report keeps the order of categories. GUI thread.
class ComposeModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ComposeModel)
public:
    struct Row {
        MessageId root;
        QString title;
        thread::Category category = thread::Category::Discussion;
        int mails = 0;
        bool chosen = true;
        QString remark = {};
    };
    /// In the order of the report.
    explicit ComposeModel(std::vector<Row> rows, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

    [[nodiscard]] QString remark(int row) const;
    void setRemark(int row, const QString& remark);
    bool move(int row, int by); ///< one up (-1) or down (1); false = it is at its category's end
    void chooseAll(bool chosen);
    [[nodiscard]] int chosen() const; ///< how many

    /// What composition() gives for the report: none chosen is all chosen.
    [[nodiscard]] report::Composition composition(const QString& notes) const;
    /// Takes over what an earlier one said about the threads that are here.
    void apply(const report::Composition& composition);

Q_SIGNALS:
    void changed(); ///< what composition() gives

private:
    std::vector<Row> m_rows;
};

} // namespace lb::ui
