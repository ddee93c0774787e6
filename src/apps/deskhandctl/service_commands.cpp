// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_serve/serve_desk.h"
#include "apps/deskhandctl/arguments.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/output.h"
#include "store/desk_backup.h"

namespace deskhand::ctl {
namespace {

int reportDone(const Result<void> &done, const QString &words)
{
    if (!done) {
        printError(done.error());
        return Failure;
    }
    printLine(words);
    return Success;
}

int backUp(const QStringList &given)
{
    const Arguments arguments(given, {}, {});
    if (!arguments.check(2, QStringLiteral("backup DESK FILE")))
        return UsageError;
    const Result<DeskPlace> desk = DeskPlace::fromText(arguments.words().at(0));
    if (!desk) {
        printError(desk.error());
        return UsageError;
    }
    const QString file = arguments.words().at(1);
    return reportDone(backUpDesk(*desk, file), QStringLiteral("backed up to ") + file);
}

int restore(const QStringList &given)
{
    const Arguments arguments(given, {}, {});
    if (!arguments.check(2, QStringLiteral("restore FILE DESK")))
        return UsageError;
    const Result<DeskPlace> desk = DeskPlace::fromText(arguments.words().at(1));
    if (!desk) {
        printError(desk.error());
        return UsageError;
    }
    return reportDone(restoreDesk(arguments.words().at(0), *desk),
                      QStringLiteral("restored; mail that waited in it will be sent as soon as somebody works for it"));
}

} // namespace

QVector<CtlCommand> serviceCommands()
{
    return {
        {{QStringLiteral("serve")},
         QStringLiteral("[--config FILE] [--check | --print-config] [--SECTION-KEY VALUE]…"),
         QStringLiteral("Be the service of a desk, as deskhandd is; --help tells all keys"),
         [](const QStringList &given) { return serveDesk(given); }},
        {{QStringLiteral("backup")},
         QStringLiteral("FILE|URL BACKUP"),
         QStringLiteral("Write a desk as it is now into a new file, while everybody works on"),
         backUp},
        {{QStringLiteral("restore")},
         QStringLiteral("BACKUP FILE|URL"),
         QStringLiteral("Make a desk of a backup: a new file, or in an empty database"),
         restore},
    };
}

} // namespace deskhand::ctl
