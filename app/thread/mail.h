// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "mail/message.h"

#include <QList>
#include <QString>

namespace lb::thread
{

/// A mail as threads see it: its envelope with Message-IDs as library numbers.
struct Mail {
    MailId row;
    ThreadId thread;
    IdNumber number = 0; ///< of its own Message-ID
    MessageId id;
    QList<IdNumber> references;
    QList<IdNumber> inReplyTo;
    QString subject;
    mail::Address from;
    mail::MailDate date;
    QByteArray contentHash; ///< see mail/messageparser.h
    bool read = false;
    bool hasVariant = false; ///< another mail with this Message-ID and another body was seen
};

} // namespace lb::thread
