// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/fuzzymatch.h"

#include <algorithm>
#include <array>

namespace lb::ui
{

namespace
{

constexpr qsizetype longestPattern = 64;
constexpr qsizetype longestText = 300;
constexpr int hit = 4;
constexpr int wordStart = 12;
constexpr int run = 10; ///< next to the character before
constexpr int whole = 40; ///< the text begins with all that was typed
constexpr int none = -1'000'000;

bool isWide(QChar c)
{
    return c.script() == QChar::Script_Han || c.script() == QChar::Script_Hiragana
        || c.script() == QChar::Script_Katakana || c.script() == QChar::Script_Hangul;
}

bool startsWord(QStringView text, qsizetype at)
{
    if (at == 0 || isWide(text[at]))
        return true;
    const QChar before = text[at - 1];
    return !before.isLetterOrNumber() || isWide(before) || (text[at].isUpper() && before.isLower());
}

/// The best way to find the pattern: score[i][j] is that of the first i+1 characters with the last one at j.
class Match
{
public:
    Match(QStringView typed, QStringView text)
        : m_text(text.first(std::min(text.size(), longestText)))
        , m_width(static_cast<std::size_t>(m_text.size()))
    {
        for (const QChar c : typed.first(std::min(typed.size(), longestPattern))) {
            if (!c.isSpace())
                m_pattern += c.toCaseFolded();
        }
    }

    [[nodiscard]] bool isPossible() const
    {
        qsizetype at = 0;
        for (const QChar c : m_text) {
            if (at < m_pattern.size() && c.toCaseFolded() == m_pattern[at])
                ++at;
        }
        return at == m_pattern.size() && !m_pattern.isEmpty();
    }

    int best()
    {
        m_scores.assign(static_cast<std::size_t>(m_pattern.size()) * m_width, none);
        for (qsizetype i = 0; i < m_pattern.size(); ++i)
            fillRow(i);
        const auto last = m_scores.end() - static_cast<std::ptrdiff_t>(m_width);
        m_end = std::max_element(last, m_scores.end()) - last;
        const bool begins = m_text.size() >= m_pattern.size()
            && std::equal(m_pattern.begin(), m_pattern.end(), m_text.begin(),
                          [](QChar a, QChar b) { return a == b.toCaseFolded(); });
        return last[m_end] + (begins ? whole : 0) - static_cast<int>(m_text.size() / 8);
    }

    [[nodiscard]] std::vector<int> places() const
    {
        std::vector<int> places(static_cast<std::size_t>(m_pattern.size()));
        qsizetype at = m_end;
        for (qsizetype i = m_pattern.size() - 1; i >= 0; --i) {
            places[static_cast<std::size_t>(i)] = static_cast<int>(at);
            if (i > 0)
                at = before(i, at).second;
        }
        return places;
    }

private:
    [[nodiscard]] int score(qsizetype i, qsizetype j) const
    {
        return m_scores[static_cast<std::size_t>(i) * m_width + static_cast<std::size_t>(j)];
    }

    /// The best score of the row above left of `at`, with what a run gives, and where it is.
    [[nodiscard]] std::pair<int, qsizetype> before(qsizetype i, qsizetype at) const
    {
        std::pair<int, qsizetype> best{none, -1};
        for (qsizetype j = 0; j < at; ++j) {
            const int value = score(i - 1, j) + (j + 1 == at ? run : 0);
            if (score(i - 1, j) > none / 2 && value >= best.first)
                best = {value, j};
        }
        return best;
    }

    void fillRow(qsizetype i)
    {
        int reach = none; // the best of the row above, two and more to the left
        for (qsizetype j = 0; j < m_text.size(); ++j) {
            if (i > 0 && j > 1)
                reach = std::max(reach, score(i - 1, j - 2));
            if (m_text[j].toCaseFolded() != m_pattern[i])
                continue;
            const int own = hit + (startsWord(m_text, j) ? wordStart : 0);
            int from = 0;
            if (i > 0) {
                const int next = j > 0 && score(i - 1, j - 1) > none / 2 ? score(i - 1, j - 1) + run : none;
                from = std::max(next, reach);
            }
            if (from > none / 2)
                m_scores[static_cast<std::size_t>(i) * m_width + static_cast<std::size_t>(j)] = from + own;
        }
    }

    QStringView m_text;
    QString m_pattern;
    std::size_t m_width;
    std::vector<int> m_scores;
    qsizetype m_end = 0;
};

} // namespace

std::optional<int> fuzzyScore(QStringView pattern, QStringView text)
{
    Match match(pattern, text);
    return match.isPossible() ? std::optional(match.best()) : std::nullopt;
}

std::vector<int> fuzzyPlaces(QStringView pattern, QStringView text)
{
    Match match(pattern, text);
    if (!match.isPossible())
        return {};
    (void)match.best();
    return match.places();
}

} // namespace lb::ui
