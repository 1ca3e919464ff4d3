// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

class QPlainTextEdit;

namespace lb::ui
{

class MarkdownView;
class UserPrompts;

/// A note about a thread: Markdown beside what it looks like. Ctrl+Enter accepts. Show with open(). GUI
/// thread.
class NoteDialog final : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteDialog)
public:
    NoteDialog(const QString& title, const QString& markdown, UserPrompts& prompts,
               QWidget* parent = nullptr);

    void accept() override;

Q_SIGNALS:
    void chosen(const QString& markdown); ///< empty = there shall be none

private:
    QPlainTextEdit* m_editor;
    MarkdownView* m_preview;
    QTimer m_settle; ///< the preview follows when typing rests
};

} // namespace lb::ui
