// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

namespace lb::bench
{

/// Writes invented mail of a kernel list as it is in size and make-up: series with covers, patches with
/// diffs, replies that quote, long transport headers. The same bytes every time. Calls `sink` with mbox
/// entries, oldest first.
void writeList(int mails, const std::function<void(const QByteArray&)>& sink);

} // namespace lb::bench
