// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "library/importjob.h"
#include "store/records.h"
#include "thread/period.h"
#include "ui/models/jobsmodel.h"
#include "ui/services.h"

#include <QObject>
#include <QSet>

namespace lb::ui
{

/// Brings lists up to date, at most one run a list at a time, and the full-text index after that. GUI thread.
class FetchFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FetchFlow)
public:
    FetchFlow(Services& services, JobsModel& jobs, QObject* parent = nullptr);

    /// False if the list is being fetched already.
    bool fetch(const store::ListRecord& list, const thread::Period& period);
    [[nodiscard]] bool isRunning(ListId list) const { return m_running.contains(list); }
    void index(); ///< what is not indexed yet, in the background

Q_SIGNALS:
    void indexed(); ///< as far as it came
    void finished(lb::ListId list, const lb::Status& outcome, const lb::library::ImportCounts& counts);

private:
    Services& m_services;
    JobsModel& m_jobs;
    QSet<ListId> m_running;
    bool m_indexing = false;
    bool m_indexAgain = false;
};

} // namespace lb::ui
