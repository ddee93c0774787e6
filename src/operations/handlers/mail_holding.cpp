// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/mail_holding.h"

#include "domain/thread_match.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/people.h"

#include <QCryptographicHash>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int longestHeldExcerpt = 200;

bool isActiveQueue(const Catalog &catalog, QueueId id)
{
    const Queue *queue = catalog.queue(id);
    return queue && queue->active;
}

/// The queue whose own address the mail was sent to, else the mailbox's; one that was switched off takes nothing.
QueueId queueForMail(const Catalog &catalog, const AcceptMail &mail)
{
    for (const QString &address : mail.addressedTo) {
        for (const Queue &queue : catalog.queues) {
            const bool sentToIt =
                queue.active && !queue.address.isEmpty() && queue.address.compare(address, Qt::CaseInsensitive) == 0;
            if (sentToIt)
                return queue.id;
        }
    }
    const Mailbox *mailbox = catalog.mailbox(mail.mailbox);
    for (const QueueId id : {mailbox ? mailbox->queue : QueueId(), mail.queue}) {
        if (isActiveQueue(catalog, id))
            return id;
    }
    return {};
}

/// A new ticket has the subject of the old one's, not its number.
QString subjectOfFollower(const QString &subject, const TicketHead &followed)
{
    const QString hook = subjectHook(followed.number);
    QString bare = bareSubject(subject);
    bare = bareSubject(bare.remove(hook, Qt::CaseInsensitive)).simplified();
    return bare.isEmpty() ? followed.subject : bare;
}

Result<void> linkTickets(CommandRun &run, const CommandAnswer &follower, const TicketHead &followed)
{
    if (Result<void> linked = run.unit.linkFollowUp(follower.ticket, followed.id); !linked)
        return linked;
    HistoryEntry entry = run.entry(QStringLiteral("follows-up"));
    entry.ticket = follower.ticket;
    entry.version = follower.version;
    entry.newValue = QString::number(followed.id.value);
    entry.newText = followed.number;
    run.history.append(std::move(entry));
    HistoryEntry other = run.entry(QStringLiteral("followed-up"));
    other.ticket = followed.id;
    other.version = followed.version;
    other.newValue = QString::number(follower.ticket.value);
    other.newText = follower.ticketNumber;
    run.history.append(std::move(other));
    run.change(ChangeKind::TicketChanged, followed.id);
    return {};
}

} // namespace

Result<MailResult> holdMail(CommandRun &run, const AcceptMail &mail, const MailSender &sender, HoldReason reason,
                            TicketId ticket)
{
    HeldMailContent held;
    held.mail.mailbox = mail.mailbox;
    held.mail.reason = reason;
    held.mail.ticket = ticket;
    held.mail.from = sender.address;
    held.mail.subject = oneLine(mail.subject, 1000);
    held.mail.excerpt = oneLine(mail.article.text.simplified(), longestHeldExcerpt);
    held.mail.rawSha256 = QCryptographicHash::hash(mail.article.raw, QCryptographicHash::Sha256);
    held.mail.at = run.now;
    held.accept = mail;
    const Result<HeldMailId> id = run.unit.insertHeld(held);
    if (!id)
        return id.error();
    run.change(ChangeKind::MailChanged, ticket);
    MailResult result =
        mailResult(isQuarantine(reason) ? MailOutcome::Quarantined : MailOutcome::Held, holdReasonName(reason));
    result.answer.id = id->value;
    return result;
}

MailAddress requesterOfMail(const CommandRun &run, const AcceptMail &mail, const MailSender &sender)
{
    const bool fromList = std::any_of(mail.autoResponseSigns.cbegin(), mail.autoResponseSigns.cend(),
                                      [](const QString &sign) { return sign.contains(QLatin1String("list")); });
    if (mail.replyTo.size() != 1 || fromList || sender.agent)
        return mailSenderAddress(mail.article);
    const QString &wished = mail.replyTo.first();
    const bool isAgent =
        std::any_of(run.catalog->agents.cbegin(), run.catalog->agents.cend(),
                    [&wished](const Person &agent) { return agent.address.compare(wished, Qt::CaseInsensitive) == 0; });
    if (isAgent || !looksLikeAddress(wished) || run.catalog->isOwnAddress(wished))
        return mailSenderAddress(mail.article);
    return {mail.article.from.name, wished};
}

Result<CommandAnswer> openTicketForMail(CommandRun &run, const AcceptMail &mail, const MailSender &sender,
                                        const TicketHead *follows)
{
    OpenTicket open;
    open.subject = follows ? subjectOfFollower(mail.subject, *follows) : mail.subject;
    const bool staysInQueue = follows && isActiveQueue(*run.catalog, follows->queue);
    open.queue = staysInQueue ? follows->queue : queueForMail(*run.catalog, mail);
    open.requesterAddress = requesterOfMail(run, mail, sender);
    open.channel = Channel::Email;
    open.createdAt = run.command.actorKind == ActorKind::Import ? mail.article.createdAt : 0;
    open.article = mail.article;
    // Who opens a ticket asks for something, whoever they are.
    open.article->senderRole = SenderRole::Customer;
    open.article->visibility = Visibility::Public;
    Result<CommandAnswer> answer = openTicketUnchecked(run, open);
    if (!answer)
        return answer;
    if (follows) {
        if (Result<void> linked = linkTickets(run, *answer, *follows); !linked)
            return linked.error();
    }
    if (sender.agent && !sender.proven) {
        HistoryEntry entry = run.entry(QStringLiteral("unproven-agent"));
        entry.ticket = answer->ticket;
        entry.version = answer->version;
        entry.newValue = QString::number(answer->article.value);
        run.history.append(std::move(entry));
    }
    answer->outcome = MailOutcome::Opened;
    return answer;
}

} // namespace deskhand
