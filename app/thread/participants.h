// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

#include <QList>

#include <span>

namespace lb::thread
{

/// Somebody who wrote.
struct Participant {
    QString name; ///< to show: the one most of the mails have; one line of plain text
    QString key; ///< the address, or else the full name, that stands in most of the mails
    int mails = 0;

    friend bool operator==(const Participant&, const Participant&) = default;
};

struct Participants {
    QList<Participant> most; ///< most mails first, then by name
    int people = 0; ///< all of them (rule 3.6)
    int mails = 0;

    friend bool operator==(const Participants&, const Participants&) = default;
};

/// Who wrote these mails, one sender for each mail; the `most` active named. Pure.
[[nodiscard]] Participants participantsOf(std::span<const mail::Address> senders, qsizetype most);

} // namespace lb::thread
