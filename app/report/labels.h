// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "thread/facts.h"

#include <QString>

namespace lb::report
{

/// The words of a report in one language. They follow the report's language, not the window's, and
/// readers' scripts look for them: those of the skeleton never change.
struct Labels {
    Language language = Language::English;
    QString title; ///< %1 = the list
    QString generated;
    QString period;
    QString to;
    QString statistics;
    QString totalMails;
    QString totalThreads;
    QString largeThreads;
    QString largeHint; ///< " (>20 mails)"
    QString largeUnit;
    QString newMails;
    QString categories;
    QString categoryCount; ///< %1 threads, %2 mails
    QString categoryTotal; ///< %1 threads
    QString thread;
    QString mails;
    QString people;
    QString started;
    QString summary; ///< by a model
    QString digest; ///< without one
    QString edited; ///< by the user
    QString noSummary;
    QString mailList;
    QString sender;
    QString newMail;
    QString contextMail;
    QString permalink;
    QString otherDate; ///< the date is not the mail's own
    QString variant; ///< another mail with this Message-ID was seen
    QString facts;
    QString provenance;
    QString builtIn;
    QString editedByHand;
    QString basedOn; ///< %1 = provenance
    QString promptVersion;
    QString verified; ///< %1 of %2 claims
    QString tokens; ///< %1 in, %2 out
    QString problems;
    QString contextRule;
    QString ancestors;
    QString wholeThread;
    QString series; ///< v%1, %2 of %3 patches listed
    QString previousRevision; ///< %1 = number
    QString earlierRevision; ///< label of the thread before
    QString laterRevision;
    QString applied;
    QString queued;
    QString merged;
    QString botFailures;
    QString botPasses;
    QString objections;
    QString openQuestions;
    QString askedOf; ///< %1 = who is asked
    QString awaiting;
    QString colon; ///< after a label
    QString author;
    QString reviewers;
    QString maintainer;
    QString nobody;
    QString patches; ///< %1 = numbers
    QString notes; ///< the user's own
    QString remark; ///< the user's, about one thread
    QString shortTitle; ///< %1 = the list: of a document of one line a thread
    QString counts; ///< %1 mails, %2 threads, %3 new mails
    QString moreThreads; ///< %1 = how many are not shown
    QString weeks; ///< title of an index, %1 = the list
    QString week;
    QString change; ///< against the week before
    QString mostActive;
};

[[nodiscard]] const Labels& labels(Language language);
[[nodiscard]] QString awaitingName(thread::Awaiting awaiting, const Labels& words);

} // namespace lb::report
