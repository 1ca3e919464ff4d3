// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/records.h"

namespace lb::store
{

struct TrimmedText {
    QString text; ///< Markdown
    int hidden = 0; ///< claims left out
};

/// A summary's text without the claims that the check doubts, and without sections that are empty then. Of a
/// text that was not checked nothing is left out. Pure.
[[nodiscard]] TrimmedText withoutDoubtful(const SummaryRecord& summary);

/// The same for a whole record that is handed on: its claims too, and a closing sentence in its language
/// says how many are left out.
void omitDoubtful(SummaryRecord& summary);

} // namespace lb::store
