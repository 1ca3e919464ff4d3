// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "report/collated.h"
#include "store/store.h"

namespace lb::brief
{

/// Lays the whole thread that holds a mail out as one document. Fails with NotFound if the list has no such
/// mail. Read on the store's thread, laid out on the pool.
class CollateJob final : public Job
{
    Q_OBJECT
public:
    CollateJob(store::Store& store, store::ListRecord list, MessageId mail, Language language,
               QObject* parent = nullptr);
    void start() override;
    void cancel() override;

    [[nodiscard]] const report::CollatedThread& thread() const
    {
        return m_thread;
    } ///< when finished() says Ok

private:
    void readThread(ThreadId thread);
    void layOut(std::vector<thread::Mail> mails);

    store::Store& m_store;
    store::ListRecord m_list;
    MessageId m_mail;
    report::CollatedThread m_thread;
};

/// Where the list's mails can be read on the web: at its first remote archive.
[[nodiscard]] report::Permalink permalinksOf(const store::ListRecord& list);

} // namespace lb::brief
