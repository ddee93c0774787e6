// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"
#include "domain/mailbox.h"

#include <QHash>
#include <QMap>
#include <QVector>

namespace deskhand {

/// How far the fetching of a mailbox is.
struct MailboxProgress {
    MailboxId mailbox;
    qint64 validity = 0; ///< of the folder, as seen last
    qint64 firstKey = 0; ///< IMAP: keys below are from before the mailbox was added and are not wanted
    Instant firstAt = 0; ///< mails that arrived before are not wanted either; 0: all are
    qint64 backlog = 0;  ///< listed on the server, not yet stored here
    Instant triedAt = 0;
    Instant reachedAt = 0; ///< last time all went well
    int failures = 0;      ///< in a row
    QString problem;       ///< of the last failure: stable name, "unauthenticated"; empty: none
    QString detail;        ///< what the server said; from outside
    Instant nextAt = 0;    ///< when it is tried again
};

/// What became of the mails of a mailbox. The sum is kept by construction:
/// seen() = waiting + opened + followUps + duplicates + held + quarantined + reports + rejected + backlog.
struct MailReconciliation {
    qint64 waiting = 0; ///< stored, not yet applied
    qint64 opened = 0;
    qint64 followUps = 0;
    qint64 duplicates = 0;
    qint64 held = 0;               ///< a person decides; those decided count as what they became
    qint64 quarantined = 0;        ///< likewise
    qint64 reports = 0;            ///< bounces and the like, kept with the mail that they are about
    qint64 discarded = 0;          ///< thrown away by a person
    qint64 rejected = 0;           ///< not taken; still on the server
    qint64 backlog = 0;            ///< on the server, not fetched yet
    QMap<QString, qint64> reasons; ///< of the held, quarantined and rejected ones, by stable name

    [[nodiscard]] qint64 imported() const { return opened + followUps; }
    [[nodiscard]] qint64 seen() const
    {
        return waiting + opened + followUps + duplicates + held + quarantined + reports + discarded + rejected
               + backlog;
    }
};

struct MailboxReport {
    Mailbox mailbox;
    MailboxProgress progress;
    MailReconciliation sums;
    qint64 arrivals =
        0; ///< rows of the store, counted for themselves: sums.seen() - sums.backlog, or something is wrong
};

/// Who does a job, and how.
struct JobReport {
    QString name; ///< "mail-intake", "mail-delivery", "sla-watch", "sla-recalculate"
    QString owner;
    qint64 fence = 0;
    Instant until = 0;     ///< in the past: nobody does it
    int failures = 0;      ///< in a row; 0: it goes well
    QString problem;       ///< the last one; empty: there was none
    Instant problemAt = 0; ///< of it
    qint64 backlog = 0;    ///< mails or tickets that wait for it
};

/// How mail is doing: for `deskhandctl status` and the status bar.
struct MailReport {
    QVector<MailboxReport> mailboxes;
    QVector<JobReport> jobs;
    qint64 queued = 0;  ///< mails that wait for their time or for a server
    qint64 delayed = 0; ///< of them those that a server has put off
    qint64 failed = 0;  ///< mails with a recipient that was refused or bounced, in the last seven days
    qint64 held = 0;    ///< mails that wait for a person: held and quarantined
    Instant nextDue = 0;
};

/// What the desk is set up to do with mail.
struct MailSetup {
    QVector<Mailbox> mailboxes; ///< by name
    QVector<MailText> texts;
    MailSettings settings;
    QHash<MailboxId, QVector<MailSecret>> secrets; ///< which are set
};

/// Why a mail waits for a person. The numbers are stored: never reorder.
enum class HoldReason {
    Stranger = 1,   ///< claims a ticket that its sender has no part in
    TooMany = 2,    ///< its sender opened too many tickets: quarantined
    Loop = 3,       ///< goes round between machines: quarantined
    OwnAddress = 4, ///< claims to come from the desk itself: quarantined
};
[[nodiscard]] constexpr bool isQuarantine(HoldReason reason) noexcept
{
    return reason != HoldReason::Stranger;
}
/// "stranger", "too-many", "loop", "own-address".
[[nodiscard]] QString holdReasonName(HoldReason reason);

/// A mail that waits for a person.
struct HeldMail {
    HeldMailId id;
    MailboxId mailbox;
    HoldReason reason = HoldReason::Stranger;
    TicketId ticket; ///< that it claims; invalid: none
    QString ticketNumber;
    QString ticketSubject;
    MailAddress from;
    QString subject;
    QString excerpt;      ///< beginning of its text, one line
    QByteArray rawSha256; ///< the raw mail, see Desk::blob()
    Instant at = 0;
};

} // namespace deskhand
