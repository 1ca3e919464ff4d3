// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/bodytext.h"

#include <span>
#include <vector>

namespace lb::thread
{

// Lines compared with white space folded: runs of it count as one space, at the ends it does not count. What
// is left of a line is its words.

[[nodiscard]] bool sameWords(QStringView a, QStringView b);
struct Words {
    quint64 hash = 0; ///< equal for lines of the same words
    int length = 0; ///< characters, with one space between words; 0 = a blank line
};
[[nodiscard]] Words wordsOf(QStringView line);

/// What a mail's sender wrote or attached: everything but quotes and attributions. A line of it can be
/// quoted.
[[nodiscard]] bool isOwnKind(mail::LineKind kind);

/// True for a line of the sender's prose: own text, and the notes of a patch below "---" but not its file
/// list.
[[nodiscard]] bool isProse(const mail::BodyText& body, const mail::BodyLine& line);

/// A mail's lines, found by their words.
class LineTable
{
public:
    explicit LineTable(const mail::BodyText& body);

    [[nodiscard]] const mail::BodyText& body() const { return *m_body; }
    [[nodiscard]] int count() const { return static_cast<int>(m_words.size()); }
    [[nodiscard]] const mail::BodyLine& line(int index) const
    {
        return m_body->lines[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] QStringView text(int index) const { return m_body->line(line(index)); }
    [[nodiscard]] quint64 hash(int index) const { return m_words[static_cast<std::size_t>(index)].hash; }
    [[nodiscard]] int length(int index) const { return m_words[static_cast<std::size_t>(index)].length; }
    [[nodiscard]] bool isBlank(int index) const { return length(index) == 0; }
    /// The nearest line that is not blank after and before this one; -1 = none.
    [[nodiscard]] int next(int index) const { return m_next[static_cast<std::size_t>(index)]; }
    [[nodiscard]] int previous(int index) const { return m_previous[static_cast<std::size_t>(index)]; }

    /// The lines with this hash at this depth of quoting, ascending. Compare the words before believing it.
    [[nodiscard]] std::span<const int> find(quint64 hash, int depth) const;

private:
    const mail::BodyText* m_body; ///< outlives the table
    std::vector<Words> m_words; ///< by line, as the two below
    std::vector<int> m_next;
    std::vector<int> m_previous;
    std::vector<quint64> m_keys; ///< of hash and depth, sorted: equal keys need not mean equal words
    std::vector<int> m_lines; ///< that belong to them; of equal keys ascending
};

} // namespace lb::thread
