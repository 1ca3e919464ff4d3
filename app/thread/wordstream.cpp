// SPDX-License-Identifier: GPL-3.0-or-later
#include "thread/wordstream.h"

#include <algorithm>

namespace lb::thread
{

namespace
{

constexpr std::size_t fewestWords = 3;
constexpr std::ptrdiff_t mostPlacesTried = 16; ///< of a start that stands in many places
constexpr qsizetype longestQuote = 2000; ///< characters: no mail program wraps more into one line

std::vector<QStringView> splitWords(QStringView line)
{
    std::vector<QStringView> words;
    qsizetype at = 0;
    while (at < line.size()) {
        while (at < line.size() && line[at].isSpace())
            ++at;
        const qsizetype start = at;
        while (at < line.size() && !line[at].isSpace())
            ++at;
        if (at > start)
            words.push_back(line.sliced(start, at - start));
    }
    return words;
}

quint64 startHash(QStringView a, QStringView b, QStringView c)
{
    return wordsOf(a).hash * 0x9e3779b97f4a7c15U + wordsOf(b).hash * 0xc2b2ae3d27d4eb4fU + wordsOf(c).hash;
}

} // namespace

WordStream::WordStream(const LineTable& table)
{
    for (int i = 0; i < table.count(); ++i) {
        if (!isOwnKind(table.line(i).kind)) {
            // Nothing runs on across what stands between: no words equal a word of none.
            if (!m_words.empty() && !m_words.back().text.isEmpty())
                m_words.push_back({{}, i});
            continue;
        }
        for (const QStringView word : splitWords(table.text(i)))
            m_words.push_back({word, i});
    }
    if (m_words.size() < fewestWords)
        return;
    m_starts.reserve(m_words.size());
    for (std::size_t i = 0; i + 2 < m_words.size(); ++i)
        m_starts.emplace_back(startHash(m_words[i].text, m_words[i + 1].text, m_words[i + 2].text),
                              static_cast<int>(i));
    std::sort(m_starts.begin(), m_starts.end());
}

std::optional<WordStream::Place> WordStream::find(QStringView text) const
{
    const std::vector<QStringView> words = splitWords(text.left(longestQuote));
    if (words.size() < fewestWords)
        return std::nullopt;
    const std::pair<quint64, int> start(startHash(words[0], words[1], words[2]), 0);
    auto at = std::lower_bound(m_starts.begin(), m_starts.end(), start);
    const auto end = m_starts.end() - at > mostPlacesTried ? at + mostPlacesTried : m_starts.end();
    for (; at != end && at->first == start.first; ++at) {
        if (const auto place = match(text, at->second))
            return place;
    }
    return std::nullopt;
}

std::optional<WordStream::Place> WordStream::match(QStringView text, int firstWord) const
{
    if (text.size() > longestQuote)
        return std::nullopt;
    const std::vector<QStringView> words = splitWords(text);
    const auto first = static_cast<std::size_t>(firstWord);
    if (words.empty() || first + words.size() > m_words.size())
        return std::nullopt;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] != m_words[first + i].text)
            return std::nullopt;
    }
    return Place{firstWord, firstWord + static_cast<int>(words.size()), m_words[first].line};
}

bool WordStream::endsLine(const Place& place) const
{
    const auto end = static_cast<std::size_t>(place.endWord);
    return end >= m_words.size() || m_words[end].line != m_words[end - 1].line;
}

} // namespace lb::thread
