// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/editsummarydialog.h"

#include "store/receipt.h"
#include "ui/markdownview.h"
#include "ui/userprompts.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

EditSummaryDialog::EditSummaryDialog(UserPrompts& prompts, const QString& text, bool own, QWidget* parent)
    : QDialog(parent)
    , m_prompts(prompts)
    , m_before(text)
    , m_text(new QPlainTextEdit(text, this))
    , m_preview(new MarkdownView(prompts, this))
    , m_state(new QLabel(this))
{
    buildUi(own);
    m_settle.setSingleShot(true);
    m_settle.setInterval(150ms);
    connect(&m_settle, &QTimer::timeout, this, [this] { m_preview->showMarkdown(this->text()); });
    connect(m_text, &QPlainTextEdit::textChanged, this, &EditSummaryDialog::edited);
    connect(m_preview, &MarkdownView::mailRequested, this, &EditSummaryDialog::mailRequested);
    m_preview->showMarkdown(text);
    edited();
}

void EditSummaryDialog::buildUi(bool own)
{
    setObjectName(u"editSummaryDialog"_s);
    setWindowTitle(tr("Edit Summary"));
    m_text->setObjectName(u"ownText"_s);
    m_text->setAccessibleName(tr("Your own text, in Markdown"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_preview->setObjectName(u"ownTextPreview"_s);
    m_preview->setAccessibleName(tr("What your text looks like"));
    m_state->setObjectName(u"ownTextState"_s);
    m_state->setWordWrap(true);
    auto* hint
        = new QLabel(tr("Your text is shown and exported in the place of the summary and marked as yours. "
                        "No run changes it. [3] cites mail 3."),
                     this);
    hint->setWordWrap(true);
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_text);
    splitter->addWidget(m_preview);
    splitter->setSizes({500, 500});
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_save = buttons->button(QDialogButtonBox::Save);
    m_save->setObjectName(u"saveOwnTextButton"_s);
    m_save->setAutoDefault(false);
    if (own) {
        QPushButton* remove = buttons->addButton(tr("&Remove My Text"), QDialogButtonBox::DestructiveRole);
        remove->setObjectName(u"removeOwnTextButton"_s);
        remove->setAutoDefault(false);
        connect(remove, &QPushButton::clicked, this, [this] {
            Q_EMIT removeRequested();
            QDialog::reject();
        });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &EditSummaryDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &EditSummaryDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(hint);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 130, fontMetrics().height() * 36);
    m_text->setFocus();
}

QString EditSummaryDialog::text() const
{
    return m_text->toPlainText();
}

void EditSummaryDialog::edited()
{
    const qsizetype over = text().size() - store::longestEdit;
    const bool empty = text().trimmed().isEmpty();
    m_state->setVisible(over > 0);
    m_state->setText(
        tr("The text is too long by %n character(s).", nullptr, static_cast<int>(qMax(over, 0))));
    m_save->setEnabled(over <= 0 && !empty);
    m_settle.start();
}

void EditSummaryDialog::accept()
{
    if (m_save->isEnabled())
        QDialog::accept();
}

void EditSummaryDialog::reject()
{
    if (text() == m_before) {
        QDialog::reject();
        return;
    }
    Question question;
    question.title = tr("Edit Summary");
    question.text = tr("Close without saving your text?");
    question.detail = tr("What you have written here is lost.");
    question.accept = tr("Discard");
    question.dangerous = true;
    m_prompts.confirm(this, question, [this](bool accepted) {
        if (accepted)
            QDialog::reject();
    });
}

} // namespace lb::ui
