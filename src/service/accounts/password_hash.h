// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

namespace deskhand {

/// What Argon2id costs: libsodium's INTERACTIVE, 0.2 s and 64 MiB on a core of a small server.
struct PasswordCost {
    unsigned long long passes = 2;
    size_t bytes = size_t(64) * 1024 * 1024;
};

inline constexpr int shortestPassword = 10; ///< characters
inline constexpr int longestPassword = 512; ///< bytes of UTF-8

/// Argon2id with a salt of its own, as libsodium writes it: cost and salt are part of it. Thread-safe; takes as long
/// and as much memory as the cost says. Errors: Internal (not enough memory).
[[nodiscard]] Result<QByteArray> hashPassword(const QByteArray &password, const PasswordCost &cost);
/// Takes as long whatever is wrong with the password; false also for what is no hash.
[[nodiscard]] bool verifyPassword(const QByteArray &hash, const QByteArray &password);
/// It was made at another cost.
[[nodiscard]] bool needsRehash(const QByteArray &hash, const PasswordCost &cost);

/// Invalid with payload "password" → "too-short", "too-long", "too-easy" (the name, the address, one sign repeated).
[[nodiscard]] Result<void> checkPassword(const QByteArray &password, const QString &name, const QString &address);

} // namespace deskhand
