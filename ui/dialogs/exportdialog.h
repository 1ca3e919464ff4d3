// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "report/report.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;

namespace lb::ui
{

class UserPrompts;

/// Where a report goes, in what format and language. The format follows the file name, and the file name the
/// format. Show with open(). GUI thread.
class ExportDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportDialog)
public:
    ExportDialog(UserPrompts& prompts, const QString& file, Language language, QWidget* parent = nullptr);

    void setSubject(const QString& sentence); ///< what is exported
    void setOmitDoubtful(bool omit); ///< what is chosen at first
    void accept() override; ///< asks before a file is replaced

    [[nodiscard]] QString file() const;
    [[nodiscard]] report::Format format() const;
    [[nodiscard]] Language language() const;
    [[nodiscard]] bool omitsDoubtful() const; ///< claims that are not verified

private:
    void browse();
    void fileEdited();
    void formatChosen();

    UserPrompts& m_prompts;
    QLabel* m_subject;
    QLineEdit* m_file;
    QComboBox* m_format;
    QComboBox* m_language;
    QCheckBox* m_omitDoubtful;
    QDialogButtonBox* m_buttons;
    QString m_confirmed; ///< a file that may be replaced
};

} // namespace lb::ui
