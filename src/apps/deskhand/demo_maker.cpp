// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/demo_maker.h"

#include "apps/deskhand/desk_opening.h"

#include <QFile>

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
        const QString unfinished = path + QStringLiteral(".unfinished");
        QFile::remove(unfinished);
        Result<void> result = makeDeskFile(unfinished);
        Q_EMIT progress(0, tickets);
        if (result && !QFile::rename(unfinished, path))
            result = Error{ErrorCode::Denied, QStringLiteral("deskhand.makeDemo"), QStringLiteral("cannot rename"), {}};
        if (!result)
            QFile::remove(unfinished);
        QMetaObject::invokeMethod(this, [this, result] { Q_EMIT finished(result); }, Qt::QueuedConnection);
    });
}

} // namespace deskhand
