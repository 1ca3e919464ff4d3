// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "store/store.h"
#include "thread/revisionlinks.h"

#include <memory>
#include <optional>
#include <vector>

namespace lb::library
{

/// Links the revisions of a list's series with all evidence there is. What the bodies of cover letters say is
/// read once, on the pool, and kept in the library; what is already kept makes the job a matter of
/// milliseconds.
class RevisionsJob final : public Job
{
    Q_OBJECT
public:
    /// `period`: earlier and later revisions are looked for a year around it; none = everywhere.
    RevisionsJob(store::Store& store, ListId list, const std::optional<thread::Period>& period,
                 std::vector<thread::AnsweredRevision> answered, QObject* parent = nullptr);
    ~RevisionsJob() override;
    void start() override;
    void cancel() override;

    /// What was found; once finished() says Ok. Immutable, shared between threads.
    [[nodiscard]] std::shared_ptr<const thread::RevisionMap> revisions() const;

private:
    struct Headers;

    [[nodiscard]] static std::shared_ptr<Headers> readHeaders(store::Store::RevisionMaterial&& material);
    void readNext();
    void nameSenders();
    void link();
    void stop(const Error& error);

    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace lb::library
