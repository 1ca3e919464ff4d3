// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/collation.h"
#include "thread/linetable.h"

#include <span>
#include <vector>

namespace lb::thread
{

/// Lines of one kind, first and last included.
struct LineRun {
    BlockKind kind = BlockKind::Own;
    int first = 0;
    int last = -1;
};

/// What a mail says in one place: the quote it answers and the words below it; of a section all its text.
struct Passage {
    int mail = 0;
    std::vector<LineRun> runs; ///< in the mail's order
    Origin
        anchor; ///< the line it answers; {parent, -1} = the parent as a whole; unknown = it heads a section
};

/// The quoted lines of which something is said, and those of which nothing is.
struct QuoteUse {
    std::vector<Origin> answered;
    int unanswered = 0;
};

/// "Thanks, M.": own words that only end a mail.
[[nodiscard]] bool isClosing(const LineTable& lines, std::span<const LineRun> runs);

/// Takes one mail apart. A greeting goes with the passage below it, a closing with the one above; where the
/// quote between two passages is found nowhere they stay together. Every own line is in one run.
[[nodiscard]] std::vector<Passage> passagesOf(int mail, const Listing& listing, const LineTable& lines,
                                              const std::vector<Origin>& origins, bool isSection,
                                              QuoteUse& quotes);

} // namespace lb::thread
