// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "support/patience.h"

#include <QFuture>
#include <QTest>

#include <optional>

namespace lb::test
{

/// The future's result; serves events meanwhile, which what the pool does next may need.
template <typename T>
[[nodiscard]] T awaited(const QFuture<T>& future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 2 * Patience))
        qFatal("a future did not finish");
    return future.result();
}

/// Starts a job and waits for its end, at most a minute. Nothing = it did not end, or ended twice.
[[nodiscard]] inline std::optional<Status> runJob(Job& job)
{
    std::optional<Status> outcome;
    int times = 0;
    const auto connection = QObject::connect(&job, &Job::finished, &job, [&](const Status& status) {
        outcome = status;
        ++times;
    });
    job.start();
    const bool ended = QTest::qWaitFor([&] { return times > 0; }, 2 * Patience);
    QCoreApplication::sendPostedEvents(); // a second end would be among them
    QObject::disconnect(connection);
    return ended && times == 1 ? outcome : std::nullopt;
}

} // namespace lb::test
