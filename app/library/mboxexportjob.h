// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "store/store.h"

#include <QList>

#include <memory>

namespace lb::library
{

/// Writes threads, whole, as one mbox (mail/mboxwriter.h): thread by thread, the mails of each by time, their
/// bytes as the archive had them. A portion is in memory at a time; it is unpacked and written on the pool.
/// The file is there whole or as it was before. GUI thread.
class MboxExportJob final : public Job
{
    Q_OBJECT
public:
    MboxExportJob(store::Store& store, const QList<ThreadId>& threads, const QString& file,
                  QObject* parent = nullptr);
    ~MboxExportJob() override;
    void start() override;
    void cancel() override;

    [[nodiscard]] int mails() const; ///< written so far

private:
    void nextThread();
    void nextPortion();
    void commit();
    void stop(const Error& error);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::library
