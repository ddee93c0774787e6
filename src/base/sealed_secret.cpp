// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sealed_secret.h"

#include <sodium.h>

namespace deskhand {
namespace {

bool sodiumIsReady()
{
    static const bool ready = sodium_init() >= 0;
    return ready;
}

unsigned char *bytesOf(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

} // namespace

SealKeys makeSealKeys()
{
    SealKeys keys{QByteArray(crypto_box_PUBLICKEYBYTES, '\0'), QByteArray(crypto_box_SECRETKEYBYTES, '\0')};
    if (!sodiumIsReady() || crypto_box_keypair(bytesOf(keys.publicKey), bytesOf(keys.secretKey)) != 0)
        return {};
    return keys;
}

QByteArray publicKeyOf(const QByteArray &secretKey)
{
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    if (secretKey.size() != qsizetype(crypto_box_SECRETKEYBYTES) || !sodiumIsReady()
        || crypto_scalarmult_base(bytesOf(publicKey), bytesOf(secretKey)) != 0)
        return {};
    return publicKey;
}

QByteArray sealSecret(const QByteArray &publicKey, const QByteArray &plain)
{
    if (publicKey.size() != qsizetype(crypto_box_PUBLICKEYBYTES) || !sodiumIsReady())
        return {};
    QByteArray sealed(plain.size() + qsizetype(crypto_box_SEALBYTES), '\0');
    if (crypto_box_seal(bytesOf(sealed), bytesOf(plain), quint64(plain.size()), bytesOf(publicKey)) != 0)
        return {};
    return sealed;
}

Result<QByteArray> openSecret(const SealKeys &keys, const QByteArray &sealed)
{
    const Error denied{ErrorCode::Denied, QStringLiteral("base.openSecret"), QStringLiteral("not for this key"), {}};
    const bool fits = keys.publicKey.size() == qsizetype(crypto_box_PUBLICKEYBYTES)
                      && keys.secretKey.size() == qsizetype(crypto_box_SECRETKEYBYTES)
                      && sealed.size() >= qsizetype(crypto_box_SEALBYTES) && sodiumIsReady();
    if (!fits)
        return denied;
    QByteArray plain(sealed.size() - qsizetype(crypto_box_SEALBYTES), '\0');
    if (crypto_box_seal_open(bytesOf(plain), bytesOf(sealed), quint64(sealed.size()), bytesOf(keys.publicKey),
                             bytesOf(keys.secretKey))
        != 0)
        return denied;
    return plain;
}

void wipe(QByteArray *secret)
{
    if (!secret->isEmpty())
        sodium_memzero(secret->data(), size_t(secret->size()));
    secret->clear();
}

} // namespace deskhand
