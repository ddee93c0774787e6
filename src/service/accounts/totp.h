// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QString>

namespace deskhand {

// Codes by the time (RFC 6238) out of a shared secret, as apps on telephones show them: HMAC-SHA-1, steps of 30 s, six
// digits.

/// 160 bits, as RFC 4226 recommends.
[[nodiscard]] QByteArray makeTotpSecret();

[[nodiscard]] inline qint64 totpStep(Instant now)
{
    return now / 30'000;
}
[[nodiscard]] QString totpCode(const QByteArray &secret, qint64 step, int digits = 6);

/// The step, of the present one and its neighbours, whose code that is and which is later than `lastStep`; 0: none.
[[nodiscard]] qint64 matchTotp(const QByteArray &secret, const QString &code, Instant now, qint64 lastStep);

/// RFC 4648 without padding.
[[nodiscard]] QString base32Text(const QByteArray &bytes);
/// "otpauth://totp/…" for an app.
[[nodiscard]] QString totpUri(const QByteArray &secret, const QString &issuer, const QString &account);

} // namespace deskhand
