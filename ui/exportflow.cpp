// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exportflow.h"

#include "brief/weeksjob.h"
#include "core/onresult.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/preferences.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <algorithm>

namespace lb::ui
{

using namespace Qt::StringLiterals;

thread::Period ExportFlow::periodOf(const Snapshot& snapshot)
{
    if (snapshot.scope.period)
        return *snapshot.scope.period;
    qint64 first = 0;
    qint64 last = 0;
    bool any = false;
    for (const ThreadEntry& entry : snapshot.periodThreads()) {
        first = any ? std::min(first, entry.started) : entry.started;
        last = any ? std::max(last, entry.lastActivity) : entry.lastActivity;
        any = true;
    }
    return {QDateTime::fromSecsSinceEpoch(first, Qt::UTC).date(),
            QDateTime::fromSecsSinceEpoch(last, Qt::UTC).date()};
}

QString ExportFlow::subjectOf(const store::ListRecord& list, const thread::Period& period,
                              const Snapshot& snapshot)
{
    //: A list, its first and last day, and a count of threads
    return tr("The report of %1 from %2 to %3: %4.")
        .arg(list.name, period.since.toString(Qt::ISODate), period.until.toString(Qt::ISODate),
             tr("%n thread(s)", nullptr, static_cast<int>(snapshot.ofPeriod)));
}

ExportFlow::ExportFlow(Services& services, JobsModel& jobs, UserPrompts& prompts, QWidget* window)
    : QObject(window), m_services(services), m_jobs(jobs), m_prompts(prompts), m_window(window)
{
}

QString ExportFlow::suggestedName(const QString& list, const thread::Period& period)
{
    return brief::WeeksJob::fileName(list, period, report::Format::Markdown);
}

void ExportFlow::ask(const store::ListRecord& list, const Snapshot& snapshot)
{
    const thread::Period period = periodOf(snapshot);
    const QString folder = !m_folder.isEmpty()
        ? m_folder
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new ExportDialog(m_prompts, subjectOf(list, period, snapshot),
                                    folder + u'/' + suggestedName(list.name, period),
                                    reportLanguage(m_services.settings), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->target().setOmitDoubtful(m_services.settings.get(keys::HideDoubtful) != 0);
    connect(dialog, &QDialog::accepted, this, [this, dialog, list, period] {
        const ExportTarget& chosen = dialog->target();
        const Target target{chosen.path(), chosen.format(), chosen.style()};
        m_folder = QFileInfo(target.file).path();
        brief::ReportOptions options = optionsOf(m_services.settings, chosen);
        options.period = period;
        gather(list, options, target);
    });
    dialog->open();
}

brief::ReportOptions ExportFlow::optionsOf(const Settings& settings, const ExportTarget& chosen)
{
    brief::ReportOptions options;
    options.context = contextRule(settings);
    options.categories = categoryTable(settings);
    options.source = brief::SummarySource::Current;
    options.omitDoubtful = chosen.omitsDoubtful();
    options.summary.language = chosen.language();
    return options;
}

void ExportFlow::gather(const store::ListRecord& list, const brief::ReportOptions& options,
                        const Target& target)
{
    auto* job = new brief::ReportJob(m_services.store, m_services.summariser, m_services.clock, list, options,
                                     this);
    m_jobs.add(job);
    connect(job, &Job::finished, this, [this, job, target](const Status& outcome) {
        job->deleteLater();
        if (outcome)
            write(std::make_shared<const report::Report>(job->report()), target,
                  static_cast<int>(job->failures().size()));
        else if (outcome.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(outcome.error());
    });
    job->start();
}

void ExportFlow::write(const std::shared_ptr<const report::Report>& report, const Target& target,
                       int withoutSummary)
{
    const int threads = static_cast<int>(report->threads.size());
    const auto work = [report, file = target.file, format = target.format, style = target.style] {
        return report::save(report::write(*report, format, style), file);
    };
    onResult(QtConcurrent::run(work), this,
             [this, file = target.file, threads, withoutSummary](const Status& saved) {
                 if (saved)
                     Q_EMIT finished(file, threads, withoutSummary);
                 else
                     Q_EMIT failed(saved.error());
             });
}

} // namespace lb::ui
