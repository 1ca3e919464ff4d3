// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "summary/claimcheck.h"

namespace lb::summary
{

/// What a text is held against.
struct Grounds {
    const ThreadIndex& index;
    const CheckOptions& options;
    ThreadContext context = ThreadContext::Complete;
    QList<int> mails; ///< that exist, of those cited; empty = the whole thread
    QList<int> who; ///< persons that are said to speak
    QString quote; ///< that was found, folded; empty = none
    QString patch; ///< "3/5", "all" or empty
};

/// Appends what is wrong with a text: names, anchors, trailers, states, terms, language, tone.
void checkText(const QString& text, const Grounds& grounds, QList<Doubt>& doubts);

/// True if one of the mails is patch n (of m, unless 0) or says so.
[[nodiscard]] bool isAboutPatch(int number, int total, const Grounds& grounds);

} // namespace lb::summary
