// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/totp.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>

#include <sodium.h>

#include <cstdlib>

namespace deskhand {
namespace {

constexpr int codeDigits = 6;

/// Digits of a code, however they are grouped; empty: it is none.
QByteArray codeDigitsOf(const QString &typed)
{
    QByteArray digits;
    for (const QChar sign : typed) {
        if (sign.isSpace())
            continue;
        if (sign < u'0' || sign > u'9')
            return {};
        digits += char(sign.unicode());
    }
    return digits.size() == codeDigits ? digits : QByteArray();
}

} // namespace

QByteArray makeTotpSecret()
{
    if (sodium_init() < 0)
        std::abort(); // without randomness nothing here is worth anything
    QByteArray secret(20, '\0');
    randombytes_buf(secret.data(), size_t(secret.size()));
    return secret;
}

QString totpCode(const QByteArray &secret, qint64 step, int digits)
{
    QByteArray counter(8, '\0');
    qToBigEndian<qint64>(step, counter.data());
    const QByteArray mac = QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    // RFC 4226, 5.3: four bytes from where the last one says.
    const int place = mac.back() & 0x0f;
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + place) & 0x7fffffff;
    quint32 modulus = 1;
    for (int i = 0; i < digits; ++i)
        modulus *= 10;
    return QString::number(number % modulus).rightJustified(digits, u'0');
}

qint64 matchTotp(const QByteArray &secret, const QString &code, Instant now, qint64 lastStep)
{
    const QByteArray typed = codeDigitsOf(code);
    if (typed.isEmpty())
        return 0;
    qint64 matched = 0;
    for (qint64 step = totpStep(now) - 1; step <= totpStep(now) + 1; ++step) {
        const QByteArray wanted = totpCode(secret, step).toLatin1();
        const bool same = sodium_memcmp(wanted.constData(), typed.constData(), size_t(codeDigits)) == 0;
        if (same && step > lastStep)
            matched = step;
    }
    return matched;
}

QString base32Text(const QByteArray &bytes)
{
    constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    quint32 bits = 0;
    int count = 0;
    for (const char byte : bytes) {
        bits = (bits << 8) | uchar(byte);
        for (count += 8; count >= 5; count -= 5)
            text += QLatin1Char(alphabet[(bits >> (count - 5)) & 31]);
        bits &= (1U << count) - 1;
    }
    if (count > 0)
        text += QLatin1Char(alphabet[(bits << (5 - count)) & 31]);
    return text;
}

QString totpUri(const QByteArray &secret, const QString &issuer, const QString &account)
{
    const QString label = QString::fromLatin1(QUrl::toPercentEncoding(issuer) + ':' + QUrl::toPercentEncoding(account));
    return QStringLiteral("otpauth://totp/%1?secret=%2&issuer=%3&algorithm=SHA1&digits=6&period=30")
        .arg(label, base32Text(secret), QString::fromLatin1(QUrl::toPercentEncoding(issuer)));
}

} // namespace deskhand
