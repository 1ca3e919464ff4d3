// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/linetable.h"

#include "mail/bodylines.h"

#include <algorithm>
#include <tuple>

using lb::mail::LineKind;
using namespace Qt::StringLiterals;

namespace lb::thread
{

namespace
{

/// Gives the characters of a line's words one after the other, a space between words; 0 = the end.
class WordReader
{
public:
    explicit WordReader(QStringView line) : m_at(line.begin()), m_end(line.end()) { skipSpace(); }

    char16_t next()
    {
        if (m_at == m_end)
            return 0;
        if (m_at->isSpace()) {
            skipSpace();
            return m_at == m_end ? u'\0' : u' ';
        }
        const char16_t c = m_at->unicode();
        ++m_at;
        return c == 0 ? u'\ufffd' : c;
    }

private:
    void skipSpace()
    {
        while (m_at != m_end && m_at->isSpace())
            ++m_at;
    }

    QStringView::const_iterator m_at;
    QStringView::const_iterator m_end;
};

} // namespace

bool sameWords(QStringView a, QStringView b)
{
    WordReader left(a);
    WordReader right(b);
    for (;;) {
        const char16_t c = left.next();
        if (c != right.next())
            return false;
        if (c == 0)
            return true;
    }
}

quint64 wordsHash(QStringView line)
{
    // FNV-1a over UTF-16 units: the words are compared before anything rests on it.
    WordReader words(line);
    quint64 hash = 0xcbf29ce484222325U;
    while (const char16_t c = words.next())
        hash = (hash ^ c) * 0x100000001b3U;
    return hash;
}

int wordsLength(QStringView line)
{
    WordReader words(line);
    int length = 0;
    while (words.next() != 0)
        ++length;
    return length;
}

bool isOwnKind(LineKind kind)
{
    return kind != LineKind::Quote && kind != LineKind::Attribution;
}

bool isProse(const mail::BodyText& body, const mail::BodyLine& line)
{
    if (line.kind == LineKind::Own)
        return true;
    if (line.kind != LineKind::DiffStat)
        return false;
    const QStringView text = body.line(line);
    return !mail::isDiffStatLine(text) && text.trimmed() != "---"_L1;
}

LineTable::LineTable(const mail::BodyText& body) : m_body(&body)
{
    const std::size_t lines = body.lines.size();
    m_hash.reserve(lines);
    m_length.reserve(lines);
    m_next.assign(lines, -1);
    m_previous.assign(lines, -1);
    m_sorted.reserve(lines);
    int last = -1;
    for (std::size_t i = 0; i < lines; ++i) {
        const QStringView text = body.line(body.lines[i]);
        m_hash.push_back(wordsHash(text));
        m_length.push_back(wordsLength(text));
        m_previous[i] = last;
        if (m_length.back() == 0)
            continue;
        last = static_cast<int>(i);
        m_sorted.push_back(last);
    }
    for (std::size_t i = lines; i-- > 1;)
        m_next[i - 1] = m_length[i] > 0 ? static_cast<int>(i) : m_next[i];
    const auto key = [this](int index) { return std::tuple(hash(index), line(index).depth, index); };
    std::sort(m_sorted.begin(), m_sorted.end(), [key](int a, int b) { return key(a) < key(b); });
}

std::span<const int> LineTable::find(quint64 wanted, int depth) const
{
    const auto key = [this](int index) { return std::pair(hash(index), line(index).depth); };
    const auto range = std::ranges::equal_range(m_sorted, std::pair(wanted, depth),
                                                std::less<std::pair<quint64, int>>(), key);
    return {range.begin(), range.end()};
}

} // namespace lb::thread
