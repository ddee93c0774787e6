// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <memory>
#include <utility>

namespace deskhand {

/// Hands the result of `future` to `fn(Result<T>)` in the thread of `context`.
///
/// Always asynchronous (also for a future that is ready), never after `context` died, exactly once.
/// A future whose promise was dropped arrives as ErrorCode::Cancelled. This is the only way in this
/// program to wait for a future: QFuture::then with a context and takeResult crash on Qt 6.4.
template <typename T, typename Fn>
void deliver(const QFuture<Result<T>> &future, QObject *context, Fn fn)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, fn = std::move(fn)]() mutable {
        watcher->deleteLater();
        if (watcher->future().isResultReadyAt(0))
            fn(watcher->future().resultAt(0));
        else
            fn(Result<T>(
                Error{ErrorCode::Cancelled, QStringLiteral("base.deliver"), QStringLiteral("promise dropped"), {}}));
    });
    watcher->setFuture(future);
}

/// A future that already has its answer.
template <typename T>
QFuture<Result<T>> readyFuture(Result<T> result)
{
    QFutureInterface<Result<T>> promise;
    promise.reportStarted();
    promise.reportResult(std::move(result));
    promise.reportFinished();
    return promise.future();
}

} // namespace deskhand
