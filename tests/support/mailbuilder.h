// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace lb::test
{

/// Writes mails for tests: MailBuilder("a@x").subject("...").replyTo("b@x").body("...").bytes().
class MailBuilder
{
public:
    explicit MailBuilder(const QByteArray& messageId);

    MailBuilder& subject(const QByteArray& raw);
    MailBuilder& from(const QByteArray& raw);
    MailBuilder& date(const QByteArray& raw);
    MailBuilder& replyTo(const QByteArray& parentId); ///< In-Reply-To and References
    MailBuilder& references(const QList<QByteArray>& ids);
    MailBuilder& header(const QByteArray& name, const QByteArray& value); ///< any other, or one more
    MailBuilder& body(const QByteArray& text);

    [[nodiscard]] QByteArray bytes() const;
    [[nodiscard]] QByteArray mboxEntry() const; ///< with its "From " line and mboxrd quoting

private:
    QByteArray m_id;
    QByteArray m_subject = "Test";
    QByteArray m_from = "Ada Example <ada@example.invalid>";
    QByteArray m_date = "Mon, 16 Jun 2025 10:00:00 +0000";
    QByteArray m_inReplyTo;
    QList<QByteArray> m_references;
    QByteArray m_more;
    QByteArray m_body = "Hello.\n";
};

} // namespace lb::test
