// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/options.h"
#include "apps/deskhand/painted_notice.h"
#include "apps/deskhand/program.h"
#include "apps/deskhand/translations.h"

#include <QApplication>
#include <QNetworkProxyFactory>
#include <QTemporaryDir>
#include <QTextStream>

namespace {

/// Help, version and complaints need no display.
deskhand::ParsedOptions optionsOf(int argc, char *argv[])
{
    QCoreApplication console(argc, argv);
    return deskhand::parseOptions(QCoreApplication::arguments());
}

} // namespace

int main(int argc, char *argv[])
{
    const deskhand::ParsedOptions parsed = optionsOf(argc, argv);
    if (!parsed.text.isEmpty()) {
        QTextStream(parsed.exitCode == 0 ? stdout : stderr) << parsed.text;
        return parsed.exitCode;
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("deskhand"));
    QApplication::setApplicationDisplayName(QStringLiteral("Deskhand"));
    QApplication::setApplicationVersion(QStringLiteral(DESKHAND_VERSION));
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    deskhand::installTranslations(application);
    deskhand::Options options = parsed.options;
    // Pictures are of a new person's program, and leave the own one's settings alone.
    QTemporaryDir untouched;
    if (!options.screenshots.isEmpty() && options.settingsFolder.isEmpty())
        options.settingsFolder = untouched.path();
    deskhand::Program program(application, options);
    if (options.saysPainted)
        new deskhand::PaintedNotice(program.window());
    program.start();
    return QApplication::exec();
}
