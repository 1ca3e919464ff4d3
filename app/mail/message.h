// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace lb::mail
{

/// One mail as an archive holds it: header and body, line ends as found, no mbox "From " line,
/// mboxrd quoting undone.
struct RawMail {
    QByteArray bytes;
    QString where; ///< for messages to people: "week.mbox, byte 1234", "0.git abc1234", a file name
    qint64 archiveTime = 0; ///< UTC seconds when the archive took it in (git author date); 0 = not known
};

struct Address {
    QString name; ///< decoded display name, may be empty
    QString address; ///< addr-spec as written

    friend bool operator==(const Address&, const Address&) = default;
};

/// Where a mail's date was taken from (design rule 3.1).
enum class DateSource { Header, Received, Archive, None };

struct MailDate {
    qint64 utc = 0; ///< seconds since 1970
    int offsetMinutes = 0; ///< the sender's offset from UTC, for showing local time
    DateSource source = DateSource::None; ///< anything but Header marks the mail

    friend bool operator==(const MailDate&, const MailDate&) = default;
};

/// What the headers of a mail say, decoded and cleaned.
struct Envelope {
    MessageId id; ///< of the first Message-ID header; made from the content if there is none
    QList<MessageId> references; ///< valid ids of all References headers, in order, unique
    QList<MessageId> inReplyTo; ///< valid ids of all In-Reply-To headers, in order, unique
    QString subject; ///< unfolded, RFC 2047 decoded, white space collapsed
    Address from;
    MailDate date;
    QString listId; ///< of List-Id, without <>; may be empty

    friend bool operator==(const Envelope&, const Envelope&) = default;
};

/// Something odd about one mail. Never fatal for the others.
struct ParseIssue {
    enum class Kind {
        Unreadable,
        NoMessageId,
        BadDate,
        UnknownCharset,
        TooDeep,
        TooLarge,
        Duplicate,
        Truncated
    };
    Kind kind = Kind::Unreadable;
    MessageId id; ///< empty if the mail has none
    QString detail; ///< translated, says where

    friend bool operator==(const ParseIssue&, const ParseIssue&) = default;
};

struct Attachment {
    QString fileName;
    QString contentType;
    qint64 size = 0;
};

/// The text of a mail to be read: text/plain parts joined, else text/html turned to text.
struct MailText {
    QString text; ///< \n line ends, no NULs
    bool fromHtml = false;
    QList<Attachment> attachments;
    QList<ParseIssue> issues;
};

} // namespace lb::mail
