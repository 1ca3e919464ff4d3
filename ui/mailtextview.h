// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/maildocument.h"

#include <QPlainTextEdit>

#include <memory>

namespace lb::ui
{

/// Shows a document of maildocument.h: folds open and close by click, Enter or Space on their toggle line;
/// what is copied holds the mail's own lines, folded ones too, and no toggle lines. Read-only.
class MailTextView final : public QPlainTextEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MailTextView)
public:
    explicit MailTextView(QWidget* parent = nullptr);
    ~MailTextView() override;

    void show(const std::shared_ptr<QTextDocument>& mail);
    void clearText();

    [[nodiscard]] MailLook look() const; ///< what documents for this view are built with
    void setAllOpen(bool open);
    /// The next match after the selection, around the end; a fold that hides it is opened.
    bool findNext(const QString& text, bool backward);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    [[nodiscard]] QMimeData* createMimeDataFromSelection() const override;

private:
    bool toggleAt(const QTextCursor& cursor);
    void setOpen(QTextBlock toggle, bool open);
    void refreshLayout();

    std::shared_ptr<QTextDocument> m_mail;
    std::shared_ptr<QTextDocument> m_none;
};

} // namespace lb::ui
