// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "edge/http_server.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QVector>

namespace deskhand {

/// The numbers are those of LogLevel names in the file: "error", "warning", "info", "debug".
enum class LogLevel { Error, Warning, Info, Debug };

/// What `deskhandd` is to do. How it is written is said by configKeys().
struct ServiceConfig {
    QString desk;         ///< file or postgresql:// address
    QString keys;         ///< folder of the desks' keys, or a ".key" file; empty: the program's own folder
    EdgeOptions listen;   ///< address, port, TLS, proxies, limits
    QStringList origins;  ///< of web pages that may open the WebSocket; none: no web page may
    QString metricsToken; ///< who has it may read /metrics; empty: only this machine may
    bool receives = true;
    bool sends = true;
    bool watchesSla = true;
    int querySeconds = 30;
    int drainSeconds = 20;
    int requestsPerSecond = 100; ///< of one session of a person; twenty times as many at once
    int apiRequestsPerSecond = 20;
    qint64 largestUpload = 64LL * 1024 * 1024; ///< bytes; how much a command takes: operations/upload_store.h
    qint64 uploadQuota = 256LL * 1024 * 1024;  ///< bytes of a person's that no command has used yet
    int uploadHours = 24;                      ///< that they are kept
    LogLevel logLevel = LogLevel::Info;
};

/// One thing that can be set: in the file as "key = value" below [section], in the environment as
/// DESKHAND_SECTION_KEY, and as the flag --section-key=VALUE. Of these the later one counts.
struct ConfigKey {
    QString section;
    QString key;
    QString form;                           ///< what the value looks like, for people: "a port, 0 to 65535"
    QString help;                           ///< one line
    [[nodiscard]] QString variable() const; ///< "DESKHAND_LISTEN_PORT"
    [[nodiscard]] QString flag() const;     ///< "listen-port"
};
[[nodiscard]] QVector<ConfigKey> configKeys();

struct ConfigSource {
    QString file; ///< empty: none
    QHash<QString, QString> environment;
    QStringList flags; ///< "--listen-port=8443" or "--listen-port", "8443"
};

/// Errors: Invalid, with every problem in `payload` "problems" (a QStringList, each with its place: file and line,
/// variable or flag); NotFound and Denied (the file cannot be read, or holds a password and others can read it). What
/// a value may not be told of (a password in an address) is in none of them.
[[nodiscard]] Result<ServiceConfig> readServiceConfig(const ConfigSource &source);

/// A configuration file with every key, its usual value and what it means; `desk` is filled in.
[[nodiscard]] QString sampleServiceConfig(const QString &desk);

} // namespace deskhand
