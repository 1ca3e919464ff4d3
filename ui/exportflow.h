// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "brief/reportjob.h"
#include "core/result.h"
#include "report/report.h"
#include "ui/models/jobsmodel.h"
#include "ui/models/snapshot.h"
#include "ui/services.h"

#include <QObject>

#include <memory>

namespace lb::ui
{

class ExportTarget;
class UserPrompts;

/// Writes the report of what is shown: asks where, gathers, writes on the pool. GUI thread.
class ExportFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ExportFlow)
public:
    ExportFlow(Services& services, JobsModel& jobs, UserPrompts& prompts, QWidget* window);

    /// `snapshot`: what is shown; gives the period when that is all mail.
    void ask(const store::ListRecord& list, const Snapshot& snapshot);
    /// "kvmarm-2025-W25.md", without a folder. Nothing of a list's name can lead elsewhere.
    [[nodiscard]] static QString suggestedName(const QString& list, const thread::Period& period);
    /// Of all mail from the first to the last.
    [[nodiscard]] static thread::Period periodOf(const Snapshot& snapshot);
    [[nodiscard]] static QString subjectOf(const store::ListRecord& list, const thread::Period& period,
                                           const Snapshot& snapshot); ///< a sentence
    /// What a report from the window is gathered by: its summaries, its rules, the choices made. All periods.
    [[nodiscard]] static brief::ReportOptions optionsOf(const Settings& settings, const ExportTarget& chosen);

Q_SIGNALS:
    void finished(const QString& file, int threads, int withoutSummary);
    void failed(const lb::Error& error);

private:
    struct Target {
        QString file;
        report::Format format = report::Format::Markdown;
        report::Style style = report::Style::Full;
    };
    void gather(const store::ListRecord& list, const brief::ReportOptions& options, const Target& target);
    void write(const std::shared_ptr<const report::Report>& report, const Target& target, int withoutSummary);

    Services& m_services;
    JobsModel& m_jobs;
    UserPrompts& m_prompts;
    QWidget* m_window;
    QString m_folder; ///< where the last one went
};

} // namespace lb::ui
