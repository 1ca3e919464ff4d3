// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/summaryruns.h"

#include "core/logging.h"
#include "ui/preferences.h"

namespace lb::ui
{

namespace
{

SummaryNote noteOf(const store::SummaryRecord& made)
{
    const bool byModel = made.kind == store::SummaryKind::Model;
    return {byModel ? SummaryMark::Model : SummaryMark::Digest, made.gist, 0, byModel};
}

} // namespace

SummaryRuns::SummaryRuns(Services& services, JobsModel& jobs, QObject* parent)
    : QObject(parent), m_services(services), m_jobs(jobs)
{
}

void SummaryRuns::start(ListId list, const thread::Listing& listing, const summary::SummaryOptions& options,
                        const QString& who)
{
    if (const auto quiet = m_runs.find(listing.thread); quiet != m_runs.end() && !quiet->asked)
        stop(listing.thread); // a digest nobody asked for makes way
    begin(list, listing, options, {nullptr, who, {}, true});
}

void SummaryRuns::startDigest(ListId list, const thread::Listing& listing, Language language)
{
    summary::SummaryOptions options;
    options.language = language;
    begin(list, listing, options, {nullptr, {}, {}, false});
}

void SummaryRuns::begin(ListId list, const thread::Listing& listing, const summary::SummaryOptions& options,
                        const Run& wanted)
{
    const ThreadId thread = listing.thread;
    if (m_runs.contains(thread))
        return;
    Run run = wanted;
    summary::SummaryJob* job = m_services.summariser.summarise(list, listing, options, this);
    run.job = job;
    m_runs.insert(thread, run);
    connect(job, &summary::SummaryJob::textChanged, this, [this, job, thread](const QString& markdown) {
        const auto found = m_runs.find(thread);
        if (found == m_runs.end() || found->job != job)
            return;
        found->text = markdown;
        Q_EMIT textChanged(thread, markdown);
    });
    connect(job, &Job::finished, this, [this, job, thread](const Status& outcome) {
        job->deleteLater();
        const auto found = m_runs.find(thread);
        if (found == m_runs.end() || found->job != job)
            return; // another run has taken its place
        const bool asked = found->asked;
        m_runs.erase(found);
        SummaryNote note;
        // One in another language is no news for the tree.
        if (outcome && job->summary() && job->summary()->language == reportLanguage(m_services.settings))
            note = noteOf(*job->summary());
        else if (!asked && !outcome)
            qCInfo(logUi) << "no digest:" << outcome.error().detail;
        Q_EMIT finished(thread, outcome, note, asked);
    });
    if (run.asked) {
        m_jobs.add(job);
        Q_EMIT started(thread, run.who);
    }
}

bool SummaryRuns::stop(ThreadId thread)
{
    const auto found = m_runs.find(thread);
    if (found == m_runs.end())
        return false;
    const QPointer<summary::SummaryJob> job = found->job;
    if (!found->asked)
        m_runs.erase(found);
    if (job != nullptr)
        job->cancel();
    return true;
}

bool SummaryRuns::isShown(ThreadId thread) const
{
    return m_runs.value(thread).asked;
}

QString SummaryRuns::textSoFar(ThreadId thread) const
{
    return m_runs.value(thread).text;
}

QString SummaryRuns::who(ThreadId thread) const
{
    return m_runs.value(thread).who;
}

} // namespace lb::ui
