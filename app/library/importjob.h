// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "archive/location.h"
#include "core/job.h"
#include "store/store.h"

#include <memory>

namespace lb::library
{

struct ImportCounts {
    qint64 added = 0;
    qint64 known = 0;
    qint64 unreadable = 0;
    bool unchanged = false; ///< the archive has not changed since it was read last
};

struct ImportOutcome;

/// Reads a local archive into a list: reading thread -> compute pool -> store thread, with bounded queues,
/// then joins threads. What was saved before a cancel or an error stays; the cursor moves only when all was
/// read.
class ImportJob final : public Job
{
    Q_OBJECT
public:
    /// `archive` 0 with an empty cursor reads everything and remembers nothing (a downloaded spool file).
    ImportJob(store::Store& store, ListId list, const store::ArchiveRecord& archive,
              const archive::Location& location, QObject* parent = nullptr);
    ~ImportJob() override;
    void start() override;
    void cancel() override;

    [[nodiscard]] const ImportCounts& counts() const;
    [[nodiscard]] const QList<mail::ParseIssue>& issues() const; ///< the first 1,000

private:
    void showProgress(qint64 done, qint64 total);
    void finishReading(const ImportOutcome& outcome);
    void saveCursor();

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::library
