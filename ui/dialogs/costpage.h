// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QSpinBox;

namespace lb
{
class Settings;
}

namespace lb::ui
{

/// Caps on what summaries may cost, and when to ask.
class CostPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostPage)
public:
    explicit CostPage(const Settings& settings, QWidget* parent = nullptr);

    void write(Settings& settings) const;

private:
    QSpinBox* m_runTokens;
    QSpinBox* m_dayTokens;
    QDoubleSpinBox* m_runMoney;
    QDoubleSpinBox* m_dayMoney;
    QSpinBox* m_askAbove;
    QCheckBox* m_small;
};

} // namespace lb::ui
