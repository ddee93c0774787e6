// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QUrl>
#include <QUuid>

namespace deskhand::test {

/// A deskhandd of its own on loopback and a free port, as it is started in earnest. It stops with this object. A
/// failure to start ends the test program. Whoever uses it links the service layer and depends on the target deskhandd.
class ServiceProcess
{
public:
    /// `place`: the desk's file, or its address on a server. `flags`: more of deskhandd's. Its jobs are off unless a
    /// flag says otherwise; with a certificate among the flags it speaks TLS.
    explicit ServiceProcess(const QString &place, const QStringList &flags = {});
    ~ServiceProcess();

    [[nodiscard]] quint16 port() const { return m_port; }
    /// "http://127.0.0.1:4711", with TLS "https://localhost:4711".
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }

    /// SIGTERM: it drains. Gives the exit code; -1: it did not end in time.
    int terminate(int milliseconds = 30'000);
    /// SIGKILL: nothing is said to anybody.
    void kill();
    void hangUp(); ///< SIGHUP
    /// Starts it again, on the same port.
    void start();
    /// Everything that it has logged so far.
    [[nodiscard]] QByteArray log();

    /// Gives somebody an account with this password, which costs next to nothing to check the first time.
    static void givePassword(const QString &place, PersonId person, const QByteArray &password);
    /// A session without signing in: its token, good for hours.
    [[nodiscard]] static QByteArray openSession(const QString &place, PersonId person);
    /// A token for a program of somebody who has an account; `scopes`: AccessScope, or-ed. `id`: what it is revoked by.
    [[nodiscard]] static QByteArray openApiToken(const QString &place, PersonId person, int scopes,
                                                 QUuid *id = nullptr);
    /// Likewise, for everything that the person may do.
    [[nodiscard]] static QByteArray newApiToken(const QString &place, PersonId person);

private:
    void readLog();

    QString m_place;
    QStringList m_flags;
    QProcess m_process;
    QByteArray m_log;
    quint16 m_port = 0;
};

} // namespace deskhand::test
