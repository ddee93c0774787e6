// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/dovecot_server.h"

namespace deskhand::test {

/// A throw-away Postfix on loopback and free ports, with a queue of its own in a temporary folder. It takes mail for
/// anybody at example.test and hands it to a Dovecot by LMTP, which sends reports for those it does not know; whoever
/// signs in as an account of that Dovecot may send to elsewhere, and gets a report, too: nothing leaves this computer.
class PostfixServer
{
public:
    /// Null where Postfix is not installed or this user is not root, which it needs. The Dovecot must outlive it.
    static std::unique_ptr<PostfixServer> start(DovecotServer &dovecot, const QString &certificate, const QString &key,
                                                const QStringList &settings = {});
    ~PostfixServer();

    [[nodiscard]] int port() const { return m_port; }       ///< plain, with STARTTLS
    [[nodiscard]] int tlsPort() const { return m_tlsPort; } ///< TLS at once
    /// The mailbox of an account of the Dovecot, sending by this server.
    [[nodiscard]] Mailbox sender(const Mailbox &receiver, MailEncryption encryption) const;
    /// Tries what waits in the queue now.
    void flush();
    /// Whether every mail that it took has been handed on, reports included.
    [[nodiscard]] bool isQueueEmpty() const;
    [[nodiscard]] QByteArray log() const;

private:
    PostfixServer() = default;
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    void writeConfiguration(const DovecotServer &dovecot, const QString &certificate, const QString &key,
                            const QStringList &settings);
    void launch();

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
    int m_tlsPort = 0;
};

} // namespace deskhand::test
