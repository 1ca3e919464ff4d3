// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/importjob.h"

#include "archive/reader.h"
#include "core/onresult.h"
#include "library/pipeline.h"

#include <QDateTime>

#include <thread>

namespace lb::library
{

struct ImportJob::State {
    store::Store& store;
    ListId list;
    store::ArchiveRecord archive;
    archive::Location location;
    std::shared_ptr<Pipeline> pipeline;
    std::jthread reader;
    ImportOutcome outcome;

    /// Ends reading and preparing; a matter of milliseconds, whatever the store is busy with.
    void stop()
    {
        if (!pipeline)
            return;
        reader.request_stop();
        outcome = pipeline->stop();
    }
};

ImportJob::ImportJob(store::Store& store, ListId list, const store::ArchiveRecord& archive,
                     const archive::Location& location, QObject* parent)
    : Job(tr("Importing %1").arg(location.text()), parent)
    , m_state(new State{store, list, archive, location, {}, {}, {}})
{
}

ImportJob::~ImportJob()
{
    m_state->stop();
    if (m_state->reader.joinable())
        m_state->reader.join();
    if (m_state->pipeline)
        m_state->pipeline->waitForPool();
}

void ImportJob::start()
{
    if (m_state->pipeline || isFinished())
        return;
    report({tr("Reading mail"), 0, 0});
    const auto done = [this](ImportOutcome outcome) {
        QMetaObject::invokeMethod(
            this, [this, outcome = std::move(outcome)] { finishReading(outcome); }, Qt::QueuedConnection);
    };
    m_state->pipeline = std::make_shared<Pipeline>(m_state->store, m_state->list, done);
    const auto progress = [this](archive::ReadProgress read) {
        QMetaObject::invokeMethod(
            this, [this, read] { showProgress(read.done, read.total); }, Qt::QueuedConnection);
    };
    // The thread is joined before the job goes, so that progress() never meets a dead one.
    m_state->reader = std::jthread([pipeline = m_state->pipeline, progress, location = m_state->location,
                                    cursor = m_state->archive.cursor](const std::stop_token& stop) {
        const archive::ReadSink sink{
            [&pipeline](mail::RawMail&& mail) { return pipeline->take(std::move(mail)); },
            [&pipeline](const mail::ParseIssue& issue) { pipeline->note(issue); },
            progress,
        };
        pipeline->close(archive::read(location, cursor, sink, stop));
    });
}

void ImportJob::showProgress(qint64 done, qint64 total)
{
    if (!isFinished())
        report({tr("Reading mail"), done, total});
}

void ImportJob::finishReading(const ImportOutcome& outcome)
{
    if (isFinished())
        return;
    m_state->outcome = outcome;
    report({tr("Joining threads"), progress().total, progress().total});
    onResult(m_state->store.updateThreads(m_state->list), this, [this](const Result<int>& joined) {
        if (isFinished())
            return;
        if (!m_state->outcome.status)
            finish(m_state->outcome.status); // the cursor stays, so that the next run reads the rest
        else if (!joined)
            finish(joined.error());
        else
            saveCursor();
    });
}

void ImportJob::saveCursor()
{
    if (!m_state->archive.id.isValid()) {
        finish(success());
        return;
    }
    const QDateTime now = QDateTime::currentDateTimeUtc();
    onResult(m_state->store.saveCursor(m_state->archive.id, m_state->outcome.cursor, now), this,
             [this](const Status& saved) { finish(saved); });
}

void ImportJob::cancel()
{
    if (isFinished())
        return;
    m_state->stop();
    // What was saved before is joined as soon as the store comes to it; nobody waits for that.
    if (m_state->pipeline)
        std::ignore = m_state->store.updateThreads(m_state->list);
    finish(
        fail(ErrorCode::Cancelled,
             tr("Importing %1 was cancelled. What was read so far is kept.").arg(m_state->location.text())));
}

const ImportCounts& ImportJob::counts() const
{
    return m_state->outcome.counts;
}

const QList<mail::ParseIssue>& ImportJob::issues() const
{
    return m_state->outcome.issues;
}

} // namespace lb::library
