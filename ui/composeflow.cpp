// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composeflow.h"

#include "brief/weeksjob.h"
#include "core/onresult.h"
#include "ui/dialogs/composedialog.h"
#include "ui/dialogs/exporttarget.h"
#include "ui/dialogs/weeksdialog.h"
#include "ui/exportflow.h"
#include "ui/preferences.h"

#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>
#include <QtConcurrentRun>

namespace lb::ui
{

using namespace Qt::StringLiterals;

namespace
{

QByteArray noteKey(const store::ListRecord& list, const thread::Period& period)
{
    return QString(u"composition/"_s + list.name + u'/' + period.since.toString(Qt::ISODate) + u".."_s
                   + period.until.toString(Qt::ISODate))
        .toUtf8();
}

std::vector<ComposeModel::Row> rowsOf(const Snapshot& snapshot)
{
    std::vector<ComposeModel::Row> rows;
    rows.reserve(snapshot.ofPeriod);
    for (const ThreadEntry& entry : snapshot.periodThreads()) {
        const thread::Listing& listing = entry.listing;
        rows.push_back({listing.root, listing.title, listing.category, listing.count()});
    }
    return rows;
}

} // namespace

ComposeFlow::ComposeFlow(Services& services, JobsModel& jobs, UserPrompts& prompts, QWidget* window)
    : QObject(window), m_services(services), m_jobs(jobs), m_prompts(prompts), m_window(window)
{
}

void ComposeFlow::compose(const store::ListRecord& list, const Snapshot& snapshot,
                          const QList<ThreadId>& selected)
{
    auto draft = std::make_shared<Draft>();
    draft->list = list;
    draft->period = ExportFlow::periodOf(snapshot);
    draft->note = noteKey(list, draft->period);
    draft->selected = !selected.isEmpty();
    std::vector<ComposeModel::Row> rows = rowsOf(snapshot);
    if (draft->selected) {
        const QSet<ThreadId> wanted(selected.begin(), selected.end());
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i].chosen = wanted.contains(snapshot.threads[i].listing.thread);
    }
    if (m_folder.isEmpty())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const ComposeDialog::Subject subject{ExportFlow::subjectOf(list, draft->period, snapshot),
                                         m_folder + u'/'
                                             + ExportFlow::suggestedName(list.name, draft->period),
                                         reportLanguage(m_services.settings)};
    draft->dialog = new ComposeDialog(m_prompts, subject, std::move(rows), m_window);
    draft->dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(draft->dialog, &ComposeDialog::gatherRequested, this, [this, draft] { gather(draft); });
    connect(draft->dialog, &QDialog::finished, this, [this, draft](int result) {
        if (draft->gathering != nullptr)
            draft->gathering->cancel();
        onResult(m_services.store.saveNote(QString::fromUtf8(draft->note),
                                           report::toJson(draft->dialog->composition())),
                 this, [this](const Status& saved) {
                     if (!saved)
                         Q_EMIT failed(saved.error());
                 });
        if (result == QDialog::Accepted)
            write(*draft->dialog);
    });
    draft->dialog->target().setOmitDoubtful(m_services.settings.get(keys::HideDoubtful) != 0);
    recall(draft);
    gather(draft);
    draft->dialog->open();
}

/// What was composed last for this period.
void ComposeFlow::recall(const std::shared_ptr<Draft>& draft)
{
    onResult(m_services.store.note(QString::fromUtf8(draft->note)), this,
             [draft](const Result<QByteArray>& note) {
                 if (!note || note->isEmpty() || draft->dialog == nullptr)
                     return;
                 report::Composition earlier = report::compositionFromJson(*note);
                 if (draft->selected)
                     earlier.threads = draft->dialog->composition().threads;
                 draft->dialog->apply(earlier);
             });
}

void ComposeFlow::gather(const std::shared_ptr<Draft>& draft)
{
    if (draft->gathering != nullptr)
        draft->gathering->cancel();
    brief::ReportOptions options = ExportFlow::optionsOf(m_services.settings, draft->dialog->target());
    options.period = draft->period;
    auto* job = new brief::ReportJob(m_services.store, m_services.summariser, m_services.clock, draft->list,
                                     options, this);
    draft->gathering = job;
    m_jobs.add(job);
    connect(job, &Job::finished, this, [draft, job](const Status& outcome) {
        job->deleteLater();
        if (draft->dialog == nullptr || draft->gathering != job)
            return;
        if (outcome)
            draft->dialog->setReport(std::make_shared<const report::Report>(job->report()));
        else
            draft->dialog->sayTrouble(outcome.error().text);
    });
    job->start();
}

void ComposeFlow::write(const ComposeDialog& dialog)
{
    const ExportTarget& target = dialog.target();
    m_folder = QFileInfo(target.path()).path();
    struct Written {
        Status saved;
        int threads = 0;
        int withoutSummary = 0;
    };
    const auto work = [whole = dialog.report(), composition = dialog.composition(), file = target.path(),
                       format = target.format(), style = target.style()] {
        report::Report report = *whole;
        report::compose(report, composition);
        Written written{report::save(report::write(report, format, style), file),
                        static_cast<int>(report.threads.size())};
        for (const report::ReportThread& thread : report.threads)
            written.withoutSummary += thread.summary ? 0 : 1;
        return written;
    };
    onResult(QtConcurrent::run(work), this, [this, file = target.path()](const Written& written) {
        if (written.saved)
            Q_EMIT finished(file, written.threads, written.withoutSummary);
        else
            Q_EMIT failed(written.saved.error());
    });
}

void ComposeFlow::exportWeeks(const store::ListRecord& list)
{
    onResult(m_services.store.weeks(list.id), this,
             [this, list](const Result<QList<store::WeekRecord>>& weeks) {
                 if (!weeks)
                     Q_EMIT failed(weeks.error());
                 else if (weeks->isEmpty())
                     Q_EMIT told(tr("The library has no mail of %1 yet.").arg(list.name));
                 else
                     askForWeeks(list, *weeks);
             });
}

void ComposeFlow::askForWeeks(const store::ListRecord& list, const QList<store::WeekRecord>& weeks)
{
    if (m_folder.isEmpty())
        m_folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new WeeksDialog(m_prompts, weeks, m_folder, reportLanguage(m_services.settings), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, list] {
        const ExportTarget& chosen = dialog->target();
        const brief::WeeksTarget target{chosen.path(), chosen.format(), chosen.style()};
        m_folder = target.folder;
        auto* job = new brief::WeeksJob(m_services.store, m_services.summariser, m_services.clock, list,
                                        ExportFlow::optionsOf(m_services.settings, chosen), dialog->weeks(),
                                        target, this);
        m_jobs.add(job);
        connect(job, &Job::finished, this, [this, job, target](const Status& outcome) {
            job->deleteLater();
            if (outcome)
                Q_EMIT weeksWritten(target.folder, job->written());
            else if (outcome.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(outcome.error());
        });
        job->start();
    });
    dialog->open();
}

} // namespace lb::ui
