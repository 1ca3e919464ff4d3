// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace lb::ui
{

/// A line to search a text with: Enter finds the next match, Shift+Enter the one before, Escape closes.
/// Whoever owns the text answers findRequested() with showFound().
class FindBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBar)
public:
    explicit FindBar(QWidget* parent = nullptr);
    FindBar(const QString& prompt, QWidget* parent); ///< "Find in this conversation"

    void open(); ///< shows it with the keyboard in it
    void showFound(bool found);
    void showCount(int match, int all); ///< "3 of 17"; 0 of 0 = not found

Q_SIGNALS:
    void findRequested(const QString& text, bool backward);
    void closed();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void search(bool backward);
    void shut();

    QLineEdit* m_text;
    QLabel* m_result;
};

} // namespace lb::ui
