// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/account_calls.h"
#include "wire/desk_calls.h"
#include "wire/sync_calls.h"

namespace deskhand {

// The parameters of calls, for their decoders and for the description. Found by wireType<T>().

[[nodiscard]] const WireType &wireShape(const CatalogCall *);
[[nodiscard]] const WireType &wireShape(const TicketsCall *);
[[nodiscard]] const WireType &wireShape(const RowsCall *);
[[nodiscard]] const WireType &wireShape(const CountsCall *);
[[nodiscard]] const WireType &wireShape(const TicketCall *);
[[nodiscard]] const WireType &wireShape(const TicketByNumberCall *);
[[nodiscard]] const WireType &wireShape(const ThreadCall *);
[[nodiscard]] const WireType &wireShape(const HistoryCall *);
[[nodiscard]] const WireType &wireShape(const SearchCall *);
[[nodiscard]] const WireType &wireShape(const PeopleCall *);
[[nodiscard]] const WireType &wireShape(const ViewsCall *);
[[nodiscard]] const WireType &wireShape(const ChangesSinceCall *);
[[nodiscard]] const WireType &wireShape(const SignedInCall *);
[[nodiscard]] const WireType &wireShape(const MailSetupCall *);
[[nodiscard]] const WireType &wireShape(const MailReportCall *);
[[nodiscard]] const WireType &wireShape(const HeldMailsCall *);
[[nodiscard]] const WireType &wireShape(const OutboxCall *);
[[nodiscard]] const WireType &wireShape(const TicketSlaCall *);
[[nodiscard]] const WireType &wireShape(const SlaImpactCall *);
[[nodiscard]] const WireType &wireShape(const ReportCall *);
[[nodiscard]] const WireType &wireShape(const ReportShelfCall *);
[[nodiscard]] const WireType &wireShape(const SlaTasksCall *);
[[nodiscard]] const WireType &wireShape(const NotificationsCall *);

[[nodiscard]] const WireType &wireShape(const SignInCall *);
[[nodiscard]] const WireType &wireShape(const SignOutCall *);
[[nodiscard]] const WireType &wireShape(const SessionsCall *);
[[nodiscard]] const WireType &wireShape(const RevokeSessionCall *);
[[nodiscard]] const WireType &wireShape(const ChangePasswordCall *);
[[nodiscard]] const WireType &wireShape(const OfferSecondFactorCall *);
[[nodiscard]] const WireType &wireShape(const ConfirmSecondFactorCall *);
[[nodiscard]] const WireType &wireShape(const DropSecondFactorCall *);
[[nodiscard]] const WireType &wireShape(const LinkCall *);
[[nodiscard]] const WireType &wireShape(const AcceptLinkCall *);
[[nodiscard]] const WireType &wireShape(const RequestResetCall *);

[[nodiscard]] const WireType &wireShape(const SyncHeadCall *);
[[nodiscard]] const WireType &wireShape(const SyncSettingsCall *);
[[nodiscard]] const WireType &wireShape(const SyncTicketsCall *);

} // namespace deskhand
