// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/message.h"

#include <functional>
#include <vector>

namespace lb::mail
{

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
    enum class State { Start, InMail, Skipping, NotMbox };

    struct Quote {
        qsizetype mark = 0; ///< place of the '>' to drop
        qsizetype wordEnd = 0; ///< after its "From "
    };

    bool decideStart();
    bool scan(); ///< up to the next separator; true if there may be one more
    void takeFromWord(qsizetype at);
    void beginMail(qsizetype separator);
    void emitMail(qsizetype end);
    void startSkipping();
    void compact();
    [[nodiscard]] QByteArray unquoted(qsizetype start, qsizetype end) const;

    Sink m_sink;
    qint64 m_maxMailBytes;
    State m_state = State::Start;
    QByteArray m_buffer; ///< from the "From " line of the mail being read; when skipping only the tail
    qint64 m_base = 0; ///< offset in the stream of m_buffer[0]
    qsizetype m_scanned = 0; ///< no "From " starts before this place
    qsizetype m_separator = 0; ///< where the "From " line of the mail being read starts
    qint64 m_offset = 0; ///< the same in the stream
    qsizetype m_start = -1; ///< of the mail's first byte, -1 until its "From " line is complete
    QByteArray m_head; ///< of a mail that is too long
    std::vector<Quote> m_quotes; ///< in the mail being read
};

} // namespace lb::mail
