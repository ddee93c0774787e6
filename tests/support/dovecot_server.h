// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/mailbox.h"

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>
#include <QVector>

#include <memory>

namespace deskhand::test {

/// A throw-away Dovecot on loopback and free ports, in a temporary folder: IMAP, POP3 (each plain with STARTTLS, and
/// with TLS at once) and LMTP. Whoever is added has a maildir. As root its workers run as the user "mail".
class DovecotServer
{
public:
    struct Ports {
        int imap = 0;
        int imaps = 0;
        int pop3 = 0;
        int pop3s = 0;
        int lmtp = 0;
        int auth = 0; ///< for a Postfix that asks it about passwords
    };
    /// Null where Dovecot is not installed. `certificate` and `key` are for 127.0.0.1 (see TestCertificates);
    /// `settings` are lines of dovecot.conf. `introspectionUrl`: who is asked about tokens of OAuth 2; empty: there
    /// are none.
    static std::unique_ptr<DovecotServer> start(const QString &certificate, const QString &key,
                                                const QString &introspectionUrl = QString(),
                                                const QStringList &settings = {});
    ~DovecotServer();

    [[nodiscard]] const Ports &ports() const { return m_ports; }
    /// An account; its user is the whole address.
    void addUser(const QString &address, const QString &password);
    /// Puts a mail into a folder as a delivery agent does.
    void deliver(const QString &address, const QByteArray &mail, const QString &folder = QStringLiteral("INBOX"));
    /// The bytes of what lies in a folder, in the order of its arrival.
    [[nodiscard]] QVector<QByteArray> mails(const QString &address, const QString &folder = QStringLiteral("INBOX"));
    /// What doveadm prints for an account.
    QByteArray doveadm(const QStringList &arguments);
    /// A mailbox that receives from an account here by IMAP; the encryption is Tls.
    [[nodiscard]] Mailbox mailbox(const QString &address, const QString &caFile) const;
    [[nodiscard]] QByteArray log() const;
    void stop();
    void restart();

private:
    DovecotServer() = default;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString maildir(const QString &address, const QString &folder) const;
    void writeConfiguration(const QString &certificate, const QString &key, const QString &introspectionUrl,
                            const QStringList &settings);
    void launch();

    QTemporaryDir m_folder;
    QProcess m_process;
    Ports m_ports;
    int m_delivered = 0;
};

} // namespace deskhand::test
