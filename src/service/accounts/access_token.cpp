// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/access_token.h"

#include <QCryptographicHash>

#include <sodium.h>

#include <cstdlib>

namespace deskhand {
namespace {

constexpr qsizetype tokenBytes = 32;
constexpr qsizetype kindSize = 4;
constexpr int recoverySigns = 16;
constexpr QByteArray::Base64Options tokenSpelling =
    QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors;
/// 32 signs, none of which looks like another.
constexpr char recoveryAlphabet[] = "abcdefghijkmnpqrstuvwxyz23456789";

QByteArray kindText(TokenKind kind)
{
    switch (kind) {
    case TokenKind::Session: return "dhs_";
    case TokenKind::Api: return "dha_";
    case TokenKind::Link: return "dhl_";
    }
    return {};
}

QByteArray randomBytes(qsizetype count)
{
    if (sodium_init() < 0)
        std::abort(); // without randomness nothing here is worth anything
    QByteArray bytes(count, '\0');
    randombytes_buf(bytes.data(), size_t(count));
    return bytes;
}

QByteArray sha256Of(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256);
}

} // namespace

FreshToken makeToken(TokenKind kind)
{
    const QByteArray text = kindText(kind) + randomBytes(tokenBytes).toBase64(tokenSpelling);
    return {text, sha256Of(text)};
}

std::optional<QByteArray> tokenSha256(const QByteArray &text, TokenKind kind)
{
    if (!text.startsWith(kindText(kind)))
        return {};
    const QByteArray spelled = text.mid(kindSize);
    const auto decoded = QByteArray::fromBase64Encoding(spelled, tokenSpelling);
    if (!decoded || (*decoded).size() != tokenBytes || (*decoded).toBase64(tokenSpelling) != spelled)
        return {};
    return sha256Of(text);
}

QByteArray makeRecoveryCode()
{
    const QByteArray bytes = randomBytes(recoverySigns);
    QByteArray code;
    for (int i = 0; i < recoverySigns; ++i) {
        if (i > 0 && i % 4 == 0)
            code += '-';
        code += recoveryAlphabet[uchar(bytes[i]) % 32];
    }
    return code;
}

std::optional<QByteArray> recoveryCodeSha256(const QByteArray &typed)
{
    QByteArray code;
    for (const char sign : typed.toLower()) {
        if (sign == '-' || sign == ' ')
            continue;
        if (!QByteArrayView(recoveryAlphabet).contains(sign))
            return {};
        code += sign;
    }
    return code.size() == recoverySigns ? std::optional(sha256Of(code)) : std::nullopt;
}

} // namespace deskhand
