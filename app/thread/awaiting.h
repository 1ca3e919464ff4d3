// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/statements.h"

namespace lb::thread
{

/// The one who posted the series of a thread in which only answers are listed: who promises its next version,
/// or who is quoted by a first answer. A person's number, see people(); -1 = cannot be told.
[[nodiscard]] int unlistedAuthor(const Reading& reading);

/// What is known of the newest posting.
struct Newest {
    int author = -1; ///< a person's number; -1 = unknown
    int head = -1; ///< index of its cover letter or first patch; -1 = not listed
    int last = -1; ///< index of its youngest mail
    int settled = -1; ///< index of the mail that says all was applied; -1 = none
};

/// Sets Facts::awaiting and its grounds from the other facts.
void findAwaited(const Reading& reading, const Newest& newest, Facts& facts);

} // namespace lb::thread
