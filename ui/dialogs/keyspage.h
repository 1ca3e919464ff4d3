// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/keymap.h"

#include <QWidget>

class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace lb
{
class Settings;
}

namespace lb::ui
{

/// Which keys do what, action by action. Keys that are taken are named before they are given away. GUI
/// thread.
class KeysPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeysPage)
public:
    explicit KeysPage(const Settings& settings, QWidget* parent = nullptr);

    void write(Settings& settings) const;
    void choose(const QString& action); ///< by its name

private:
    void buildUi();
    void fill();
    void showKeys();
    void filter(const QString& text);
    void currentChanged();
    void pressed();
    void give(bool alone);
    void change(const QList<QKeySequence>& keys);
    void reset();
    [[nodiscard]] const KeyedAction* current() const; ///< null = a group is selected, or nothing
    [[nodiscard]] QString clashSentence(const QList<KeyClash>& clashes) const;

    QList<KeyedAction> m_actions;
    KeyChanges m_changes;
    QLineEdit* m_search;
    QTreeWidget* m_tree;
    QLabel* m_caption;
    QKeySequenceEdit* m_edit;
    QLabel* m_clash;
    QPushButton* m_set;
    QPushButton* m_add;
    QPushButton* m_none;
    QPushButton* m_reset;
    QPushButton* m_resetAll;
};

} // namespace lb::ui
