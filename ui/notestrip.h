// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QToolButton;

namespace lb::ui
{

class MarkdownView;
class UserPrompts;

/// The user's note about the thread that is shown: as high as the note, up to some lines; gone where there is
/// none. GUI thread.
class NoteStrip final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteStrip)
public:
    explicit NoteStrip(UserPrompts& prompts, QWidget* parent = nullptr);

    void showNote(const QString& markdown);

Q_SIGNALS:
    void editRequested();
    void mailRequested(int number); ///< a citation [n] in the note was followed

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    void colour();

    MarkdownView* m_text;
    QToolButton* m_edit;
};

} // namespace lb::ui
