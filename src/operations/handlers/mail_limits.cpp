// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/mail_limits.h"

#include "base/text_folding.h"
#include "domain/message_id.h"
#include "domain/outgoing_mail.h"

#include <algorithm>

namespace deskhand {
namespace {

/// How often the desk's own name stands in the chain of desks that a mail came through.
int ownHops(const Catalog &catalog, const QStringList &chain)
{
    QStringList own;
    for (const Mailbox &mailbox : catalog.mailboxes)
        own.append(loopName(mailbox.address));
    return int(std::count_if(chain.cbegin(), chain.cend(),
                             [&own](const QString &hop) { return own.contains(loopName(hop)); }));
}

} // namespace

Result<std::optional<HoldReason>> comesFromOurselves(CommandRun &run, const AcceptMail &mail, const MailSender &sender)
{
    if (run.catalog->isOwnAddress(addressWithoutToken(sender.address.address)))
        return std::optional(HoldReason::OwnAddress);
    if (ownHops(*run.catalog, mail.loopChain) >= mostLoopHops)
        return std::optional(HoldReason::Loop);
    const Result<QByteArray> key = run.unit.mailSigningKey();
    if (!key)
        return key.error();
    SignedTicket ours;
    if (readMessageId(*key, mail.article.messageId, &ours))
        return std::optional(HoldReason::Loop);
    return std::optional<HoldReason>();
}

Result<bool> opensTooManyTickets(CommandRun &run, const QString &requesterAddress)
{
    const Result<MailCounts> opened = run.unit.ticketsOpenedBy(foldText(requesterAddress), run.now);
    if (!opened)
        return opened.error();
    const MailSettings &settings = run.catalog->mailSettings;
    return opened->lastHour >= settings.newTicketsPerAddressHour || opened->lastDay >= settings.newTicketsPerAddressDay;
}

Result<bool> mayWriteAutomatically(CommandRun &run, const QString &foldedAddress, TicketId ticket)
{
    const MailSettings &settings = run.catalog->mailSettings;
    const Result<MailCounts> toAddress = run.unit.automaticTo(foldedAddress, run.now);
    if (!toAddress)
        return toAddress.error();
    const Result<MailCounts> ofTicket = run.unit.automaticOf(ticket, run.now);
    if (!ofTicket)
        return ofTicket.error();
    const Result<MailCounts> ofDesk = run.unit.automaticOfDesk(run.now);
    if (!ofDesk)
        return ofDesk.error();
    const bool withinLimits =
        toAddress->lastHour < settings.automaticPerAddressHour && toAddress->lastDay < settings.automaticPerAddressDay
        && ofTicket->lastHour < settings.automaticPerTicketHour && ofDesk->lastHour < settings.automaticPerDeskHour;
    if (!withinLimits || toAddress->lastDay < settings.strangerPerDay)
        return withinLimits;
    // Beyond the first ones of a day only for those whom a person of the desk has written to.
    return run.unit.hasBeenAnswered(foldedAddress);
}

} // namespace deskhand
