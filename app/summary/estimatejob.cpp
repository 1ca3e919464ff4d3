// SPDX-License-Identifier: GPL-3.0-or-later
#include "summary/estimatejob.h"

#include "core/onresult.h"
#include "library/material.h"
#include "summary/cachekey.h"
#include "summary/packing.h"
#include "summary/promptroom.h"
#include "summary/prompts.h"

#include <QThreadPool>
#include <QtConcurrentRun>

namespace lb::summary
{

namespace
{

constexpr int atOnce = 2;
constexpr int daysLookedAt = 90;
constexpr int mostEntries = 2000;

} // namespace

EstimateJob::EstimateJob(store::Store& store, llm::ChatClient& chat, const Clock& clock, QObject* parent)
    : Job(tr("Estimating the cost"), parent), m_store(store), m_chat(chat), m_clock(clock)
{
}

EstimateJob::~EstimateJob() = default;

void EstimateJob::setThreads(ListId list, std::vector<thread::Listing> listings,
                             const SummaryOptions& options)
{
    m_list = list;
    m_options = options;
    m_needs.resize(listings.size());
    m_listings.reserve(listings.size());
    for (thread::Listing& listing : listings)
        m_listings.push_back(std::make_shared<const thread::Listing>(std::move(listing)));
}

void EstimateJob::start()
{
    onResult(m_store.ledger(m_clock.now().addDays(-daysLookedAt), mostEntries), this,
             [this](const Result<QList<store::LedgerEntry>>& entries) {
                 if (isFinished())
                     return;
                 if (!entries)
                     return finish(entries.error());
                 m_meanOutput = meanOutput(*entries, *m_options.provider);
                 if (m_listings.empty())
                     return finish(success());
                 for (int i = 0; i < atOnce; ++i)
                     next();
             });
}

void EstimateJob::cancel()
{
    finish(fail(ErrorCode::Cancelled, tr("The estimate was cancelled.")));
}

void EstimateJob::next()
{
    if (isFinished() || m_next >= m_listings.size())
        return;
    const std::size_t index = m_next++;
    const Listing& listing = m_listings[index];
    if (m_options.digestSmall && suitsDigest(*listing)) {
        take(index, {ThreadNeed::Way::Digest, 0});
        return;
    }
    if (m_options.refresh) {
        pack(index, listing);
        return;
    }
    const auto key = QtConcurrent::run([listing, options = m_options] {
        return cacheKey(*listing, options.provider, threadPrompt(options.language).version, options.language);
    });
    onResult(key, this, [this, index, listing](const QByteArray& made) {
        onResult(m_store.cachedSummary(m_list, made), this,
                 [this, index, listing](const Result<std::optional<store::SummaryRecord>>& found) {
                     if (isFinished())
                         return;
                     if (!found)
                         finish(found.error());
                     else if (*found)
                         take(index, {ThreadNeed::Way::Cached, 0});
                     else
                         pack(index, listing);
                 });
    });
}

void EstimateJob::pack(std::size_t index, const Listing& listing)
{
    const int budget = promptRoom(*m_options.provider, m_chat.capabilities(*m_options.provider)).prompt;
    const auto packed = onPool(
        library::loadMaterial(m_store, *listing),
        [language = m_options.language, budget](const Result<thread::Material>& read) -> Result<int> {
            if (!read)
                return read.error();
            return summary::pack(*read, thread::establishFacts(*read), language, budget).estimatedTokens;
        });
    onResult(packed, this, [this, index](const Result<int>& tokens) {
        if (isFinished())
            return;
        if (!tokens)
            finish(tokens.error());
        else
            take(index, {ThreadNeed::Way::Ask, *tokens});
    });
}

void EstimateJob::take(std::size_t index, const ThreadNeed& need)
{
    m_needs[index] = need;
    ++m_done;
    report({tr("Packing prompts"), static_cast<qint64>(m_done), static_cast<qint64>(m_needs.size())});
    if (m_done < m_needs.size()) {
        // From the event loop: a hundred digests in a row are no recursion.
        QMetaObject::invokeMethod(this, &EstimateJob::next, Qt::QueuedConnection);
        return;
    }
    m_estimate = summary::estimate(m_needs, *m_options.provider,
                                   m_chat.capabilities(*m_options.provider).tokenFactor, m_meanOutput);
    finish(success());
}

} // namespace lb::summary
