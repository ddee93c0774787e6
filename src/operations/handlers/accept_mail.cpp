// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/handlers.h"

#include <QCryptographicHash>

namespace deskhand {
namespace {

/// Mail without a usable sender belongs to one person that nobody can write to (RFC 2606).
MailAddress mailSender(const NewArticle &article)
{
    if (!article.from.address.trimmed().isEmpty() || !article.from.name.trimmed().isEmpty())
        return article.from;
    return {QStringLiteral("Unknown sender"), QStringLiteral("unknown@sender.invalid")};
}

Result<CommandAnswer> openTicketFor(CommandRun &run, const AcceptMail &mail)
{
    OpenTicket open;
    open.subject = mail.subject;
    open.queue = mail.queue;
    open.requesterAddress = mailSender(mail.article);
    open.channel = Channel::Email;
    open.createdAt = mail.article.createdAt;
    open.article = mail.article;
    Result<CommandAnswer> answer = handleCommand(run, open);
    if (answer)
        answer->outcome = MailOutcome::Opened;
    return answer;
}

Result<CommandAnswer> postTo(CommandRun &run, const AcceptMail &mail, TicketId ticket)
{
    PostArticle post;
    post.ticket = ticket;
    post.article = mail.article;
    Result<CommandAnswer> answer = handleCommand(run, post);
    if (answer)
        answer->outcome = MailOutcome::FollowUp;
    return answer;
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const AcceptMail &mail)
{
    const QByteArray sha256 = QCryptographicHash::hash(mail.article.raw, QCryptographicHash::Sha256);
    const Result<std::optional<InboundMail>> known = run.unit.inboundMail(mail.source, sha256);
    if (!known)
        return known.error();
    if (*known) {
        const Result<TicketHead> head = run.unit.ticket((*known)->ticket);
        if (!head)
            return head.error();
        return CommandAnswer{head->id, head->number, (*known)->article, head->version, 0, {}, MailOutcome::Duplicate};
    }
    // What this mail answers comes first; a mail that came before what it answers has left that id with its ticket.
    QStringList ids = mail.article.answeredIds;
    if (!mail.article.messageId.isEmpty())
        ids.append(mail.article.messageId);
    const Result<TicketId> ticket =
        mail.problem.isEmpty() ? run.unit.ticketOfMessage(ids) : Result<TicketId>(TicketId{});
    if (!ticket)
        return ticket.error();
    Result<CommandAnswer> answer = ticket->isValid() ? postTo(run, mail, *ticket) : openTicketFor(run, mail);
    if (!answer)
        return answer;
    const InboundMail inbound{mail.source, sha256, run.now, answer->ticket, answer->article, mail.problem};
    if (Result<void> recorded = run.unit.recordInboundMail(inbound); !recorded)
        return recorded.error();
    return answer;
}

} // namespace deskhand
