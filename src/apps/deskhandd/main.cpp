// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_serve/serve_desk.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("deskhandd"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DESKHAND_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    if (arguments == QStringList{QStringLiteral("--version")}) {
        std::puts("deskhandd " DESKHAND_VERSION);
        return 0;
    }
    return deskhand::serveDesk(arguments);
}
