// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/sla_json.h"
#include "apps/deskhandctl/sla_verification.h"

namespace deskhand::ctl {
namespace {

/// Replayed, so that pauses are there, with the reasons that people have noted.
QVector<SlaClock> clocksWithPauses(const TicketSla &sla, const SlaVersions &versions)
{
    QVector<SlaClock> clocks = replayClocks(sla.events, versions);
    for (SlaClock &clock : clocks) {
        for (const SlaClock &stored : sla.clocks) {
            if (stored.target == clock.target && stored.cycle == clock.cycle)
                clock.reason = stored.reason;
        }
    }
    return clocks;
}

void printClock(const SlaClock &clock, const Catalog &catalog, Instant now)
{
    const SlaVersions &versions = *catalog.slaVersions;
    const SlaReading reading = readClock(clock, versions, now);
    printLine(QStringLiteral("%1, cycle %2: %3")
                  .arg(slaTargetName(clock.target))
                  .arg(clock.cycle)
                  .arg(slaStateName(reading.state)));
    if (isJudgedElsewhere(clock))
        printLine(QStringLiteral("  judged by another desk"));
    else
        printLine(QStringLiteral("  promised %1 by %2, %3")
                      .arg(amountWords(clock.promised), policyWords(clock.policy, versions),
                           calendarWords(clock.calendar, versions)));
    printLine(QStringLiteral("  started %1, due %2, %3 elapsed, %4 left")
                  .arg(instantText(clock.startedAt),
                       reading.dueAt == 0 ? QStringLiteral("never") : instantText(reading.dueAt),
                       spanWords(reading.elapsed), spanWords(reading.left)));
    if (reading.state == SlaState::Breached)
        printLine(QStringLiteral("  missed at %1 (%2)%3")
                      .arg(instantText(clock.breachAt), breachCauseName(clock.cause),
                           clock.reason.isEmpty() ? QString() : QStringLiteral(": %1").arg(clock.reason)));
    const QVector<LedgerEntry> ledger = ledgerOf(clock, versions, now);
    for (const LedgerEntry &entry : ledger)
        printLine(QStringLiteral("    %1  %2  %3  %4")
                      .arg(instantText(entry.from), instantText(entry.to),
                           (entry.counted ? spanWords(entry.to - entry.from) : QStringLiteral("-")).rightJustified(12),
                           ledgerWords(entry, catalog)));
    printLine(QStringLiteral("    sum %1").arg(spanWords(countedTime(ledger))));
}

int explain(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("sla explain FILE TICKET [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto ticket = session ? session->findTicket(arguments.words()[1]) : std::nullopt;
    if (!ticket)
        return Failure;
    const Result<TicketSla> sla = DeskSession::await(session->desk().ticketSla(*ticket, session->me()));
    if (!sla) {
        printError(sla.error());
        return Failure;
    }
    const Catalog &catalog = session->catalog();
    const Instant now = session->now();
    const QVector<SlaClock> clocks = clocksWithPauses(*sla, *catalog.slaVersions);
    if (arguments.has(QStringLiteral("json"))) {
        QJsonObject json = explanationToJson(*sla, clocks, catalog, now);
        json.insert(QStringLiteral("number"), arguments.words()[1]);
        printJson(json);
        return Success;
    }
    if (clocks.isEmpty())
        printLine(QStringLiteral("nothing is promised for this ticket"));
    for (const SlaClock &clock : clocks)
        printClock(clock, catalog, now);
    return Success;
}

int recordReason(const QStringList &given)
{
    Arguments arguments(given, {}, {QStringLiteral("cycle"), QStringLiteral("as")});
    const qint64 cycle = arguments.number(QStringLiteral("cycle"), 1).value_or(1);
    if (!arguments.check(4, QStringLiteral("sla reason FILE TICKET TARGET [--cycle N] TEXT")))
        return UsageError;
    RecordBreachReason record;
    if (!slaTargetFromName(arguments.words()[2], &record.target)) {
        printError(QStringLiteral("there is no target “%1”").arg(arguments.words()[2]));
        return UsageError;
    }
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto ticket = session ? session->findTicket(arguments.words()[1]) : std::nullopt;
    if (!ticket)
        return Failure;
    record.ticket = *ticket;
    record.cycle = int(cycle);
    record.reason = arguments.words().mid(3).join(u' ');
    return session->submit(record) ? Success : Failure;
}

int verify(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("sla verify FILE [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Result<SlaVerification> verified = verifySla(*session, arguments.words().first());
    if (!verified) {
        printError(verified.error());
        return Failure;
    }
    if (arguments.has(QStringLiteral("json"))) {
        printJson({{QStringLiteral("tickets"), verified->tickets},
                   {QStringLiteral("clocks"), verified->clocks},
                   {QStringLiteral("problems"), QJsonArray::fromStringList(verified->problems)}});
    } else {
        for (const QString &problem : verified->problems)
            printLine(problem);
        printLine(QStringLiteral("%1 tickets, %2 clocks, %3 problems")
                      .arg(verified->tickets)
                      .arg(verified->clocks)
                      .arg(verified->problems.size()));
    }
    return verified->problems.isEmpty() ? Success : Failure;
}

int notifications(const QStringList &given)
{
    constexpr int mostShown = 200;
    const Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("see")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("notifications FILE [--see] [--as AGENT] [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    const Result<QVector<Notification>> told =
        DeskSession::await(session->desk().notifications(session->me(), mostShown));
    if (!told) {
        printError(told.error());
        return Failure;
    }
    for (const Notification &one : *told) {
        if (arguments.has(QStringLiteral("json"))) {
            printJson(notificationToJson(one));
            continue;
        }
        const QString what = one.kind == NotificationKind::SlaBreach ? QStringLiteral("missed") : one.level;
        printLine(QStringLiteral("%1 %2  %3  %4 %5, due %6  %7")
                      .arg(one.seenAt == 0 ? u'*' : u' ')
                      .arg(instantText(one.at), one.ticketNumber, slaTargetName(one.target), what,
                           instantText(one.dueAt), one.subject));
    }
    return !arguments.has(QStringLiteral("see")) || session->submit(SeeNotifications{}) ? Success : Failure;
}

} // namespace

QVector<CtlCommand> slaTicketCommands()
{
    return {{{QStringLiteral("sla"), QStringLiteral("explain")},
             QStringLiteral("FILE TICKET [--json]"),
             QStringLiteral("Each promise of a ticket: state, due, and every interval that counted or did not"),
             explain},
            {{QStringLiteral("sla"), QStringLiteral("reason")},
             QStringLiteral("FILE TICKET TARGET [--cycle N] TEXT"),
             QStringLiteral("Note why a target was missed"),
             recordReason},
            {{QStringLiteral("sla"), QStringLiteral("verify")},
             QStringLiteral("FILE [--json]"),
             QStringLiteral("Whether every clock is what its events give; exit code 1 when one is not"),
             verify},
            {{QStringLiteral("notifications")},
             QStringLiteral("FILE [--see] [--as AGENT] [--json]"),
             QStringLiteral("What an agent was told of; --see marks all as seen"),
             notifications}};
}

} // namespace deskhand::ctl
