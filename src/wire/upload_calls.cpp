// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/upload_calls.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace deskhand {

namespace {

constexpr QLatin1String sha256Key{"sha256"};
constexpr QLatin1String sizeKey{"size"};
constexpr QLatin1String uploadedKey{"uploaded"};
constexpr qsizetype sha256Bytes = 32;
/// A name and a hash; nothing that is longer is looked at.
constexpr qsizetype longestUploadedCommand = 200;

QString hexOf(const QByteArray &sha256)
{
    return QString::fromLatin1(sha256.toHex());
}

QJsonObject hexSchema()
{
    return {{QStringLiteral("type"), QStringLiteral("string")},
            {QStringLiteral("pattern"), QStringLiteral("^[0-9a-f]{64}$")}};
}

QJsonObject objectSchema(const QJsonObject &properties)
{
    QJsonArray required;
    const QStringList keys = properties.keys();
    for (const QString &key : keys)
        required.append(key);
    return {{QStringLiteral("type"), QStringLiteral("object")},
            {QStringLiteral("properties"), properties},
            {QStringLiteral("required"), required},
            {QStringLiteral("additionalProperties"), false}};
}

} // namespace

std::optional<QByteArray> sha256OfPath(const QByteArray &parameter)
{
    const QByteArray sha256 = QByteArray::fromHex(parameter);
    return sha256.size() == sha256Bytes && sha256.toHex() == parameter ? std::optional(sha256) : std::nullopt;
}

QByteArray encodeUploadAnswer(const UploadAnswer &answer)
{
    return QJsonDocument(QJsonObject{{sha256Key, hexOf(answer.sha256)}, {sizeKey, answer.size}})
        .toJson(QJsonDocument::Compact);
}

Result<UploadAnswer> decodeUploadAnswer(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto sha256 = sha256OfPath(object.value(sha256Key).toString().toLatin1());
    const qint64 size = object.value(sizeKey).toInteger(-1);
    if (!sha256 || size < 0)
        return Error{ErrorCode::Corrupt, QStringLiteral("wire.upload"), QStringLiteral("no answer to an upload"), {}};
    return UploadAnswer{*sha256, size};
}

QJsonObject uploadAnswerSchema()
{
    return objectSchema(
        {{sha256Key, hexSchema()}, {sizeKey, QJsonObject{{QStringLiteral("type"), QStringLiteral("integer")}}}});
}

QByteArray encodeUploadedCommand(const QByteArray &sha256)
{
    return QJsonDocument(QJsonObject{{uploadedKey, hexOf(sha256)}}).toJson(QJsonDocument::Compact);
}

std::optional<QByteArray> decodeUploadedCommand(const QByteArray &json)
{
    if (json.size() > longestUploadedCommand)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.size() != 1 || !object.contains(uploadedKey))
        return std::nullopt;
    return sha256OfPath(object.value(uploadedKey).toString().toLatin1());
}

QJsonObject uploadedCommandSchema()
{
    return objectSchema({{uploadedKey, hexSchema()}});
}

} // namespace deskhand
