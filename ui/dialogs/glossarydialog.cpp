// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/glossarydialog.h"

#include "core/settings.h"
#include "summary/glossary.h"
#include "summary/glossarybook.h"
#include "ui/banner.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTextBlock>
#include <QVBoxLayout>

namespace lb::ui
{

using namespace Qt::StringLiterals;
using summary::GlossaryMistake;

namespace
{

QString mistakeText(const GlossaryMistake& mistake)
{
    using What = GlossaryMistake::What;
    const int line = mistake.line;
    switch (mistake.what) {
    case What::NoEquals:
        return GlossaryDialog::tr("Line %1 has no “=” between the term and what it stands for.").arg(line);
    case What::NoTerm:
        return GlossaryDialog::tr("Line %1 has no term before the “=”.").arg(line);
    case What::NoExpansion:
        return GlossaryDialog::tr("Line %1 does not say what the term stands for.").arg(line);
    case What::TooLong:
        return line > 0 ? GlossaryDialog::tr("Line %1 is too long.").arg(line)
                        : GlossaryDialog::tr("The text is too long.");
    case What::TooMany:
        return GlossaryDialog::tr("From line %1 on there are more terms than a glossary can hold.").arg(line);
    }
    return {};
}

} // namespace

GlossaryDialog::GlossaryDialog(Settings& settings, const QStringList& lists, const QString& chosen,
                               QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_book(settings.get(keys::Glossaries).toUtf8())
    , m_banner(new Banner(this))
    , m_list(new QComboBox(this))
    , m_text(new QPlainTextEdit(this))
    , m_state(new QLabel(this))
    , m_reset(new QPushButton(tr("&Reset to Shipped"), this))
{
    m_list->addItems(lists);
    m_list->setCurrentIndex(qMax(0, m_list->findText(chosen)));
    buildUi();
    showList();
    connect(m_list, &QComboBox::currentIndexChanged, this, [this] {
        if (m_list->currentText() == m_shown)
            return;
        if (showMistake()) { // that text first
            m_list->setCurrentText(m_shown);
            return;
        }
        keepText();
        showList();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, &GlossaryDialog::edited);
    connect(m_reset, &QPushButton::clicked, this,
            [this] { m_text->setPlainText(summary::Glossary::shippedText(m_shown)); });
}

void GlossaryDialog::buildUi()
{
    setObjectName(u"glossaryDialog"_s);
    setWindowTitle(tr("Glossary"));
    m_list->setObjectName(u"glossaryListBox"_s);
    m_text->setObjectName(u"glossaryText"_s);
    m_text->setAccessibleName(tr("Terms of the list, one line each"));
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_state->setObjectName(u"glossaryState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_reset->setObjectName(u"resetGlossaryButton"_s);
    m_reset->setAutoDefault(false);

    auto* label = new QLabel(tr("&List:"), this);
    label->setBuddy(m_list);
    auto* top = new QHBoxLayout;
    top->addWidget(label);
    top->addWidget(m_list, 1);
    top->addWidget(m_reset);
    auto* hint = new QLabel(tr("One line a term: TERM = what it stands for | another way to say it | 中文. "
                               "Lines that begin with # are comments. Terms that a thread uses go to the "
                               "model with it, and a summary that expands one in another way is marked."),
                            this);
    hint->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Save)->setObjectName(u"saveGlossaryButton"_s);
    connect(buttons, &QDialogButtonBox::accepted, this, &GlossaryDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &GlossaryDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_banner);
    layout->addLayout(top);
    layout->addWidget(hint);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_state);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 34);
    m_text->setFocus();
}

void GlossaryDialog::showList()
{
    m_shown = m_list->currentText();
    m_text->setPlainText(summary::glossaryText(m_book, m_shown));
    edited();
}

void GlossaryDialog::keepText()
{
    m_book = summary::withGlossary(m_book, m_shown, m_text->toPlainText());
}

void GlossaryDialog::edited()
{
    const QString text = m_text->toPlainText();
    const QList<GlossaryMistake> mistakes = summary::glossaryMistakes(text);
    m_banner->dismiss();
    m_reset->setEnabled(text.trimmed() != summary::Glossary::shippedText(m_shown).trimmed());
    m_state->setText(
        mistakes.isEmpty()
            ? tr("%n term(s)", nullptr, static_cast<int>(summary::Glossary::fromText(text).terms().size()))
            : mistakeText(mistakes.constFirst()));
}

bool GlossaryDialog::showMistake()
{
    const QList<GlossaryMistake> mistakes = summary::glossaryMistakes(m_text->toPlainText());
    if (mistakes.isEmpty())
        return false;
    m_state->clear(); // it says the same
    m_banner->showMessage(Banner::Kind::Error, mistakeText(mistakes.constFirst()));
    QTextCursor cursor(m_text->document()->findBlockByNumber(qMax(0, mistakes.constFirst().line - 1)));
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    m_text->setTextCursor(cursor);
    m_text->setFocus();
    return true;
}

void GlossaryDialog::accept()
{
    if (showMistake())
        return;
    keepText();
    m_settings.set(keys::Glossaries, QString::fromUtf8(m_book));
    m_settings.sync();
    QDialog::accept();
}

} // namespace lb::ui
