// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/demo_maker.h"

#include "store/new_desk.h"

#include <QDir>
#include <QFile>
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
        const QString unfinished = path + QStringLiteral(".unfinished");
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile::remove(unfinished);
        Result<void> result = createDeskFile(unfinished, NewDesk{tr("Demo"), tr("Demo agent"), {}});
        Q_EMIT progress(0, tickets);
        if (result && !QFile::rename(unfinished, path))
            result = Error{ErrorCode::Denied, QStringLiteral("deskhand.makeDemo"), QStringLiteral("cannot rename"), {}};
        if (!result)
            QFile::remove(unfinished);
        QMetaObject::invokeMethod(this, [this, result] { Q_EMIT finished(result); }, Qt::QueuedConnection);
    });
}

} // namespace deskhand
