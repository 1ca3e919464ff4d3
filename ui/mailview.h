// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"
#include "ui/maildocument.h"

#include <QList>
#include <QString>

#include <memory>
#include <optional>

class QThread;

namespace lb::ui
{

/// A mail made ready to be shown.
struct MailView {
    QString from;
    QString to;
    QString cc;
    QString subject;
    QString messageId; ///< with angle brackets, as people paste it
    mail::MailDate date;
    bool fromHtml = false;
    QList<mail::Attachment> attachments;
    QStringList issues;
    std::shared_ptr<QTextDocument> text;
    bool hasFolds = false;
};

/// Runs on the pool. `date` is what the library knows; without it the headers decide. Never fails.
[[nodiscard]] MailView readMail(QThread* home, const QByteArray& rawMail,
                                const std::optional<mail::MailDate>& date, const MailLook& look);

/// Control and bidirectional override characters taken out: a name must not reorder what stands beside it.
[[nodiscard]] QString harmless(QString text);

/// "Mon, 16 Jun 2025 16:02 -0700", the sender's local time.
[[nodiscard]] QString senderTime(const mail::MailDate& date);
/// The same moment for the reader; empty when both clocks agree.
[[nodiscard]] QString readerTime(const mail::MailDate& date);

/// The first addresses of a To or Cc value that fit into `length` characters, and how many are left out.
/// Commas in quotes, comments and angle brackets part nothing.
struct FoldedAddresses {
    QString text;
    int more = 0;
};
[[nodiscard]] FoldedAddresses foldAddresses(const QString& value, int length);

} // namespace lb::ui
