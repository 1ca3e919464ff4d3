// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/pipeline.h"

#include "mail/messageparser.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <tuple>

namespace lb::library
{

namespace
{

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::library)
};

constexpr std::size_t batchMails = 256;
constexpr qint64 batchBytes = 2 << 20;
constexpr qint64 bytesUnderWay = 16 << 20; ///< raw; a single larger mail goes alone
constexpr qsizetype mostIssues = 1000;

} // namespace

struct Pipeline::Batch {
    qint64 sequence = 0;
    qint64 bytes = 0;
    std::vector<mail::RawMail> mails;
};

struct Pipeline::Prepared {
    qint64 sequence = 0;
    qint64 bytes = 0;
    std::vector<store::PreparedMail> mails;
    QList<mail::ParseIssue> issues;
    qint64 unreadable = 0;
};

Pipeline::Pipeline(store::Store& store, ListId list, Done done)
    : m_store(store), m_list(list), m_done(std::move(done)), m_filling(std::make_unique<Batch>())
{
    m_pool.setMaxThreadCount(std::max(QThread::idealThreadCount(), 2));
}

Pipeline::~Pipeline() = default;

bool Pipeline::take(mail::RawMail&& mail)
{
    m_filling->bytes += mail.bytes.size();
    m_filling->mails.push_back(std::move(mail));
    if (m_filling->mails.size() < batchMails && m_filling->bytes < batchBytes)
        return !m_stop.stop_requested();
    return sendBatch();
}

bool Pipeline::sendBatch()
{
    std::unique_ptr<Batch> batch = std::exchange(m_filling, std::make_unique<Batch>());
    batch->sequence = m_sent++;
    {
        std::unique_lock lock(m_mutex);
        const qint64 bytes = batch->bytes;
        m_room.wait(lock, m_stop.get_token(), [this, bytes] {
            return m_batchesUnderWay == 0 || m_bytesUnderWay + bytes <= bytesUnderWay;
        });
        if (m_stop.stop_requested() || !m_outcome.status)
            return false;
        m_bytesUnderWay += bytes;
        ++m_batchesUnderWay;
    }
    // The pool wants copyable work, a batch is not.
    m_pool.start(
        [self = shared_from_this(), shared = std::make_shared<std::unique_ptr<Batch>>(std::move(batch))] {
            prepare(self, std::move(*shared));
        });
    return true;
}

void Pipeline::prepare(const std::shared_ptr<Pipeline>& self, std::unique_ptr<Batch> batch)
{
    Prepared prepared{batch->sequence, batch->bytes, {}, {}, 0};
    prepared.mails.reserve(batch->mails.size());
    for (mail::RawMail& raw : batch->mails) {
        if (self->m_stop.stop_requested())
            return;
        Result<mail::ParsedEnvelope> parsed = mail::parseEnvelope(raw);
        if (!parsed) {
            ++prepared.unreadable;
            prepared.issues.append({mail::ParseIssue::Kind::Unreadable, {}, parsed.error().text});
        } else {
            prepared.issues += parsed->issues;
            prepared.mails.push_back({std::move(parsed->envelope), std::move(parsed->contentHash),
                                      store::compress(raw.bytes), raw.bytes.size(), std::move(raw.where)});
        }
        raw.bytes = QByteArray();
    }
    self->savePrepared(std::move(prepared));
}

/// Hands batches to the store as far as they are in order.
void Pipeline::savePrepared(Prepared&& prepared)
{
    // Held over taking and posting, so that batches reach the store in order; not m_mutex, which saved()
    // takes.
    const std::scoped_lock order(m_saving);
    std::vector<Prepared> ready;
    {
        const std::scoped_lock lock(m_mutex);
        m_waiting.emplace(prepared.sequence, std::move(prepared));
        for (auto next = m_waiting.find(m_nextToSave); next != m_waiting.end();
             next = m_waiting.find(m_nextToSave)) {
            ready.push_back(std::move(next->second));
            m_waiting.erase(next);
            ++m_nextToSave;
            addIssues(ready.back().issues);
            m_outcome.counts.unreadable += ready.back().unreadable;
        }
    }
    for (Prepared& batch : ready) {
        if (m_stop.stop_requested())
            return;
        m_store.saveBatch(m_list, std::move(batch.mails),
                          [self = shared_from_this(), bytes = batch.bytes](const auto& outcome) {
                              self->saved(bytes, outcome);
                          });
    }
}

/// On the store's thread; nothing = the store was closed before the batch's turn came.
void Pipeline::saved(qint64 bytes, const std::optional<Result<store::BatchOutcome>>& outcome)
{
    std::unique_lock lock(m_mutex);
    m_bytesUnderWay -= bytes;
    --m_batchesUnderWay;
    if (outcome && *outcome) {
        const store::BatchOutcome& batch = **outcome;
        m_outcome.counts.added += batch.added;
        m_outcome.counts.known += batch.known + batch.variants;
        addIssues(batch.issues);
    } else if (m_outcome.status) {
        m_outcome.status = outcome
            ? outcome->error()
            : fail(ErrorCode::Cancelled, Text::tr("The library was closed before all mail was saved."));
    }
    m_room.notify_one();
    finishIfDone(lock);
}

void Pipeline::note(const mail::ParseIssue& issue)
{
    const std::scoped_lock lock(m_mutex);
    if (issue.kind == mail::ParseIssue::Kind::Unreadable)
        ++m_outcome.counts.unreadable;
    addIssues({issue});
}

void Pipeline::addIssues(const QList<mail::ParseIssue>& issues)
{
    const qsizetype room = mostIssues - m_outcome.issues.size();
    m_outcome.issues += issues.first(std::min(issues.size(), room));
}

void Pipeline::close(const Result<archive::ReadOutcome>& read)
{
    if (!m_filling->mails.empty())
        std::ignore = sendBatch(); // a stop or a failure is known already
    std::unique_lock lock(m_mutex);
    if (!read) {
        if (m_outcome.status)
            m_outcome.status = read.error();
    } else {
        m_outcome.cursor = read->cursor;
        m_outcome.counts.unchanged = read->unchanged;
    }
    m_closed = true;
    finishIfDone(lock);
}

void Pipeline::finishIfDone(std::unique_lock<std::mutex>& lock)
{
    if (!m_closed || m_batchesUnderWay > 0 || m_stop.stop_requested() || !m_done)
        return;
    // Called with the lock held: stop(), and so the end of the job, waits until it is through.
    Q_ASSERT(lock.owns_lock());
    std::exchange(m_done, {})(m_outcome);
}

ImportOutcome Pipeline::stop()
{
    m_stop.request_stop();
    const std::scoped_lock lock(m_mutex); // nobody is in the middle of a call after this
    m_done = {};
    return m_outcome;
}

} // namespace lb::library
