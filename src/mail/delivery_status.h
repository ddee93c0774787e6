// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"

#include <QByteArrayView>
#include <QString>

namespace deskhand {

/// The recipients of a message/delivery-status (RFC 3464, and 6533 for its UTF-8 form): groups of fields parted by
/// blank lines. Lives with missing types, angle brackets, comments and fields out of their group.
[[nodiscard]] QVector<ReportedRecipient> readDeliveryStatus(QByteArrayView content, int limit);

/// An enhanced status code (RFC 3463) in what a server said of a failure, the first that says more than "5.0.0"; empty:
/// none.
[[nodiscard]] QString statusCodeIn(const QString &text);

/// One for the words of a server that gave none ("user unknown" is 5.1.1), or for its three-digit code.
[[nodiscard]] QString statusFromWords(const QString &text);

/// Whether it says nothing but the class ("5.0.0"), or not even that.
[[nodiscard]] bool isGeneralStatus(const QString &status);

/// What a status code means for the mail: 2 Sent, 4 Delayed, else Bounced.
[[nodiscard]] DeliveryState stateOfStatus(const QString &status);

} // namespace deskhand
