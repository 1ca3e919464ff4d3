// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/labels.h"
#include "report/report.h"
#include "report/writers.h"

#include <QStringList>

namespace lb::report
{

/// One fact as plain text; the writers escape both.
struct FactLine {
    QString label;
    QString text;
    MessageId about = {}; ///< root of the thread or mail that it points at; may be empty
};

/// The facts of a thread in a few lines, each with the numbers of the mails it rests on. `brief` leaves out
/// what a digest says at length.
[[nodiscard]] QList<FactLine> factLines(const ReportThread& thread, const Labels& words, bool brief);

/// Which revisions stand before and after this one: "v7, Thread 4".
[[nodiscard]] QList<FactLine> revisionLines(const QHash<MessageId, Place>& places, const ReportThread& thread,
                                            const Labels& words);

/// Who made the summary, from what, when, and how much of it was verified: plain text parts.
[[nodiscard]] QStringList provenanceParts(const store::SummaryRecord& summary, const Labels& words);

} // namespace lb::report
