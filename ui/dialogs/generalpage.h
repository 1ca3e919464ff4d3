// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace lb
{
class Settings;
}

namespace lb::ui
{

/// Languages, the context rule, how many threads are summarised at once, and how much of one is copied.
class GeneralPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GeneralPage)
public:
    explicit GeneralPage(const Settings& settings, QWidget* parent = nullptr);

    void write(Settings& settings) const;

private:
    QComboBox* m_windowLanguage;
    QComboBox* m_reportLanguage;
    QComboBox* m_context;
    QSpinBox* m_jobs;
    QSpinBox* m_copied;
};

} // namespace lb::ui
