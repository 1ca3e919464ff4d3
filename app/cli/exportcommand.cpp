// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/exportcommand.h"

#include "brief/collatejob.h"
#include "brief/providerchoice.h"
#include "brief/weeksjob.h"
#include "cli/archiveissues.h"
#include "core/onresult.h"
#include "library/syncjob.h"
#include "summary/glossarybook.h"

#include <QFileInfo>
#include <QLocale>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <cstdio>

namespace lb::cli
{

using namespace Qt::StringLiterals;

namespace
{

/// The report's language: asked for, else the settings', else the locale's, else English.
Language chooseLanguage(const Options& options, const Settings& settings)
{
    if (options.language)
        return *options.language;
    if (const auto chosen = languageFromCode(settings.get(keys::Language)))
        return *chosen;
    return languageFromCode(QLocale::system().name()).value_or(Language::English);
}

} // namespace

ExportCommand::ExportCommand(Options options, const brief::Services& services, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_services(services)
{
}

void ExportCommand::start()
{
    const Result<thread::Period> period = periodOf(m_options, m_services.clock.now().date());
    if (!period) {
        stop(Usage, period.error());
        return;
    }
    const Result<archive::Location> location = archive::locate(m_options.archives.constFirst());
    if (!location) {
        stop(ArchiveFailed, location.error());
        return;
    }
    m_location = *location;
    m_report.period = *period;
    m_report.context = m_options.context.value_or(m_services.settings.get(keys::Context) == "thread"_L1
                                                      ? thread::ContextRule::WholeThread
                                                      : thread::ContextRule::Ancestors);
    m_report.onlyThread = MessageId{m_options.thread.toUtf8()};
    m_report.summary.language = chooseLanguage(m_options, m_services.settings);
    m_report.summary.refresh = m_options.refresh;
    setCaps();
    if (const QByteArray rules = m_services.settings.get(keys::Categories).toUtf8(); !rules.isEmpty()) {
        if (const Result<thread::CategoryTable> table = thread::categoriesFromJson(rules))
            m_report.categories = *table;
        else
            complain(table.error().text);
    }
    m_services.summariser.setJobs(m_options.jobs > 0 ? m_options.jobs : m_services.settings.get(keys::Jobs));

    onResult(m_services.store.open(), this, [this](const Status& opened) {
        if (m_ended)
            return;
        if (!opened) {
            stop(ArchiveFailed, opened.error());
            return;
        }
        onResult(m_services.store.lists(), this, [this](const Result<QList<store::ListRecord>>& lists) {
            if (m_ended)
                return;
            if (!lists)
                stop(ArchiveFailed, lists.error());
            else
                findList(*lists);
        });
    });
}

/// The list this archive belongs to, or a new one named after it.
void ExportCommand::findList(const QList<store::ListRecord>& lists)
{
    for (const store::ListRecord& list : lists) {
        for (const store::ArchiveRecord& archive : list.archives) {
            if (archive.location == m_location.text()) {
                sync(list);
                return;
            }
        }
    }
    store::ListRecord list;
    list.name = m_location.listName;
    store::ArchiveRecord archive;
    archive.location = m_location.text();
    list.archives.append(archive);
    onResult(m_services.store.saveList(list), this, [this](const Result<store::ListRecord>& saved) {
        if (m_ended)
            return;
        if (!saved)
            stop(ArchiveFailed, saved.error());
        else
            sync(*saved);
    });
}

void ExportCommand::sync(const store::ListRecord& list)
{
    m_list = list;
    const library::SyncOptions options{m_report.period, m_options.offline, m_services.paths.cacheFolder()};
    auto* job
        = new library::SyncJob(m_services.store, m_services.http, m_services.clock, list, options, this);
    connect(job, &Job::progressed, this, &ExportCommand::showProgress);
    connect(job, &Job::finished, this, [this, job](const Status& outcome) {
        job->deleteLater();
        if (!m_ended)
            synced(*job, outcome);
    });
    m_running = job;
    job->start();
}

void ExportCommand::synced(const library::SyncJob& job, const Status& outcome)
{
    if (!outcome && outcome.error().code != ErrorCode::Truncated) {
        stop(ArchiveFailed, outcome.error());
        return;
    }
    if (!outcome) {
        // What came before the cut was kept: report it, and let the exit status tell the script.
        complain(outcome.error().text);
        complain(tr("The report holds the mails before the cut."));
        m_archiveProblems.append({MessageId(), u"truncated"_s, outcome.error().text});
        m_exit = ArchiveFailed;
    }
    const library::ImportCounts& counts = job.counts();
    if (counts.unchanged)
        say(tr("The archive has not changed since it was read last."));
    else
        say(tr("%1 mails added, %2 known, %3 unreadable.")
                .arg(QString::number(counts.added), QString::number(counts.known),
                     QString::number(counts.unreadable)));
    keepIssues(job);
}

void ExportCommand::keepIssues(const library::SyncJob& job)
{
    onResult(rememberIssues(m_services.store, m_list.id, job.issues()), this,
             [this](const Result<QList<report::Problem>>& problems) {
                 if (m_ended)
                     return;
                 if (problems)
                     m_archiveProblems.append(*problems);
                 for (const report::Problem& problem : std::as_const(m_archiveProblems)) {
                     if (m_options.verbose)
                         complain(problem.detail);
                 }
                 if (m_options.collated)
                     collate();
                 else
                     chooseProvider();
             });
}

void ExportCommand::chooseProvider()
{
    const QString asked = m_options.provider.isEmpty()
        ? brief::providerIdFor(m_services.settings, m_list.name)
        : m_options.provider;
    llm::Provider provider;
    provider.id = u"command-line"_s;
    bool found = false;
    for (const llm::Provider& candidate : brief::knownProviders(m_services.settings)) {
        if (candidate.id == asked || candidate.name == asked) {
            provider = candidate;
            found = true;
        }
    }
    if (!m_options.endpoint.isEmpty()) {
        provider.endpoint = m_options.endpoint;
        if (provider.name.isEmpty())
            provider.name = m_options.endpoint;
        if (!m_options.provider.isEmpty() && m_options.provider != "digest"_L1 && !found)
            provider.id = m_options.provider;
        found = true;
    }
    if (!m_options.model.isEmpty())
        provider.model = m_options.model;
    if (!found && (asked == "digest"_L1 || (m_options.provider.isEmpty() && m_options.model.isEmpty()))) {
        gather();
        return;
    }
    if (!found) {
        stop(Usage,
             fail(ErrorCode::Usage,
                  tr("No provider \"%1\" is configured. Give --endpoint and --model, or add it in the "
                     "settings.")
                      .arg(asked)));
        return;
    }
    const Result<QUrl> url = llm::chatUrl(provider);
    if (!url) {
        stop(Usage, url.error());
        return;
    }
    if (m_options.offline && !llm::isLocal(*url)) {
        stop(
            Usage,
            fail(ErrorCode::Usage, tr("--offline does not go with a provider that is not on this machine.")));
        return;
    }
    if (url->scheme() == "http"_L1 && !llm::isLocal(*url))
        complain(tr("%1 is asked over plain http: everybody on the way can read the mails and the key.")
                     .arg(url->host()));
    readProxyPassword(provider);
}

void ExportCommand::readProxyPassword(const llm::Provider& provider)
{
    if (!llm::wantsProxyPassword(provider)) {
        readKey(provider);
        return;
    }
    onResult(m_services.keychain.read(llm::proxySecretName(provider.id)), this,
             [this, provider](const Result<QString>& password) {
                 if (!m_ended)
                     readKey(llm::withProxyPassword(provider, password ? *password : QString()));
             });
}

void ExportCommand::readKey(const llm::Provider& provider)
{
    m_report.summary.provider = provider;
    onResult(m_services.keychain.read(llm::secretName(provider.id)), this,
             [this](const Result<QString>& secret) {
                 if (m_ended)
                     return;
                 m_report.summary.key = secret ? *secret : QString();
                 if (m_report.summary.key.isEmpty())
                     m_report.summary.key = qEnvironmentVariable("LISTBRIEF_API_KEY");
                 if (m_options.verbose)
                     estimate();
                 else
                     gather();
             });
}

void ExportCommand::gather()
{
    m_report.summary.glossary
        = summary::glossaryText(m_services.settings.get(keys::Glossaries).toUtf8(), m_list.name);
    if (!m_options.weeks.isEmpty()) {
        writeWeeks();
        return;
    }
    m_reportJob = new brief::ReportJob(m_services.store, m_services.summariser, m_services.clock, m_list,
                                       m_report, this);
    connect(m_reportJob, &Job::progressed, this, &ExportCommand::showProgress);
    connect(m_reportJob, &Job::finished, this, [this](const Status& outcome) {
        if (!m_ended)
            save(outcome);
    });
    m_running = m_reportJob;
    m_reportJob->start();
}

void ExportCommand::save(const Status& outcome)
{
    if (!outcome) {
        stop(outcome.error().code == ErrorCode::NotFound ? Usage : ArchiveFailed, outcome.error());
        return;
    }
    saySpent();
    report::Report report = m_reportJob->report();
    report.problems.append(m_archiveProblems);
    complainOf(m_reportJob->failures());
    write([report, format = m_options.format.value_or(report::Format::Markdown), style = m_options.style] {
        return report::write(report, format, style);
    });
}

/// A folder of reports.
void ExportCommand::writeWeeks()
{
    const brief::WeeksTarget target{m_options.exportFile, m_options.format.value_or(report::Format::Html),
                                    m_options.style};
    auto* job = new brief::WeeksJob(m_services.store, m_services.summariser, m_services.clock, m_list,
                                    m_report, *brief::weeksOf(m_options.weeks), target, this);
    connect(job, &Job::progressed, this, &ExportCommand::showProgress);
    connect(job, &Job::finished, this, [this, job](const Status& outcome) {
        if (m_ended)
            return;
        complainOf(job->failures());
        if (!outcome) {
            stop(OutputFailed, outcome.error());
            return;
        }
        say(tr("%n report(s) written to %1.", nullptr, job->written())
                .arg(QFileInfo(m_options.exportFile).absoluteFilePath()));
        end(m_exit);
    });
    m_running = job;
    job->start();
}

void ExportCommand::complainOf(const QList<brief::ReportJob::Failure>& failures)
{
    for (const brief::ReportJob::Failure& failure : failures) {
        complain(tr("No summary of \"%1\": %2").arg(failure.title, failure.error.text));
        if (m_exit == Done)
            m_exit = SomeFailed;
    }
}

/// One thread as a document: needs no summary.
void ExportCommand::collate()
{
    auto* job = new brief::CollateJob(m_services.store, m_list, m_report.onlyThread,
                                      m_report.summary.language, this);
    connect(job, &Job::progressed, this, &ExportCommand::showProgress);
    connect(job, &Job::finished, this, [this, job](const Status& outcome) {
        if (m_ended)
            return;
        if (!outcome) {
            stop(outcome.error().code == ErrorCode::NotFound ? Usage : ArchiveFailed, outcome.error());
            return;
        }
        write([thread = job->thread(), format = m_options.format.value_or(report::Format::Markdown)] {
            return report::write(thread, format);
        });
    });
    m_running = job;
    job->start();
}

void ExportCommand::write(const std::function<QByteArray()>& document)
{
    const auto save = [document, file = m_options.exportFile] { return report::save(document(), file); };
    onResult(QtConcurrent::run(save), this, [this](const Status& saved) {
        if (m_ended)
            return;
        if (!saved) {
            stop(OutputFailed, saved.error());
            return;
        }
        if (m_options.exportFile != "-"_L1)
            say(tr("Report written to %1.").arg(QFileInfo(m_options.exportFile).absoluteFilePath()));
        end(m_exit);
    });
}

void ExportCommand::interrupt()
{
    if (m_running != nullptr && !m_running->isFinished())
        m_running->cancel();
    if (!m_ended)
        complain(tr("Interrupted. What was done so far is kept."));
    end(Interrupted);
}

void ExportCommand::stop(ExitCode code, const Error& error)
{
    if (m_ended)
        return;
    complain(error.text);
    if (m_options.verbose && !error.detail.isEmpty())
        complain(error.detail);
    end(code);
}

void ExportCommand::end(ExitCode code)
{
    if (m_ended)
        return;
    m_ended = true;
    Q_EMIT done(code);
}

void ExportCommand::showProgress(const Progress& progress)
{
    // One line a phase: standard error is as often a log file as a terminal.
    if (progress.phase == m_lastPhase && !m_options.verbose)
        return;
    m_lastPhase = progress.phase;
    if (m_options.verbose && progress.total > 0)
        say(u"%1 (%2/%3)"_s.arg(progress.phase).arg(progress.done).arg(progress.total));
    else
        say(progress.phase);
}

void ExportCommand::say(const QString& line) const
{
    if (!m_options.quiet)
        complain(line);
}

void ExportCommand::complain(const QString& line) const
{
    const QByteArray text = "listbrief: " + line.toUtf8() + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stderr);
}

} // namespace lb::cli
