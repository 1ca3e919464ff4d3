// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace lb::ui
{

class ThreadDelegate;

/// The tree of threads: rows of one height, or with the gists of summaries on a second line that runs below
/// all columns. GUI thread.
class ThreadTree final : public QTreeView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThreadTree)
public:
    explicit ThreadTree(QWidget* parent = nullptr);

    void setShowGists(bool show);

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;

private:
    ThreadDelegate* m_delegate;
};

} // namespace lb::ui
