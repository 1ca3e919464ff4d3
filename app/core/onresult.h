// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace lb {

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

} // namespace lb
