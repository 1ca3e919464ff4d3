// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "llm/provider.h"
#include "summary/summariser.h"
#include "ui/models/jobsmodel.h"
#include "ui/models/snapshot.h"
#include "ui/services.h"

#include <QHash>
#include <QObject>

namespace lb::ui
{

/// The summaries that are being written, at most one a thread. GUI thread.
class SummaryRuns final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SummaryRuns)
public:
    SummaryRuns(Services& services, JobsModel& jobs, QObject* parent = nullptr);

    /// Does nothing if the thread is being summarised already. `who` is for people.
    void start(ListId list, const thread::Listing& listing, const summary::SummaryOptions& options,
               const QString& who);
    /// A digest that nobody asked for: no job is shown for it, and its failure is only logged.
    void startDigest(ListId list, const thread::Listing& listing, Language language);
    bool stop(ThreadId thread); ///< false if there was nothing to stop

    [[nodiscard]] bool isRunning(ThreadId thread) const { return m_runs.contains(thread); }
    [[nodiscard]] bool isShown(ThreadId thread) const; ///< running, and asked for
    [[nodiscard]] QString textSoFar(ThreadId thread) const;
    [[nodiscard]] QString who(ThreadId thread) const;

Q_SIGNALS:
    void started(lb::ThreadId thread, const QString& who);
    void textChanged(lb::ThreadId thread, const QString& markdown);
    /// `note` says nothing where it failed, or is in another language than the tree. `asked`: it was shown as
    /// a run.
    void finished(lb::ThreadId thread, const lb::Status& outcome, const lb::ui::SummaryNote& note,
                  bool asked);

private:
    struct Run {
        QPointer<summary::SummaryJob> job;
        QString who;
        QString text;
        bool asked = false;
    };
    void begin(ListId list, const thread::Listing& listing, const summary::SummaryOptions& options,
               const Run& run);

    Services& m_services;
    JobsModel& m_jobs;
    QHash<ThreadId, Run> m_runs;
};

} // namespace lb::ui
