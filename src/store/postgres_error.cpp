// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_error.h"

#include <QSqlError>

namespace deskhand {
namespace {

struct StateMeaning {
    const char *beginning; ///< of the SQLSTATE; the first that fits counts
    ErrorCode code;
};

constexpr StateMeaning stateMeanings[] = {
    {"40001", ErrorCode::Busy},         // serialization failure
    {"40P01", ErrorCode::Busy},         // deadlock
    {"55P03", ErrorCode::Busy},         // lock not available
    {"57014", ErrorCode::Cancelled},    // query cancelled
    {"57P", ErrorCode::Offline},        // the server goes down or ended the session
    {"08", ErrorCode::Offline},         // connection
    {"53", ErrorCode::Offline},         // out of connections, memory, disk
    {"58", ErrorCode::Offline},         // the server's disk
    {"25P03", ErrorCode::Offline},      // idle in a transaction too long
    {"28", ErrorCode::Unauthenticated}, // password, role
    {"3D000", ErrorCode::NotFound},     // database
    {"42501", ErrorCode::Denied},       // no right to it
    {"25006", ErrorCode::Denied},       // read-only transaction
    {"44", ErrorCode::Denied},          // row policy, check option
    {"23", ErrorCode::Integrity},       // constraint
    {"22021", ErrorCode::Invalid},      // a character that the database cannot keep
    {"XX001", ErrorCode::Corrupt},      // data
    {"XX002", ErrorCode::Corrupt},      // index
};

ErrorCode codeOfState(const QString &state, bool isBroken)
{
    for (const StateMeaning &meaning : stateMeanings) {
        if (state.startsWith(QLatin1String(meaning.beginning)))
            return meaning.code;
    }
    return isBroken ? ErrorCode::Offline : ErrorCode::Internal;
}

} // namespace

Error postgresError(const QSqlError &error, bool isBroken, const QString &where)
{
    const QString state = error.nativeErrorCode();
    // Only the first line: the others may quote values, which are customers' words.
    const QString message = error.databaseText().section(u'\n', 0, 0);
    return Error{codeOfState(state, isBroken),
                 where,
                 QStringLiteral("%1 (%2)").arg(message, state),
                 {{QStringLiteral("native"), state}}};
}

} // namespace deskhand
