// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/viewsmodel.h"

#include <QListView>

namespace lb::ui
{

/// The views and saved searches above the lists: as high as its rows. Says what was chosen; a saved search is
/// renamed in place and removed by keys or by its menu. GUI thread.
class ViewsPane final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ViewsPane)
public:
    explicit ViewsPane(ViewsModel& model, QWidget* parent = nullptr);

    void select(View view); ///< without saying that it was chosen

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void viewChosen(lb::ui::View view);
    void searchChosen(const QString& query);
    void searchRemovalRequested(const QString& name); ///< Delete was pressed on a saved search

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void rowsAboutToBeRemoved(const QModelIndex& parent, int start, int end) override;

private:
    void choose(const QModelIndex& index);
    void offerMenu(const QModelIndex& search, const QPoint& at);
    [[nodiscard]] static bool isSearch(const QModelIndex& index);

    ViewsModel& m_model;
    bool m_selecting = false;
};

} // namespace lb::ui
