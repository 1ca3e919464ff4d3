// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/icons.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace lb::ui
{

/// What stands where there is nothing to show: a symbol, what is the case, what can be done, and a button for
/// it.
class EmptyState final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EmptyState)
public:
    explicit EmptyState(QWidget* parent = nullptr);

    void say(Icon symbol, const QString& title, const QString& sentence);
    /// With a button; `act` runs on the GUI thread.
    void say(Icon symbol, const QString& title, const QString& sentence, const QString& button,
             std::function<void()> act);
    [[nodiscard]] QString title() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void paintSymbol();

    Icon m_which = Icon::Information;
    std::function<void()> m_act;
    QLabel* m_symbol;
    QLabel* m_title;
    QLabel* m_sentence;
    QPushButton* m_button;
};

} // namespace lb::ui
