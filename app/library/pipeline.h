// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/reader.h"
#include "library/importjob.h"

#include <QThreadPool>

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace lb::library
{

/// What an import came to.
struct ImportOutcome {
    Status status;
    QByteArray cursor; ///< to be saved if status is success
    ImportCounts counts;
    QList<mail::ParseIssue> issues;
};

/// The way of mails from the reading thread over the compute pool into the store. Mails are gathered into
/// batches; batches are prepared side by side and saved in the order they were read. How much is under way is
/// bounded by bytes: only the reading thread ever waits, and stop() wakes it at once.
///
/// Held by shared_ptr, because what the store's thread answers may come after the job is gone. After stop()
/// neither the store nor the callbacks are touched any more.
class Pipeline : public std::enable_shared_from_this<Pipeline>
{
public:
    using Done = std::function<void(ImportOutcome)>; ///< from any thread, once, unless stopped

    Pipeline(store::Store& store, ListId list, Done done);
    ~Pipeline();
    Q_DISABLE_COPY_MOVE(Pipeline)

    // from the reading thread
    [[nodiscard]] bool take(mail::RawMail&& mail); ///< waits for room; false = stop reading
    void note(const mail::ParseIssue& issue);
    void close(const Result<archive::ReadOutcome>& read); ///< all was read: done() comes when all is saved

    // from the job's thread
    ImportOutcome stop(); ///< what was done so far
    void waitForPool() { m_pool.waitForDone(); } ///< short: work stops at the next mail

private:
    struct Batch;
    struct Prepared;

    [[nodiscard]] bool sendBatch();
    static void prepare(const std::shared_ptr<Pipeline>& self, std::unique_ptr<Batch> batch);
    void savePrepared(Prepared&& prepared);
    void saved(qint64 bytes, const std::optional<Result<store::BatchOutcome>>& outcome);
    void addIssues(const QList<mail::ParseIssue>& issues);
    void finishIfDone(std::unique_lock<std::mutex>& lock);

    store::Store& m_store;
    const ListId m_list;
    Done m_done;
    QThreadPool m_pool;

    // the reading thread's
    std::unique_ptr<Batch> m_filling;
    qint64 m_sent = 0;

    std::mutex m_saving; ///< taken before m_mutex

    // shared, under the mutex
    std::mutex m_mutex;
    std::condition_variable_any m_room;
    std::stop_source m_stop;
    std::map<qint64, Prepared> m_waiting; ///< prepared before an earlier one
    qint64 m_nextToSave = 0;
    qint64 m_bytesUnderWay = 0;
    qint64 m_batchesUnderWay = 0;
    bool m_closed = false;
    ImportOutcome m_outcome;
};

} // namespace lb::library
