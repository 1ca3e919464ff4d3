// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace lb::ui
{

/// A sentence across the top of a pane, with at most one thing to do about it. Hidden until asked to
/// show something; stays until it is closed or replaced. Screen readers are told. Plain text only.
class Banner final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)
public:
    enum class Kind { Information, Warning, Error };

    explicit Banner(QWidget* parent = nullptr);

    void showMessage(Kind kind, const QString& sentence);
    /// With a button; `act` runs on the GUI thread when it is pressed, and the banner closes.
    void showMessage(Kind kind, const QString& sentence, const QString& action, std::function<void()> act);
    void showError(const Error& error) { showMessage(Kind::Error, error.text); }
    void dismiss();

    [[nodiscard]] QString message() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

Q_SIGNALS:
    void dismissed();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void colour();

    Kind m_kind = Kind::Information;
    bool m_colouring = false;
    std::function<void()> m_act;
    QLabel* m_symbol;
    QLabel* m_text;
    QPushButton* m_action;
    QToolButton* m_close;
};

} // namespace lb::ui
