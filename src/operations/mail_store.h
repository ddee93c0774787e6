// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/delivery.h"
#include "domain/mailbox.h"
#include "operations/lease_store.h"
#include "operations/mail_report.h"

#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>

namespace deskhand {

/// A mailbox with what its jobs need. Secrets are sealed.
struct MailboxWork {
    Mailbox mailbox;
    QHash<MailSecret, QByteArray> sealed;
    MailboxProgress progress;
};

/// A mail that was fetched.
struct NewArrival {
    MailboxId mailbox;
    QString folder;
    qint64 validity = 0;
    QString key; ///< RemoteMail::key
    Instant at = 0;
};

/// A mail that is stored and waits for being applied.
struct PendingArrival {
    MailArrivalId id;
    MailboxId mailbox;
    QByteArray sha256;
    qint64 size = 0;
    int attempts = 0; ///< how often applying it has failed
};

/// A mail that is stored but not yet flagged, moved or deleted on its server.
struct UnsettledArrival {
    MailArrivalId id;
    QString folder;
    qint64 validity = 0;
    QString key;
};

/// A mail that is due, claimed by this worker.
struct DueMail {
    OutboundMailId id;
    MailboxId mailbox;
    QString envelopeFrom;
    QVector<RecipientDelivery> recipients; ///< only those whose attempt is due, `attempts` counting this one
    bool again = false;                    ///< an earlier attempt was broken off without an answer
};

/// What the mail jobs need of the store: each method is one durable transaction and returns after its commit. Used by
/// one thread, on a connection of its own. Methods that change something take the lease and are refused when it is no
/// longer valid. Errors: Busy, Offline, Conflict ("fenced"), Integrity (a full or failing disk), Corrupt, Internal;
/// after any of them the same call may be repeated.
class MailStore : public LeaseStore
{
public:
    // Mailboxes: the active ones.
    virtual Result<QVector<MailboxWork>> mailboxes() = 0;
    virtual Result<void> noteProgress(const Lease &lease, const MailboxProgress &progress) = 0;
    /// A provider gave a new refresh token.
    virtual Result<void> storeSecret(const Lease &lease, MailboxId mailbox, MailSecret secret,
                                     const QByteArray &sealed) = 0;

    // Intake.
    /// The keys of a folder that are known already.
    virtual Result<QSet<QString>> knownKeys(MailboxId mailbox, const QString &folder, qint64 validity) = 0;
    /// Stores raw bytes and key durably; an invalid id: the key was known.
    virtual Result<MailArrivalId> storeArrival(const Lease &lease, const NewArrival &arrival,
                                               const QByteArray &raw) = 0;
    /// A mail whose bytes are not taken; it counts as MailOutcome::Rejected and stays on the server.
    virtual Result<void> rejectArrival(const Lease &lease, const NewArrival &arrival, qint64 size,
                                       const QString &reason) = 0;
    virtual Result<QVector<PendingArrival>> pendingArrivals(int limit) = 0; ///< oldest first
    virtual Result<QByteArray> rawMail(const QByteArray &sha256) = 0;
    /// Applying it failed; it is offered again later.
    virtual Result<void> noteArrivalFailure(const Lease &lease, MailArrivalId id, const QString &problem) = 0;
    virtual Result<QVector<UnsettledArrival>> unsettledArrivals(MailboxId mailbox, int limit) = 0;
    virtual Result<void> markSettled(const Lease &lease, const QVector<MailArrivalId> &ids) = 0;

    // Delivery.
    /// Mails whose time has come, of mailboxes that are not paused; each is marked as being sent before this returns,
    /// so that a program that dies is known to have tried.
    virtual Result<QVector<DueMail>> claimDue(const Lease &lease, Instant now, int limit) = 0;
    virtual Result<QByteArray> mailBytes(OutboundMailId id) = 0;
    /// Takes a claim back that led to no attempt (no connection): due again at `nextAt`, the attempt not counted.
    virtual Result<void> giveBack(const Lease &lease, OutboundMailId id, Instant nextAt, const QString &problem) = 0;
    /// When the next mail is due; 0: none waits.
    virtual Result<Instant> nextDue() = 0;
};

} // namespace deskhand
