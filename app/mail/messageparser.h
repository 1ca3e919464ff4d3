// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "mail/message.h"

namespace lb::mail
{

struct ParsedEnvelope {
    Envelope envelope;
    /// 16 bytes over what a reader sees: author, subject, date and body. The same mail has the same hash
    /// whatever host relayed it: routing and list headers, line ends, trailing blank lines and a list's
    /// footer do not count.
    QByteArray contentHash;
    QList<ParseIssue> issues;
};

/// Reads the headers alone (fast: the body is hashed but not decoded). Fails only for bytes that hold
/// no header line at all. Re-entrant.
[[nodiscard]] Result<ParsedEnvelope> parseEnvelope(const RawMail& mail);

/// Who a mail was sent to, for search: its To and Cc headers decoded, one a line. At most 32,000 characters.
[[nodiscard]] QString recipientsText(const QByteArray& rawMail);

/// All headers in order, decoded for showing: name, value. At most 2,000.
[[nodiscard]] QList<std::pair<QString, QString>> decodedHeaders(const QByteArray& rawMail);

/// The text to be read: MIME undone by GMime, any charset, nesting bounded, result bounded to 32 MB.
/// Never fails: what cannot be decoded is shown as well as can be and noted in issues. Re-entrant.
[[nodiscard]] MailText parseText(const QByteArray& rawMail);

} // namespace lb::mail
