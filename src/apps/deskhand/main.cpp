// SPDX-License-Identifier: GPL-3.0-or-later
#include "translations.h"

#include "base/clock.h"
#include "models/desk_status.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "models/settings.h"
#include "models/task_list.h"
#include "widgets/actions/action_registry.h"
#include "widgets/actions/typing_guard.h"
#include "widgets/main_window.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char *argv[])
{
    using namespace deskhand;
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("deskhand"));
    QApplication::setApplicationDisplayName(QStringLiteral("Deskhand"));
    installTranslations(application);

    const SystemClock clock;
    Settings settings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
                      + QStringLiteral("/deskhand.ini"));
    Theme theme;
    theme.applyTo(application);
    ActionRegistry actions(theme, settings);
    Navigator navigator;
    Notices notices;
    TaskList tasks;
    DialogPrompt prompt;
    DeskStatus status(clock);
    TypingGuard guard;
    application.installEventFilter(&guard);

    MainWindow window(AreaContext{theme, actions, navigator, notices, tasks, settings, prompt}, status);
    window.show();
    return QApplication::exec();
}
