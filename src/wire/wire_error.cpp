// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wire_error.h"

namespace deskhand {

namespace {

constexpr ErrorCode everyErrorCode[] = {
    ErrorCode::Offline, ErrorCode::Timeout,  ErrorCode::Busy,     ErrorCode::Cancelled, ErrorCode::Unauthenticated,
    ErrorCode::Denied,  ErrorCode::NotFound, ErrorCode::Conflict, ErrorCode::Invalid,   ErrorCode::Integrity,
    ErrorCode::Corrupt, ErrorCode::TooOld,   ErrorCode::TooNew,   ErrorCode::Internal};

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
                json.value(QLatin1String("payload")).toObject().toVariantMap()};
    const QString name = json.value(QLatin1String("code")).toString();
    for (const ErrorCode code : everyErrorCode) {
        if (errorCodeName(code) == name)
            error.code = code;
    }
    return error;
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
    case 429: return ErrorCode::Busy;
    case 502:
    case 503: return ErrorCode::Offline;
    default: return ErrorCode::Internal;
    }
}

} // namespace deskhand
