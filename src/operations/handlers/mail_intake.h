// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command_run.h"
#include "operations/mail_report.h"

namespace deskhand {

// What becomes of a mail that came to a mailbox, in the order in which it is asked (resources/help/mail.md has the
// table for people): a report → from ourselves or going round → a copy of a mail that another mailbox brought → whose
// ticket → too many new ones → a ticket. The parts are in mail_reports, mail_limits, mail_threading, mail_holding and
// acknowledgement.

/// Who a mail says it is from, as the desk knows them.
struct MailSender {
    MailAddress address;
    QString folded;
    /// Some letter of the address is not what it looks like: folding made another address of it, which is not its own.
    bool twin = false;
    const Person *agent = nullptr; ///< active, of the catalogue; null: no agent has the address
    bool proven = false;           ///< our own server vouches for it
    OrganizationId organization;   ///< invalid: none
};

/// Answer and what is written down of an arrival.
struct MailResult {
    CommandAnswer answer;
    QString reason; ///< stable name; empty: none
};

/// Mail without a usable sender belongs to one person that nobody can write to (RFC 2606).
[[nodiscard]] MailAddress mailSenderAddress(const NewArticle &article);

Result<MailSender> senderOfMail(CommandRun &run, const AcceptMail &mail);

/// All of it, without the notes on where the mail came from.
Result<MailResult> takeInMail(CommandRun &run, const AcceptMail &mail);

/// An outcome without a ticket.
[[nodiscard]] MailResult mailResult(MailOutcome outcome, const QString &reason);

} // namespace deskhand
