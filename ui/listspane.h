// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/listsmodel.h"

#include <QWidget>

class QAction;
class QTreeView;

namespace lb::ui
{

/// Lists and their weeks. Says which scope was chosen. GUI thread.
class ListsPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ListsPane)
public:
    /// `add` and `remove` are shown as buttons below.
    ListsPane(ListsModel& model, QAction* add, QAction* remove, QWidget* parent = nullptr);

    [[nodiscard]] QTreeView* tree() const { return m_tree; }
    void putAbove(QWidget* widget); ///< takes it over
    void select(const Scope& scope); ///< without saying that it was chosen

Q_SIGNALS:
    void scopeChosen(const lb::ui::Scope& scope);

private:
    ListsModel& m_model;
    QTreeView* m_tree;
    bool m_selecting = false;
};

} // namespace lb::ui
