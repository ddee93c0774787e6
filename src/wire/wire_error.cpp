// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wire_error.h"

#include <QJsonArray>

#include <algorithm>

namespace deskhand {

namespace {

/// Numbers of JSON come back as double, lists as lists of anything: whoever asks for a QStringList of ids, or for a
/// qint64 by its type, gets what was put in.
QVariant asPutIn(const QJsonValue &value)
{
    if (value.isDouble() && value.toInteger(-1) == value.toInteger(1))
        return value.toInteger();
    if (value.isArray()) {
        const QJsonArray array = value.toArray();
        const bool isText =
            std::all_of(array.cbegin(), array.cend(), [](const QJsonValue &each) { return each.isString(); });
        QStringList texts;
        QVariantList list;
        for (const QJsonValue &each : array) {
            texts.append(each.toString());
            list.append(asPutIn(each));
        }
        return isText ? QVariant(texts) : QVariant(list);
    }
    if (value.isObject()) {
        QVariantMap map;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            map.insert(it.key(), asPutIn(it.value()));
        return map;
    }
    return value.toVariant();
}

} // namespace

QJsonObject errorToJson(const Error &error)
{
    QJsonObject json{{QStringLiteral("code"), errorCodeName(error.code)}};
    if (!error.where.isEmpty())
        json.insert(QStringLiteral("where"), error.where);
    if (!error.detail.isEmpty())
        json.insert(QStringLiteral("detail"), error.detail);
    if (!error.payload.isEmpty())
        json.insert(QStringLiteral("payload"), QJsonObject::fromVariantMap(error.payload));
    return json;
}

Error errorFromJson(const QJsonObject &json)
{
    Error error{ErrorCode::Internal, json.value(QLatin1String("where")).toString(),
                json.value(QLatin1String("detail")).toString(),
                asPutIn(json.value(QLatin1String("payload")).toObject()).toMap()};
    const QString name = json.value(QLatin1String("code")).toString();
    for (const ErrorCode code : allErrorCodes()) {
        if (errorCodeName(code) == name)
            error.code = code;
    }
    return error;
}

const QVector<ErrorCode> &allErrorCodes()
{
    using enum ErrorCode;
    static const QVector<ErrorCode> all{Offline,  Timeout, Busy,      Cancelled, Unauthenticated, Denied, NotFound,
                                        Conflict, Invalid, Integrity, Corrupt,   TooOld,          TooNew, Internal};
    return all;
}

int httpStatusOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Unauthenticated: return 401;
    case ErrorCode::Denied: return 403;
    case ErrorCode::NotFound: return 404;
    case ErrorCode::Timeout: return 504;
    case ErrorCode::Conflict: return 409;
    case ErrorCode::TooOld:
    case ErrorCode::TooNew: return 426;
    case ErrorCode::Invalid: return 422;
    case ErrorCode::Busy: return 429;
    case ErrorCode::Offline: return 503;
    case ErrorCode::Cancelled:
    case ErrorCode::Integrity:
    case ErrorCode::Corrupt:
    case ErrorCode::Internal: return 500;
    }
    return 500;
}

ErrorCode errorCodeOfHttpStatus(int status)
{
    switch (status) {
    case 401: return ErrorCode::Unauthenticated;
    case 403: return ErrorCode::Denied;
    case 404: return ErrorCode::NotFound;
    case 408:
    case 504: return ErrorCode::Timeout;
    case 409: return ErrorCode::Conflict;
    case 400:
    case 413:
    case 414:
    case 422:
    case 431: return ErrorCode::Invalid;
    case 426: return ErrorCode::TooOld;
    case 429:
    case 507: return ErrorCode::Busy;
    case 502:
    case 503: return ErrorCode::Offline;
    default: return ErrorCode::Internal;
    }
}

} // namespace deskhand
