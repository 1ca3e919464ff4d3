// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"
#include "thread/period.h"
#include "ui/dialogs/exporttarget.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;

namespace lb::ui
{

/// From which week to which the reports go, and into what folder. Show with open(). GUI thread.
class WeeksDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WeeksDialog)
public:
    /// `weeks`: those that have mail, newest first; at least one.
    WeeksDialog(UserPrompts& prompts, const QList<store::WeekRecord>& weeks, const QString& folder,
                Language language, QWidget* parent = nullptr);

    [[nodiscard]] QList<thread::Period> weeks() const; ///< oldest first
    [[nodiscard]] const ExportTarget& target() const { return *m_target; }

private:
    void count();

    QList<store::WeekRecord> m_known;
    QComboBox* m_first;
    QComboBox* m_last;
    QLabel* m_count;
    ExportTarget* m_target;
    QPushButton* m_export;
};

} // namespace lb::ui
