// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace lb::ui
{

/// A row with its count at the right, dim. Font and colour are the model's; a row whose count is empty and
/// that is no heading is dim, too.
class CountDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CountDelegate)
public:
    CountDelegate(int countTextRole, QObject* parent)
        : QStyledItemDelegate(parent), m_countRole(countTextRole)
    {
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_countRole;
};

} // namespace lb::ui
