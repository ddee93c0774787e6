// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shared_data.h"

#include <QDir>
#include <QFileInfo>

namespace deskhand::test {

QString sharedData(const QString &relativePath)
{
    const QFileInfo info(QDir(QStringLiteral(DESKHAND_SHARED_DATA)).filePath(relativePath));
    return info.exists() ? info.absoluteFilePath() : QString();
}

} // namespace deskhand::test
