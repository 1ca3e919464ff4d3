// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/syncjob.h"

#include "archive/publicinboxfetch.h"
#include "core/logging.h"
#include "core/onresult.h"

#include <QCoreApplication>
#include <QPointer>
#include <QTemporaryFile>
#include <QtConcurrentRun>

#include <algorithm>
#include <optional>

namespace lb::library
{

namespace
{

constexpr qsizetype MostIssues = 1000;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(lb::library)
};

/// An error of reading the download, told by where it came from: nobody knows the spool file.
Error ofDownload(const Error& error, const archive::Location& location)
{
    Error told = error;
    switch (error.code) {
    case ErrorCode::Truncated:
        told.text = Text::tr("The download from %1 broke off. The mails before the cut are kept; fetch again "
                             "to get the rest.")
                        .arg(location.text());
        break;
    case ErrorCode::Malformed:
    case ErrorCode::NotAnArchive:
    case ErrorCode::TooLarge:
        told.text = Text::tr("What %1 sent is damaged and cannot be read to its end. The mails before that "
                             "are kept; fetch "
                             "again to get the rest.")
                        .arg(location.text());
        break;
    default:
        break;
    }
    return told;
}

} // namespace

struct SyncJob::State {
    store::Store& store;
    net::HttpClient& http;
    const Clock& clock;
    store::ListRecord list;
    SyncOptions options;

    qsizetype next = 0; ///< index of the archive to read after this one
    QPointer<Job> part; ///< what runs now
    QPointer<archive::PublicInboxFetch> fetch; ///< keeps the download until it is read
    qint64 fetchBegan = 0;
    ImportCounts counts;
    QList<mail::ParseIssue> issues;
    bool changed = false;
    bool started = false;
    std::optional<Error> firstError;
};

SyncJob::SyncJob(store::Store& store, net::HttpClient& http, const Clock& clock,
                 const store::ListRecord& list, const SyncOptions& options, QObject* parent)
    : Job(tr("Updating %1").arg(list.name), parent)
    , m_state(new State{store, http, clock, list, options, 0, {}, {}, 0, {}, {}, false, false, {}})
{
}

SyncJob::~SyncJob() = default;

void SyncJob::start()
{
    if (m_state->started || isFinished())
        return;
    m_state->started = true;
    readNext();
}

void SyncJob::cancel()
{
    if (isFinished())
        return;
    if (m_state->part)
        m_state->part->cancel();
    finish(fail(ErrorCode::Cancelled,
                tr("Updating %1 was cancelled. What was read so far is kept.").arg(m_state->list.name)));
}

void SyncJob::readNext()
{
    if (isFinished())
        return;
    if (m_state->next >= m_state->list.archives.size()) {
        m_state->counts.unchanged = !m_state->changed && !m_state->firstError;
        finish(m_state->firstError ? Status(*m_state->firstError) : success());
        return;
    }
    const store::ArchiveRecord archive = m_state->list.archives.at(m_state->next++);
    report({tr("Looking at %1").arg(archive.location), 0, 0});
    // Looks into files and folders, which may lie on a slow disk.
    onResult(QtConcurrent::run([location = archive.location] { return archive::locate(location); }), this,
             [this, archive](const Result<archive::Location>& location) {
                 if (isFinished())
                     return;
                 if (!location)
                     endArchive(location.error());
                 else if (!location->isRemote())
                     readArchive(archive, *location);
                 else if (m_state->options.offline)
                     readNext();
                 else
                     fetch(archive, *location);
             });
}

void SyncJob::run(Job* part)
{
    m_state->part = part;
    connect(part, &Job::progressed, this, [this](const Progress& progress) {
        if (!isFinished())
            report(progress);
    });
    part->start();
}

void SyncJob::readArchive(const store::ArchiveRecord& archive, const archive::Location& location)
{
    auto* import = new ImportJob(m_state->store, m_state->list.id, archive, location, this);
    connect(import, &Job::finished, this, [this, import](const Status& outcome) {
        takeCounts(*import);
        import->deleteLater();
        endArchive(outcome);
    });
    run(import);
}

void SyncJob::fetch(const store::ArchiveRecord& archive, const archive::Location& location)
{
    m_state->fetchBegan = m_state->clock.now().toSecsSinceEpoch();
    const auto window = archive::missingWindow(m_state->options.period, archive.cursor, m_state->fetchBegan);
    if (!window) {
        readNext();
        return;
    }
    auto* job
        = new archive::PublicInboxFetch(m_state->http, location, *window, m_state->options.spoolFolder, this);
    m_state->fetch = job;
    connect(job, &Job::finished, this, [this, archive, location, window = *window](const Status& outcome) {
        if (isFinished())
            return;
        if (!outcome)
            endArchive(outcome);
        else if (m_state->fetch->file() == nullptr)
            saveWindow(archive, window);
        else
            importDownload(archive, location, window);
    });
    run(job);
}

void SyncJob::importDownload(const store::ArchiveRecord& archive, const archive::Location& location,
                             const archive::FetchWindow& window)
{
    archive::Location spool;
    spool.kind = archive::Kind::MboxGz;
    spool.path = m_state->fetch->file()->fileName();
    spool.listName = location.listName;
    auto* import = new ImportJob(m_state->store, m_state->list.id, store::ArchiveRecord(), spool, this);
    connect(import, &Job::finished, this, [this, import, archive, location, window](const Status& outcome) {
        takeCounts(*import);
        import->deleteLater();
        if (outcome)
            saveWindow(archive, window);
        else
            endArchive(
                ofDownload(outcome.error(), location)); // the cursor stays: the next run fetches this again
    });
    run(import);
}

void SyncJob::saveWindow(const store::ArchiveRecord& archive, const archive::FetchWindow& window)
{
    if (isFinished())
        return;
    if (!archive.id.isValid()) {
        endArchive(success());
        return;
    }
    const QByteArray cursor = archive::cursorAfter(archive.cursor, window, m_state->fetchBegan);
    onResult(m_state->store.saveCursor(archive.id, cursor, m_state->clock.now()), this,
             [this](const Status& saved) { endArchive(saved); });
}

void SyncJob::takeCounts(const ImportJob& job)
{
    const ImportCounts& counts = job.counts();
    m_state->counts.added += counts.added;
    m_state->counts.known += counts.known;
    m_state->counts.unreadable += counts.unreadable;
    m_state->changed = m_state->changed || !counts.unchanged;
    m_state->issues.append(
        job.issues().first(std::min(job.issues().size(), MostIssues - m_state->issues.size())));
}

void SyncJob::endArchive(const Status& outcome)
{
    if (m_state->fetch)
        m_state->fetch->deleteLater(); // and the download with it
    m_state->fetch = nullptr;
    m_state->part = nullptr;
    if (!outcome && !isFinished()) {
        qCWarning(logNet) << "an archive could not be read:" << static_cast<int>(outcome.error().code)
                          << outcome.error().detail;
        if (!m_state->firstError)
            m_state->firstError = outcome.error();
    }
    readNext();
}

const ImportCounts& SyncJob::counts() const
{
    return m_state->counts;
}

const QList<mail::ParseIssue>& SyncJob::issues() const
{
    return m_state->issues;
}

} // namespace lb::library
