// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QTreeView;

namespace lb::ui
{

/// Draws a line of the overview: the thread's title, and below it the reason in a lighter colour, wrapped to
/// at most two lines. As high as it needs at the view's width.
class OverviewDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    enum Role {
        ReasonRole = Qt::UserRole, ///< QString; empty = a group's head, drawn as usual
        ThreadRole, ///< lb::ThreadId
        MailRole, ///< int
        GroupRole, ///< int
    };
    explicit OverviewDelegate(QTreeView* view);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    QTreeView* m_view;
};

} // namespace lb::ui
