// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "report/report.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;

namespace lb::ui
{

class UserPrompts;

/// Where a document goes, in what format, style and language. The format follows the file name, and the file
/// name the format. GUI thread.
class ExportTarget final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportTarget)
public:
    enum class Kind { File, Folder };
    ExportTarget(UserPrompts& prompts, Kind kind, const QString& path, Language language,
                 QWidget* parent = nullptr);

    [[nodiscard]] QString path() const;
    [[nodiscard]] report::Format format() const;
    [[nodiscard]] report::Style style() const;
    [[nodiscard]] Language language() const;
    [[nodiscard]] bool omitsDoubtful() const; ///< claims that are not verified
    void setOmitDoubtful(bool omit); ///< what is chosen at first

    /// Asks before a file is replaced; `proceed` is called at once where none is, and not at all where the
    /// user refuses.
    void confirm(const std::function<void()>& proceed);

Q_SIGNALS:
    void changed(); ///< format, style or language
    void pathChanged(const QString& path);

private:
    void addRow(QFormLayout* form, const QString& label, QComboBox* box);
    void browse();
    void pathEdited();
    void formatChosen();
    void followFormat();

    UserPrompts& m_prompts;
    Kind m_kind;
    QLineEdit* m_path;
    QComboBox* m_format;
    QComboBox* m_style;
    QComboBox* m_language;
    QCheckBox* m_omitDoubtful;
    QString m_confirmed; ///< a file that may be replaced
};

} // namespace lb::ui
