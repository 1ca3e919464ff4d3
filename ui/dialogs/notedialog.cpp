// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/notedialog.h"

#include "ui/mailview.h"
#include "ui/markdownview.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSplitter>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

NoteDialog::NoteDialog(const QString& title, const QString& markdown, UserPrompts& prompts, QWidget* parent)
    : QDialog(parent)
    , m_editor(new QPlainTextEdit(markdown, this))
    , m_preview(new MarkdownView(prompts, this))
{
    setObjectName(u"noteDialog"_s);
    setWindowTitle(tr("Note"));
    auto* subject = new QLabel(harmless(title), this);
    subject->setTextFormat(Qt::PlainText);
    subject->setWordWrap(true);
    QFont bold = font();
    bold.setBold(true);
    subject->setFont(bold);
    m_editor->setObjectName(u"noteEditor"_s);
    m_editor->setAccessibleName(tr("Note, as Markdown"));
    m_editor->setPlaceholderText(tr("Markdown. Only you see it; it stays with the thread."));
    m_editor->setTabChangesFocus(true);
    m_preview->setObjectName(u"notePreview"_s);
    m_preview->setAccessibleName(tr("What the note looks like"));
    m_preview->showMarkdown(markdown);
    auto* halves = new QSplitter(Qt::Horizontal, this);
    halves->setChildrenCollapsible(false);
    halves->addWidget(m_editor);
    halves->addWidget(m_preview);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setObjectName(u"saveNoteButton"_s);
    auto* column = new QVBoxLayout(this);
    column->addWidget(subject);
    column->addWidget(halves, 1);
    column->addWidget(buttons);
    m_settle.setSingleShot(true);
    m_settle.setInterval(200ms);
    connect(m_editor, &QPlainTextEdit::textChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(&m_settle, &QTimer::timeout, this, [this] { m_preview->showMarkdown(m_editor->toPlainText()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &NoteDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &NoteDialog::reject);
    auto* save = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    connect(save, &QShortcut::activated, this, &NoteDialog::accept);
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 24);
    m_editor->moveCursor(QTextCursor::End);
    m_editor->setFocus();
}

void NoteDialog::accept()
{
    Q_EMIT chosen(m_editor->toPlainText());
    QDialog::accept();
}

} // namespace lb::ui
