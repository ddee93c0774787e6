// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <functional>

namespace deskhand::ctl {

/// Exit codes, as documented in `deskhandctl help`.
enum ExitCode { Success = 0, Failure = 1, UsageError = 2, PartialFailure = 3 };

/// One subcommand: the words that choose it and what follows them.
struct CtlCommand {
    QStringList words;                                    ///< {"mail", "parse"}
    QString synopsis;                                     ///< "FILE… [--json]"
    QString summary;                                      ///< one line
    std::function<int(const QStringList &arguments)> run; ///< arguments after the words; gives an ExitCode
};

[[nodiscard]] QVector<CtlCommand> deskCommands();
[[nodiscard]] QVector<CtlCommand> initCommands();
[[nodiscard]] QVector<CtlCommand> statusCommands();
[[nodiscard]] QVector<CtlCommand> queueCommands();
[[nodiscard]] QVector<CtlCommand> rightsCommands();
[[nodiscard]] QVector<CtlCommand> ticketCommands();
[[nodiscard]] QVector<CtlCommand> mergeCommands();
[[nodiscard]] QVector<CtlCommand> ticketWorkCommands();
[[nodiscard]] QVector<CtlCommand> importCommands();
[[nodiscard]] QVector<CtlCommand> importTicketsCommands();
[[nodiscard]] QVector<CtlCommand> demoCommands();
[[nodiscard]] QVector<CtlCommand> copyCommands();
[[nodiscard]] QVector<CtlCommand> mailboxCommands();
[[nodiscard]] QVector<CtlCommand> workCommands();
[[nodiscard]] QVector<CtlCommand> outboxCommands();
[[nodiscard]] QVector<CtlCommand> heldCommands();
[[nodiscard]] QVector<CtlCommand> mailTextCommands();
[[nodiscard]] QVector<CtlCommand> slaCommands();
[[nodiscard]] QVector<CtlCommand> calendarCommands();
[[nodiscard]] QVector<CtlCommand> slaTicketCommands();
[[nodiscard]] QVector<CtlCommand> slaPolicyCommands();
[[nodiscard]] QVector<CtlCommand> slaCheckCommands();
[[nodiscard]] QVector<CtlCommand> serviceCommands();
[[nodiscard]] QVector<CtlCommand> userCommands();
[[nodiscard]] QVector<CtlCommand> secondFactorCommands();
[[nodiscard]] QVector<CtlCommand> tokenCommands();
[[nodiscard]] QVector<CtlCommand> reportCommands();
[[nodiscard]] QVector<CtlCommand> reportMailCommands();

// Each area gives its commands from a file of its own (mail_commands.cpp: mailCommands(), …), declared here and
// collected in main.cpp.

} // namespace deskhand::ctl
