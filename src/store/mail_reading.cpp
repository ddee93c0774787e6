// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading.h"

#include "domain/queue_access.h"
#include "operations/command.h"
#include "store/connection.h"
#include "store/delivery_rows.h"
#include "store/held_rows.h"
#include "store/mail_rows.h"
#include "store/ticket_sight.h"
#include "store/transaction.h"

namespace deskhand {
namespace {

constexpr Instant troubleLastsMs = Instant(7) * 24 * 3'600'000;

Result<QHash<MailboxId, QVector<MailSecret>>> secretsThatAreSet(Connection &connection)
{
    QHash<MailboxId, QVector<MailSecret>> secrets;
    Statement statement = connection.sql("catalog.secretsSet");
    while (statement.next())
        secrets[statement.id<MailboxId>(0)].append(MailSecret(statement.integer(1)));
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return secrets;
}

void addToSums(MailOutcome outcome, const QString &reason, qint64 mails, MailReconciliation *sums)
{
    switch (outcome) {
    case MailOutcome::None: sums->waiting += mails; return;
    case MailOutcome::Opened: sums->opened += mails; return;
    case MailOutcome::FollowUp: sums->followUps += mails; return;
    case MailOutcome::Duplicate: sums->duplicates += mails; return;
    case MailOutcome::Report: sums->reports += mails; return;
    case MailOutcome::Discarded: sums->discarded += mails; return;
    case MailOutcome::Held: sums->held += mails; break;
    case MailOutcome::Quarantined: sums->quarantined += mails; break;
    case MailOutcome::Rejected: sums->rejected += mails; break;
    }
    if (!reason.isEmpty())
        sums->reasons[reason] += mails;
}

/// What became of the mails of each, and how many there are, counted for itself.
Result<void> countArrivals(Connection &connection, QHash<MailboxId, MailboxReport> *reports)
{
    {
        Statement sums = connection.sql("mail.sums");
        while (sums.next()) {
            MailboxReport &report = (*reports)[sums.id<MailboxId>(0)];
            addToSums(MailOutcome(sums.integer(1)), sums.text(2), sums.integer(3), &report.sums);
        }
        if (Result<void> status = sums.status(); !status)
            return status;
    }
    Statement arrivals = connection.sql("mail.arrivals");
    while (arrivals.next())
        (*reports)[arrivals.id<MailboxId>(0)].arrivals = arrivals.integer(1);
    return arrivals.status();
}

Result<QVector<MailboxReport>> reportMailboxes(Connection &connection)
{
    const Result<QVector<Mailbox>> mailboxes = readMailboxes(connection.sql("catalog.mailboxes"));
    if (!mailboxes)
        return mailboxes.error();
    const Result<QHash<MailboxId, MailboxProgress>> progress = readMailProgress(connection);
    if (!progress)
        return progress.error();
    QHash<MailboxId, MailboxReport> counted;
    if (Result<void> status = countArrivals(connection, &counted); !status)
        return status.error();
    QVector<MailboxReport> reports;
    for (const Mailbox &mailbox : *mailboxes) {
        MailboxReport report = counted.value(mailbox.id);
        report.mailbox = mailbox;
        report.progress = progress->value(mailbox.id);
        report.progress.mailbox = mailbox.id;
        report.sums.backlog = report.progress.backlog;
        reports.append(std::move(report));
    }
    return reports;
}

Result<QVector<JobReport>> reportJobs(Connection &connection, Instant now)
{
    QVector<JobReport> jobs;
    Statement leases = connection.sql("mail.leases");
    leases.bind(":now", now);
    while (leases.next())
        jobs.append(JobReport{leases.text(0), leases.text(1), leases.integer(2), leases.integer(3),
                              int(leases.integer(4)), leases.text(5), leases.integer(6), leases.integer(7)});
    if (Result<void> status = leases.status(); !status)
        return status.error();
    return jobs;
}

} // namespace

Result<MailSetup> readMailSetup(Connection &connection)
{
    Transaction snapshot(connection);
    if (const Result<void> begun = snapshot.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    Result<CatalogPtr> catalog = readCatalog(connection);
    if (!catalog)
        return catalog.error();
    Result<QHash<MailboxId, QVector<MailSecret>>> secrets = secretsThatAreSet(connection);
    if (!secrets)
        return secrets.error();
    return MailSetup{(*catalog)->mailboxes, (*catalog)->mailTexts, (*catalog)->mailSettings, *std::move(secrets)};
}

Result<MailReport> readMailReport(Connection &connection, Instant now)
{
    Transaction snapshot(connection);
    if (const Result<void> begun = snapshot.begin(Transaction::Kind::Read); !begun)
        return begun.error();
    Result<QVector<MailboxReport>> mailboxes = reportMailboxes(connection);
    if (!mailboxes)
        return mailboxes.error();
    Result<QVector<JobReport>> jobs = reportJobs(connection, now);
    if (!jobs)
        return jobs.error();
    MailReport report;
    report.mailboxes = *std::move(mailboxes);
    report.jobs = *std::move(jobs);
    Statement numbers = connection.sql("mail.numbers");
    numbers.bind(":since", now - troubleLastsMs);
    if (numbers.next()) {
        report.queued = numbers.integer(0);
        report.delayed = numbers.integer(1);
        report.failed = numbers.integer(2);
        report.held = numbers.integer(3);
        report.nextDue = numbers.integer(4);
    }
    if (Result<void> status = numbers.status(); !status)
        return status.error();
    return report;
}

Result<QVector<HeldMail>> readHeldMails(Connection &connection, const Catalog &catalog, PersonId me, TicketId ticket)
{
    const TicketSight sight(catalog, me);
    Statement statement = connection.sql(ticket.isValid() ? "mail.heldOfTicket" : "mail.heldWaiting");
    if (ticket.isValid())
        statement.bind(":ticket", ticket);
    QVector<HeldMail> mails;
    while (statement.next()) {
        ColumnReader row(statement);
        QueueId queue;
        HeldMail mail = readHeldMail(row, &queue);
        // What claims no ticket waits for whoever sees the queue that it would come to.
        if (!mail.ticket.isValid())
            queue = queueOfMailbox(catalog, mail.mailbox);
        if (sight.isWhole() || sight.sees(queue))
            mails.append(std::move(mail));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return mails;
}

Result<QVector<MailDelivery>> readOutbox(Connection &connection, const Catalog &catalog, PersonId me, Instant now)
{
    const TicketSight sight(catalog, me);
    Statement statement = connection.sql("outbox.open");
    statement.bind(":since", now - troubleLastsMs);
    return readDeliveries(std::move(statement), [&sight](QueueId queue) { return sight.sees(queue); });
}

} // namespace deskhand
