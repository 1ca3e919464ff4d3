// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "summary/estimate.h"
#include "summary/summariser.h"
#include "ui/models/jobsmodel.h"
#include "ui/services.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <memory>

namespace lb::ui
{

class UserPrompts;

/// What summaries cost: worked out and asked about before a run, counted while it runs, told afterwards. GUI
/// thread.
class CostFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CostFlow)
public:
    struct Parts {
        JobsModel& jobs;
        UserPrompts& prompts;
        QWidget* window;
    };
    CostFlow(Services& services, const Parts& parts, QObject* parent = nullptr);

    void settingsChanged(); ///< the caps may be others
    [[nodiscard]] bool digestSuffices(const thread::Listing& listing) const; ///< as the user has it
    /// Packs the prompts behind a job that can be cancelled, then asks, unless it is less than the user wants
    /// to be asked about. `proceed` is called if the answer is yes. `options` with a provider.
    struct Words {
        QString title; ///< of the question
        QString meaning; ///< what is sent; the sum stands before it
    };
    void ask(ListId list, std::vector<thread::Listing> listings, const summary::SummaryOptions& options,
             const Words& words, const std::function<void()>& proceed);
    /// A run over these threads begins; its sum is told when the last of them has ended.
    [[nodiscard]] std::shared_ptr<summary::SpendingRun> begin(const QSet<ThreadId>& threads);
    void threadEnded(ThreadId thread, const Status& outcome);

Q_SIGNALS:
    void told(const QString& sentence);

private:
    struct Batch {
        std::shared_ptr<summary::SpendingRun> run;
        QSet<ThreadId> left;
        int done = 0;
        int failed = 0;
    };
    void question(const summary::Estimate& estimate, const summary::SummaryOptions& options,
                  const Words& words, const std::function<void()>& proceed);
    void tell(const Batch& batch);

    Services& m_services;
    JobsModel& m_jobs;
    UserPrompts& m_prompts;
    QWidget* m_window;
    QList<Batch> m_batches;
    QPointer<Job> m_estimating; ///< one at a time
};

} // namespace lb::ui
