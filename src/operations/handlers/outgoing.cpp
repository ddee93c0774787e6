// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/outgoing.h"

#include "base/text_folding.h"
#include "domain/mail_text_choice.h"
#include "domain/message_id.h"
#include "domain/thread_match.h"
#include "operations/field_errors.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int articlesReferred = 50;
constexpr qsizetype longestReferences = 8000; ///< bytes of the header
constexpr qsizetype longestReferredId = 500;

/// Without the desk's own addresses, which would send the reply back to where it came from, and without repetitions.
QVector<MailAddress> foreignRecipients(const Catalog &catalog, const QVector<MailAddress> &recipients,
                                       QStringList *known)
{
    QVector<MailAddress> foreign;
    for (const MailAddress &recipient : recipients) {
        const QString folded = foldText(recipient.address.trimmed());
        if (folded.isEmpty() || known->contains(folded)
            || catalog.isOwnAddress(addressWithoutToken(recipient.address.trimmed())))
            continue;
        known->append(folded);
        foreign.append({recipient.name, recipient.address.trimmed()});
    }
    return foreign;
}

/// As many ids as a header of 8 kB takes: the first, which began it all, and the newest; the middle goes.
QStringList shortenedThread(const QStringList &ids)
{
    qsizetype size = 0;
    for (const QString &id : ids)
        size += id.size() + 3;
    QStringList kept = ids;
    while (size > longestReferences && kept.size() > 2)
        size -= kept.takeAt(1).size() + 3;
    return kept;
}

/// Message-IDs of the public thread, oldest first; the customer's newest mail, which is what is answered, is last.
Result<QStringList> referencesOf(CommandRun &run, TicketId ticket)
{
    const Result<QVector<Article>> newest = run.unit.newestArticles(ticket, articlesReferred);
    if (!newest)
        return newest.error();
    QStringList ids;
    QString answered;
    for (const Article &article : *newest) {
        const bool counts = article.visibility == Visibility::Public && !article.messageId.isEmpty()
                            && article.messageId.size() <= longestReferredId && !ids.contains(article.messageId);
        if (!counts)
            continue;
        ids.prepend(article.messageId);
        if (answered.isEmpty() && article.senderRole == SenderRole::Customer)
            answered = article.messageId;
    }
    if (!answered.isEmpty()) {
        ids.removeAll(answered);
        ids.append(answered);
    }
    return shortenedThread(ids);
}

/// The agent's signature, then the queue's.
QString signatureOf(const CommandRun &run, const TicketHead &head, const PlaceholderValues &values,
                    const QStringList &languages)
{
    QStringList parts;
    for (const MailTextKind kind : {MailTextKind::AgentSignature, MailTextKind::QueueSignature}) {
        const MailText *text = chooseMailText(*run.catalog, kind, head.queue, run.command.actor, languages);
        const QString filled = text ? fillPlaceholders(text->text, values).trimmed() : QString();
        if (!filled.isEmpty())
            parts.append(filled);
    }
    return parts.join(u'\n');
}

/// Below the text, unless its author has put it there.
void appendSignature(const QString &signature, OutgoingMail *mail)
{
    if (signature.isEmpty() || foldedWords(mail->text).join(u' ').endsWith(foldedWords(signature).join(u' ')))
        return;
    while (mail->text.endsWith(u'\n'))
        mail->text.chop(1);
    mail->text += QStringLiteral("\n\n-- \n") + signature;
    if (!mail->html.isEmpty())
        mail->html += QStringLiteral("<p>-- <br>") + signature.toHtmlEscaped().replace(u'\n', QStringLiteral("<br>"))
                      + QStringLiteral("</p>");
}

QVector<OutgoingFile> filesOf(const NewArticle &content)
{
    QVector<OutgoingFile> files;
    for (const NewAttachment &attachment : content.attachments)
        files.append({attachment.name, attachment.type, attachment.bytes, attachment.isInline, attachment.contentId});
    return files;
}

