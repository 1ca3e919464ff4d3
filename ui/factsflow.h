// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "brief/overview.h"
#include "ui/models/threadtreemodel.h"

#include <QObject>

class QTimer;

namespace lb::store
{
class Store;
}

namespace lb::ui
{

/// Establishes the facts of the threads that are shown, from top to bottom, a few at a time, and hands them
/// to the tree in batches. What was established once is kept by what the mails say (summary::sourceKey), so
/// that a refresh reads only what is new. Of a large scope only the newest `mostThreads` are read; a thread
/// of more than `mostMails` mails is not. Mails are read on the store's thread and understood on the pool.
/// GUI thread.
class FactsFlow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FactsFlow)
public:
    static constexpr std::size_t mostThreads = 2000;
    static constexpr int mostMails = 2000;

    FactsFlow(store::Store& store, ThreadTreeModel& model, QObject* parent = nullptr);
    ~FactsFlow() override;

    void read(const Arrangement& arrangement); ///< all of its snapshot, what is filtered out last
    void stop();

    /// Of the threads that are shown, as far as they are read.
    [[nodiscard]] QHash<ThreadId, brief::OverviewFactsPointer> overviewFacts() const { return m_overview; }
    [[nodiscard]] bool isReading() const { return m_reading; }
    [[nodiscard]] int threadsRead() const { return m_threadsRead; } ///< ever, from the library

Q_SIGNALS:
    void factsRead(); ///< the tree has more of them
    void readingChanged(bool reading);

private:
    struct Unread {
        int thread = 0; ///< index into the snapshot
        QByteArray key;
    };
    struct Found {
        thread::FactMarks marks;
        brief::OverviewFactsPointer overview;
        thread::InvolvementPointer involvement;
    };
    using Known = QHash<QByteArray, Found>;
    struct Plan {
        QHash<ThreadId, Found> known;
        std::vector<Unread> unread;
    };
    [[nodiscard]] static Plan planOf(const Snapshot& snapshot, std::vector<int> order, const Known& known);
    void readNext();
    void take(ThreadId thread, const QByteArray& key, const Found& found);
    void publish();
    void setReading(bool reading);

    store::Store& m_store;
    ThreadTreeModel& m_model;
    QTimer* m_batch;
    Known m_known;
    SnapshotPointer m_snapshot;
    std::vector<Unread> m_unread;
    std::size_t m_next = 0; ///< of m_unread
    int m_underWay = 0;
    int m_threadsRead = 0;
    QHash<ThreadId, Found> m_fresh; ///< not with the model yet
    QHash<ThreadId, brief::OverviewFactsPointer> m_overview; ///< of all that are shown
    quint64 m_run = 0; ///< answers to earlier questions are only kept
    bool m_reading = false;
};

} // namespace lb::ui
