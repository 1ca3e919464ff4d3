// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/category.h"

#include <QWidget>

class QTableWidget;
class QToolButton;

namespace lb
{
class Settings;
}

namespace lb::ui
{

/// The table that sorts threads into categories: the first row that matches decides.
class CategoriesPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CategoriesPage)
public:
    explicit CategoriesPage(const Settings& settings, QWidget* parent = nullptr);

    [[nodiscard]] thread::CategoryTable table() const; ///< rows without words are left out
    void write(Settings& settings) const; ///< nothing is kept when the table is the shipped one

private:
    void buildButtons();
    void showTable(const thread::CategoryTable& table);
    void insertRow(int row, const thread::CategoryRule& rule);
    [[nodiscard]] thread::CategoryRule ruleAt(int row) const;
    void addRule();
    void removeRule();
    void moveRule(int by);
    void updateButtons();

    QTableWidget* m_table;
    QToolButton* m_remove;
    QToolButton* m_up;
    QToolButton* m_down;
};

} // namespace lb::ui