bool isMailed(const CommandRun &run, const NewArticle &content)
{
    return run.codec && run.isPerson() && run.actor && content.senderRole == SenderRole::Agent
           && content.visibility == Visibility::Public && content.channel == Channel::Email
           && !(content.to.isEmpty() && content.cc.isEmpty());
}

QVector<RecipientDelivery> waitingRecipients(const OutgoingMail &mail, Instant releaseAt)
{
    QVector<RecipientDelivery> recipients;
    for (const MailAddress &address : mail.to + mail.cc) {
        RecipientDelivery recipient;
        recipient.address = address;
        recipient.state = DeliveryState::Queued;
        recipient.nextAt = releaseAt;
        recipients.append(std::move(recipient));
    }
    return recipients;
}

Result<OutboundMail> renderedMail(CommandRun &run, const OutgoingPlan &plan, TicketId ticket, Instant releaseAt)
{
    OutboundMail outbound;
    Result<QByteArray> bytes = run.codec->write(plan.mail);
    if (!bytes)
        return bytes.error();
    outbound.bytes = *std::move(bytes);
    outbound.delivery.ticket = ticket;
    outbound.delivery.mailbox = plan.mailbox.id;
    outbound.delivery.subject = plan.mail.subject;
    outbound.delivery.messageId = plan.mail.messageId;
    outbound.delivery.createdAt = run.now;
    outbound.delivery.releaseAt = releaseAt;
    outbound.delivery.recipients = waitingRecipients(plan.mail, releaseAt);
    return outbound;
}

Result<void> fillReply(CommandRun &run, const TicketHead &head, const NewArticle &content, bool isFirst,
                       OutgoingPlan *plan)
{
    const Result<Person> requester = run.unit.person(head.requester);
    if (!requester)
        return requester.error();
    Result<QStringList> references = isFirst ? Result<QStringList>(QStringList()) : referencesOf(run, head.id);
    if (!references)
        return references.error();
    OutgoingMail &mail = plan->mail;
    mail.from = {plan->mailbox.name, plan->mailbox.address};
    mail.to = content.to;
    mail.cc = content.cc;
    const QString subject = content.subject.trimmed().isEmpty() ? head.subject : content.subject;
    mail.subject = isFirst ? hookedSubject(subject, head.number) : replySubject(subject, head.number);
    mail.references = *std::move(references);
    mail.date = content.createdAt != 0 ? content.createdAt : run.now;
    mail.text = content.text;
    mail.quotedText = content.quotedText;
    mail.html = content.html;
    mail.quotedHtml = content.quotedHtml;
    mail.files = filesOf(content);
    mail.language = requester->language;
    const PlaceholderValues values = placeholderValues(run, head, *requester, run.actor, plan->mailbox);
    appendSignature(signatureOf(run, head, values, {requester->language}), &mail);
    return {};
}

} // namespace

Result<std::optional<OutgoingPlan>> planOutgoing(CommandRun &run, const TicketHead &head, NewArticle *content,
                                                 bool isFirst)
{
    const Mailbox *mailbox = isMailed(run, *content) ? run.catalog->sendingMailbox(head.queue) : nullptr;
    if (!mailbox)
        return std::optional<OutgoingPlan>();
    QStringList known;
    content->to = foreignRecipients(*run.catalog, content->to, &known);
    content->cc = foreignRecipients(*run.catalog, content->cc, &known);
    // A mail to nobody but copies looks like one that went astray.
    if (content->to.isEmpty())
        std::swap(content->to, content->cc);
    if (content->to.isEmpty())
        return std::optional<OutgoingPlan>();
    Result<QString> messageId = ownMessageId(run, head.id, *mailbox);
    if (!messageId)
        return messageId.error();
    content->messageId = *messageId;
    OutgoingPlan plan{*mailbox, {}};
    plan.mail.messageId = *std::move(messageId);
    if (Result<void> filled = fillReply(run, head, *content, isFirst, &plan); !filled)
        return filled.error();
    return std::optional<OutgoingPlan>(std::move(plan));
}

