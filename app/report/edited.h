// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/labels.h"
#include "report/report.h"
#include "store/receipt.h"

namespace lb::report
{

/// Markdown whose citations name the mails of `cited` with the numbers that these have in a thread's list;
/// "[n?]" for a mail that is not in it. Pure.
[[nodiscard]] QString renumbered(const QString& markdown, const QList<MessageId>& cited,
                                 const thread::Listing& listing);

/// A summary that was made of an earlier state of a thread, or for another period, as the report's list needs
/// it.
[[nodiscard]] store::SummaryRecord renumbered(store::SummaryRecord summary, const thread::Listing& listing);

/// Puts the user's texts in place of their threads' summaries. `bases` holds the versions that they were made
/// from.
void useEdits(Report& report, const QList<store::SummaryEdit>& edits,
              const QList<store::SummaryRecord>& bases);

/// What stands where a thread's summary does: the user's own text, else the summary, else that there is none.
struct ShownSummary {
    QString heading;
    QString markdown; ///< not yet fit to be embedded; empty = there is none
    QStringList provenance; ///< empty = nothing to say
};
[[nodiscard]] ShownSummary shownSummary(const ReportThread& thread, const Labels& words);

} // namespace lb::report
