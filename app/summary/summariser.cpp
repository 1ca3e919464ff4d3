// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/summariser.h"

#include "summary/summaryrun.h"
#include "thread/safetext.h"
#include "thread/statements.h"

#include <algorithm>
#include <deque>
#include <vector>

using namespace Qt::StringLiterals;

namespace lb::summary
{

bool suitsDigest(const thread::Listing& listing)
{
    return listing.count() == 1 || std::ranges::all_of(listing.mails, [](const thread::ListedMail& listed) {
               return thread::isBotAddress(listed.mail.from);
           });
}

struct Summariser::State {
    std::unique_ptr<Spending> spending;
    SummaryServices services;
    int jobs = 4;
    std::deque<SummaryJob*> waiting;
    std::vector<SummaryJob*> running;

    void admit()
    {
        while (std::ssize(running) < jobs && !waiting.empty()) {
            SummaryJob* job = waiting.front();
            waiting.pop_front();
            running.push_back(job);
            // From the event loop: whoever asked for the job connects to it first.
            QMetaObject::invokeMethod(
                job, [job] { job->begin(); }, Qt::QueuedConnection);
        }
    }

    void leave(SummaryJob* job)
    {
        std::erase(waiting, job);
        std::erase(running, job);
        admit();
    }
};

struct SummaryJob::State {
    Summariser::State* queue = nullptr; ///< null once the Summariser is gone or this job is done
    SummaryRun run;
};

SummaryJob::SummaryJob(std::unique_ptr<State> state, QObject* parent)
    : Job(tr("Summarising %1").arg(state->run.title()), parent), m_state(std::move(state))
{
    SummaryRun& run = m_state->run;
    connect(&run, &SummaryRun::progressed, this, [this](const Progress& progress) { report(progress); });
    connect(&run, &SummaryRun::textChanged, this, &SummaryJob::textChanged);
    connect(&run, &SummaryRun::ended, this, [this](const Status& outcome) { done(outcome); });
}

SummaryJob::~SummaryJob()
{
    if (Summariser::State* queue = std::exchange(m_state->queue, nullptr))
        queue->leave(this);
}

void SummaryJob::start() { }

void SummaryJob::begin()
{
    if (!isFinished())
        m_state->run.begin();
}

void SummaryJob::cancel()
{
    if (isFinished())
        return;
    m_state->run.stop();
    done(fail(ErrorCode::Cancelled, tr("The summary was cancelled."), u"cancelled"_s));
}

void SummaryJob::done(const Status& outcome)
{
    finish(outcome);
    if (Summariser::State* queue = std::exchange(m_state->queue, nullptr))
        queue->leave(this);
}

ThreadId SummaryJob::thread() const
{
    return m_state->run.thread();
}

const std::optional<store::SummaryRecord>& SummaryJob::summary() const
{
    return m_state->run.summary();
}

bool SummaryJob::fromCache() const
{
    return m_state->run.fromCache();
}

store::RunKind SummaryJob::kind() const
{
    return m_state->run.kind();
}

WholeReason SummaryJob::wholeReason() const
{
    return m_state->run.wholeReason();
}

QString boundedInstruction(const QString& instruction)
{
    QString text = thread::plainLine(instruction).left(longestInstruction).trimmed();
    if (!text.isEmpty() && text.back().isHighSurrogate())
        text.chop(1);
    return text;
}

Summariser::Summariser(store::Store& store, llm::ChatClient& chat, const Clock& clock, QObject* parent)
    : QObject(parent)
{
    auto spending = std::make_unique<Spending>(store, clock);
    Spending& account = *spending;
    m_state.reset(new State{std::move(spending), {store, chat, clock, account}, 4, {}, {}});
}

Summariser::~Summariser()
{
    std::vector<QPointer<SummaryJob>> left(m_state->running.begin(), m_state->running.end());
    left.insert(left.end(), m_state->waiting.begin(), m_state->waiting.end());
    for (const QPointer<SummaryJob>& job : left) {
        if (!job)
            continue;
        job->m_state->queue = nullptr;
        job->cancel();
    }
}

void Summariser::setJobs(int jobs)
{
    m_state->jobs = std::clamp(jobs, 1, 16);
    m_state->admit();
}

Spending& Summariser::spending()
{
    return *m_state->spending;
}

SummaryJob* Summariser::summarise(ListId list, const thread::Listing& listing, const SummaryOptions& options,
                                  QObject* parent)
{
    SummaryOptions bounded = options;
    bounded.instruction = boundedInstruction(options.instruction);
    std::unique_ptr<SummaryJob::State> state(
        new SummaryJob::State{m_state.get(), SummaryRun(m_state->services, list, listing, bounded)});
    auto* job = new SummaryJob(std::move(state), parent);
    m_state->waiting.push_back(job);
    m_state->admit();
    return job;
}

} // namespace lb::summary
