// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"
#include "store/sql_unit_of_work.h"

namespace deskhand {
namespace {

Error notBuilt()
{
    return Error{ErrorCode::Internal, QStringLiteral("store.mail"), QStringLiteral("not built yet"), {}};
}

} // namespace

Result<QByteArray> SqlUnitOfWork::blob(const QByteArray &)
{
    return notBuilt();
}

Result<Article> SqlUnitOfWork::article(ArticleId)
{
    return notBuilt();
}

Result<QVector<Article>> SqlUnitOfWork::newestArticles(TicketId, int)
{
    return notBuilt();
}

Result<TicketId> SqlUnitOfWork::ticketOfNumber(const QString &)
{
    return notBuilt();
}

Result<bool> SqlUnitOfWork::isParticipant(TicketId, const QString &)
{
    return notBuilt();
}

Result<void> SqlUnitOfWork::addParticipant(TicketId, const QString &)
{
    return notBuilt();
}

Result<bool> SqlUnitOfWork::hasBeenAnswered(const QString &)
{
    return notBuilt();
}

Result<MailCounts> SqlUnitOfWork::ticketsOpenedBy(const QString &, Instant)
{
    return notBuilt();
}

Result<void> SqlUnitOfWork::recordAutomatic(const QString &, TicketId, Instant)
{
    return notBuilt();
}

Result<MailCounts> SqlUnitOfWork::automaticTo(const QString &, Instant)
{
    return notBuilt();
}

Result<MailCounts> SqlUnitOfWork::automaticOf(TicketId, Instant)
{
    return notBuilt();
}

Result<MailCounts> SqlUnitOfWork::automaticOfDesk(Instant)
{
    return notBuilt();
}

Result<OutboundMailId> SqlUnitOfWork::insertOutbound(const OutboundMail &)
{
    return notBuilt();
}

Result<OutboundMail> SqlUnitOfWork::outbound(OutboundMailId)
{
    return notBuilt();
}

Result<OutboundMailId> SqlUnitOfWork::outboundOfMessage(const QStringList &)
{
    return notBuilt();
}

Result<OutboundMailId> SqlUnitOfWork::outboundOfToken(const QString &)
{
    return notBuilt();
}

Result<void> SqlUnitOfWork::updateOutbound(const MailDelivery &)
{
    return notBuilt();
}

Result<DeliveryState> SqlUnitOfWork::deliveryOf(TicketId)
{
    return notBuilt();
}

Result<void> SqlUnitOfWork::setDelivery(TicketId, DeliveryState)
{
    return notBuilt();
}

Result<void> SqlUnitOfWork::withdrawArticle(ArticleId, Instant)
{
    return notBuilt();
}

Result<HeldMailId> SqlUnitOfWork::insertHeld(const HeldMailContent &)
{
    return notBuilt();
}

Result<HeldMailContent> SqlUnitOfWork::held(HeldMailId)
{
    return notBuilt();
}

Result<void> SqlUnitOfWork::decideHeld(HeldMailId, HeldDecision, TicketId, PersonId, Instant)
{
    return notBuilt();
}

Result<void> SqlUnitOfWork::settleArrival(MailArrivalId, MailOutcome, const QString &, TicketId, ArticleId)
{
    return notBuilt();
}

Result<MailArrivalId> SqlUnitOfWork::arrivalOfHeld(HeldMailId)
{
    return notBuilt();
}

Result<MailboxId> SqlUnitOfWork::saveMailbox(const Mailbox &)
{
    return notBuilt();
}

Result<void> SqlUnitOfWork::saveMailboxSecret(MailboxId, MailSecret, const QByteArray &)
{
    return notBuilt();
}

Result<MailTextId> SqlUnitOfWork::saveMailText(const MailText &)
{
    return notBuilt();
}

Result<void> SqlUnitOfWork::deleteMailText(MailTextId)
{
    return notBuilt();
}

Result<void> SqlUnitOfWork::saveMailSettings(const MailSettings &)
{
    return notBuilt();
}

Result<void> SqlUnitOfWork::linkFollowUp(TicketId, TicketId)
{
    return notBuilt();
}

Result<QByteArray> SqlUnitOfWork::mailSigningKey()
{
    return notBuilt();
}

} // namespace deskhand
