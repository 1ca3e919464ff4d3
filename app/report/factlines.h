// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/labels.h"
#include "report/report.h"

#include <QStringList>

namespace lb::report
{

/// One fact as plain text; the writers escape both.
struct FactLine {
    QString label;
    QString text;
};

/// The facts of a thread in a few lines, each with the numbers of the mails it rests on. `brief` leaves out
/// what a digest says at length.
[[nodiscard]] QList<FactLine> factLines(const ReportThread& thread, const Labels& words, bool brief);

/// Who made the summary, from what, when, and how much of it was verified: plain text parts.
[[nodiscard]] QStringList provenanceParts(const store::SummaryRecord& summary, const Labels& words);

} // namespace lb::report
