// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;

namespace lb
{
class Settings;
}

namespace lb::ui
{

/// What a summary is to look at, in the user's own words; what was asked for last is offered. Show with
/// open(). GUI thread.
class InstructionDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InstructionDialog)
public:
    /// `sentTo`: who reads it.
    InstructionDialog(Settings& settings, const QString& sentTo, QWidget* parent = nullptr);

    void accept() override; ///< remembers it
    [[nodiscard]] QString instruction() const; ///< one line of bounded length

private:
    Settings& m_settings;
    QComboBox* m_line;
};

} // namespace lb::ui
