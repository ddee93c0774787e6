// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"

#include <QJsonObject>

namespace deskhand::ctl {
namespace {

int listHeld(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("held list FILE [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Result<QVector<HeldMail>> mails = DeskSession::await(session->desk().heldMails(session->me(), {}));
    if (!mails) {
        printError(mails.error());
        return Failure;
    }
    for (const HeldMail &mail : *mails) {
        if (arguments.has(QStringLiteral("json")))
            printJson({{QStringLiteral("id"), mail.id.value},
                       {QStringLiteral("mailbox"), mail.mailbox.value},
                       {QStringLiteral("reason"), holdReasonName(mail.reason)},
                       {QStringLiteral("ticket"), mail.ticketNumber},
                       {QStringLiteral("from"), mail.from.address},
                       {QStringLiteral("from_name"), mail.from.name},
                       {QStringLiteral("subject"), mail.subject},
                       {QStringLiteral("excerpt"), mail.excerpt},
                       {QStringLiteral("at"), instantText(mail.at)}});
        else
            printLine(QStringLiteral("%1  %2  %3  %4  %5")
                          .arg(mail.id.value, 6)
                          .arg(holdReasonName(mail.reason).leftJustified(11), mail.ticketNumber.leftJustified(8),
                               mail.from.address, mail.subject));
    }
    return Success;
}

int decideHeld(const QStringList &given, const QString &verb, HeldDecision decision)
{
    const Arguments arguments(given, {QStringLiteral("trust")}, {QStringLiteral("ticket"), QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("held %1 FILE MAIL [--trust] [--ticket NUMBER]").arg(verb)))
        return UsageError;
    bool ok = false;
    const HeldMailId mail{arguments.words()[1].toLongLong(&ok)};
    if (!ok || !mail.isValid()) {
        printError(QStringLiteral("“%1” is no number of a mail").arg(arguments.words()[1]));
        return UsageError;
    }
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    DecideHeldMail decide{mail, decision, {}, arguments.has(QStringLiteral("trust"))};
    const QString number = arguments.value(QStringLiteral("ticket"));
    if (!number.isEmpty()) {
        const std::optional<TicketId> ticket = session->findTicket(number);
        if (!ticket)
            return Failure;
        decide.ticket = *ticket;
    }
    const std::optional<CommandAnswer> answer = session->submit(decide);
    if (!answer)
        return Failure;
    if (!answer->ticketNumber.isEmpty())
        printLine(answer->ticketNumber);
    return Success;
}

CtlCommand deciding(const QString &verb, const QString &synopsis, const QString &summary, HeldDecision decision)
{
    return {{QStringLiteral("held"), verb}, synopsis, summary, [verb, decision](const QStringList &given) {
                return decideHeld(given, verb, decision);
            }};
}

} // namespace

QVector<CtlCommand> heldCommands()
{
    return {
        {{QStringLiteral("held"), QStringLiteral("list")},
         QStringLiteral("FILE [--json]"),
         QStringLiteral("Mail that waits for a person: strangers who claim a ticket, loops, floods"),
         listHeld},
        deciding(
            QStringLiteral("join"), QStringLiteral("FILE MAIL [--trust] [--ticket NUMBER]"),
            QStringLiteral("Put it into the ticket that it claims, or another; --trust: its sender may write there"),
            HeldDecision::Join),
        deciding(QStringLiteral("open"), QStringLiteral("FILE MAIL"), QStringLiteral("Make it a ticket of its own"),
                 HeldDecision::OpenTicket),
        deciding(QStringLiteral("discard"), QStringLiteral("FILE MAIL"),
                 QStringLiteral("Throw it away; its bytes stay in the desk"), HeldDecision::Discard),
    };
}

} // namespace deskhand::ctl
