// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/snooze.h"

#include <QDialog>

class QDateEdit;
class QDialogButtonBox;
class QGridLayout;
class QLineEdit;

namespace lb::ui
{

/// Asks until when threads are put off. Each choice is one key away. Show with open(). GUI thread.
class SnoozeDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SnoozeDialog)
public:
    struct Subject {
        int threads = 1;
        QStringList people; ///< who may be waited for, see thread::personText()
        thread::Snooze now; ///< what it is put off until, if it is
        QDate today;
    };
    explicit SnoozeDialog(const Subject& subject, QWidget* parent = nullptr);

    void accept() override; ///< with what stands in the fields

Q_SIGNALS:
    void chosen(const lb::thread::Snooze& until); ///< Nothing = it shall come back at once

private:
    void buildChoices(QGridLayout* grid);
    void buildFields(QGridLayout* grid);
    void chooseDay(QDate day);
    void choose(const thread::Snooze& until);

    Subject m_subject;
    QDateEdit* m_date = nullptr;
    QLineEdit* m_person = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

} // namespace lb::ui
