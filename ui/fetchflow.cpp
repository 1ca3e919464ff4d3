// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/fetchflow.h"

#include "library/indexjob.h"
#include "library/syncjob.h"

#include <utility>

namespace lb::ui
{

FetchFlow::FetchFlow(Services& services, JobsModel& jobs, QObject* parent)
    : QObject(parent), m_services(services), m_jobs(jobs)
{
}

bool FetchFlow::fetch(const store::ListRecord& list, const thread::Period& period)
{
    if (m_running.contains(list.id))
        return false;
    m_running.insert(list.id);
    const library::SyncOptions options{period, false, m_services.paths.cacheFolder()};
    auto* job
        = new library::SyncJob(m_services.store, m_services.http, m_services.clock, list, options, this);
    m_jobs.add(job);
    connect(job, &Job::finished, this, [this, job, id = list.id](const Status& outcome) {
        m_running.remove(id);
        job->deleteLater();
        if (job->counts().added > 0)
            index();
        Q_EMIT finished(id, outcome, job->counts());
    });
    job->start();
    return true;
}

void FetchFlow::index()
{
    if (m_indexing) {
        m_indexAgain = true;
        return;
    }
    m_indexing = true;
    auto* job = new library::IndexJob(m_services.store, this);
    m_jobs.add(job);
    connect(job, &Job::finished, this, [this, job](const Status& outcome) {
        job->deleteLater();
        m_indexing = false;
        Q_EMIT indexed();
        if (std::exchange(m_indexAgain, false) && outcome)
            index();
    });
    job->start();
}

} // namespace lb::ui
