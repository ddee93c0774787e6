// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace deskhand {

/// Makes a demo desk, whose newest tickets are of today, in a thread of its own. One at a time.
class DemoMaker final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Stops and waits for the thread.
    ~DemoMaker() override;

    /// Makes `path` with so many tickets; finished() follows in any case.
    void start(const QString &path, qint64 tickets);
    /// finished() follows with ErrorCode::Cancelled, and nothing is left on disk.
    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void progress(qint64 done, qint64 total);
    void finished(const deskhand::Result<void> &result);

private:
    QThreadPool m_worker;
    std::atomic<bool> m_cancelled = false;
};

} // namespace deskhand
