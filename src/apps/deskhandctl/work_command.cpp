// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_key.h"
#include "apps/deskhandctl/output.h"
#include "apps/mail_work/mail_work.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <csignal>
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

void report(const MailWorkDone &done, bool json)
{
    if (json)
        printJson({{QStringLiteral("fetched"), done.fetched},
                   {QStringLiteral("applied"), done.applied},
                   {QStringLiteral("sent"), done.sent},
                   {QStringLiteral("failed"), done.failed}});
    else
        printLine(QStringLiteral("%1 fetched, %2 applied, %3 sent, %4 failed")
                      .arg(done.fetched)
                      .arg(done.applied)
                      .arg(done.sent)
                      .arg(done.failed));
}

/// Works in threads until a signal comes. What others put into the outbox is noticed by the feed.
void workUntilAsked(MailWorker &worker, LocalDesk &desk)
{
    constexpr int lookEvery = 200; // ms
    QObject::connect(&desk, &Desk::changed, &desk, [&worker](const QVector<Change> &changes) {
        const bool isMail = std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) {
            return change.kind == ChangeKind::MailChanged || change.kind == ChangeKind::ArticlePosted;
        });
        if (isMail)
            worker.wake();
    });
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [] {
        if (endAsked)
            QCoreApplication::quit();
    });
    look.start(lookEvery);
    worker.start();
    QCoreApplication::exec();
    worker.stop();
}

int work(const QStringList &given)
{
    const Arguments arguments(
        given,
        {QStringLiteral("once"), QStringLiteral("json"), QStringLiteral("no-receive"), QStringLiteral("no-send")},
        {QStringLiteral("key-file"), QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("work FILE [--once] [--no-receive] [--no-send] [--key-file FILE] [--json]")))
        return UsageError;
    const QString place = arguments.words().first();
    const auto session = DeskSession::open(place, arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const MailKey key(keyPlace(arguments.value(QStringLiteral("key-file"))), publicKeyOf(session->localDesk()));
    MailWorker::Options options;
    options.receives = !arguments.has(QStringLiteral("no-receive"));
    options.sends = !arguments.has(QStringLiteral("no-send"));
    MailWorker worker(mailJobPorts(
                          session->localDesk(), [place] { return openMailStoreAt(place); }, key),
                      options);
    heedSignals();
    if (!arguments.has(QStringLiteral("once"))) {
        workUntilAsked(worker, session->localDesk());
        report(worker.done(), arguments.has(QStringLiteral("json")));
        return Success;
    }
    std::atomic<bool> finished = false;
    std::thread watch([&] {
        JobSignal tick;
        while (!finished && endAsked == 0)
            tick.waitUntil(SystemClock(), SystemClock().now() + 100);
        if (endAsked)
            worker.stop();
    });
    const Result<void> worked = worker.runOnce();
    finished = true;
    watch.join();
    report(worker.done(), arguments.has(QStringLiteral("json")));
    if (!worked) {
        printError(worked.error());
        return Failure;
    }
    return worker.done().failed == 0 ? Success : PartialFailure;
}

} // namespace

QVector<CtlCommand> workCommands()
{
    return {{{QStringLiteral("work")},
             QStringLiteral("FILE|URL [--once] [--no-receive] [--no-send] [--key-file FILE] [--json]"),
             QStringLiteral("Receive and send the desk's mail until it is told to end; --once: what is there now"),
             work}};
}

} // namespace deskhand::ctl
