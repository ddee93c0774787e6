// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFuture>
#include <QString>

namespace deskhand {

/// Where a team's desk is and under which name one enters it; never the password.
struct ServerPlace {
    QString host;
    int port = 5432;
    QString database;
    QString user;
    bool verifiesTls = true; ///< encrypted, with a certificate that is checked; false only on this computer
    QString caFile;          ///< certificates of the trusted authorities; empty: those of the machine's user

    bool operator==(const ServerPlace &) const = default;
};

/// postgresql://USER@HOST[:PORT]/DATABASE?…, as on the command line.
[[nodiscard]] QString serverUrl(const ServerPlace &place);
/// "USER@HOST:PORT/DATABASE": which desk and who, however it is reached. Names its drafts, settings and password.
[[nodiscard]] QString serverIdentity(const ServerPlace &place);

/// What a server said of the desk in it.
struct ServerGreeting {
    QString deskName;
    int serverVersion = 0; ///< as PostgreSQL counts: 150004
    QString tls;           ///< "TLSv1.3"; empty: the way is not encrypted
};

/// Looks whether a desk could be entered, and enters nothing. Callable in the GUI's thread.
class ServerTester
{
public:
    virtual ~ServerTester() = default;
    /// Cancelling the future ends the attempt. Errors carry a ConnectProblem where it is known.
    virtual QFuture<Result<ServerGreeting>> greet(const ServerPlace &place, const QString &password) = 0;
};

} // namespace deskhand
