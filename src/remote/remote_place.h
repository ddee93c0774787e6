// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <functional>
#include <optional>

namespace deskhand {

/// Who one is at a proxy.
struct ProxyLogin {
    QString user;
    QString password;
};

/// How long things may take, in milliseconds. Tests have less patience than people.
struct RemoteTimes {
    int answer = 30'000;      ///< without a byte, of a question or a command
    int slowAnswer = 180'000; ///< likewise, of what may be reckoned for long (slaImpact)
    int poll = 2'000;         ///< between two looks at the feed without a WebSocket
    int look = 4 * 60'000;    ///< between two looks all the same: a session that asks nothing for long is forgotten
    int ping = 15'000; ///< between two signs of life over the WebSocket; half of it without an answer: it is dead
    int socketOpening = 10'000;
    int firstPause = 500; ///< before the way is tried again; doubled each time, and each time a bit less by chance
    int longestPause = 30'000;
    int ownChanges = 3'000; ///< that the feed waits for the answer of a command whose changes it has seen
};

/// A service and the way to it. Certificates are always checked, TLS is 1.2 or newer, and nothing is ever sent without
/// it but to this computer itself.
struct RemotePlace {
    QUrl service;   ///< of serverUrl()
    QString caFile; ///< PEM, the only authorities that are trusted then; empty: those of the system
    /// Asked when a proxy wants to know who comes; nothing: fails with ConnectProblem::ProxyLogin. Called in the
    /// network's thread, and must not wait for a person. Which proxy is used is the program's choice
    /// (QNetworkProxyFactory).
    std::function<std::optional<ProxyLogin>(const QString &proxyHost, int port)> proxyLogin;
    RemoteTimes times;
};

} // namespace deskhand
