// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace deskhand {

// How an incoming mail finds its ticket. The rules are a table for people in resources/help/mail.md; the handler
// (operations/handlers/mail_threading.h) asks the store, what is decided is decided here.

/// The subject without what mail programs put before it: reply and forward prefixes of all languages ("Re:", "AW[2]:",
/// "Antw:", "回复："), however many. Blanks are single.
[[nodiscard]] QString bareSubject(const QString &subject);
/// Whether it begins with such a prefix.
[[nodiscard]] bool isReplySubject(const QString &subject);
/// The bare subject folded, without the ticket's hook: what two mails about one thing have in common.
[[nodiscard]] QString comparableSubject(const QString &subject);

/// Something in a subject that looks like the number of a ticket.
struct SubjectNumber {
    QString number;
    bool hooked = false; ///< written as we write it: "[#10427]"
    bool operator==(const SubjectNumber &) const = default;
};
/// What "[#…]" and "#…" hold, hooked ones first, each once, at most ten. Of any format that numbers have or had;
/// whether there is such a ticket is for the store to say.
[[nodiscard]] QVector<SubjectNumber> numbersInSubject(const QString &subject);

/// "[#10427]": by this a subject names its ticket.
[[nodiscard]] QString subjectHook(const QString &number);
/// "Re: Printer is on fire [#10427]" from the subject of a ticket or mail, with one prefix and one hook however often
/// it has gone to and fro.
[[nodiscard]] QString replySubject(const QString &subject, const QString &number);
/// The same without "Re:", for the first mail of a ticket.
[[nodiscard]] QString hookedSubject(const QString &subject, const QString &number);

/// By what a mail claims a ticket, the strongest first.
enum class ClaimKind {
    SignedId,     ///< a Message-ID that only this desk can have made
    StoredId,     ///< a Message-ID that a mail of the ticket has or answers
    HookedNumber, ///< "[#number]" in the subject, or any number in a subject that begins with "Re:"
    BareNumber,   ///< "#number" in a subject that is no reply: may well be somebody's invoice
};

/// One claim with what the desk knows of the sender.
struct ThreadClaim {
    ClaimKind kind = ClaimKind::SignedId;
    TicketId ticket;
    bool participant = false;      ///< the sender has a part in the ticket
    bool sameOrganization = false; ///< the sender belongs to the ticket's organization
    bool provenAgent = false;      ///< an agent of the desk who sees the ticket, and our own server vouches for it
    bool operator==(const ThreadClaim &) const = default;
};

enum class ThreadDecision {
    OpenTicket, ///< it claims nothing that counts
    Join,
    Hold, ///< it claims a ticket that its sender has no part in: a person decides
};
struct ThreadMatch {
    ThreadDecision decision = ThreadDecision::OpenTicket;
    TicketId ticket;
    bool operator==(const ThreadMatch &) const = default;
};

/// The first claim, in order of strength, whose sender may join decides; without one the first that counts holds the
/// mail. A sender may join who has a part in the ticket or is a proven agent; with a signed id also who belongs to the
/// ticket's organization, because somebody who got our mail has handed it on to a colleague. With a signed id alone a
/// stranger may not: a mail that was forwarded gives away the id, and not the right to speak. A bare number of a
/// stranger is no claim at all.
[[nodiscard]] ThreadMatch matchThread(const QVector<ThreadClaim> &claims);

} // namespace deskhand
