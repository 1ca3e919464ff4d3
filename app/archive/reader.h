// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/location.h"
#include "mail/message.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace lb::archive
{

struct ReadProgress {
    qint64 done = 0; ///< bytes, files or commits
    qint64 total = 0; ///< 0 = not known
};

/// Where mails go. Runs on the reading thread and may block it while the library is busy (back
/// pressure). Returns false to stop.
struct ReadSink {
    std::function<bool(mail::RawMail&&)> mail;
    std::function<void(const mail::ParseIssue&)> issue; ///< a mail or file that cannot be read
    std::function<void(ReadProgress)> progress; ///< at most some ten times a second
};

struct ReadOutcome {
    QByteArray cursor; ///< hand it to the next read of the same archive: what was read is skipped
    bool unchanged = false; ///< nothing was read because nothing changed since the cursor
};

/// Reads every mail of a local archive that the cursor has not seen, oldest first where the archive
/// has an order. Blocks; call it on a thread of its own. Memory does not grow with the archive. A cursor that
/// does not fit (the file was replaced) means reading everything again. Fails only if the archive as a whole
/// cannot be read; what was delivered before stays delivered. A truncated gzip delivers its mails, then fails
/// with Truncated.
[[nodiscard]] Result<ReadOutcome> read(const Location& location, const QByteArray& cursor,
                                       const ReadSink& sink, const std::stop_token& stop);

} // namespace lb::archive
