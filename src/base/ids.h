// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QUuid>

#include <compare>

namespace deskhand {

/// A database key that cannot be mixed up with the key of another kind of thing.
/// 0 means "none"; the store never hands out 0.
template <typename Tag>
struct Id {
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const noexcept { return value != 0; }
    constexpr auto operator<=>(const Id &) const noexcept = default;
};

template <typename Tag>
size_t qHash(Id<Tag> id, size_t seed = 0) noexcept
{
    return ::qHash(id.value, seed);
}

using TicketId = Id<struct TicketTag>;
using ArticleId = Id<struct ArticleTag>;
using AttachmentId = Id<struct AttachmentTag>;
using PersonId = Id<struct PersonTag>;
using OrganizationId = Id<struct OrganizationTag>;
using QueueId = Id<struct QueueTag>;
using CategoryId = Id<struct CategoryTag>;
using StateId = Id<struct StateTag>;
using PriorityId = Id<struct PriorityTag>;
using SavedViewId = Id<struct SavedViewTag>;
using MailboxId = Id<struct MailboxTag>;
using MailTextId = Id<struct MailTextTag>;
using MailArrivalId = Id<struct MailArrivalTag>;
using HeldMailId = Id<struct HeldMailTag>;
using OutboundMailId = Id<struct OutboundMailTag>;
using CalendarId = Id<struct CalendarTag>;
using CalendarVersionId = Id<struct CalendarVersionTag>;
using SlaPolicyId = Id<struct SlaPolicyTag>;
using SlaPolicyVersionId = Id<struct SlaPolicyVersionTag>;
using NotificationId = Id<struct NotificationTag>;
using SlaTaskId = Id<struct SlaTaskTag>;
using ReportItemId = Id<struct ReportItemTag>;
using WorkEntryId = Id<struct WorkEntryTag>;

/// Identity of a command, chosen by whoever issues it; repeating it changes nothing.
using CommandId = QUuid;

} // namespace deskhand
