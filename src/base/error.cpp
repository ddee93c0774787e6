// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"

namespace deskhand {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline: return QStringLiteral("offline");
    case ErrorCode::Timeout: return QStringLiteral("timeout");
    case ErrorCode::Busy: return QStringLiteral("busy");
    case ErrorCode::Cancelled: return QStringLiteral("cancelled");
    case ErrorCode::Unauthenticated: return QStringLiteral("unauthenticated");
    case ErrorCode::Denied: return QStringLiteral("denied");
    case ErrorCode::NotFound: return QStringLiteral("not-found");
    case ErrorCode::Conflict: return QStringLiteral("conflict");
    case ErrorCode::Invalid: return QStringLiteral("invalid");
    case ErrorCode::Integrity: return QStringLiteral("integrity");
    case ErrorCode::Corrupt: return QStringLiteral("corrupt");
    case ErrorCode::TooOld: return QStringLiteral("too-old");
    case ErrorCode::TooNew: return QStringLiteral("too-new");
    case ErrorCode::Internal: return QStringLiteral("internal");
    }
    return QStringLiteral("internal");
}

} // namespace deskhand
