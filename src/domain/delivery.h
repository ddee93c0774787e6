// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"

namespace deskhand {

/// How far a mail has come for one recipient, and, as the worst of its recipients, as a whole. In the order of how much
/// a person wants to know it. The numbers are stored: never reorder.
enum class DeliveryState : int {
    None = 0,      ///< nothing was mailed
    Withdrawn = 1, ///< taken back before it was sent
    Sent = 2,      ///< a server has taken it over; it may still come back
    Queued = 3,    ///< waits for its time, or for the way to the server
    Sending = 4,   ///< handed to the server, whose answer has not come
    Delayed = 5,   ///< the server, or one further on, tries again later
    Failed = 6,    ///< refused for good by our server
    Bounced = 7,   ///< taken over and then sent back
};
/// "none", "withdrawn", "sent", … for conditions and JSON.
[[nodiscard]] QString deliveryStateName(DeliveryState state);
[[nodiscard]] bool deliveryStateFromName(QStringView name, DeliveryState *state);
/// The one of the two that a person must know of first.
[[nodiscard]] constexpr DeliveryState worse(DeliveryState one, DeliveryState other) noexcept
{
    return one < other ? other : one;
}

/// Why a mail was written. The numbers are stored: never reorder.
enum class MailKind { Reply = 1, Acknowledgement = 2, Report = 3 };

struct RecipientDelivery {
    MailAddress address;
    DeliveryState state = DeliveryState::Queued;
    int attempts = 0;
    Instant at = 0;     ///< of the last attempt or report; 0: none yet
    Instant nextAt = 0; ///< of the next attempt; 0: there will be none
    QString reply;      ///< what a server said last; from outside, never markup
    QString status;     ///< enhanced status code (RFC 3463), "5.1.1"; empty: none
    bool operator==(const RecipientDelivery &) const = default;
};

/// A mail of the desk on its way.
struct MailDelivery {
    OutboundMailId id;
    TicketId ticket; ///< invalid: of a Report
    QString ticketNumber;
    ArticleId article; ///< only of a Reply
    MailboxId mailbox;
    MailKind kind = MailKind::Reply;
    PersonId author; ///< invalid: the desk
    QString subject;
    QString messageId;
    Instant createdAt = 0;
    Instant releaseAt = 0; ///< not sent before
    DeliveryState state = DeliveryState::Queued;
    QVector<RecipientDelivery> recipients;
    bool operator==(const MailDelivery &) const = default;
};

/// The state of a whole mail: the worst of its recipients; Withdrawn counts only when all are.
[[nodiscard]] DeliveryState overallState(const QVector<RecipientDelivery> &recipients);

} // namespace deskhand
