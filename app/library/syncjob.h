// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/job.h"
#include "library/importjob.h"
#include "net/httpclient.h"
#include "thread/period.h"

#include <memory>

namespace lb::archive
{
struct FetchWindow;
}

namespace lb::library
{

struct SyncOptions {
    thread::Period period; ///< remote archives: what to have; local ones are read as a whole
    bool offline = false; ///< remote archives are left alone
    QString spoolFolder; ///< Paths::cacheFolder()
};

/// Brings a list up to date from its archives, one after the other: fetches what is missing for the
/// period, imports it, joins threads. Incremental: nothing is fetched or read twice. An archive that fails
/// keeps no other from being read; the job then fails with the first error, and what was read stays. A
/// download that broke off leaves its mails and fails with Truncated.
class SyncJob final : public Job
{
    Q_OBJECT
public:
    SyncJob(store::Store& store, net::HttpClient& http, const Clock& clock, const store::ListRecord& list,
            const SyncOptions& options, QObject* parent = nullptr);
    ~SyncJob() override;
    void start() override;
    void cancel() override;

    [[nodiscard]] const ImportCounts& counts() const; ///< of all archives together
    [[nodiscard]] const QList<mail::ParseIssue>& issues() const; ///< the first 1,000

private:
    void readNext();
    void readArchive(const store::ArchiveRecord& archive, const archive::Location& location);
    void fetch(const store::ArchiveRecord& archive, const archive::Location& location);
    void importDownload(const store::ArchiveRecord& archive, const archive::Location& location,
                        const archive::FetchWindow& window);
    void saveWindow(const store::ArchiveRecord& archive, const archive::FetchWindow& window);
    void run(Job* part); ///< starts it and shows its progress as the whole's
    void takeCounts(const ImportJob& job);
    void endArchive(const Status& outcome);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::library
