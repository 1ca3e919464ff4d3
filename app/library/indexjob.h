// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "store/store.h"

#include <memory>
#include <vector>

namespace lb::library
{

/// Brings the full-text index up to date, batch by batch; may be cancelled and resumed at any time.
class IndexJob final : public Job
{
    Q_OBJECT
public:
    explicit IndexJob(store::Store& store, QObject* parent = nullptr);
    ~IndexJob() override;
    void start() override;
    void cancel() override;

private:
    void ask();
    void makeTexts(std::vector<store::Store::Unindexed> mails);
    void save();
    void finishIfDone();
    void stopWith(const Error& error);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::library
