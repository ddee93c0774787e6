// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/acknowledgement.h"

#include "base/text_folding.h"
#include "domain/mail_text_choice.h"
#include "domain/thread_match.h"
#include "operations/handlers/mail_limits.h"
#include "operations/handlers/outgoing.h"
#include "operations/handlers/people.h"

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

/// Addresses behind which nobody reads, or a machine answers.
bool isNobodysAddress(const QString &address)
{
    constexpr std::array names{"mailer-daemon", "postmaster",   "noreply",      "no-reply", "no_reply",
                               "donotreply",    "do-not-reply", "do_not_reply", "bounce",   "bounces"};
    const QString local = address.left(address.lastIndexOf(u'@')).toLower();
    const QString name = local.section(u'+', 0, 0);
    return address.endsWith(QLatin1String(".invalid"), Qt::CaseInsensitive)
           || std::any_of(names.cbegin(), names.cend(),
                          [&name](const char *one) { return name == QLatin1String(one); });
}

/// Own words of a stranger would make the desk a carrier of spam: their number and address stand for them.
PlaceholderValues valuesForStranger(PlaceholderValues values, const TicketHead &head, const Person &requester)
{
    values.insert(QStringLiteral("ticket.subject"), u'#' + head.number);
    values.insert(QStringLiteral("requester.name"), requester.address);
    return values;
}

QString acknowledgementSubject(const MailText &text, const PlaceholderValues &values, const TicketHead &head,
                               bool stranger)
{
    const QString filled = fillPlaceholders(text.subject, values).simplified();
    if (!filled.isEmpty())
        return filled.contains(subjectHook(head.number)) ? filled : filled + u' ' + subjectHook(head.number);
    return stranger ? subjectHook(head.number) : replySubject(head.subject, head.number);
}

/// What is needed to write to the requester; nothing: nobody is written to.
struct AckContext {
    TicketHead head;
    Person requester;
    const Mailbox *mailbox = nullptr;
    const MailText *text = nullptr;
};

Result<std::optional<AckContext>> acknowledgementContext(CommandRun &run, const AcceptMail &mail, TicketId ticket)
{
    const Result<TicketHead> head = run.unit.ticket(ticket);
    if (!head)
        return head.error();
    const Result<Person> requester = run.unit.person(head->requester);
    if (!requester)
        return requester.error();
    AckContext context{*head, *requester, run.catalog->sendingMailbox(head->queue), nullptr};
    const Queue *queue = run.catalog->queue(head->queue);
    const QString &address = context.requester.address;
    const bool reachable =
        looksLikeAddress(address) && !isNobodysAddress(address) && !run.catalog->isOwnAddress(address);
    if (!queue || !queue->acknowledges || !context.mailbox || !reachable)
        return std::optional<AckContext>();
    context.text = chooseMailText(*run.catalog, MailTextKind::Acknowledgement, head->queue, {},
                                  {context.requester.language, mail.language});
    return context.text ? std::optional(context) : std::optional<AckContext>();
}

OutgoingPlan acknowledgementPlan(const CommandRun &run, const AcceptMail &mail, const AckContext &context,
                                 bool stranger)
{
    PlaceholderValues values = placeholderValues(run, context.head, context.requester, nullptr, *context.mailbox);
    if (stranger)
        values = valuesForStranger(std::move(values), context.head, context.requester);
    OutgoingPlan plan{*context.mailbox, {}};
    OutgoingMail &out = plan.mail;
    out.from = {context.mailbox->name, context.mailbox->address};
    out.to = {{stranger ? QString() : context.requester.name, context.requester.address}};
    out.subject = acknowledgementSubject(*context.text, values, context.head, stranger);
    if (!mail.article.messageId.isEmpty())
        out.references = QStringList{mail.article.messageId};
    out.date = run.now;
    out.text = fillPlaceholders(context.text->text, values);
    out.automatic = true;
    out.loopChain = mail.loopChain;
    out.language = context.text->language;
    return plan;
}

} // namespace

Result<void> acknowledge(CommandRun &run, const AcceptMail &mail, const CommandAnswer &opened)
{
    const bool asksForAnswer =
        run.codec && mail.nature == MailNature::Human && mail.autoResponseSigns.isEmpty() && mail.problem.isEmpty();
    if (!asksForAnswer)
        return {};
    const Result<std::optional<AckContext>> context = acknowledgementContext(run, mail, opened.ticket);
    if (!context)
        return context.error();
    if (!*context)
        return {};
    const QString folded = foldText((*context)->requester.address);
    const Result<bool> allowed = mayWriteAutomatically(run, folded, opened.ticket);
    if (!allowed)
        return allowed.error();
    if (!*allowed)
        return {};
    const Result<bool> known = run.unit.hasBeenAnswered(folded);
    if (!known)
        return known.error();
    OutgoingPlan plan = acknowledgementPlan(run, mail, **context, !*known);
    Result<QString> messageId = ownMessageId(run, opened.ticket, plan.mailbox);
    if (!messageId)
        return messageId.error();
    plan.mail.messageId = *std::move(messageId);
    const Result<OutboundMailId> put = putAutomaticIntoOutbox(run, plan, opened.ticket);
    if (!put) // an address that nobody can send to is no reason to refuse the mail
        return put.error().code == ErrorCode::Invalid ? Result<void>() : put.error();
    HistoryEntry entry = run.entry(QStringLiteral("acknowledged"));
    entry.ticket = opened.ticket;
    entry.version = opened.version;
    entry.newText = (*context)->requester.address;
    run.history.append(std::move(entry));
    return run.unit.recordAutomatic(folded, opened.ticket, run.now);
}

} // namespace deskhand
