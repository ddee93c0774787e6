// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/seal_key_file.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace deskhand {
namespace {

const QByteArray sealKeyHeading = QByteArrayLiteral("deskhand key 1\n");
constexpr qint64 largestKeyFile = 1024;
constexpr int keyNameDigits = 32;

Error sealKeyError(ErrorCode code, const QString &detail, const QString &path)
{
    return Error{code, QStringLiteral("replica.sealKey"), detail, {{QStringLiteral("path"), path}}};
}

Result<void> writeKeyFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return sealKeyError(ErrorCode::Denied, file.errorString(), path);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner); // before there is anything to read
    if (file.write(content) != content.size() || !file.flush())
        return sealKeyError(ErrorCode::Integrity, file.errorString(), path);
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0)
        return sealKeyError(ErrorCode::Integrity, qt_error_string(), path);
#endif
    return file.commit() ? Result<void>() : sealKeyError(ErrorCode::Integrity, file.errorString(), path);
}

} // namespace

QString sealKeyText(const QByteArray &publicKey)
{
    return QString::fromLatin1(publicKey.toBase64());
}

QByteArray sealKeyFromText(const QString &text)
{
    return QByteArray::fromBase64(text.toLatin1());
}

QString sealKeyFolder(const QString &settingsFolder)
{
    return settingsFolder + QStringLiteral("/keys");
}

QString sealKeyPath(const QString &place, const QString &publicKey)
{
    if (place.endsWith(QStringLiteral(".key")))
        return place;
    const QByteArray hash = QCryptographicHash::hash(sealKeyFromText(publicKey), QCryptographicHash::Sha256);
    return place + u'/' + QString::fromLatin1(hash.toHex().left(keyNameDigits)) + QStringLiteral(".key");
}

Result<SealKeys> makeSealKeyFile(const QString &place)
{
    SealKeys keys = makeSealKeys();
    if (keys.publicKey.isEmpty())
        return sealKeyError(ErrorCode::Internal, QStringLiteral("no key was made"), place);
    const QString path = sealKeyPath(place, sealKeyText(keys.publicKey));
    const QString folder = QFileInfo(path).absolutePath();
    if (QFileInfo::exists(path))
        return sealKeyError(ErrorCode::Denied, QStringLiteral("there is a key already"), path);
    if (!QDir().exists(folder)) {
        if (!QDir().mkpath(folder))
            return sealKeyError(ErrorCode::Denied, QStringLiteral("cannot make the folder"), folder);
        QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner);
    }
    QByteArray content = sealKeyHeading + keys.secretKey.toBase64() + '\n';
    const Result<void> written = writeKeyFile(path, content);
    wipe(&content);
    if (!written)
        return written.error();
    return keys;
}

Result<SealKeys> readSealKeyFile(const QString &place, const QString &publicKey)
{
    const QString path = sealKeyPath(place, publicKey);
    QFile file(path);
    if (!file.exists())
        return sealKeyError(ErrorCode::NotFound, QStringLiteral("this computer does not have the desk's key"), path);
#ifdef Q_OS_UNIX
    constexpr auto others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (file.permissions() & others)
        return sealKeyError(ErrorCode::Denied, QStringLiteral("others can read the key: set its mode to 0600"), path);
#endif
    if (!file.open(QIODevice::ReadOnly))
        return sealKeyError(ErrorCode::Denied, file.errorString(), path);
    QByteArray content = file.read(largestKeyFile);
    SealKeys keys;
    if (content.startsWith(sealKeyHeading))
        keys.secretKey = QByteArray::fromBase64(content.mid(sealKeyHeading.size()).trimmed());
    wipe(&content);
    keys.publicKey = publicKeyOf(keys.secretKey);
    if (keys.publicKey.isEmpty())
        return sealKeyError(ErrorCode::Corrupt, QStringLiteral("this is not a key"), path);
    if (keys.publicKey != sealKeyFromText(publicKey)) {
        wipe(&keys.secretKey);
        return sealKeyError(ErrorCode::Corrupt, QStringLiteral("this is the key of another desk"), path);
    }
    return keys;
}

} // namespace deskhand
