// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>
#include <QThreadPool>

#include <memory>
#include <type_traits>

namespace lb
{

/// Calls `handle(T)` once on `context`'s thread when the future has its result; never if `context`
/// dies first or the future was cancelled without a result. Stands in for QFuture::then(context, ...),
/// which aborts in Qt 6.4 debug builds when the context dies first.
template <typename T, typename Handle>
void onResult(const QFuture<T>& future, QObject* context, Handle handle)
{
    auto* watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, handle = std::move(handle)]() mutable {
                         const QFuture<T> done = watcher->future();
                         watcher->deleteLater();
                         if (done.resultCount() > 0)
                             handle(done.result());
                     });
    watcher->setFuture(future);
}

/// A future for `work(T)`, run on the global pool once `future` has its result; cancelled if that never
/// comes. The result is moved, not copied, so `future` must not be read by anybody else. Main thread only.
/// Stands in for QFuture::then(): Qt 6.4 runs a continuation twice, and crashes, when it is attached in the
/// moment in which another thread finishes the future (fixed upstream later by a "continuationExecuted"
/// flag).
template <typename T, typename Work>
[[nodiscard]] auto onPool(const QFuture<T>& future, Work work)
{
    using Outcome = std::invoke_result_t<Work, T>;
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    QFuture<Outcome> outcome = promise->future();
    QObject* owner = QCoreApplication::instance(); // lint-ok: owns what an ended program never finished
    auto* watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, watcher,
                     [watcher, promise, work = std::move(work)]() mutable {
                         watcher->deleteLater();
                         QFuture<T> done = watcher->future();
                         if (done.resultCount() == 0)
                             return; // the promise goes, which cancels the outcome
                         QThreadPool::globalInstance()->start(
                             [done, promise = std::move(promise), work = std::move(work)]() mutable {
                                 promise->addResult(work(done.takeResult()));
                                 promise->finish();
                             });
                     });
    watcher->setFuture(future);
    return outcome;
}

} // namespace lb
