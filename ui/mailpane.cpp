// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mailpane.h"

#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace lb::ui
{

struct MailPane::Parts {
    QPlainTextEdit* text = nullptr;
};

MailPane::MailPane(Services&, UserPrompts&, QWidget* parent)
    : QWidget(parent), m_parts(std::make_unique<Parts>())
{
    m_parts->text = new QPlainTextEdit(this);
    m_parts->text->setReadOnly(true);
    (new QVBoxLayout(this))->addWidget(m_parts->text);
}

MailPane::~MailPane() = default;

void MailPane::showMail(const thread::ListedMail& mail, const QString&)
{
    m_parts->text->setPlainText(mail.mail.subject);
}

void MailPane::showBytes(const QByteArray& rawMail, const QString&)
{
    m_parts->text->setPlainText(QString::fromUtf8(rawMail));
    Q_EMIT shown();
}

void MailPane::clear()
{
    m_parts->text->clear();
}

void MailPane::setRawShown(bool) { }

void MailPane::setQuotesShown(bool) { }

void MailPane::find() { }

void MailPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
}

} // namespace lb::ui
