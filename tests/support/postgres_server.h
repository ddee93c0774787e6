// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/postgres_address.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace deskhand::test {

/// A throw-away PostgreSQL on loopback and a free port, in a temporary folder; stopped and removed at the end. As root
/// it runs as the user "postgres", because it refuses to be root.
class PostgresServer
{
public:
    /// Null where PostgreSQL is not installed. A server that is installed but does not start ends the test program.
    /// `settings`: of postgresql.conf, "name=value".
    static std::unique_ptr<PostgresServer> start(const QStringList &settings = {});
    /// One whose data stays in `folder` and is used again.
    static std::unique_ptr<PostgresServer> startKept(const QString &folder, const QStringList &settings);
    /// For tests that crash the server, but not the machine: they need not wait for the disk.
    static QStringList withoutWaitingForTheDisk() { return {QStringLiteral("fsync=off")}; }
    ~PostgresServer();

    /// A new, empty database, entered as the server's superuser.
    [[nodiscard]] PostgresAddress newDatabase();
    /// A new one with what the database of that name has, which `fill` has filled when it is asked for first.
    [[nodiscard]] PostgresAddress newDatabaseLike(const QString &name,
                                                  const std::function<void(const PostgresAddress &)> &fill);
    /// The database of that name, made when it is not there.
    [[nodiscard]] PostgresAddress database(const QString &name);
    /// Runs a statement in a database as its superuser; the program ends when it fails. Gives what psql prints.
    QString psql(const PostgresAddress &address, const QString &sql);
    /// Lines of pg_hba.conf that come before the one that lets everybody in; none: as at the beginning.
    void setAccess(const QStringList &lines);
    /// Encrypts for those who want it; empty files: no more.
    void setTls(const QString &certificate, const QString &key);
    /// What psql says to a script that somebody types, as `address.user`; the desk's schema is on the search path.
    struct Attempt {
        QString output;
        QString errors; ///< with VERBOSITY sqlstate
    };
    [[nodiscard]] Attempt attempt(const PostgresAddress &address, const QString &script);
    /// Stops at once, as with a power cut, and starts again on the same port.
    void crash();
    void restart();

    /// The path of one of PostgreSQL's programs.
    [[nodiscard]] QString tool(const char *name) const;

private:
    PostgresServer() = default;
    static std::unique_ptr<PostgresServer> startIn(const QString &folder, const QStringList &settings);
    [[nodiscard]] PostgresAddress newDatabaseFrom(const QString &name);
    [[nodiscard]] PostgresAddress addressOf(const QString &database) const;
    [[nodiscard]] QString path(const QString &name) const { return m_path + u'/' + name; }
    void stop(const char *signal);
    void initialise();
    void launch();
    void installFile(const QString &from, const QString &name, bool secret);
    void reload();
    void run(const QString &program, const QStringList &arguments);

    std::unique_ptr<QTemporaryDir> m_folder; ///< null: it stays
    QString m_path;
    QStringList m_settings;
    QString m_tools; ///< folder of the server's programs
    QProcess m_process;
    int m_port = 0;
    int m_databases = 0;
    QStringList m_filled; ///< databases that others are made like
};

} // namespace deskhand::test
