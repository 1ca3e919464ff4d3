// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/linetable.h"

#include "mail/bodylines.h"

#include <algorithm>
#include <utility>

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

quint64 keyOf(quint64 hash, int depth)
{
    return hash + static_cast<quint64>(depth) * 0x9e3779b97f4a7c15U;
}

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

Words wordsOf(QStringView line)
{
    // FNV-1a over UTF-16 units: the words are compared before anything rests on it.
    WordReader reader(line);
    Words words{0xcbf29ce484222325U, 0};
    while (const char16_t c = reader.next()) {
        words.hash = (words.hash ^ c) * 0x100000001b3U;
        ++words.length;
    }
    return words;
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
    const std::size_t count = body.lines.size();
    m_words.reserve(count);
    m_next.assign(count, -1);
    m_previous.assign(count, -1);
    std::vector<std::pair<quint64, int>> sorted;
    sorted.reserve(count);
    int last = -1;
    for (std::size_t i = 0; i < count; ++i) {
        m_words.push_back(wordsOf(body.line(body.lines[i])));
        m_previous[i] = last;
        if (m_words.back().length == 0)
            continue;
        last = static_cast<int>(i);
        sorted.emplace_back(keyOf(m_words.back().hash, body.lines[i].depth), last);
    }
    for (std::size_t i = count; i-- > 1;)
        m_next[i - 1] = m_words[i].length > 0 ? static_cast<int>(i) : m_next[i];
    std::sort(sorted.begin(), sorted.end());
    m_keys.reserve(sorted.size());
    m_lines.reserve(sorted.size());
    for (const auto& [key, line] : sorted) {
        m_keys.push_back(key);
        m_lines.push_back(line);
    }
}

std::span<const int> LineTable::find(quint64 hash, int depth) const
{
    const auto [begin, end] = std::equal_range(m_keys.begin(), m_keys.end(), keyOf(hash, depth));
    return std::span(m_lines).subspan(static_cast<std::size_t>(begin - m_keys.begin()),
                                      static_cast<std::size_t>(end - begin));
}

} // namespace lb::thread
