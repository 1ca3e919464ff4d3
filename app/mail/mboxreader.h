// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

#include <functional>

namespace lb::mail {

/// Splits an mbox stream into mails: feed() bytes as they come, in any cuts. A line "From " after a
/// blank line (or at the start) begins a mail; one '>' of "^>+From " is removed (mboxrd). Memory is bounded
/// by the largest mail taken (maxMailBytes); of a longer one the head is kept and `truncated` is set.
class MboxReader
{
public:
    struct Mail {
        QByteArray bytes;
        qint64 offset = 0; ///< of its "From " line in the uncompressed stream
        bool truncated = false;
    };
    using Sink = std::function<void(Mail&&)>;

    explicit MboxReader(Sink sink, qint64 maxMailBytes = 64LL << 20);

    void feed(QByteArrayView bytes);
    void finish(); ///< the last mail goes out

    /// False once the first bytes turned out not to be an mbox: nothing more is taken.
    [[nodiscard]] bool looksLikeMbox() const;

private:
    void takeLine(QByteArrayView line);
    void emitMail();

    Sink m_sink;
    qint64 m_maxMailBytes;
    // The rest is the implementer's.
};

} // namespace lb::mail
