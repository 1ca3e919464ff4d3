// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costflow.h"

#include "brief/caps.h"
#include "summary/estimatejob.h"
#include "ui/preferences.h"
#include "ui/userprompts.h"

namespace lb::ui
{

using namespace Qt::StringLiterals;

CostFlow::CostFlow(Services& services, const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_services(services)
    , m_jobs(parts.jobs)
    , m_prompts(parts.prompts)
    , m_window(parts.window)
{
    settingsChanged();
}

void CostFlow::settingsChanged()
{
    m_services.summariser.spending().setCaps(brief::capsOf(m_services.settings));
}

bool CostFlow::digestSuffices(const thread::Listing& listing) const
{
    return m_services.settings.get(keys::ModelForSmall) == 0 && summary::suitsDigest(listing);
}

void CostFlow::ask(ListId list, std::vector<thread::Listing> listings, const summary::SummaryOptions& options,
                   const Words& words, const std::function<void()>& proceed)
{
    if (m_estimating != nullptr)
        return;
    auto* job = new summary::EstimateJob(m_services.store, m_services.chat, m_services.clock, this);
    job->setThreads(list, std::move(listings), options);
    m_estimating = job;
    m_jobs.add(job);
    connect(job, &Job::finished, this, [this, job, options, words, proceed](const Status& outcome) {
        m_estimating = nullptr;
        job->deleteLater();
        if (outcome)
            question(job->estimate(), options, words, proceed);
    });
    job->start();
}

void CostFlow::question(const summary::Estimate& estimate, const summary::SummaryOptions& options,
                        const Words& words, const std::function<void()>& proceed)
{
    if (estimate.asked == 0 || estimate.tokens() < m_services.settings.get(keys::AskAbove)) {
        proceed();
        return;
    }
    Question question;
    question.title = words.title;
    question.text = tr("Summarise %n thread(s) with %1?", nullptr, estimate.threads)
                        .arg(providerName(*options.provider));
    question.detail = QStringList{summary::estimateText(estimate), words.meaning}.join(u"\n\n"_s);
    question.accept = tr("Summarise");
    m_prompts.confirm(m_window, question, [proceed](bool accepted) {
        if (accepted)
            proceed();
    });
}

std::shared_ptr<summary::SpendingRun> CostFlow::begin(const QSet<ThreadId>& threads)
{
    auto run = std::make_shared<summary::SpendingRun>();
    m_batches.append({run, threads, 0, 0});
    return run;
}

void CostFlow::threadEnded(ThreadId thread, const Status& outcome)
{
    for (qsizetype i = m_batches.size() - 1; i >= 0; --i) {
        Batch& batch = m_batches[i];
        if (!batch.left.remove(thread))
            continue;
        ++(outcome ? batch.done : batch.failed);
        if (batch.left.isEmpty())
            tell(m_batches.takeAt(i));
    }
}

/// Nothing was spent where all came from the cache or the digest: then there is nothing to tell.
void CostFlow::tell(const Batch& batch)
{
    if (batch.run->spent.calls == 0)
        return;
    QString sentence = tr("%n thread(s) summarised", nullptr, batch.done);
    //: How many were summarised, and what it took
    sentence = tr("%1: %2.").arg(sentence, summary::spentText(batch.run->spent));
    if (batch.failed > 0)
        //: The sentence before, and how many threads were not summarised
        sentence = tr("%1 %2").arg(sentence, tr("%n thread(s) were not.", nullptr, batch.failed));
    // When the last job is gone from the foot of the window, which has room for one thing.
    QMetaObject::invokeMethod(
        this, [this, sentence] { Q_EMIT told(sentence); }, Qt::QueuedConnection);
}

} // namespace lb::ui
