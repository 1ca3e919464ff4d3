// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace lb
{
class Settings;
}

namespace lb::ui
{

class Banner;

/// The glossaries of the lists as text, one line a term. Begins with the one that comes with the program;
/// what cannot be read is named by its line and is not saved. Show with open(). GUI thread.
class GlossaryDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GlossaryDialog)
public:
    /// `lists`: names; `chosen` is edited first.
    GlossaryDialog(Settings& settings, const QStringList& lists, const QString& chosen,
                   QWidget* parent = nullptr);

    void accept() override; ///< saves if there is no mistake, else shows the first

private:
    void buildUi();
    void showList();
    void keepText(); ///< what stands in the editor belongs to the list it was written for
    void edited();
    [[nodiscard]] bool showMistake(); ///< false = there is none

    Settings& m_settings;
    QByteArray m_book; ///< as it will be saved
    QString m_shown; ///< name of the list in the editor
    Banner* m_banner;
    QComboBox* m_list;
    QPlainTextEdit* m_text;
    QLabel* m_state;
    QPushButton* m_reset;
};

} // namespace lb::ui
