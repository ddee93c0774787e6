// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/delivery.h"
#include "domain/mailbox.h"
#include "operations/keep_going.h"

#include <QByteArray>
#include <QHash>
#include <QVector>

#include <functional>
#include <memory>

namespace deskhand {

/// The opened secrets of a mailbox. Lives as short as it can; never logged, never part of an Error.
using MailSecrets = QHash<MailSecret, QByteArray>;

/// Where a mail lies on its server. POP3 has no folders and no validity: both are empty and 0 there.
struct RemoteMail {
    QString key;           ///< IMAP: the UID in decimals; POP3: the UIDL
    qint64 size = 0;       ///< bytes as the server says, which may be wrong; 0: it does not
    Instant arrivedAt = 0; ///< INTERNALDATE; 0: the server does not say
};

/// A folder as it is now.
struct RemoteFolder {
    QString name;
    qint64 validity = 0; ///< IMAP UIDVALIDITY; when it changes, all keys mean something else
    qint64 nextKey = 0;  ///< IMAP UIDNEXT; 0: the server does not say
    qint64 messages = 0;
    bool writable = true; ///< flags and moves are possible
    bool canIdle = false;
};

/// A session with an incoming server, in its folder. Blocks; used by one thread. Every call ends by itself: a server
/// that says nothing for `patience` seconds gives Timeout. Errors: Offline, Timeout, Unauthenticated, Denied, NotFound
/// (the folder), Invalid (it speaks another protocol), Cancelled. After an error the session is of no more use, but for
/// those that are about one mail (see fetch()).
class MailInbox
{
public:
    virtual ~MailInbox() = default;

    [[nodiscard]] virtual const RemoteFolder &folder() const = 0;
    /// What lies there with an IMAP UID of at least `from` (POP3: everything), ascending, each key once. Of very many
    /// the first 10,000: who asks again from there on gets the next, and waitForMail() does not wait before that.
    virtual Result<QVector<RemoteMail>> list(qint64 from) = 0;
    /// The exact bytes. NotFound: it is gone. Denied: it is there, but the server does not give it. Invalid with
    /// "too-large" as payload `reason`: more than `limit` bytes came, whatever the server had said. After these the
    /// session goes on, unless it had to be broken off because of the size.
    virtual Result<QByteArray> fetch(const RemoteMail &mail, qint64 limit) = 0;
    /// Does what the mailbox says with mails whose bytes are safe; what is gone already is no error. POP3 deletes only
    /// when finish() succeeds.
    virtual Result<void> settle(const QVector<RemoteMail> &mails) = 0;
    /// Waits until something may have arrived, at most `seconds`. True: look again. Sessions without IDLE wait for the
    /// time alone.
    virtual Result<bool> waitForMail(int seconds) = 0;
    /// Ends the session politely.
    virtual Result<void> finish() = 0;
};

/// How it went for each recipient of one mail.
struct SmtpOutcome {
    QVector<RecipientDelivery> recipients; ///< state Sent, Delayed (try again) or Failed, with reply and status
    /// The bytes were handed over, and the answer did not come: the server may have taken them for those who are
    /// Delayed. Who is Sent or Failed has had an answer, from another transaction with the same mail.
    bool unknown = false;
};

/// A session with an outgoing server. Blocks; used by one thread.
class MailOutlet
{
public:
    virtual ~MailOutlet() = default;

    /// Hands over exactly these bytes. An Error: nothing was handed over and none of the recipients was judged (no
    /// connection, refused sign-in, the server has had enough of this session, …); the session is of no more use then.
    virtual Result<SmtpOutcome> send(const QByteArray &bytes, const QString &envelopeFrom,
                                     const QVector<MailAddress> &recipients) = 0;
};

/// One step of coming in: "resolve", "connect", "tls", "sign-in", "folder", "list", "sender".
struct MailTestStep {
    QString name;
    bool done = false;
    QString detail; ///< what was found (certificate's subject, number of mails), or what went wrong
};

/// Makes the sessions. Thread-safe.
class MailTransport
{
public:
    virtual ~MailTransport() = default;

    /// `refreshed` is called with a new refresh token when the provider gives one, before it is needed.
    using Refreshed = std::function<void(const QByteArray &refreshToken)>;

    virtual Result<std::unique_ptr<MailInbox>> openInbox(const Mailbox &mailbox, const MailSecrets &secrets,
                                                         const KeepGoing &keepGoing, const Refreshed &refreshed) = 0;
    virtual Result<std::unique_ptr<MailOutlet>> openOutlet(const Mailbox &mailbox, const MailSecrets &secrets,
                                                           const KeepGoing &keepGoing, const Refreshed &refreshed) = 0;

    /// Walks through every step of receiving and of sending without changing anything; the first that fails is the
    /// last of its half. `told` hears each step as it ends, in the calling thread.
    virtual QVector<MailTestStep> testInbox(const Mailbox &mailbox, const MailSecrets &secrets,
                                            const KeepGoing &keepGoing,
                                            const std::function<void(const MailTestStep &)> &told) = 0;
    virtual QVector<MailTestStep> testOutlet(const Mailbox &mailbox, const MailSecrets &secrets,
                                             const KeepGoing &keepGoing,
                                             const std::function<void(const MailTestStep &)> &told) = 0;
};

} // namespace deskhand