Result<OutboundMailId> putReplyIntoOutbox(CommandRun &run, const OutgoingPlan &plan, const Article &article,
                                          const TicketHead &before, TicketHead *after, Instant releaseAt)
{
    Result<OutboundMail> mail = renderedMail(run, plan, after->id, qMax(run.now, releaseAt));
    if (!mail) {
        if (mail.error().code != ErrorCode::Invalid)
            return mail.error();
        FieldErrors errors;
        errors.add(QStringLiteral("to"), QLatin1String("bad-format"));
        return errors.result(QStringLiteral("operations.outgoing")).error();
    }
    mail->delivery.article = article.id;
    mail->delivery.kind = MailKind::Reply;
    mail->delivery.author = run.command.actor;
    mail->envelopeFrom = plan.mailbox.bounceTokens
                             ? addressWithToken(plan.mailbox.address, bounceToken(plan.mail.messageId))
                             : plan.mailbox.address;
    if (before.state != after->state || before.pendingUntil != after->pendingUntil) {
        mail->stateBefore = before.state;
        mail->stateAfter = after->state;
        mail->pendingBefore = before.pendingUntil;
    }
    const Result<OutboundMailId> id = run.unit.insertOutbound(*mail);
    if (!id)
        return id.error();
    after->delivery = DeliveryState::Queued;
    if (Result<void> set = run.unit.setDelivery(after->id, after->delivery); !set)
        return set.error();
    run.change(ChangeKind::MailChanged, after->id, article.id);
    return *id;
}

Result<OutboundMailId> putAutomaticIntoOutbox(CommandRun &run, const OutgoingPlan &plan, TicketId ticket)
{
    Result<OutboundMail> mail = renderedMail(run, plan, ticket, run.now);
    if (!mail)
        return mail.error();
    mail->delivery.kind = MailKind::Acknowledgement;
    const Result<OutboundMailId> id = run.unit.insertOutbound(*mail);
    if (id)
        run.change(ChangeKind::MailChanged, ticket);
    return id;
}

Result<OutboundMailId> putReportIntoOutbox(CommandRun &run, const OutgoingPlan &plan)
{
    Result<OutboundMail> mail = renderedMail(run, plan, {}, run.now);
    if (!mail)
        return mail.error();
    mail->delivery.kind = MailKind::Report;
    mail->envelopeFrom = plan.mailbox.bounceTokens
                             ? addressWithToken(plan.mailbox.address, bounceToken(plan.mail.messageId))
                             : plan.mailbox.address;
    const Result<OutboundMailId> id = run.unit.insertOutbound(*mail);
    if (id)
        run.change(ChangeKind::MailChanged); // the way out is open for it
    return id;
}

PlaceholderValues placeholderValues(const CommandRun &run, const TicketHead &head, const Person &requester,
                                    const Person *agent, const Mailbox &mailbox)
{
    const Queue *queue = run.catalog->queue(head.queue);
    return {{QStringLiteral("ticket.number"), head.number},
            {QStringLiteral("ticket.subject"), bareSubject(head.subject)},
            {QStringLiteral("requester.name"), displayName(requester)},
            {QStringLiteral("requester.address"), requester.address},
            {QStringLiteral("agent.name"), agent ? displayName(*agent) : QString()},
            {QStringLiteral("queue.name"), queue ? queue->name : QString()},
            {QStringLiteral("desk.name"), run.catalog->deskName},
            {QStringLiteral("mailbox.address"), mailbox.address}};
}

Result<QString> ownMessageId(CommandRun &run, TicketId ticket, const Mailbox &mailbox)
{
    const Result<QByteArray> key = run.unit.mailSigningKey();
    if (!key)
        return key.error();
    const QString domain = mailbox.address.mid(mailbox.address.lastIndexOf(u'@') + 1);
    return makeMessageId(*key, ticket, run.command.id, domain);
}

} // namespace deskhand
