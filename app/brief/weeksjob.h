// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "brief/reportjob.h"
#include "report/indexpage.h"

namespace lb::brief
{

/// Where and how the reports of several weeks are written.
struct WeeksTarget {
    QString folder; ///< made if it is not there
    report::Format format = report::Format::Html;
    report::Style style = report::Style::Full;
};

/// The reports of several weeks into one folder, one after the other, and an index page over all that were
/// ever written there (index.json remembers them). Each file is replaced whole or not at all; what was
/// written before a failure or a cancel stays and is in the index. Weeks without mail get no file.
class WeeksJob final : public Job
{
    Q_OBJECT
public:
    /// `options.period` is not looked at.
    WeeksJob(store::Store& store, summary::Summariser& summariser, const Clock& clock,
             const store::ListRecord& list, const ReportOptions& options, QList<thread::Period> weeks,
             WeeksTarget target, QObject* parent = nullptr);
    ~WeeksJob() override;
    void start() override;
    void cancel() override;

    [[nodiscard]] int written() const; ///< reports
    [[nodiscard]] const QList<ReportJob::Failure>& failures() const; ///< threads left without a summary

    /// "kvmarm-2025-W25.html": nothing of a list's name can lead elsewhere.
    [[nodiscard]] static QString fileName(const QString& list, const thread::Period& period,
                                          report::Format format);

private:
    void nextWeek();
    void takeReport(const Status& outcome);
    void writeIndex(const Status& outcome);

    struct State;
    std::unique_ptr<State> m_state;
};

/// The weeks from the one that `first` names to that of `last`: "2025-W20..2025-W25" parts. Usage error for
/// what is no such range, or more than 520 weeks.
[[nodiscard]] Result<QList<thread::Period>> weeksOf(const QString& range);

} // namespace lb::brief
