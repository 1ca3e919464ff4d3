// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QKeyCombination>

class QGridLayout;

namespace lb::ui
{

class Actions;

/// After the first key of a sequence, what can follow: "I  Copy Message-ID". Goes with the next key, whatever
/// it is, as Qt's memory of the first one does. A child of the window, over everything. GUI thread.
class KeyHint final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KeyHint)
public:
    KeyHint(const Actions& actions, QWidget* window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void offer(QKeyCombination first);
    void addRow(const QString& keys, const QString& text);
    void place();

    const Actions& m_actions;
    QWidget* m_window;
    QGridLayout* m_rows;
    int m_first = 0; ///< Qt::Key
    bool m_released = false; ///< the first key was let go of
};

} // namespace lb::ui
