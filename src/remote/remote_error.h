// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QNetworkReply>
#include <QSslError>

namespace deskhand {

/// What went wrong on the way, before there was an answer: Offline or Timeout with a ConnectProblem where it is known.
[[nodiscard]] Error networkError(QNetworkReply::NetworkError error, const QList<QSslError> &tlsErrors,
                                 const QString &detail);
/// Of a certificate that is not accepted: the most telling of what is wrong with it.
[[nodiscard]] Error certificateError(const QList<QSslError> &tlsErrors);

/// Whether the other side went away in the middle, so that the same may be asked once more at once.
[[nodiscard]] bool isDropped(QNetworkReply::NetworkError error);

/// An answer with a status that is no success. `body` is read when it is ours (JSON); a proxy's says nothing.
[[nodiscard]] Error statusError(int status, const QByteArray &contentType, const QByteArray &body,
                                const QByteArray &retryAfter);
/// A success whose content is not what was asked for, or a way to somewhere else.
[[nodiscard]] Error strangeAnswer(int status, const QByteArray &contentType);

/// Of HTTP's Retry-After in seconds; 0: not said.
[[nodiscard]] int retryAfterSeconds(const QByteArray &header);

} // namespace deskhand
