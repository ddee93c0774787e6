// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/workplace.h"
#include "apps/deskhand/program.h"
#include "apps/deskhand/screenshot_tour.h"
#include "base/deliver.h"
#include "widgets/palette/command_palette.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QDir>
#include <QProcess>
#include <QTextStream>

namespace deskhand {

void ScreenshotTour::addSteps()
{
    const auto always = [] { return true; };
    Navigator &navigator = m_program.navigator();
    add(QStringLiteral("first-start"), [] {}, [this] { return m_program.startPage() != nullptr; });
    add(QStringLiteral("first-start-own-desk"), [this] { m_program.startPage()->showOwnDeskForm(); }, always, [this] {
        m_program.openDesk(m_deskFile);
    });
    addDeskSteps();
    add(QStringLiteral("palette"), [&navigator] { navigator.showPalette(QStringLiteral("set")); },
        [this] { return m_program.palette().model()->isComplete(); }, [this] { m_program.palette().close(); });
    add(QStringLiteral("settings"), [&navigator] { navigator.showSettings(QStringLiteral("appearance")); }, always);
    add(QStringLiteral("shortcuts"), [&navigator] { navigator.showSettings(QStringLiteral("shortcuts")); }, always,
        [this] { m_program.settingsWindow()->close(); });
    add(QStringLiteral("manual"), [&navigator] { navigator.showHelp(QStringLiteral("keyboard")); }, always, [] {
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (window->objectName() == QLatin1String("helpDialog"))
                window->close();
        }
    });
    add(QStringLiteral("about"), [&navigator] { navigator.showAbout(); }, always);
}

void ScreenshotTour::addDeskSteps()
{
}

void runScreenshotTour(Program &program, const QString &folder, const QString &deskFile, const QString &settingsFolder)
{
    auto *tour = new ScreenshotTour(program, folder, deskFile);
    const bool second = program.window().devicePixelRatioF() > 1.5;
    QObject::connect(tour, &ScreenshotTour::finished, tour, [=, &program](const QStringList &missing) {
        QTextStream complaints(stderr);
        for (const QString &one : missing)
            complaints << "missing picture: " << one << '\n';
        if (second)
            return QApplication::exit(missing.isEmpty() ? 0 : 1);
        // The scale is chosen once a process.
        auto *again = new QProcess(&program);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_SCALE_FACTOR"), QStringLiteral("2"));
        again->setProcessEnvironment(environment);
        again->setProcessChannelMode(QProcess::ForwardedChannels);
        QObject::connect(again, &QProcess::finished, again, [missing](int exitCode, QProcess::ExitStatus how) {
            QApplication::exit(missing.isEmpty() && exitCode == 0 && how == QProcess::NormalExit ? 0 : 1);
        });
        QObject::connect(again, &QProcess::errorOccurred, again, [](QProcess::ProcessError error) {
            if (error == QProcess::FailedToStart)
                QApplication::exit(1);
        });
        again->start(QApplication::applicationFilePath(),
                     {QStringLiteral("--screenshots"), folder, QStringLiteral("--settings-dir"),
                      settingsFolder + QStringLiteral("/second"), deskFile});
    });
    tour->setParent(&program);
    tour->start();
}

} // namespace deskhand
