// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/mail_commands.h"
#include "apps/deskhandctl/output.h"

#include <QCoreApplication>

namespace {

using deskhand::ctl::CtlCommand;

QVector<CtlCommand> allCommands()
{
    return deskhand::ctl::initCommands() + deskhand::ctl::statusCommands() + deskhand::ctl::deskCommands()
           + deskhand::ctl::queueCommands() + deskhand::ctl::rightsCommands() + deskhand::ctl::ticketCommands()
           + deskhand::ctl::mergeCommands() + deskhand::ctl::importCommands() + deskhand::ctl::importTicketsCommands()
           + deskhand::ctl::mailCommands() + deskhand::ctl::demoCommands() + deskhand::ctl::copyCommands()
           + deskhand::ctl::mailboxCommands() + deskhand::ctl::workCommands() + deskhand::ctl::outboxCommands()
           + deskhand::ctl::heldCommands() + deskhand::ctl::mailTextCommands() + deskhand::ctl::slaCommands()
           + deskhand::ctl::calendarCommands() + deskhand::ctl::slaTicketCommands() + deskhand::ctl::slaPolicyCommands()
           + deskhand::ctl::slaCheckCommands() + deskhand::ctl::serviceCommands() + deskhand::ctl::userCommands()
           + deskhand::ctl::secondFactorCommands() + deskhand::ctl::tokenCommands() + deskhand::ctl::reportCommands()
           + deskhand::ctl::reportMailCommands() + deskhand::ctl::ticketWorkCommands();
}

void printHelp(const QVector<CtlCommand> &commands)
{
    using deskhand::ctl::printLine;
    printLine(QStringLiteral("deskhandctl: a desk on the command line\n\nUsage:"));
    for (const CtlCommand &command : commands)
        printLine(QStringLiteral("  deskhandctl %1 %2\n        %3")
                      .arg(command.words.join(u' '), command.synopsis, command.summary));
    printLine(
        QStringLiteral("  deskhandctl help | --version\n\n"
                       "Most commands take --json. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done in part."));
}

/// The command whose words the arguments begin with; the longest wins.
const CtlCommand *chooseCommand(const QVector<CtlCommand> &commands, const QStringList &arguments)
{
    const CtlCommand *best = nullptr;
    for (const CtlCommand &command : commands) {
        if (arguments.mid(0, command.words.size()) == command.words
            && (!best || command.words.size() > best->words.size()))
            best = &command;
    }
    return best;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("deskhandctl"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DESKHAND_VERSION));
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    const QVector<CtlCommand> commands = allCommands();
    if (arguments.isEmpty() || arguments.first() == u"help" || arguments.first() == u"--help") {
        printHelp(commands);
        return arguments.isEmpty() ? deskhand::ctl::UsageError : deskhand::ctl::Success;
    }
    if (arguments.first() == u"--version") {
        deskhand::ctl::printLine(QStringLiteral("deskhandctl ") + QCoreApplication::applicationVersion());
        return deskhand::ctl::Success;
    }
    const CtlCommand *command = chooseCommand(commands, arguments);
    if (!command) {
        deskhand::ctl::printError(
            QStringLiteral("There is no command “%1”. See deskhandctl help.").arg(arguments.join(u' ')));
        return deskhand::ctl::UsageError;
    }
    return command->run(arguments.mid(command->words.size()));
}
