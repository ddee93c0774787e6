// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/password_hash.h"

#include "base/text_folding.h"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

Error unfitPassword(const char *reason)
{
    return Error{ErrorCode::Invalid,
                 QStringLiteral("accounts.password"),
                 QStringLiteral("this cannot be a password"),
                 {{QStringLiteral("password"), QString::fromLatin1(reason)}}};
}

} // namespace

Result<QByteArray> hashPassword(const QByteArray &password, const PasswordCost &cost)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    const bool done =
        sodium_init() >= 0
        && crypto_pwhash_str_alg(hash.data(), password.constData(), static_cast<unsigned long long>(password.size()),
                                 cost.passes, cost.bytes, crypto_pwhash_ALG_ARGON2ID13)
               == 0;
    if (!done)
        return Error{ErrorCode::Internal,
                     QStringLiteral("accounts.password"),
                     QStringLiteral("there is not enough memory for a password"),
                     {}};
    return QByteArray(hash.data());
}

bool verifyPassword(const QByteArray &hash, const QByteArray &password)
{
    return sodium_init() >= 0 && hash.size() < qsizetype(crypto_pwhash_STRBYTES)
           && crypto_pwhash_str_verify(hash.constData(), password.constData(),
                                       static_cast<unsigned long long>(password.size()))
                  == 0;
}

bool needsRehash(const QByteArray &hash, const PasswordCost &cost)
{
    return hash.size() < qsizetype(crypto_pwhash_STRBYTES)
           && crypto_pwhash_str_needs_rehash(hash.constData(), cost.passes, cost.bytes) != 0;
}

Result<void> checkPassword(const QByteArray &password, const QString &name, const QString &address)
{
    if (password.size() > longestPassword)
        return unfitPassword("too-long");
    const QString text = QString::fromUtf8(password);
    const QVector<uint> characters = text.toUcs4();
    if (characters.size() < shortestPassword)
        return unfitPassword("too-short");
    const bool oneSign = std::all_of(characters.cbegin(), characters.cend(),
                                     [&characters](uint character) { return character == characters.first(); });
    const QString folded = foldText(text);
    if (oneSign || folded == foldText(name) || folded == foldText(address))
        return unfitPassword("too-easy");
    return {};
}

} // namespace deskhand
