// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "thread/statements.h"

#include <vector>

namespace lb::summary
{

/// What a mail does in its thread. The later ones weigh more when mails are grouped.
enum class Act { Posts, Answers, Comments, Reviews, Asks, Objects, Applies, Reports };

/// Which part of a series a mail is about.
struct About {
    enum class What { Talk, LonePatch, Cover, Patches } what = What::Talk;
    QList<int> patches;
    friend bool operator==(const About&, const About&) = default;
};

/// One line of what is new: one mail or several that belong together.
struct Event {
    Act act = Act::Comments;
    int mail = 0; ///< index of the first mail in the listing
    QList<int> mails; ///< their numbers, ascending
    About about;
    QStringList trailers; ///< kinds given, in order
    QString quote; ///< plain text
    int answered = -1; ///< index of the mail that is answered
    int revision = 1;
    bool cover = false; ///< the posting's cover letter is among the mails
};

/// What the period's new mails do, in order of time. More than `most` lines are grouped by person and patch.
[[nodiscard]] std::vector<Event> newEvents(const thread::Reading& reading, const thread::Facts& facts,
                                           std::size_t most);

/// The first words of a mail that tell something, at most `length` characters; empty if it has none of its
/// own.
[[nodiscard]] QString firstWords(const thread::Reading& reading, int index, qsizetype length);

/// Inserts into an ascending list once.
void insertSorted(QList<int>& numbers, int number);

} // namespace lb::summary
