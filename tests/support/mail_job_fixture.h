// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/desk_work/mail_work.h"
#include "domain/mailbox.h"
#include "mail/gmime_codec.h"
#include "store/sql_mail_store.h"
#include "support/test_desk.h"

#include <QCryptographicHash>

#include <atomic>

namespace deskhand::test {

/// The machine's time, moved. Thread-safe.
class ShiftedClock final : public Clock
{
public:
    explicit ShiftedClock(qint64 shift = 0)
        : m_shift(shift)
    {
    }
    [[nodiscard]] Instant now() const override { return SystemClock().now() + m_shift; }
    void shift(qint64 milliseconds) { m_shift += milliseconds; }

private:
    std::atomic<qint64> m_shift;
};

/// The jobs' ports for a desk's file; secrets are not sealed, so that no key is needed.
inline MailJobPorts jobPortsFor(LocalDesk &desk, const QString &path, std::shared_ptr<const Clock> clock)
{
    MailJobPorts ports = mailJobPorts(
        desk, [path] { return openMailStore(path); }, MailKey({}, [] { return Result<QString>(QString()); }));
    ports.openSecret = [](const QByteArray &sealed) { return Result<QByteArray>(sealed); };
    ports.sealSecret = ports.openSecret;
    ports.clock = std::move(clock);
    return ports;
}

/// A mail of somebody of their own, so that no limit of a sender counts; its words and size come from its number.
inline QByteArray customerMail(int number, const QByteArray &more = {})
{
    const QByteArray n = QByteArray::number(number);
    QByteArray mail = "From: Customer " + n + " <customer" + n + "@c" + n + ".example>\r\nTo: desk@example.test\r\n"
                      + "Subject: Question number " + n + "\r\nMessage-ID: <m" + n + "@c" + n + ".example>\r\n"
                      + "Date: Mon, 02 Mar 2026 09:00:00 +0000\r\n" + more
                      + "Content-Type: text/plain; charset=utf-8\r\n\r\nThe lamp of room " + n + " is dark.\r\n";
    for (int line = 0; line < (number * 37) % 400; ++line)
        mail += "And line " + QByteArray::number(line) + " of it says nothing new.\r\n";
    return mail;
}

inline QByteArray sha256Of(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

/// A mailbox with the same secret for both servers, saved in the desk.
inline MailboxId saveMailboxFor(TestDesk &desk, Mailbox mailbox, const QByteArray &secret = "secret")
{
    mailbox.id = {};
    const CommandAnswer saved = desk.submit(
        SaveMailbox{mailbox, {{MailSecret::IncomingPassword, secret}, {MailSecret::OutgoingPassword, secret}}});
    return MailboxId{saved.id};
}

} // namespace deskhand::test
