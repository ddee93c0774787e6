// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/handlers.h"
#include "operations/handlers/mail_reports.h"
#include "operations/sla_events.h"

#include "base/text_folding.h"
#include "domain/delivery_schedule.h"

#include <algorithm>

namespace deskhand {
namespace {

Error tooLate()
{
    return Error{ErrorCode::Conflict,
                 QStringLiteral("operations.outbox"),
                 QStringLiteral("the mail is on its way"),
                 {{QStringLiteral("reason"), QStringLiteral("released")}}};
}

/// Nobody has tried to send it, and its time has not come.
bool mayBeWithdrawn(const MailDelivery &delivery, Instant now)
{
    return delivery.releaseAt > now
           && std::all_of(delivery.recipients.cbegin(), delivery.recipients.cend(),
                          [](const RecipientDelivery &recipient) {
                              return recipient.state == DeliveryState::Queued && recipient.attempts == 0;
                          });
}

int filesBeside(const Article &article)
{
    return int(std::count_if(article.attachments.cbegin(), article.attachments.cend(),
                             [](const Attachment &file) { return !file.isInline; }));
}

/// The state that was set with the mail goes back, unless somebody has changed it since. Returns it; invalid: none did.
StateId restoreState(const CommandRun &run, const OutboundMail &mail, TicketHead *head)
{
    const State *before = run.catalog->state(mail.stateBefore);
    if (!before || head->state != mail.stateAfter)
        return {};
    setTicketState(head, *before, run.now);
    head->pendingUntil = mail.pendingBefore;
    return mail.stateAfter;
}

/// The ticket as if the article had not been written; what others did since stays.
Result<void> forgetArticle(CommandRun &run, const Article &article, TicketHead *head)
{
    constexpr int enoughToSee = 50;
    const Result<QVector<Article>> rest = run.unit.newestArticles(head->id, enoughToSee);
    if (!rest)
        return rest.error();
    head->articleCount = qMax(0, head->articleCount - 1);
    head->attachmentCount = qMax(0, head->attachmentCount - filesBeside(article));
    if (head->lastArticle != article.id) // somebody has written since: that stays the newest word
        return {};
    head->lastArticle = rest->isEmpty() ? ArticleId() : rest->first().id;
    head->lastArticleFromCustomer = !rest->isEmpty() && rest->first().senderRole == SenderRole::Customer;
    const auto contact = std::find_if(rest->cbegin(), rest->cend(),
                                      [](const Article &other) { return other.visibility == Visibility::Public; });
    // The time of the last word before this one is that of its own article; of mail it may be a little earlier.
    head->lastContactAt = contact == rest->cend() ? 0 : qMin(contact->createdAt, run.now);
    return {};
}

Result<CommandAnswer> withdraw(CommandRun &run, const OutboundMail &mail)
{
    const Result<Article> article = run.unit.article(mail.delivery.article);
    if (!article)
        return article.error();
    const Result<TicketHead> before = run.unit.ticket(mail.delivery.ticket);
    if (!before)
        return before.error();
    if (Result<void> withdrawn = run.unit.withdrawArticle(article->id, run.now); !withdrawn)
        return withdrawn.error();
    MailDelivery delivery = mail.delivery;
    for (RecipientDelivery &recipient : delivery.recipients) {
        recipient.state = DeliveryState::Withdrawn;
        recipient.nextAt = 0;
    }
    delivery.state = DeliveryState::Withdrawn;
    if (Result<void> stored = storeDelivery(run, mail.delivery, delivery); !stored)
        return stored.error();

    const Result<DeliveryState> newest = run.unit.deliveryOf(mail.delivery.ticket);
    if (!newest)
        return newest.error();
    TicketHead after = *before;
    after.delivery = *newest;
    if (Result<void> forgotten = forgetArticle(run, *article, &after); !forgotten)
        return forgotten.error();
    // The state that was set with it was that of the ticket that it was written in.
    noteWithdrawn(run, *article, article->origin.isValid() ? StateId() : restoreState(run, mail, &after));
    HistoryEntry entry = run.entry(QStringLiteral("withdrawn"));
    entry.ticket = after.id;
    entry.version = before->version + 1;
    entry.oldValue = QString::number(article->id.value);
    run.history.append(std::move(entry));
    const FieldReasons reasons{{TicketField::State, QStringLiteral("withdrawn")},
                               {TicketField::PendingUntil, QStringLiteral("withdrawn")}};
    if (Result<void> stored = storeTicket(run, *before, &after, run.now, reasons); !stored)
        return stored.error();
    run.change(ChangeKind::TicketChanged, after.id, article->id);
    CommandAnswer answer{after.id, after.number, article->id, after.version, 0, {}};
    answer.outbound = mail.delivery.id;
    return answer;
}

bool mayBeReleased(DeliveryState state)
{
    switch (state) {
    case DeliveryState::Queued:
    case DeliveryState::Delayed:
    case DeliveryState::Failed:
    case DeliveryState::Bounced: return true;
    case DeliveryState::None:
    case DeliveryState::Withdrawn:
    case DeliveryState::Sent:
    case DeliveryState::Sending: break;
    }
    return false;
}

/// Whether there is a recipient who is still to get it.
bool releaseRecipients(MailDelivery *delivery, Instant at)
{
    bool any = false;
    for (RecipientDelivery &recipient : delivery->recipients) {
        // One that another server puts off has left our hands: it has no next attempt.
        const bool elsewhere = recipient.state == DeliveryState::Delayed && recipient.nextAt == 0;
        if (!mayBeReleased(recipient.state) || elsewhere)
            continue;
        any = true;
        if (recipient.state != DeliveryState::Queued)
            recipient.attempts = 0; // the back-off begins anew
        recipient.state = DeliveryState::Queued;
        recipient.nextAt = at;
    }
    return any;
}

/// What an attempt came to for one recipient.
void applyAttempt(const RecipientDelivery &attempt, const MailDelivery &mail, Instant now, RecipientDelivery *recipient)
{
    const bool final = recipient->state == DeliveryState::Sent || recipient->state == DeliveryState::Bounced
                       || recipient->state == DeliveryState::Withdrawn;
    if (final) // a bounce was faster than the answer of our server
        return;
    recipient->state = attempt.state;
    recipient->attempts = qMax(recipient->attempts, attempt.attempts);
    recipient->at = now;
    recipient->nextAt = 0;
    recipient->reply = attempt.reply.left(1000);
    recipient->status = attempt.status.left(20);
    if (attempt.state != DeliveryState::Delayed)
        return;
    const auto seed = quint64(mail.id.value) ^ quint64(qHash(foldText(recipient->address.address), 7));
    recipient->nextAt = nextAttempt(recipient->attempts, qMax(mail.releaseAt, mail.createdAt), now, seed);
    if (recipient->nextAt == 0)
        recipient->state = DeliveryState::Failed;
}

CommandAnswer answerOf(const MailDelivery &delivery)
{
    CommandAnswer answer{delivery.ticket, delivery.ticketNumber, delivery.article, 0, 0, {}};
    answer.outbound = delivery.id;
    return answer;
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const UndoSend &command)
{
    const Result<OutboundMail> mail = run.unit.outbound(command.mail);
    if (!mail)
        return mail.error();
    if (!mail->delivery.article.isValid() || !mayBeWithdrawn(mail->delivery, run.now))
        return tooLate();
    return withdraw(run, *mail);
}

Result<CommandAnswer> handleCommand(CommandRun &run, const ReleaseMail &command)
{
    const Result<OutboundMail> mail = run.unit.outbound(command.mail);
    if (!mail)
        return mail.error();
    MailDelivery after = mail->delivery;
    after.releaseAt = qMax(run.now, command.at);
    if (!releaseRecipients(&after, after.releaseAt))
        return tooLate();
    after.state = overallState(after.recipients);
    if (Result<void> stored = storeDelivery(run, mail->delivery, after); !stored)
        return stored.error();
    return answerOf(after);
}

Result<CommandAnswer> handleCommand(CommandRun &run, const RecordDelivery &command)
{
    const Result<OutboundMail> mail = run.unit.outbound(command.mail);
    if (!mail)
        return mail.error();
    MailDelivery after = mail->delivery;
    for (const RecipientDelivery &attempt : command.recipients) {
        const QString folded = foldText(attempt.address.address);
        for (RecipientDelivery &recipient : after.recipients) {
            if (foldText(recipient.address.address) == folded)
                applyAttempt(attempt, after, run.now, &recipient);
        }
    }
    after.state = overallState(after.recipients);
    if (Result<void> stored = storeDelivery(run, mail->delivery, after); !stored)
        return stored.error();
    return answerOf(after);
}

} // namespace deskhand
