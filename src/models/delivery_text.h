// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "models/time_text.h"

namespace deskhand {

/// How loud a delivery is said.
enum class DeliveryTone { Quiet, Waiting, Warning, Danger };

/// What became of a mail, in one line. The text holds what servers said: never markup.
struct DeliveryLine {
    QString text;
    DeliveryTone tone = DeliveryTone::Quiet;
};

/// "Sent to 2", "Waiting: sends Today 14:05", "Delayed: sarah@… (mailbox full)", "Bounced: sarah@… (5.1.1 no such
/// user) · sent to 1 other".
[[nodiscard]] DeliveryLine deliveryLine(const MailDelivery &mail, Instant now, const TimeWords &words = {});

/// One line for each recipient, with attempts, times and all that servers said: for tooltips and the clipboard.
[[nodiscard]] QString deliveryDetails(const MailDelivery &mail, Instant now, const TimeWords &words = {});

/// "Sent", "Bounced", …
[[nodiscard]] QString deliveryStateText(DeliveryState state);
/// Why a mail to an address did not arrive: "Mail to sarah@… bounced on 3 March 09:12 (5.1.1 no such user)".
[[nodiscard]] QString addressTroubleText(const RecipientDelivery &trouble, Instant now, const TimeWords &words = {});

/// Delayed, refused or bounced: somebody should know.
[[nodiscard]] constexpr bool isDeliveryTrouble(DeliveryState state) noexcept
{
    return state >= DeliveryState::Delayed;
}

/// "12 s", "3 min" for a countdown, "Today 14:05" where it is longer than that.
[[nodiscard]] QString releaseText(Instant releaseAt, Instant now, const TimeWords &words = {});

} // namespace deskhand
