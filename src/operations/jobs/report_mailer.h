// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/command.h"
#include "operations/jobs/report_job.h"
#include "operations/report_letter.h"

#include <QHash>
#include <QSet>

#include <atomic>

namespace deskhand {

/// All that the job which mails reports knows of the world. Every function is called in threads of the job.
struct ReportMailPorts {
    /// A store for the calling thread, on a connection of its own.
    std::function<Result<std::unique_ptr<ReportStore>>()> openStore;
    /// What a reader may see of a report.
    std::function<Result<ReportAnswer>(const ReportQuery &query)> ask;
    /// Words, pictures and PDF. Errors: any; it is tried again, see ReportMailer. Cancelled when `goesOn` said so.
    std::function<Result<ReportMail>(const ReportLetter &letter, const std::function<bool()> &goesOn)> write;
    /// Runs a command and returns when it is durable. The same command may be given again.
    std::function<Result<CommandAnswer>(const Command &command)> submit;
    std::shared_ptr<const Clock> clock; ///< thread-safe
};

/// The command that brings a sending into outbox and log. Its uuid is that of the sending: given again, by anybody, it
/// is the same one.
[[nodiscard]] Command reportSendingCommand(RecordReportSending record);

/// What a reader gets of an item, asked as that reader and at `dueAt`. Errors: those of the desk's being in trouble; a
/// card that cannot be answered is one without an answer.
[[nodiscard]] Result<ReportLetter> letterFor(const ReportMailPorts &ports, const CatalogPtr &catalog,
                                             const ScheduledReport &scheduled, PersonId reader, Instant dueAt);

/// Mails what is due of schedules, in threads of its own and under the lease "report-mail". Of each schedule the newest
/// instant that has come counts, if nobody has changed the schedule since: who was off for a week sends once. Each
/// reader's mail goes into the outbox and into the log of sendings in one transaction, and once. Where a mail could not
/// be written it is tried again; after `mostAttempts` that is noted, and the next time is another try. Create, start
/// and destroy it in one thread; wake() from any.
class ReportMailer
{
public:
    static constexpr qint64 lookEvery = 30'000; ///< ms between two looks, at most
    static constexpr int mostAttempts = 5;      ///< to write a mail
    static constexpr qint64 waitsForFacts =
        15 * 60'000; ///< ms after which a report is mailed though it says that it is not whole

    explicit ReportMailer(ReportMailPorts ports, const QString &owner = {});
    ~ReportMailer();

    void start();
    /// Sends what is due now and comes back; nothing is tried twice. Errors: Busy (another program has the lease), of
    /// the store.
    Result<void> runOnce();
    void stop();
    /// A schedule may have changed.
    void wake();

    /// Mails that this one has put into the outbox: not what others were faster with, nor what came to nothing.
    [[nodiscard]] qint64 mailed() const { return m_mailed; }
    [[nodiscard]] qint64 failed() const { return m_job.failed(); }

private:
    struct Attempts {
        int made = 0;
        Instant nextAt = 0;
    };

    Result<ReportJob::Next> look(ReportStore &store, HeldLease &lease, const JobSignal &signal);
    Result<void> sendDue(ReportStore &store, const CatalogPtr &catalog, const ScheduledReport &scheduled, Instant dueAt,
                         const std::function<bool()> &goesOn);
    Result<void> sendTo(ReportStore &store, const CatalogPtr &catalog, const ScheduledReport &scheduled,
                        PersonId reader, Instant dueAt, const std::function<bool()> &goesOn);
    Result<void> note(const ScheduledReport &scheduled, PersonId reader, Instant dueAt, const QString &problem);
    bool postpone(const QString &key, const QString &why);

    ReportMailPorts m_ports;
    QHash<QString, Attempts> m_attempts; ///< of mails that could not be written
    QSet<QString> m_waiting;             ///< sendings that this look has found and not ended
    std::atomic<qint64> m_mailed = 0;
    ReportJob m_job;
};

} // namespace deskhand
