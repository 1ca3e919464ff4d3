// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mboxreader.h"

#include <algorithm>
#include <cstring>

namespace lb::mail
{

// One search for "From " finds both the separators and the quoted ">From " lines: what stands
// before the word tells them apart. All else is copied untouched, so the reader costs little more than a
// memmem().

namespace
{

constexpr QByteArrayView FromWord("From ");
constexpr qsizetype TailKept = 16; // enough for a blank line and the start of "From " across a cut
constexpr qsizetype SeparatorSlack = 6; // "\r\nFrom"

} // namespace

MboxReader::MboxReader(Sink sink, qint64 maxMailBytes) : m_sink(std::move(sink)), m_maxMailBytes(maxMailBytes)
{
}

bool MboxReader::looksLikeMbox() const
{
    return m_state != State::NotMbox;
}

void MboxReader::feed(QByteArrayView bytes)
{
    if (m_state == State::NotMbox)
        return;
    m_buffer.append(bytes);
    if (m_state == State::Start && !decideStart())
        return;
    while (scan()) { }
    compact();
}

/// True once the stream is known to start with a separator.
bool MboxReader::decideStart()
{
    qsizetype blank = 0;
    while (blank < m_buffer.size() && (m_buffer[blank] == '\n' || m_buffer[blank] == '\r'))
        ++blank;
    m_buffer.remove(0, blank);
    m_base += blank;
    const QByteArrayView start = QByteArrayView(m_buffer).first(std::min(m_buffer.size(), FromWord.size()));
    if (!FromWord.startsWith(start)) {
        m_state = State::NotMbox;
        m_buffer.clear();
        return false;
    }
    if (start.size() < FromWord.size())
        return false;
    beginMail(0);
    return true;
}

void MboxReader::beginMail(qsizetype separator)
{
    m_state = State::InMail;
    m_separator = separator;
    m_offset = m_base + separator;
    m_scanned = separator + FromWord.size();
    m_start = -1;
    m_quotes.clear();
    m_head.clear();
}

bool MboxReader::scan()
{
    if (m_start < 0 && m_state == State::InMail) {
        const qsizetype lineEnd = m_buffer.indexOf('\n', m_scanned);
        if (lineEnd >= 0)
            m_start = lineEnd + 1;
        m_scanned = lineEnd >= 0 ? m_start : m_buffer.size();
    }
    const auto left = static_cast<size_t>(m_buffer.size() - m_scanned);
    const char* const from = m_buffer.constData() + m_scanned;
    const void* const found = memmem(from, left, FromWord.data(), static_cast<size_t>(FromWord.size()));
    if (found) {
        takeFromWord(static_cast<const char*>(found) - m_buffer.constData());
        return true;
    }
    m_scanned = std::max(m_scanned, m_buffer.size() - FromWord.size() + 1);
    return false;
}

/// Decides what the word at `at` is: a separator, a quoted line, or just text.
void MboxReader::takeFromWord(qsizetype at)
{
    const qsizetype floor = m_state == State::Skipping ? 0 : std::max<qsizetype>(m_start, 0);
    m_scanned = at + FromWord.size();
    qsizetype line = at;
    while (line > floor && m_buffer[line - 1] == '>')
        --line;
    if (line > floor && m_buffer[line - 1] != '\n')
        return;
    if (line < at) {
        if (m_state == State::InMail)
            m_quotes.push_back({line, m_scanned});
        return;
    }
    // The line before must be empty. At the very start of a mail the "From " line stands there instead.
    if (line == floor)
        return;
    qsizetype blank = line - 1;
    if (blank > floor && m_buffer[blank - 1] == '\r')
        --blank;
    if (blank > floor && m_buffer[blank - 1] != '\n')
        return;
    emitMail(blank);
    beginMail(at);
}

/// The mail ends at `end`: the blank line that belongs to the mbox format is not part of it.
void MboxReader::emitMail(qsizetype end)
{
    Mail mail;
    mail.offset = m_offset;
    if (m_state == State::Skipping) {
        mail.bytes = std::move(m_head);
        mail.truncated = true;
    } else if (m_start < 0 || m_start - m_separator > m_maxMailBytes) {
        mail.truncated = true; // nothing but an endless "From " line
    } else {
        mail.truncated = end - m_start > m_maxMailBytes;
        mail.bytes = unquoted(m_start, mail.truncated ? m_start + m_maxMailBytes : end);
    }
    m_head.clear();
    m_sink(std::move(mail));
}

QByteArray MboxReader::unquoted(qsizetype start, qsizetype end) const
{
    if (m_quotes.empty())
        return QByteArray(m_buffer.constData() + start, end - start);
    QByteArray bytes;
    bytes.reserve(end - start);
    for (const Quote& quote : m_quotes) {
        if (quote.wordEnd > end) // cut off: the same whether or not the rest was seen yet
            break;
        bytes.append(m_buffer.constData() + start, quote.mark - start);
        start = quote.mark + 1;
    }
    bytes.append(m_buffer.constData() + start, end - start);
    return bytes;
}

void MboxReader::startSkipping()
{
    const bool lineTooLong = m_start < 0 || m_start - m_separator > m_maxMailBytes;
    m_head = lineTooLong ? QByteArray() : unquoted(m_start, m_start + m_maxMailBytes);
    m_quotes.clear();
    m_state = State::Skipping;
}

/// Drops from the buffer what was delivered or is not kept.
void MboxReader::compact()
{
    const qsizetype size = m_buffer.size();
    // What is a little longer than allowed may still end in a blank line and half a separator.
    const bool tooLong = m_start < 0 || m_start - m_separator > m_maxMailBytes
        ? size - m_separator > m_maxMailBytes
        : size - m_start > m_maxMailBytes + SeparatorSlack;
    if (m_state == State::InMail && tooLong)
        startSkipping();
    const qsizetype drop = m_state == State::Skipping ? std::max<qsizetype>(size - TailKept, 0) : m_separator;
    if (drop == 0)
        return;
    if (drop > size / 2)
        m_buffer = m_buffer.sliced(drop); // a memory block as small as what is left
    else
        m_buffer.remove(0, drop);
    m_base += drop;
    m_scanned = std::max<qsizetype>(m_scanned - drop, 0);
    if (m_state == State::Skipping)
        return;
    m_separator = 0;
    if (m_start >= 0)
        m_start -= drop;
    for (Quote& quote : m_quotes) {
        quote.mark -= drop;
        quote.wordEnd -= drop;
    }
}

void MboxReader::finish()
{
    if (m_state == State::Start && !m_buffer.isEmpty())
        m_state = State::NotMbox; // less than one "From "
    if (m_state != State::InMail && m_state != State::Skipping)
        return;
    qsizetype end = m_buffer.size();
    const QByteArrayView all(m_buffer);
    if (all.endsWith("\n\n"))
        end -= 1;
    else if (all.endsWith("\n\r\n"))
        end -= 2;
    const bool anything = m_state == State::Skipping || m_start >= 0 || end - m_separator > m_maxMailBytes;
    if (anything)
        emitMail(std::max(end, std::max<qsizetype>(m_start, 0)));
    m_buffer.clear();
    m_state = State::Start;
}

} // namespace lb::mail
