// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/attention.h"

#include <QWidget>

#include <array>

class QGridLayout;
class QPlainTextEdit;
class QSpinBox;

namespace lb
{
class Settings;
}

namespace lb::ui
{

/// Who the user is, what he looks for, and how much each reason for attention counts. GUI thread.
class YouPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(YouPage)
public:
    explicit YouPage(const Settings& settings, QWidget* parent = nullptr);

    void write(Settings& settings) const;

private:
    QPlainTextEdit* addLines(QGridLayout* grid, int place, const QString& caption, const QString& hint,
                             const QString& name);
    QWidget* buildWeights(const AttentionRules& rules);

    QPlainTextEdit* m_names = nullptr;
    QPlainTextEdit* m_addresses = nullptr;
    QPlainTextEdit* m_paths = nullptr;
    QPlainTextEdit* m_watchedPeople = nullptr;
    QPlainTextEdit* m_watchedPaths = nullptr;
    QPlainTextEdit* m_watchedWords = nullptr;
    std::array<QSpinBox*, attentionTermCount> m_weights{};
    QSpinBox* m_silentDays = nullptr;
};

} // namespace lb::ui
