// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace lb::llm
{

struct SseEvent {
    QByteArray name; ///< of the "event:" line; usually empty
    QByteArray data; ///< "data:" lines joined by \n
    friend bool operator==(const SseEvent&, const SseEvent&) = default;
};

/// Server-sent events (WHATWG HTML, section 9.2) from bytes cut anywhere. Lines end with LF, CRLF or CR;
/// comments, ids and retry times are skipped. Unlike a browser it also gives the event that the end of the
/// stream cut off from its blank line: some servers forget that line. Works on bytes, so no UTF-8 sequence is
/// ever split.
class SseParser
{
public:
    explicit SseParser(qsizetype largestEvent = 16 << 20);

    [[nodiscard]] QList<SseEvent> feed(QByteArrayView bytes);
    [[nodiscard]] QList<SseEvent> finish(); ///< at the end of the stream

    /// An event was larger than allowed; everything from there on is dropped.
    [[nodiscard]] bool overflowed() const { return m_overflowed; }

private:
    void append(QByteArrayView bytes);
    void endLine(QList<SseEvent>& events);
    void takeField(QByteArrayView line);
    void dispatch(QList<SseEvent>& events);

    qsizetype m_largest;
    QByteArray m_line;
    SseEvent m_event;
    bool m_hasData = false;
    bool m_firstLine = true;
    bool m_afterCr = false;
    bool m_overflowed = false;
};

} // namespace lb::llm
