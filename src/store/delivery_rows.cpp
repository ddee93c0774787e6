// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/delivery_rows.h"

#include "store/connection.h"

#include <algorithm>

namespace deskhand {
namespace {

/// Everything before the recipient, but the queue.
MailDelivery readDeliveryHead(ColumnReader &row)
{
    MailDelivery delivery;
    delivery.id = row.id<OutboundMailId>();
    delivery.ticket = row.id<TicketId>();
    delivery.ticketNumber = row.text();
    delivery.article = row.id<ArticleId>();
    delivery.mailbox = row.id<MailboxId>();
    delivery.kind = row.enumerator<MailKind>();
    if (!delivery.ticket.isValid())
        delivery.kind = MailKind::Report;
    delivery.author = row.id<PersonId>();
    delivery.subject = row.text();
    delivery.messageId = row.text();
    delivery.createdAt = row.integer();
    delivery.releaseAt = row.integer();
    delivery.state = row.enumerator<DeliveryState>();
    return delivery;
}

} // namespace

RecipientDelivery readRecipient(ColumnReader &row)
{
    RecipientDelivery recipient;
    recipient.address.name = row.text();
    recipient.address.address = row.text();
    recipient.state = row.enumerator<DeliveryState>();
    recipient.attempts = int(row.integer());
    recipient.at = row.integer();
    recipient.nextAt = row.integer();
    recipient.reply = row.text();
    recipient.status = row.text();
    return recipient;
}

Result<QVector<MailDelivery>> readDeliveries(Statement statement, const std::function<bool(QueueId)> &sees)
{
    QVector<MailDelivery> deliveries;
    while (statement.next()) {
        ColumnReader row(statement);
        MailDelivery delivery = readDeliveryHead(row);
        const auto queue = row.id<QueueId>();
        if (sees && !sees(queue))
            continue;
        if (deliveries.isEmpty() || deliveries.last().id != delivery.id)
            deliveries.append(std::move(delivery));
        deliveries.last().recipients.append(readRecipient(row));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return deliveries;
}

Result<QVector<MailDelivery>> deliveriesOfThread(Connection &connection, TicketId ticket,
                                                 const QVector<Article> &articles)
{
    if (articles.isEmpty())
        return QVector<MailDelivery>();
    const auto [first, last] = std::minmax_element(articles.cbegin(), articles.cend(),
                                                   [](const Article &a, const Article &b) { return a.id < b.id; });
    Statement statement = connection.sql("outbox.ofThread");
    statement.bind(":ticket", ticket).bind(":first", first->id).bind(":last", last->id);
    Result<QVector<MailDelivery>> deliveries = readDeliveries(std::move(statement));
    // A reply that was taken back lies between others.
    if (deliveries) {
        deliveries->removeIf([&articles](const MailDelivery &delivery) {
            return std::none_of(articles.cbegin(), articles.cend(),
                                [&delivery](const Article &article) { return article.id == delivery.article; });
        });
    }
    return deliveries;
}

} // namespace deskhand
