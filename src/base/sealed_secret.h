// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace deskhand {

/// A key pair that secrets are sealed with: anybody who knows the public half can seal, only who has the secret half
/// can open. The desk keeps the public half; the secret one is in a file of the computer that does the work.
struct SealKeys {
    QByteArray publicKey; ///< 32 bytes
    QByteArray secretKey; ///< 32 bytes; overwritten by wipe()
};

// libsodium's sealed boxes (X25519, XSalsa20-Poly1305). Thread-safe.
[[nodiscard]] SealKeys makeSealKeys();
[[nodiscard]] QByteArray publicKeyOf(const QByteArray &secretKey);                         ///< empty: not a key
[[nodiscard]] QByteArray sealSecret(const QByteArray &publicKey, const QByteArray &plain); ///< empty: not a key
/// Errors: Denied (sealed for another key, or damaged).
[[nodiscard]] Result<QByteArray> openSecret(const SealKeys &keys, const QByteArray &sealed);

/// Overwrites the bytes with zeros, in a way that is not optimised away.
void wipe(QByteArray *secret);

} // namespace deskhand
