// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/acknowledgement.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/mail_holding.h"
#include "operations/handlers/mail_intake.h"
#include "operations/handlers/mail_limits.h"
#include "operations/handlers/mail_reports.h"
#include "operations/handlers/mail_threading.h"
#include "operations/handlers/people.h"

#include "base/text_folding.h"

#include <QCryptographicHash>

#include <algorithm>

namespace deskhand {
namespace {

Result<CommandAnswer> openTicketFromArchive(CommandRun &run, const AcceptMail &mail)
{
    OpenTicket open;
    open.subject = mail.subject;
    open.queue = mail.queue;
    open.requesterAddress = mailSenderAddress(mail.article);
    open.channel = Channel::Email;
    open.createdAt = mail.article.createdAt;
    open.article = mail.article;
    Result<CommandAnswer> answer = handleCommand(run, open);
    if (answer)
        answer->outcome = MailOutcome::Opened;
    return answer;
}

Result<CommandAnswer> postFromArchive(CommandRun &run, const AcceptMail &mail, TicketId ticket)
{
    PostArticle post;
    post.ticket = ticket;
    post.article = mail.article;
    Result<CommandAnswer> answer = handleCommand(run, post);
    if (answer)
        answer->outcome = MailOutcome::FollowUp;
    return answer;
}

/// Mail out of an archive has happened: it goes where it went then, and nobody is answered.
Result<MailResult> takeInArchived(CommandRun &run, const AcceptMail &mail)
{
    // What this mail answers comes first; a mail that came before what it answers has left that id with its ticket.
    QStringList ids = mail.article.answeredIds;
    if (!mail.article.messageId.isEmpty())
        ids.append(mail.article.messageId);
    const Result<TicketId> ticket =
        mail.problem.isEmpty() ? run.unit.ticketOfMessage(ids) : Result<TicketId>(TicketId{});
    if (!ticket)
        return ticket.error();
    const Result<TicketId> shown = ticket->isValid() ? run.unit.rootOf(*ticket) : ticket;
    if (!shown)
        return shown.error();
    Result<CommandAnswer> answer =
        shown->isValid() ? postFromArchive(run, mail, *shown) : openTicketFromArchive(run, mail);
    if (answer && shown->isValid()) {
        if (Result<void> noted = noteOldNumber(run, *answer, *ticket); !noted)
            return noted.error();
    }
    return answer ? Result<MailResult>(MailResult{*std::move(answer), {}}) : Result<MailResult>(answer.error());
}

/// The same bytes again.
Result<MailResult> repeatedMail(CommandRun &run, const InboundMail &known)
{
    MailResult result = mailResult(MailOutcome::Duplicate, QString());
    if (!known.ticket.isValid())
        return result;
    const Result<TicketId> shown = run.unit.rootOf(known.ticket);
    if (!shown)
        return shown.error();
    const Result<TicketHead> head = run.unit.ticket(*shown);
    if (!head)
        return head.error();
    result.answer.ticket = head->id;
    result.answer.ticketNumber = head->number;
    result.answer.article = known.article;
    result.answer.version = head->version;
    return result;
}

Result<MailResult> openedResult(CommandRun &run, const AcceptMail &mail, const MailSender &sender,
                                const TicketHead *follows)
{
    const Result<bool> tooMany = opensTooManyTickets(run, requesterOfMail(run, mail, sender).address);
    if (!tooMany)
        return tooMany.error();
    if (*tooMany)
        return holdMail(run, mail, sender, HoldReason::TooMany, {});
    Result<CommandAnswer> answer = openTicketForMail(run, mail, sender, follows);
    if (!answer)
        return answer.error();
    if (Result<void> acknowledged = acknowledge(run, mail, *answer); !acknowledged)
        return acknowledged.error();
    return MailResult{*std::move(answer), {}};
}

Result<MailResult> threadedResult(CommandRun &run, const AcceptMail &mail, const MailSender &sender)
{
    OldNumbers oldNumbers;
    const Result<ThreadMatch> match = findThread(run, mail, sender, &oldNumbers);
    if (!match)
        return match.error();
    switch (match->decision) {
    case ThreadDecision::Hold: return holdMail(run, mail, sender, HoldReason::Stranger, match->ticket);
    case ThreadDecision::OpenTicket: return openedResult(run, mail, sender, nullptr);
    case ThreadDecision::Join: break;
    }
    const Result<TicketHead> head = run.unit.ticket(match->ticket);
    if (!head)
        return head.error();
    const FollowUp followUp = followUpOf(run, *head, mail, sender);
    if (followUp == FollowUp::NewTicket)
        return openedResult(run, mail, sender, &*head);
    Result<CommandAnswer> answer = joinTicket(run, mail, sender, *head, followUp);
    if (!answer)
        return answer.error();
    if (Result<void> noted = noteOldNumber(run, *answer, oldNumbers.value(head->id)); !noted)
        return noted.error();
    const QString reason = followUp != FollowUp::JoinQuietly ? QString()
                           : isMereThanks(mail)              ? QStringLiteral("thanks")
                                                             : QStringLiteral("auto-reply");
    return MailResult{*std::move(answer), reason};
}

Result<MailResult> copyResult(CommandRun &run, const Article &copy)
{
    const Result<TicketHead> head = run.unit.ticket(copy.ticket);
    if (!head)
        return head.error();
    MailResult result = mailResult(MailOutcome::Duplicate, QStringLiteral("copy"));
    result.answer.ticket = head->id;
    result.answer.ticketNumber = head->number;
    result.answer.article = copy.id;
    result.answer.version = head->version;
    return result;
}

Result<void> noteArrival(CommandRun &run, const AcceptMail &mail, const MailResult &result)
{
    if (!mail.arrival.isValid())
        return {};
    return run.unit.settleArrival(mail.arrival, result.answer.outcome, result.reason, result.answer.ticket,
                                  result.answer.article);
}

} // namespace

MailAddress mailSenderAddress(const NewArticle &article)
{
    if (!article.from.address.trimmed().isEmpty() || !article.from.name.trimmed().isEmpty())
        return article.from;
    return {QStringLiteral("Unknown sender"), QStringLiteral("unknown@sender.invalid")};
}

MailResult mailResult(MailOutcome outcome, const QString &reason)
{
    MailResult result;
    result.answer.outcome = outcome;
    result.reason = reason;
    return result;
}

Result<MailSender> senderOfMail(CommandRun &run, const AcceptMail &mail)
{
    MailSender sender;
    sender.address = mailSenderAddress(mail.article);
    sender.address.address = sender.address.address.trimmed();
    sender.folded = foldText(sender.address.address);
    sender.twin = sender.folded != sender.address.address.toLower();
    if (sender.folded.isEmpty() || sender.twin)
        return sender;
    const auto agent =
        std::find_if(run.catalog->agents.cbegin(), run.catalog->agents.cend(),
                     [&sender](const Person &one) { return one.active && foldText(one.address) == sender.folded; });
    sender.agent = agent == run.catalog->agents.cend() ? nullptr : &*agent;
    sender.proven = mail.senderProven;
    sender.organization = organizationOfAddress(*run.catalog, sender.address.address);
    const Result<PersonId> known = run.unit.findPerson(sender.address);
    if (!known)
        return known.error();
    if (!known->isValid())
        return sender;
    const Result<Person> person = run.unit.person(*known);
    if (!person)
        return person.error();
    if (person->organization.isValid())
        sender.organization = person->organization;
    return sender;
}

Result<MailResult> takeInMail(CommandRun &run, const AcceptMail &arrived)
{
    AcceptMail mail = arrived;
    // A clock that is wrong elsewhere puts nothing into the future here.
    if (mail.article.createdAt <= 0 || mail.article.createdAt > run.now)
        mail.article.createdAt = run.now;
    const Result<MailSender> sender = senderOfMail(run, mail);
    if (!sender)
        return sender.error();
    if (!mail.problem.isEmpty()) {
        Result<CommandAnswer> answer = openTicketForMail(run, mail, *sender, nullptr);
        return answer ? Result<MailResult>(MailResult{*std::move(answer), mail.problem})
                      : Result<MailResult>(answer.error());
    }
    if (mail.nature == MailNature::DeliveryReport || mail.nature == MailNature::OtherReport)
        return acceptReport(run, mail);
    const Result<bool> answersReport =
        mail.nature == MailNature::AutoReply ? answersMailedReport(run, mail) : Result<bool>(false);
    if (!answersReport)
        return answersReport.error();
    if (*answersReport) // a reader is on holiday: that is no ticket
        return mailResult(MailOutcome::Report, QStringLiteral("other-report"));
    const Result<std::optional<HoldReason>> ours = comesFromOurselves(run, mail, *sender);
    if (!ours)
        return ours.error();
    if (*ours)
        return holdMail(run, mail, *sender, **ours, {});
    const Result<std::optional<Article>> copy = copyOfMail(run, mail, *sender);
    if (!copy)
        return copy.error();
    if (*copy)
        return copyResult(run, **copy);
    return threadedResult(run, mail, *sender);
}

Result<CommandAnswer> handleCommand(CommandRun &run, const AcceptMail &mail)
{
    const QByteArray sha256 = QCryptographicHash::hash(mail.article.raw, QCryptographicHash::Sha256);
    const Result<std::optional<InboundMail>> known = run.unit.inboundMail(mail.source, sha256);
    if (!known)
        return known.error();
    Result<MailResult> result = *known                   ? repeatedMail(run, **known)
                                : mail.mailbox.isValid() ? takeInMail(run, mail)
                                                         : takeInArchived(run, mail);
    if (!result)
        return result.error();
    if (!*known) {
        const InboundMail inbound{mail.source, sha256, run.now, result->answer.ticket, result->answer.article,
                                  mail.problem};
        if (Result<void> recorded = run.unit.recordInboundMail(inbound); !recorded)
            return recorded.error();
    }
    if (Result<void> noted = noteArrival(run, mail, *result); !noted)
        return noted.error();
    return result->answer;
}

} // namespace deskhand
