// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/linetable.h"

#include <optional>
#include <vector>

namespace lb::thread
{

/// A mail's own lines as one stream of words, in which quotes are found that were wrapped anew on their way.
class WordStream
{
public:
    explicit WordStream(const LineTable& table);

    struct Place {
        int firstWord = 0;
        int endWord = 0; ///< behind the last one
        int line = 0; ///< of the mail's body: where the words begin
    };
    /// Where these words stand one after the other, across line ends. Fewer than three are not looked for:
    /// they stand anywhere.
    [[nodiscard]] std::optional<Place> find(QStringView words) const;
    /// The same at one place alone.
    [[nodiscard]] std::optional<Place> match(QStringView words, int firstWord) const;
    /// True if no word of the place's last line stands behind it.
    [[nodiscard]] bool endsLine(const Place& place) const;

private:
    struct Word {
        QStringView text;
        int line = 0;
    };
    std::vector<Word> m_words;
    std::vector<std::pair<quint64, int>> m_starts; ///< hash of three words from each word on, sorted
};

} // namespace lb::thread
