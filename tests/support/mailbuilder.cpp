// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mailbuilder.h"

namespace lb::test
{

MailBuilder::MailBuilder(const QByteArray& messageId) : m_id(messageId) { }

MailBuilder& MailBuilder::subject(const QByteArray& raw)
{
    m_subject = raw;
    return *this;
}

MailBuilder& MailBuilder::from(const QByteArray& raw)
{
    m_from = raw;
    return *this;
}

MailBuilder& MailBuilder::date(const QByteArray& raw)
{
    m_date = raw;
    return *this;
}

MailBuilder& MailBuilder::replyTo(const QByteArray& parentId)
{
    m_inReplyTo = parentId;
    m_references = {parentId};
    return *this;
}

MailBuilder& MailBuilder::references(const QList<QByteArray>& ids)
{
    m_references = ids;
    return *this;
}

MailBuilder& MailBuilder::header(const QByteArray& name, const QByteArray& value)
{
    m_more += name + ": " + value + '\n';
    return *this;
}

MailBuilder& MailBuilder::body(const QByteArray& text)
{
    m_body = text;
    return *this;
}

QByteArray MailBuilder::bytes() const
{
    QByteArray mail;
    mail += "From: " + m_from + "\nDate: " + m_date + "\nSubject: " + m_subject + '\n';
    if (!m_id.isEmpty())
        mail += "Message-ID: <" + m_id + ">\n";
    if (!m_inReplyTo.isEmpty())
        mail += "In-Reply-To: <" + m_inReplyTo + ">\n";
    if (!m_references.isEmpty())
        mail += "References: <" + m_references.join(">\n <") + ">\n";
    mail += m_more;
    mail += "\n" + m_body;
    return mail;
}

QByteArray MailBuilder::mboxEntry() const
{
    QByteArray entry = "From mboxrd@z Thu Jan  1 00:00:00 1970\n";
    const QByteArray mail = bytes();
    for (const QByteArray& line : mail.split('\n')) {
        QByteArrayView unquoted = line;
        while (unquoted.startsWith('>'))
            unquoted = unquoted.sliced(1);
        if (unquoted.startsWith("From "))
            entry += '>';
        entry += line + '\n';
    }
    return entry;
}

} // namespace lb::test
