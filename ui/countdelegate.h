// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace lb::ui
{

/// A row with its count at the right, dim, or with small bars where the model has values for them and its
/// name leaves room. Font and colour are the model's; a row whose count is empty and that is no heading is
/// dim, too.
class CountDelegate : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CountDelegate)
public:
    CountDelegate(int countTextRole, QObject* parent, int valuesRole = -1)
        : QStyledItemDelegate(parent), m_countRole(countTextRole), m_valuesRole(valuesRole)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_countRole;
    int m_valuesRole; ///< QList<int>; -1 = none
};

} // namespace lb::ui
