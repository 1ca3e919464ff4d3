// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/factsflow.h"

#include "core/onresult.h"
#include "library/material.h"
#include "summary/packing.h"

#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>

namespace lb::ui
{

namespace
{

constexpr int atOnce = 2; ///< what the user asks for meanwhile must find the store and the pool free
constexpr int batchTime = 200; ///< ms
constexpr qsizetype mostKept = 20'000;

/// From top to bottom of the tree, then what is filtered out.
std::vector<int> treeOrder(const Arrangement& arrangement)
{
    std::vector<int> order;
    order.reserve(arrangement.places.size());
    for (const Arrangement::Group& group : arrangement.groups)
        order.insert(order.end(), group.threads.begin(), group.threads.end());
    for (std::size_t i = 0; i < arrangement.places.size(); ++i) {
        if (arrangement.places[i].group < 0)
            order.push_back(static_cast<int>(i));
    }
    return order;
}

/// Leaves the `most` threads that were active last, in the same order.
void keepNewest(std::vector<int>& order, const Snapshot& snapshot, std::size_t most)
{
    if (order.size() <= most)
        return;
    const auto activity
        = [&snapshot](int thread) { return snapshot.threads[static_cast<std::size_t>(thread)].lastActivity; };
    std::vector<qint64> times;
    times.reserve(order.size());
    for (const int thread : order)
        times.push_back(activity(thread));
    const auto oldest = times.begin() + static_cast<std::ptrdiff_t>(most) - 1;
    std::nth_element(times.begin(), oldest, times.end(), std::greater<>());
    const qint64 since = *oldest;
    std::erase_if(order, [&activity, since](int thread) { return activity(thread) < since; });
    order.resize(most); // of those of one second some are left out
}

} // namespace

FactsFlow::FactsFlow(store::Store& store, ThreadTreeModel& model, QObject* parent)
    : QObject(parent), m_store(store), m_model(model), m_batch(new QTimer(this))
{
    m_batch->setSingleShot(true);
    m_batch->setInterval(batchTime);
    connect(m_batch, &QTimer::timeout, this, &FactsFlow::publish);
}

FactsFlow::~FactsFlow()
{
    releaseOnPool(std::move(m_snapshot));
}

FactsFlow::Plan FactsFlow::planOf(const Snapshot& snapshot, std::vector<int> order, const Known& known)
{
    keepNewest(order, snapshot, mostThreads);
    Plan plan;
    for (const int thread : order) {
        const thread::Listing& listing = snapshot.threads[static_cast<std::size_t>(thread)].listing;
        if (listing.count() > mostMails)
            continue;
        const QByteArray key = summary::sourceKey(listing);
        const auto found = known.constFind(key);
        if (found != known.constEnd()) {
            plan.known.insert(listing.thread, *found);
        } else {
            plan.unread.push_back({thread, key});
        }
    }
    return plan;
}

void FactsFlow::read(const Arrangement& arrangement)
{
    stop();
    if (arrangement.snapshot == nullptr || arrangement.snapshot->threads.empty())
        return;
    m_snapshot = arrangement.snapshot;
    setReading(true);
    const auto planned = QtConcurrent::run(
        [snapshot = m_snapshot, order = treeOrder(arrangement), known = m_known]() mutable {
            return planOf(*snapshot, std::move(order), known);
        });
    onResult(planned, this, [this, run = m_run](const Plan& plan) {
        if (run != m_run)
            return;
        m_unread = plan.unread;
        m_fresh = plan.known;
        m_overview.clear();
        for (auto it = m_fresh.cbegin(); it != m_fresh.cend(); ++it)
            m_overview.insert(it.key(), it->overview);
        publish();
        for (int i = 0; i < atOnce; ++i)
            readNext();
    });
}

void FactsFlow::stop()
{
    ++m_run;
    m_batch->stop();
    m_fresh.clear();
    m_overview.clear();
    m_unread.clear();
    m_next = 0;
    m_underWay = 0;
    releaseOnPool(std::exchange(m_snapshot, nullptr));
    setReading(false);
}

void FactsFlow::readNext()
{
    if (m_next >= m_unread.size()) {
        if (m_underWay > 0)
            return;
        publish();
        setReading(false);
        return;
    }
    const Unread& unread = m_unread[m_next++];
    const thread::Listing& listing = m_snapshot->threads[static_cast<std::size_t>(unread.thread)].listing;
    using Outcome = std::optional<Found>;
    const auto understood
        = onPool(library::loadAddressed(m_store, listing),
                 [](const Result<library::AddressedMaterial>& read) -> Outcome {
                     if (!read)
                         return std::nullopt;
                     const thread::Facts facts = thread::establishFacts(read->material);
                     return Found{thread::factMarks(facts),
                                  std::make_shared<const brief::OverviewFacts>(brief::overviewFacts(facts)),
                                  std::make_shared<const thread::Involvement>(
                                      thread::involvementOf(read->material, facts, read->recipients))};
                 });
    ++m_underWay;
    ++m_threadsRead;
    onResult(understood, this,
             [this, run = m_run, thread = listing.thread, key = unread.key](const Outcome& found) {
                 if (found) // else it stays unknown: a mail is damaged, or gone since
                     take(run == m_run ? thread : ThreadId(), key, *found);
                 if (run != m_run)
                     return;
                 --m_underWay;
                 readNext();
             });
}

/// `thread` 0 = of a scope that is no longer shown.
void FactsFlow::take(ThreadId thread, const QByteArray& key, const Found& found)
{
    if (m_known.size() >= mostKept)
        m_known.clear();
    m_known.insert(key, found);
    if (!thread.isValid())
        return;
    m_fresh.insert(thread, found);
    m_overview.insert(thread, found.overview);
    if (!m_batch->isActive())
        m_batch->start();
}

void FactsFlow::publish()
{
    m_batch->stop();
    if (m_fresh.isEmpty())
        return;
    QHash<ThreadId, thread::FactMarks> facts;
    QHash<ThreadId, thread::InvolvementPointer> involvements;
    for (auto it = m_fresh.cbegin(); it != m_fresh.cend(); ++it) {
        facts.insert(it.key(), it->marks);
        involvements.insert(it.key(), it->involvement);
    }
    m_fresh.clear();
    m_model.setInvolvements(involvements);
    m_model.setFacts(facts);
    Q_EMIT factsRead();
}

void FactsFlow::setReading(bool reading)
{
    if (m_reading == reading)
        return;
    m_reading = reading;
    Q_EMIT readingChanged(reading);
}

} // namespace lb::ui
