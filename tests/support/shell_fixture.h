// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/desk_status.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "models/settings.h"
#include "models/task_list.h"
#include "widgets/actions/action_registry.h"
#include "widgets/area_context.h"
#include "widgets/prompt.h"
#include "widgets/theme/theme.h"

#include <QTemporaryDir>

namespace deskhand::test {

/// Answers questions at once with what the test said before, and remembers what was asked.
class ScriptedPrompt final : public Prompt
{
public:
    int answer = 0;    ///< to ask()
    QString text;      ///< to askText(); null: Cancel
    QStringList paths; ///< to askOpenFiles() and askSaveFile(); empty: Cancel
    QStringList asked; ///< texts and titles, in order

    void ask(QWidget *, const Question &question, std::function<void(int)> answered) override
    {
        asked.append(question.text);
        answered(answer);
    }
    void askText(QWidget *, const QString &title, const QString &, const QString &,
                 std::function<void(const QString &)> answered) override
    {
        asked.append(title);
        if (!text.isNull())
            answered(text);
    }
    void askOpenFiles(QWidget *, const QString &title, const QString &,
                      std::function<void(const QStringList &)> answered) override
    {
        asked.append(title);
        if (!paths.isEmpty())
            answered(paths);
    }
    void askSaveFile(QWidget *, const QString &title, const QString &,
                     std::function<void(const QString &)> answered) override
    {
        asked.append(title);
        if (!paths.isEmpty())
            answered(paths.first());
    }
};

/// What the composition root gives to areas, with settings in a throw-away folder and a clock set by hand.
struct ShellFixture {
    QTemporaryDir folder;
    ManualClock clock{1'700'000'000'000};
    Settings settings{folder.filePath(QStringLiteral("test.ini"))};
    Theme theme;
    ActionRegistry actions{theme, settings};
    Navigator navigator;
    Notices notices;
    TaskList tasks;
    ScriptedPrompt prompt;
    DeskStatus status{clock};

    AreaContext context() { return AreaContext{theme, actions, navigator, notices, tasks, settings, prompt}; }
};

} // namespace deskhand::test
