// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/mail_work.h"
#include "apps/desk_work/report_mail_work.h"
#include "apps/desk_work/report_work.h"
#include "apps/desk_work/sla_work.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_key.h"
#include "apps/deskhandctl/output.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <optional>
#include <thread>

namespace deskhand::ctl {
namespace {

volatile std::sig_atomic_t endAsked = 0;

void askForEnd(int)
{
    endAsked = 1;
}

void heedSignals()
{
    std::signal(SIGINT, askForEnd);
    std::signal(SIGTERM, askForEnd);
}

/// The jobs that were asked for.
struct Work {
    std::optional<MailWorker> mail;
    std::optional<SlaWorker> sla;
    std::optional<ReportWorker> reports;
    std::optional<ReportMailer> reportMail;

    void start()
    {
        if (mail)
            mail->start();
        if (sla)
            sla->start();
        if (reports)
            reports->start();
        if (reportMail)
            reportMail->start();
    }
    void stop()
    {
        if (mail)
            mail->stop();
        if (sla)
            sla->stop();
        if (reports)
            reports->stop();
        if (reportMail)
            reportMail->stop();
    }
    /// What can be done now. Mail first: it opens the tickets that clocks run on; then reports: they count all of it.
    /// What of them is mailed leaves at once.
    Result<void> runOnce()
    {
        Result<void> worked = mail ? mail->runOnce() : Result<void>();
        if (worked && sla && endAsked == 0)
            worked = sla->runOnce();
        if (worked && reports && endAsked == 0)
            worked = reports->runOnce();
        if (worked && reportMail && endAsked == 0)
            worked = reportMail->runOnce();
        if (worked && mail && reportMail && reportMail->mailed() > 0 && endAsked == 0)
            worked = mail->runOnce();
        return worked;
    }
    [[nodiscard]] MailWorkDone mailDone() const { return mail ? mail->done() : MailWorkDone(); }
    [[nodiscard]] SlaWorkDone slaDone() const { return sla ? sla->done() : SlaWorkDone(); }
    [[nodiscard]] qint64 failed() const
    {
        return mailDone().failed + slaDone().failed + (reports ? reports->failed() : 0)
               + (reportMail ? reportMail->failed() : 0);
    }
};

void report(const Work &work, bool json)
{
    const MailWorkDone mail = work.mailDone();
    const SlaWorkDone sla = work.slaDone();
    if (json)
        printJson({{QStringLiteral("fetched"), mail.fetched},
                   {QStringLiteral("applied"), mail.applied},
                   {QStringLiteral("sent"), mail.sent},
                   {QStringLiteral("reached"), sla.reached},
                   {QStringLiteral("recalculated"), sla.recalculated},
                   {QStringLiteral("failed"), work.failed()}});
    else
        printLine(QStringLiteral("%1 fetched, %2 applied, %3 sent, %4 failed; %5 tickets due, %6 recalculated")
                      .arg(mail.fetched)
                      .arg(mail.applied)
                      .arg(mail.sent)
                      .arg(work.failed())
                      .arg(sla.reached)
                      .arg(sla.recalculated));
}

/// Works in threads until a signal comes. What others put into the outbox, or do to clocks, is noticed by the feed.
void workUntilAsked(Work &work, LocalDesk &desk)
{
    constexpr int lookEvery = 200; // ms
    QObject::connect(&desk, &Desk::changed, &desk, [&work](const QVector<Change> &changes) {
        const bool isMail = std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) {
            return change.kind == ChangeKind::MailChanged || change.kind == ChangeKind::ArticlePosted;
        });
        if (isMail && work.mail)
            work.mail->wake();
        if (work.sla)
            work.sla->wake();
        if (work.reports)
            work.reports->wake();
        const bool isReport = std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) {
            return change.kind == ChangeKind::ReportChanged;
        });
        if (isReport && work.reportMail)
            work.reportMail->wake();
    });
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [] {
        if (endAsked)
            QCoreApplication::quit();
    });
    look.start(lookEvery);
    work.start();
    QCoreApplication::exec();
    work.stop();
}

int work(const QStringList &given)
{
    const Arguments arguments(given,
                              {QStringLiteral("once"), QStringLiteral("json"), QStringLiteral("no-receive"),
                               QStringLiteral("no-send"), QStringLiteral("no-sla"), QStringLiteral("no-reports")},
                              {QStringLiteral("key-file"), QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("work FILE [--once] [--no-receive] [--no-send] [--no-sla] [--no-reports] "
                                           "[--key-file FILE] [--json]")))
        return UsageError;
    const QString place = arguments.words().first();
    const auto session = DeskSession::open(place, arguments.value(QStringLiteral("as")), DeskDoors::Database);
    if (!session)
        return Failure;
    const MailKey key(keyPlace(arguments.value(QStringLiteral("key-file"))), publicKeyOf(session->localDesk()));
    MailWorker::Options options;
    options.receives = !arguments.has(QStringLiteral("no-receive"));
    options.sends = !arguments.has(QStringLiteral("no-send"));
    Work jobs;
    if (options.receives || options.sends)
        jobs.mail.emplace(mailJobPorts(
                              session->localDesk(), [place] { return openMailStoreAt(place); }, key),
                          options);
    if (!arguments.has(QStringLiteral("no-sla")))
        jobs.sla.emplace(slaJobPorts(session->localDesk(), place), SlaWorker::Options{});
    if (!arguments.has(QStringLiteral("no-reports"))) {
        jobs.reports.emplace(reportJobPorts(place));
        jobs.reportMail.emplace(reportMailPorts(session->localDesk(), place));
    }
    heedSignals();
    if (!arguments.has(QStringLiteral("once"))) {
        workUntilAsked(jobs, session->localDesk());
        report(jobs, arguments.has(QStringLiteral("json")));
        return Success;
    }
    std::atomic<bool> finished = false;
    std::thread watch([&] {
        JobSignal tick;
        while (!finished && endAsked == 0)
            tick.waitUntil(SystemClock(), SystemClock().now() + 100);
        if (endAsked)
            jobs.stop();
    });
    const Result<void> worked = jobs.runOnce();
    finished = true;
    watch.join();
    report(jobs, arguments.has(QStringLiteral("json")));
    if (!worked) {
        printError(worked.error());
        return Failure;
    }
    return jobs.failed() == 0 ? Success : PartialFailure;
}

} // namespace

QVector<CtlCommand> workCommands()
{
    return {{{QStringLiteral("work")},
             QStringLiteral("FILE|URL [--once] [--no-receive] [--no-send] [--no-sla] [--no-reports] "
                            "[--key-file FILE] [--json]"),
             QStringLiteral("Receive and send the desk's mail, watch its clocks, count for its reports and mail them "
                            "until it is told to end; --once: what is there now"),
             work}};
}

} // namespace deskhand::ctl
