// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace deskhand {

/// What a token is for; its text begins with it, so that one that got lost is recognised wherever it turns up.
enum class TokenKind {
    Session, ///< "dhs_"
    Api,     ///< "dha_"
    Link,    ///< "dhl_": an invitation or a reset
};

/// 256 bits of the system's randomness as base64url behind the kind; only the SHA-256 is stored. Since it has so many
/// bits nothing slower is needed.
struct FreshToken {
    QByteArray text;
    QByteArray sha256;
};
[[nodiscard]] FreshToken makeToken(TokenKind kind);

/// What is stored of a token that has the right form; nothing for everything else (empty, short, "0", other spellings
/// of the same bits). Looked up by this, the time of the look-up says nothing about the token.
[[nodiscard]] std::optional<QByteArray> tokenSha256(const QByteArray &text, TokenKind kind);

/// Ten codes like "k7pm-2xq9-hw4d-ez3n" (80 bits), each good once in place of the second factor.
[[nodiscard]] QByteArray makeRecoveryCode();
/// What is stored of a code, however it is typed: without its hyphens, in capitals. Nothing: it cannot be one.
[[nodiscard]] std::optional<QByteArray> recoveryCodeSha256(const QByteArray &typed);

} // namespace deskhand
