// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <QByteArrayView>
#include <QList>
#include <QSet>

#include <vector>

namespace lb::mail
{

/// The id of a Message-ID header (RFC 5322 section 3.6.4), also one without <>; empty if it holds none.
[[nodiscard]] MessageId ownMessageId(QByteArrayView value);

/// Collects the ids that a mail refers to.
class ReferencedIds
{
public:
    /// Addresses of the mail's own From, To and Cc: what equals one of them is no id. (Some mailers put the
    /// answered person's address into In-Reply-To; believing it joins everything sent to that person.)
    void exclude(QByteArrayView addressHeader);

    /// The ids of References or In-Reply-To headers, in order, unique; comments and prose between them
    /// skipped. Not an id: "y", "n", an excluded address, the mail's own id. Of more than MaxIds the first
    /// and the last ones stay.
    [[nodiscard]] QList<MessageId> collect(const std::vector<QByteArrayView>& values,
                                           const MessageId& own) const;

    static constexpr qsizetype MaxIds = 20'000;

private:
    [[nodiscard]] bool counts(const QByteArray& id, const MessageId& own) const;

    QSet<QByteArray> m_addresses; // lower case
};

} // namespace lb::mail
