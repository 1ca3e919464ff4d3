// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace lb::ui
{

class MarkdownView;
class UserPrompts;

/// A user's own text for a thread: Markdown at the left, what it looks like at the right. Show with open().
/// GUI thread.
class EditSummaryDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(EditSummaryDialog)
public:
    /// `own`: there is a text of the user's already, which can be removed.
    EditSummaryDialog(UserPrompts& prompts, const QString& text, bool own, QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void accept() override; ///< not with a text that is too long
    void reject() override; ///< asks before words are lost

Q_SIGNALS:
    void removeRequested();
    void mailRequested(int number); ///< a citation in the preview, in the numbers of the text

private:
    void buildUi(bool own);
    void edited();

    UserPrompts& m_prompts;
    QString m_before;
    QPlainTextEdit* m_text;
    MarkdownView* m_preview;
    QLabel* m_state;
    QPushButton* m_save = nullptr;
    QTimer m_settle; ///< typing rests before the preview is made
};

} // namespace lb::ui
