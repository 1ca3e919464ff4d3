// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/publicinboxfetch.h"

#include <QByteArray>
#include <QUrl>

namespace lb::archive
{

/// "rt:FROM..TO" with both ends inclusive as the server has it, or "rt:FROM..". rt: is the time of arrival;
/// d: would believe the senders' clocks (public-inbox, Search.pm).
[[nodiscard]] QByteArray windowQuery(const FetchWindow& window);

/// Where the mails that match are posted for, with their whole threads: {list}/?x=m&t=1&q=... Usage error for
/// a blank query: the server would answer with the complete archive (Mbox.pm, mbox_all).
[[nodiscard]] Result<QUrl> mboxUrl(const QUrl& list, const QByteArray& query);

} // namespace lb::archive
