// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace lb::ui
{

/// How rows of the tree look: unread bold, background mails and settled threads dim, mails indented by depth
/// of reply, states as symbols, tags as chips, gists below their threads. All colours from the palette.
class ThreadDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& row, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] static int stateWidth(const QFontMetrics& metrics); ///< of the column of symbols

    void setShowGists(bool show) { m_showGists = show; } ///< of threads, on a second line
    /// What the second line of an index's row says; empty = it has none.
    [[nodiscard]] QString gistOf(const QModelIndex& index) const;
    /// Where it is written: from the subject's left to the end of the row.
    void paintGist(QPainter* painter, const QStyleOptionViewItem& row, const QModelIndex& index) const;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    void paintGround(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    /// Tags and what a thread waits for, at the right of `area`; gives back what is left of it.
    [[nodiscard]] static QRect paintChips(QPainter* painter, const QStyleOptionViewItem& cell,
                                          const QModelIndex& index, const QRect& area);
    void paintMails(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintSubject(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintStates(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    bool m_showGists = false;
};

} // namespace lb::ui
