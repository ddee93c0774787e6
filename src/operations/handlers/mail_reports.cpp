// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/mail_reports.h"

#include "base/text_folding.h"
#include "domain/message_id.h"

namespace deskhand {
namespace {

constexpr qsizetype longestServerReply = 1000;

Result<OutboundMailId> reportedMail(CommandRun &run, const AcceptMail &mail)
{
    for (const QString &address : mail.addressedTo) {
        const QString token = tokenOfAddress(address);
        if (token.isEmpty())
            continue;
        const Result<OutboundMailId> found = run.unit.outboundOfToken(token);
        if (!found || found->isValid())
            return found;
    }
    return mail.reportedIds.isEmpty() ? Result<OutboundMailId>(OutboundMailId())
                                      : run.unit.outboundOfMessage(mail.reportedIds);
}

/// Whether a report may change what is known of a recipient: a server has had the mail, and nothing worse is known.
bool mayBeReported(const RecipientDelivery &recipient, DeliveryState reported)
{
    switch (recipient.state) {
    case DeliveryState::Sending:
    case DeliveryState::Sent: return reported != DeliveryState::Sent;
    case DeliveryState::Delayed: return true;
    case DeliveryState::None:
    case DeliveryState::Withdrawn:
    case DeliveryState::Queued:
    case DeliveryState::Failed:
    case DeliveryState::Bounced: break;
    }
    return false;
}

/// A delay that our own queue knows of is our own queue's to end; one that another server tells of ends by itself.
void applyReport(const ReportedRecipient &report, Instant now, RecipientDelivery *recipient)
{
    recipient->state = report.state;
    recipient->at = now;
    recipient->nextAt = 0;
    recipient->reply = report.reply.left(longestServerReply);
    recipient->status = report.status.left(20);
}

/// Returns whether any of the reported recipients is one of the mail's.
bool applyReports(const QVector<ReportedRecipient> &reports, Instant now, MailDelivery *delivery)
{
    bool matched = false;
    for (const ReportedRecipient &report : reports) {
        const QString folded = foldText(report.address);
        for (RecipientDelivery &recipient : delivery->recipients) {
            if (folded.isEmpty() || foldText(recipient.address.address) != folded)
                continue;
            matched = true;
            if (mayBeReported(recipient, report.state))
                applyReport(report, now, &recipient);
        }
    }
    return matched;
}

void recordTrouble(CommandRun &run, const TicketHead &head, const RecipientDelivery &recipient)
{
    const bool bounced = recipient.state == DeliveryState::Bounced;
    HistoryEntry entry = run.entry(bounced ? QStringLiteral("bounced") : QStringLiteral("undeliverable"));
    entry.ticket = head.id;
    entry.version = head.version;
    entry.newValue = recipient.status;
    entry.newText = recipient.address.address;
    run.history.append(std::move(entry));
}

bool isTrouble(DeliveryState state)
{
    return state == DeliveryState::Bounced || state == DeliveryState::Failed;
}

} // namespace

namespace {

/// A report is of no ticket: what became of it is in the log of sendings.
Result<void> noteReport(CommandRun &run, const MailDelivery &mail)
{
    QString said;
    for (const RecipientDelivery &recipient : mail.recipients) {
        if (recipient.state == mail.state && mail.state != DeliveryState::Sent)
            said = recipient.reply.isEmpty() ? recipient.status : recipient.reply;
    }
    run.change(ChangeKind::ReportChanged);
    return run.unit.noteReportDelivery(mail.id, mail.state, said.simplified().left(longestServerReply));
}

} // namespace

Result<void> storeDelivery(CommandRun &run, const MailDelivery &before, const MailDelivery &after)
{
    if (Result<void> updated = run.unit.updateOutbound(after); !updated)
        return updated;
    if (!after.ticket.isValid())
        return noteReport(run, after);
    const Result<DeliveryState> newest = run.unit.deliveryOf(after.ticket);
    if (!newest)
        return newest.error();
    if (Result<void> set = run.unit.setDelivery(after.ticket, *newest); !set)
        return set;
    const Result<TicketHead> head = run.unit.ticket(after.ticket);
    if (!head)
        return head.error();
    for (qsizetype i = 0; i < after.recipients.size(); ++i) {
        const DeliveryState was = i < before.recipients.size() ? before.recipients[i].state : DeliveryState::None;
        if (isTrouble(after.recipients[i].state) && was != after.recipients[i].state)
            recordTrouble(run, *head, after.recipients[i]);
    }
    run.change(ChangeKind::MailChanged, after.ticket, after.article);
    return {};
}

Result<bool> answersMailedReport(CommandRun &run, const AcceptMail &mail)
{
    AcceptMail asked = mail;
    asked.reportedIds = mail.article.answeredIds;
    const Result<OutboundMailId> id = reportedMail(run, asked);
    if (!id || !id->isValid())
        return id ? Result<bool>(false) : Result<bool>(id.error());
    const Result<OutboundMail> outbound = run.unit.outbound(*id);
    return outbound ? Result<bool>(outbound->delivery.kind == MailKind::Report) : Result<bool>(outbound.error());
}

Result<MailResult> acceptReport(CommandRun &run, const AcceptMail &mail)
{
    if (mail.nature != MailNature::DeliveryReport)
        return mailResult(MailOutcome::Report, QStringLiteral("other-report"));
    const Result<OutboundMailId> id = reportedMail(run, mail);
    if (!id)
        return id.error();
    if (!id->isValid())
        return mailResult(MailOutcome::Report, QStringLiteral("unmatched"));
    const Result<OutboundMail> outbound = run.unit.outbound(*id);
    if (!outbound)
        return outbound.error();
    MailDelivery after = outbound->delivery;
    if (!applyReports(mail.reported, run.now, &after))
        return mailResult(MailOutcome::Report, QStringLiteral("unmatched"));
    after.state = overallState(after.recipients);
    if (after != outbound->delivery) {
        if (Result<void> stored = storeDelivery(run, outbound->delivery, after); !stored)
            return stored.error();
    }
    MailResult result = mailResult(MailOutcome::Report, QString());
    result.answer.ticket = after.ticket;
    result.answer.ticketNumber = after.ticketNumber;
    result.answer.outbound = after.id;
    return result;
}

} // namespace deskhand
