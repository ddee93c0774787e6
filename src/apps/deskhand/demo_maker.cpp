// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/demo_maker.h"

#include "demo/demo_desk.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace deskhand {

DemoMaker::~DemoMaker()
{
    m_cancelled = true;
    m_worker.waitForDone();
}

void DemoMaker::start(const QString &path, qint64 tickets)
{
    m_cancelled = false;
    m_worker.setMaxThreadCount(1);
    m_worker.start([this, path, tickets] {
        QDir().mkpath(QFileInfo(path).absolutePath());
        DemoOptions options;
        options.tickets = tickets;
        options.end = QDateTime::currentMSecsSinceEpoch();
        const Result<DemoDeskReport> made = makeDemoDesk(path, options, [this](qint64 done, qint64 total) {
            Q_EMIT progress(done, total);
            return !m_cancelled;
        });
        const Result<void> result = made ? Result<void>() : Result<void>(made.error());
        QMetaObject::invokeMethod(
            this, [this, result] { Q_EMIT finished(result); }, Qt::QueuedConnection);
    });
}

} // namespace deskhand
