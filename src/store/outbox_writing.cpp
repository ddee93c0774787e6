// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_unit_of_work.h"

#include "base/text_folding.h"
#include "domain/message_id.h"
#include "store/connection.h"
#include "store/delivery_rows.h"

#include <QCryptographicHash>

#include <algorithm>

namespace deskhand {
namespace {

Error noSuchMail()
{
    return Error{ErrorCode::NotFound, QStringLiteral("store.outbound"), QStringLiteral("no such mail"), {}};
}

/// The first number of the first row as an id; invalid without a row.
template <typename IdType>
Result<IdType> firstOutboxId(Statement &statement)
{
    const IdType id = statement.next() ? statement.id<IdType>(0) : IdType();
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return id;
}

/// A recipient that waits is due with its mail.
Instant dueAt(const RecipientDelivery &recipient, Instant releaseAt)
{
    const bool waits = recipient.state == DeliveryState::Queued && recipient.nextAt == 0;
    return waits ? releaseAt : recipient.nextAt;
}

} // namespace

Result<OutboundMailId> SqlUnitOfWork::insertOutbound(const OutboundMail &mail)
{
    const MailDelivery &delivery = mail.delivery;
    const QByteArray sha256 = QCryptographicHash::hash(mail.bytes, QCryptographicHash::Sha256);
    if (Result<void> kept = storeBlob(sha256, mail.bytes); !kept)
        return kept.error();
    const Instant releaseAt = delivery.releaseAt != 0 ? delivery.releaseAt : delivery.createdAt;
    OutboundMailId id;
    {
        Statement insert = m_connection.sql("outbox.insert");
        insert.bind(":ticket", delivery.ticket).bind(":article", delivery.article).bind(":mailbox", delivery.mailbox);
        // A report is what the desk writes by itself, of no ticket.
        const MailKind kind = delivery.kind == MailKind::Report ? MailKind::Acknowledgement : delivery.kind;
        insert.bind(":kind", int(kind)).bind(":author", delivery.author).bind(":subject", delivery.subject);
        insert.bind(":messageId", delivery.messageId).bind(":token", bounceToken(delivery.messageId));
        insert.bind(":envelopeFrom", mail.envelopeFrom).bind(":sha256", sha256);
        insert.bind(":createdAt", delivery.createdAt).bind(":releaseAt", releaseAt);
        insert.bind(":state", int(overallState(delivery.recipients)));
        insert.bind(":stateBefore", mail.stateBefore).bind(":stateAfter", mail.stateAfter);
        insert.bind(":pendingBefore", mail.pendingBefore);
        const Result<qint64> inserted = insert.runForNumber();
        if (!inserted)
            return inserted.error();
        id = OutboundMailId{*inserted};
    }
    Statement insert = m_connection.sql("outbox.insertRecipient");
    insert.bind(":mail", id);
    int position = 0;
    for (const RecipientDelivery &recipient : delivery.recipients) {
        insert.bind(":position", ++position).bind(":name", recipient.address.name);
        insert.bind(":address", recipient.address.address);
        insert.bind(":addressFolded", foldText(recipient.address.address));
        insert.bind(":state", int(recipient.state)).bind(":attempts", recipient.attempts).bind(":at", recipient.at);
        insert.bind(":nextAt", dueAt(recipient, releaseAt));
        insert.bind(":reply", recipient.reply).bind(":status", recipient.status);
        if (Result<void> inserted = insert.run(); !inserted)
            return inserted.error();
    }
    return id;
}

Result<OutboundMail> SqlUnitOfWork::outbound(OutboundMailId id)
{
    OutboundMail mail;
    {
        // First, so that what is read after it cannot be sent meanwhile.
        Statement lock = m_connection.sql("outbox.lock");
        lock.bind(":id", id);
        const bool found = lock.next();
        if (found) {
            mail.envelopeFrom = lock.text(1);
            mail.stateBefore = lock.id<StateId>(2);
            mail.stateAfter = lock.id<StateId>(3);
            mail.pendingBefore = lock.integer(4);
        }
        if (Result<void> status = lock.status(); !status)
            return status.error();
        if (!found)
            return noSuchMail();
    }
    Statement statement = m_connection.sql("outbox.byId");
    statement.bind(":id", id);
    Result<QVector<MailDelivery>> deliveries = readDeliveries(std::move(statement));
    if (!deliveries)
        return deliveries.error();
    if (deliveries->isEmpty())
        return noSuchMail();
    mail.delivery = deliveries->takeFirst();
    return mail;
}

Result<OutboundMailId> SqlUnitOfWork::outboundOfMessage(const QStringList &messageIds)
{
    Statement find = m_connection.sql("outbox.idOfMessage");
    for (const QString &messageId : messageIds) {
        find.bind(":messageId", messageId);
        const Result<OutboundMailId> found = firstOutboxId<OutboundMailId>(find);
        if (!found || found->isValid())
            return found;
        find.restart();
    }
    return OutboundMailId();
}

Result<OutboundMailId> SqlUnitOfWork::outboundOfToken(const QString &token)
{
    if (token.isEmpty())
        return OutboundMailId();
    Statement find = m_connection.sql("outbox.idOfToken");
    find.bind(":token", token);
    return firstOutboxId<OutboundMailId>(find);
}

Result<void> SqlUnitOfWork::updateOutbound(const MailDelivery &delivery)
{
    {
        Statement update = m_connection.sql("outbox.update");
        update.bind(":id", delivery.id).bind(":state", int(delivery.state)).bind(":releaseAt", delivery.releaseAt);
        if (Result<void> updated = update.run(); !updated)
            return updated;
        if (update.changedRows() == 0)
            return noSuchMail();
    }
    Statement update = m_connection.sql("outbox.updateRecipient");
    update.bind(":mail", delivery.id);
    int position = 0;
    for (const RecipientDelivery &recipient : delivery.recipients) {
        update.bind(":position", ++position).bind(":state", int(recipient.state));
        update.bind(":attempts", recipient.attempts).bind(":at", recipient.at);
        update.bind(":nextAt", dueAt(recipient, delivery.releaseAt));
        update.bind(":reply", recipient.reply).bind(":status", recipient.status);
        if (Result<void> updated = update.run(); !updated)
            return updated;
    }
    return {};
}

Result<DeliveryState> SqlUnitOfWork::deliveryOf(TicketId ticket)
{
    Statement statement = m_connection.sql("outbox.newestOfTicket");
    statement.bind(":ticket", ticket);
    const DeliveryState state = statement.next() ? DeliveryState(statement.integer(0)) : DeliveryState::None;
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return state;
}

Result<void> SqlUnitOfWork::setDelivery(TicketId ticket, DeliveryState state)
{
    return setNumber(m_connection.sql("ticket.setDelivery"), ticket, qint64(state));
}

Result<void> SqlUnitOfWork::withdrawArticle(ArticleId id, Instant at)
{
    const Result<Article> stored = article(id);
    if (!stored)
        return stored.error();
    Statement withdraw = m_connection.sql("article.withdraw");
    if (Result<void> withdrawn = withdraw.bind(":id", id).bind(":at", at).run(); !withdrawn)
        return withdrawn;
    if (withdraw.changedRows() == 0)
        return {}; // it was withdrawn before
    const Result<SearchHead> head = m_index.headOf(stored->ticket);
    if (!head)
        return head.error();
    const Result<ThreadPlace> place = placeInThread(stored->ticket);
    return place ? m_index.removeArticle(*head, *stored, place->isEmpty) : Result<void>(place.error());
}

} // namespace deskhand
