// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace lb::ui
{

/// How rows of the tree look: unread bold, background mails and settled threads dim, mails indented by depth
/// of reply, states as symbols, tags as chips. All colours from the palette.
class ThreadDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] static int stateWidth(const QFontMetrics& metrics); ///< of the column of symbols

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    /// Tags and what a thread waits for, at the right of `area`; gives back what is left of it.
    [[nodiscard]] static QRect paintChips(QPainter* painter, const QStyleOptionViewItem& cell,
                                          const QModelIndex& index, const QRect& area);
    void paintSubject(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintStates(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
};

} // namespace lb::ui
