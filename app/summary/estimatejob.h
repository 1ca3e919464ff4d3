// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "summary/estimate.h"
#include "summary/summariser.h"

namespace lb::summary
{

/// Works out what summaries of some threads will cost: their prompts are really packed, on the pool, and
/// what the cache or the digest serves is told apart. Sends nothing. GUI thread.
class EstimateJob final : public Job
{
    Q_OBJECT
public:
    EstimateJob(store::Store& store, llm::ChatClient& chat, const Clock& clock, QObject* parent = nullptr);
    ~EstimateJob() override;

    /// Before start(). `options` as they will be given to the Summariser; there must be a provider.
    void setThreads(ListId list, std::vector<thread::Listing> listings, const SummaryOptions& options);
    void start() override;
    void cancel() override;

    [[nodiscard]] const Estimate& estimate() const { return m_estimate; } ///< when finished() says Ok

private:
    using Listing = std::shared_ptr<const thread::Listing>;
    void next();
    void pack(std::size_t index, const Listing& listing);
    void take(std::size_t index, const ThreadNeed& need);

    store::Store& m_store;
    llm::ChatClient& m_chat;
    const Clock& m_clock;
    ListId m_list;
    std::vector<Listing> m_listings;
    SummaryOptions m_options;
    std::vector<ThreadNeed> m_needs;
    std::optional<int> m_meanOutput;
    std::size_t m_next = 0;
    std::size_t m_done = 0;
    Estimate m_estimate;
};

} // namespace lb::summary
