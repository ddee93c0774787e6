// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/field_errors.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/mail_holding.h"
#include "operations/handlers/mail_threading.h"

namespace deskhand {
namespace {

Error decidedAlready()
{
    return Error{ErrorCode::Conflict,
                 QStringLiteral("operations.heldMail"),
                 QStringLiteral("somebody has decided about this mail"),
                 {{QStringLiteral("reason"), QStringLiteral("decided")}}};
}

/// The mail with all its bytes, as it would come in now; what was known of its arrival stays.
Result<AcceptMail> wholeMail(CommandRun &run, const HeldMailContent &held)
{
    Result<QByteArray> raw = run.unit.blob(held.mail.rawSha256);
    if (!raw)
        return raw.error();
    AcceptMail mail = held.accept;
    if (run.codec) {
        AcceptMail again = run.codec->read(*raw, mail.source, run.catalog->mailbox(mail.mailbox));
        mail.article = std::move(again.article);
    }
    mail.article.raw = *std::move(raw);
    return mail;
}

/// A person has looked at it: it joins what they say, and brings a ticket back that was done.
Result<CommandAnswer> joinHeld(CommandRun &run, const AcceptMail &mail, const MailSender &sender, TicketId ticket)
{
    const Result<TicketHead> head = run.unit.ticket(ticket);
    if (!head)
        return head.error();
    FollowUp followUp = followUpOf(run, *head, mail, sender);
    if (followUp == FollowUp::NewTicket) {
        const bool merged = run.catalog->stateType(head->state) == StateType::Merged;
        followUp = merged ? FollowUp::JoinQuietly : FollowUp::Reopen;
    }
    return joinTicket(run, mail, sender, *head, followUp);
}

Result<CommandAnswer> carryOut(CommandRun &run, const DecideHeldMail &command, const HeldMailContent &held)
{
    if (command.decision == HeldDecision::Discard) {
        CommandAnswer answer;
        answer.outcome = MailOutcome::Discarded;
        return answer;
    }
    const Result<AcceptMail> mail = wholeMail(run, held);
    if (!mail)
        return mail.error();
    const Result<MailSender> sender = senderOfMail(run, *mail);
    if (!sender)
        return sender.error();
    if (command.decision == HeldDecision::OpenTicket)
        return openTicketForMail(run, *mail, *sender, nullptr);
    const TicketId claimed = command.ticket.isValid() ? command.ticket : held.mail.ticket;
    if (!claimed.isValid()) {
        FieldErrors errors;
        errors.add(QStringLiteral("ticket"), QLatin1String("required"));
        return errors.result(QStringLiteral("operations.heldMail")).error();
    }
    const Result<TicketId> ticket = run.unit.rootOf(claimed);
    if (!ticket)
        return ticket.error();
    Result<CommandAnswer> answer = joinHeld(run, *mail, *sender, *ticket);
    if (!answer)
        return answer;
    if (Result<void> noted = noteOldNumber(run, *answer, claimed); !noted)
        return noted.error();
    if (!command.trust || sender->folded.isEmpty())
        return answer;
    if (Result<void> trusted = run.unit.addParticipant(*ticket, sender->folded); !trusted)
        return trusted.error();
    HistoryEntry entry = run.entry(QStringLiteral("participant"));
    entry.ticket = answer->ticket;
    entry.version = answer->version;
    entry.newText = sender->address.address;
    run.history.append(std::move(entry));
    return answer;
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const DecideHeldMail &command)
{
    const Result<HeldMailContent> held = run.unit.held(command.mail);
    if (!held)
        return held.error();
    if (held->decided)
        return decidedAlready();
    Result<CommandAnswer> answer = carryOut(run, command, *held);
    if (!answer)
        return answer;
    if (Result<void> decided =
            run.unit.decideHeld(command.mail, command.decision, answer->ticket, run.command.actor, run.now);
        !decided)
        return decided.error().code == ErrorCode::Conflict ? decidedAlready() : decided.error();
    const Result<MailArrivalId> arrival = run.unit.arrivalOfHeld(command.mail);
    if (!arrival)
        return arrival.error();
    if (arrival->isValid()) {
        const Result<void> settled = run.unit.settleArrival(
            *arrival, answer->outcome, holdReasonName(held->mail.reason), answer->ticket, answer->article);
        if (!settled)
            return settled.error();
    }
    run.change(ChangeKind::MailChanged, held->mail.ticket);
    return answer;
}

} // namespace deskhand
