// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/mail_status.h"

#include "apps/deskhandctl/output.h"

#include <QJsonArray>

namespace deskhand::ctl {
namespace {

QJsonObject sumsToJson(const MailboxReport &report)
{
    const MailReconciliation &sums = report.sums;
    QJsonObject reasons;
    for (auto reason = sums.reasons.cbegin(); reason != sums.reasons.cend(); ++reason)
        reasons.insert(reason.key(), reason.value());
    return {{QStringLiteral("seen"), sums.seen()},
            {QStringLiteral("waiting"), sums.waiting},
            {QStringLiteral("opened"), sums.opened},
            {QStringLiteral("follow_ups"), sums.followUps},
            {QStringLiteral("duplicates"), sums.duplicates},
            {QStringLiteral("held"), sums.held},
            {QStringLiteral("quarantined"), sums.quarantined},
            {QStringLiteral("reports"), sums.reports},
            {QStringLiteral("discarded"), sums.discarded},
            {QStringLiteral("rejected"), sums.rejected},
            {QStringLiteral("backlog"), sums.backlog},
            {QStringLiteral("reasons"), reasons},
            {QStringLiteral("arrivals"), report.arrivals},
            {QStringLiteral("adds_up"), addsUp(report)}};
}

void printMailbox(const MailboxReport &report)
{
    const MailboxProgress &progress = report.progress;
    const MailReconciliation &sums = report.sums;
    const QString state = !report.mailbox.active                          ? QStringLiteral("removed")
                          : report.mailbox.paused                         ? QStringLiteral("paused")
                          : !progress.problem.isEmpty()                   ? QStringLiteral("failing")
                          : report.mailbox.protocol == MailProtocol::None ? QStringLiteral("sends only")
                          : progress.reachedAt == 0                       ? QStringLiteral("not reached yet")
                                                                          : QStringLiteral("well");
    printLine(QStringLiteral("\n%1 <%2>: %3, last reached %4")
                  .arg(report.mailbox.name, report.mailbox.address, state,
                       progress.reachedAt == 0 ? QStringLiteral("never") : instantText(progress.reachedAt)));
    if (!progress.problem.isEmpty())
        printLine(QStringLiteral("  %1 time(s) in a row: %2: %3; tried again %4")
                      .arg(progress.failures)
                      .arg(progress.problem, progress.detail, instantText(progress.nextAt)));
    printLine(QStringLiteral("  %1 seen = %2 waiting + %3 opened + %4 follow-ups + %5 duplicates + %6 held + "
                             "%7 quarantined + %8 reports + %9 discarded + %10 rejected + %11 backlog%12")
                  .arg(sums.seen())
                  .arg(sums.waiting)
                  .arg(sums.opened)
                  .arg(sums.followUps)
                  .arg(sums.duplicates)
                  .arg(sums.held)
                  .arg(sums.quarantined)
                  .arg(sums.reports)
                  .arg(sums.discarded)
                  .arg(sums.rejected)
                  .arg(sums.backlog)
                  .arg(addsUp(report)
                           ? QString()
                           : QStringLiteral("\n  THIS DOES NOT ADD UP: %1 mails came").arg(report.arrivals)));
    for (auto reason = sums.reasons.cbegin(); reason != sums.reasons.cend(); ++reason)
        printLine(QStringLiteral("    %1: %2").arg(reason.key()).arg(reason.value()));
}

} // namespace

bool addsUp(const MailboxReport &report)
{
    return report.arrivals == report.sums.seen() - report.sums.backlog;
}

QJsonArray jobsToJson(const QVector<JobReport> &reports, Instant now)
{
    QJsonArray jobs;
    for (const JobReport &job : reports)
        jobs.append(QJsonObject{{QStringLiteral("name"), job.name},
                                {QStringLiteral("owner"), job.owner},
                                {QStringLiteral("fence"), job.fence},
                                {QStringLiteral("until"), instantText(job.until)},
                                {QStringLiteral("works"), job.until > now},
                                {QStringLiteral("backlog"), job.backlog},
                                {QStringLiteral("failures"), job.failures},
                                {QStringLiteral("problem"), job.problem},
                                {QStringLiteral("problem_at"), instantText(job.problemAt)}});
    return jobs;
}

void printJobs(const QVector<JobReport> &reports, Instant now)
{
    for (const JobReport &job : reports) {
        const QString state = job.until > now ? QStringLiteral("%1, until %2").arg(job.owner, instantText(job.until))
                                              : QStringLiteral("nobody does it");
        printLine(QStringLiteral("  %1: %2, %3 waiting").arg(job.name, state).arg(job.backlog));
        if (!job.problem.isEmpty())
            printLine(QStringLiteral("    %1: %2, %3")
                          .arg(job.failures == 0 ? QStringLiteral("well again; last problem")
                                                 : QStringLiteral("failed %1 time(s) in a row").arg(job.failures),
                               job.problem, instantText(job.problemAt)));
    }
}

QJsonObject mailReportToJson(const MailReport &report)
{
    QJsonArray mailboxes;
    for (const MailboxReport &mailbox : report.mailboxes) {
        const MailboxProgress &progress = mailbox.progress;
        mailboxes.append(QJsonObject{{QStringLiteral("id"), mailbox.mailbox.id.value},
                                     {QStringLiteral("name"), mailbox.mailbox.name},
                                     {QStringLiteral("address"), mailbox.mailbox.address},
                                     {QStringLiteral("active"), mailbox.mailbox.active},
                                     {QStringLiteral("paused"), mailbox.mailbox.paused},
                                     {QStringLiteral("tried_at"), instantText(progress.triedAt)},
                                     {QStringLiteral("reached_at"), instantText(progress.reachedAt)},
                                     {QStringLiteral("next_at"), instantText(progress.nextAt)},
                                     {QStringLiteral("failures"), progress.failures},
                                     {QStringLiteral("problem"), progress.problem},
                                     {QStringLiteral("detail"), progress.detail},
                                     {QStringLiteral("reconciliation"), sumsToJson(mailbox)}});
    }
    return {{QStringLiteral("mailboxes"), mailboxes},    {QStringLiteral("queued"), report.queued},
            {QStringLiteral("delayed"), report.delayed}, {QStringLiteral("failed"), report.failed},
            {QStringLiteral("held"), report.held},       {QStringLiteral("next_due"), instantText(report.nextDue)}};
}

void printMailReport(const MailReport &report)
{
    if (report.mailboxes.isEmpty())
        return;
    printLine(
        QStringLiteral("\nMail: %1 waiting to go out, %2 of them put off by a server, %3 failed, %4 held for a person")
            .arg(report.queued)
            .arg(report.delayed)
            .arg(report.failed)
            .arg(report.held));
    for (const MailboxReport &mailbox : report.mailboxes)
        printMailbox(mailbox);
}

} // namespace deskhand::ctl
