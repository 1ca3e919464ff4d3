// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

namespace lb::mail
{

/// An answer to a mail as it is handed to the user's mail program.
struct ReplyDraft {
    QList<QByteArray> to; ///< addr-specs, checked: no name, no separator, no control character
    QList<QByteArray> cc;
    QString subject; ///< one line, with "Re: "
    QByteArray inReplyTo; ///< a Message-ID without <>; may be empty
    QString body; ///< "On ... wrote:" and the quoted text, \n line ends
};

/// The addr-specs of an address header (RFC 5322 section 3.4): names, comments and groups left out, and every
/// address that is not plain ASCII of the usual form. Each once, at most 200. Linear, no recursion.
[[nodiscard]] QList<QByteArray> addressesIn(QByteArrayView header);

/// An answer to everybody: to whom the mail asks answers to go, else its sender; in copy who else got it. The
/// text is quoted, without what is below the signature mark. Pure, for the pool.
[[nodiscard]] ReplyDraft replyTo(const QByteArray& rawMail, const MailDate& date);

struct MailtoUrl {
    QByteArray url; ///< mailto:..., percent-encoded; empty where nobody is written to
    bool cut = false; ///< not all of the text, or not everybody in copy, found room
};

/// RFC 6068. No longer than `longest` bytes: what a desktop passes on by the command line is bounded. Nothing
/// in the draft can end a field or begin another one.
[[nodiscard]] MailtoUrl mailtoUrl(const ReplyDraft& draft, qsizetype longest = 16'000);

} // namespace lb::mail
