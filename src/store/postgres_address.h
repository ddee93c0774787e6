// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace deskhand {

/// How the way to the server is protected. There is no "when possible": what is asked for happens or nothing does.
enum class PostgresTls {
    VerifyFull, ///< encrypted, and the certificate is for this host and from an authority that is trusted
    Off,        ///< for a server on the same machine
};

/// Where a desk on PostgreSQL is and who enters it.
struct PostgresAddress {
    QString host;
    int port = 5432;
    QString database;
    QString user;
    QString password; ///< empty: none is sent
    PostgresTls tls = PostgresTls::VerifyFull;
    QString caFile; ///< certificates of the trusted authorities; empty: those of the machine's user (libpq's default)

    bool operator==(const PostgresAddress &) const = default;
};

/// Whether a desk's name means a server: it begins with "postgresql://".
[[nodiscard]] bool isPostgresUrl(const QString &text);

/// Reads postgresql://USER[:PASSWORD]@HOST[:PORT]/DATABASE[?sslmode=verify-full|disable][&sslrootcert=FILE].
/// Other values of sslmode are refused, because they look safe and are not. Errors: Invalid.
[[nodiscard]] Result<PostgresAddress> postgresAddressFromUrl(const QString &text);

} // namespace deskhand
