// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/sseparser.h"

#include <algorithm>

namespace lb::llm
{

SseParser::SseParser(qsizetype largestEvent) : m_largest(largestEvent) { }

QList<SseEvent> SseParser::feed(QByteArrayView bytes)
{
    QList<SseEvent> events;
    const auto isEnd = [](char c) { return c == '\n' || c == '\r'; };
    const char* at = bytes.begin();
    while (at != bytes.end() && !m_overflowed) {
        if (m_afterCr && *at == '\n') { // the second half of a CRLF, maybe of the previous bytes
            m_afterCr = false;
            ++at;
            continue;
        }
        m_afterCr = false;
        const char* end = std::find_if(at, bytes.end(), isEnd);
        append(QByteArrayView(at, end));
        if (end == bytes.end())
            break;
        m_afterCr = *end == '\r';
        endLine(events);
        at = end + 1;
    }
    return events;
}

QList<SseEvent> SseParser::finish()
{
    QList<SseEvent> events;
    if (!m_line.isEmpty())
        endLine(events);
    dispatch(events);
    return events;
}

void SseParser::append(QByteArrayView bytes)
{
    if (m_line.size() + m_event.data.size() + bytes.size() > m_largest) {
        m_overflowed = true;
        m_line.clear();
        m_event = {};
        m_hasData = false;
        return;
    }
    m_line.append(bytes);
}

void SseParser::endLine(QList<SseEvent>& events)
{
    if (m_overflowed)
        return;
    if (m_firstLine && m_line.startsWith("\xEF\xBB\xBF"))
        m_line.remove(0, 3);
    m_firstLine = false;
    if (m_line.isEmpty())
        dispatch(events);
    else
        takeField(m_line);
    m_line.resize(0); // keeps its memory for the next line
}

void SseParser::takeField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon == 0)
        return; // a comment: servers send them to keep the connection open
    const QByteArrayView field = colon < 0 ? line : line.first(colon);
    QByteArrayView value = colon < 0 ? QByteArrayView() : line.sliced(colon + 1);
    if (value.startsWith(' '))
        value = value.sliced(1);
    if (field == "data") {
        if (m_hasData)
            m_event.data.append('\n');
        m_event.data.append(value);
        m_hasData = true;
    } else if (field == "event") {
        m_event.name = value.toByteArray();
    }
}

void SseParser::dispatch(QList<SseEvent>& events)
{
    if (m_hasData)
        events.append(std::move(m_event));
    m_event = {};
    m_hasData = false;
}

} // namespace lb::llm
