// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_transport.h"
#include "support/dovecot_server.h"
#include "support/postfix_server.h"
#include "support/test_certificates.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace deskhand::test {

/// The world around a desk for one day: a Postfix and a Dovecot with the desk's account and those of its customers, who
/// write by SMTP and find in their mailboxes what the desk sends. One of them has a machine that answers everything and
/// says of itself that it is none.
class MailDay
{
public:
    /// Null, with the reason, where a server cannot be had.
    static std::unique_ptr<MailDay> start(QString *reason);

    [[nodiscard]] static QString deskAddress();
    [[nodiscard]] static QString deskPassword();
    [[nodiscard]] static QString loopAddress(); ///< whose machine answers everything
    [[nodiscard]] static QString goneAddress(); ///< of somebody who has no mailbox
    /// The desk's mailbox at these servers, both ways with TLS.
    [[nodiscard]] Mailbox mailbox() const;

    /// Adds a customer with a mailbox; returns the address.
    QString addCustomer(const QString &name);
    /// Mails handed to the server for the desk, so far.
    [[nodiscard]] int sent() const { return m_sent; }
    /// A letter to the desk. False: the server did not take it.
    bool write(const QString &from, const QString &subject, const QString &text, const QByteArray &moreHeaders = {});
    /// An answer to a mail that the sender has received: References, subject and all.
    bool answer(const QString &from, const QByteArray &received, const QString &text);
    /// A mail as it is, from somebody elsewhere. False: it cannot be sent by SMTP, or the server did not take it.
    bool pass(const QByteArray &raw);
    /// Puts the same bytes into the desk's mailbox twice, past SMTP.
    void deliverTwice(const QByteArray &raw);
    /// What lies in a customer's mailbox.
    [[nodiscard]] QVector<QByteArray> received(const QString &address) { return m_dovecot->mails(address); }
    /// Mails that lie, or have lain, in the desk's mailbox: the truth that a reconciliation must come to.
    [[nodiscard]] qint64 arrived();
    /// Whether nothing is under way between the servers.
    [[nodiscard]] bool isQuiet() const { return m_postfix->isQueueEmpty(); }
    /// Lets the machine answer what it has not answered yet.
    int letMachineAnswer();

private:
    MailDay() = default;
    bool hand(const QByteArray &bytes, const QString &envelopeFrom);

    TestCertificates m_certificates;
    QString m_caFile;
    std::unique_ptr<DovecotServer> m_dovecot;
    std::unique_ptr<PostfixServer> m_postfix;
    std::unique_ptr<MailTransport> m_transport;
    std::unique_ptr<MailOutlet> m_outlet;
    Mailbox m_street; ///< by which customers' mail reaches the server
    int m_sent = 0;
    int m_letters = 0;
    int m_machineAnswered = 0;
};

/// Raw mails of the foreign sets, at most so many, evenly from all of them; empty where they are not there.
[[nodiscard]] QVector<QByteArray> mailsOfOthers(int most);

} // namespace deskhand::test
