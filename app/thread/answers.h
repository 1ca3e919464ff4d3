// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/statements.h"

#include <vector>

namespace lb::thread
{

/// Which lines of a thread's mails somebody else quotes and answers below: the collation's origins, turned
/// round. Built in one pass over all lines.
class Answers
{
public:
    Answers(const Reading& reading, const Collation& collation);

    /// Index of the first mail by another person that quotes one of these lines and says something below; -1
    /// = none.
    [[nodiscard]] int answered(int mail, int firstLine, int lastLine) const;
    /// Somebody quoted one of these lines, but what he wrote stands far below.
    [[nodiscard]] bool answeredFarBelow(int mail, int firstLine, int lastLine) const;
    /// Somebody else answered the mail without quoting it, or above what he quotes: to which line cannot be
    /// told.
    [[nodiscard]] bool answeredAtLarge(int mail) const { return m_atLarge[static_cast<std::size_t>(mail)]; }

private:
    struct Mark {
        int near = -1;
        bool far = false;
    };
    void readMail(int index);
    void markAtLarge(int index);
    void markQuoted(int by, std::vector<Origin>& quoted);
    [[nodiscard]] bool speaks(int index, const Paragraph& paragraph) const;

    const Reading& m_reading;
    const Collation& m_collation;
    std::vector<std::vector<Mark>> m_marks; ///< [mail][line]
    std::vector<bool> m_atLarge;
};

} // namespace lb::thread
