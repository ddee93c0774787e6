// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/field_errors.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/people.h"
#include "operations/sla_replanning.h"

#include <algorithm>

namespace deskhand {

Result<CommandAnswer> handleCommand(CommandRun &run, const RecordBreachReason &command)
{
    constexpr int longestReason = 1000;
    const Result<SlaSubject> subject = run.unit.slaSubject(command.ticket);
    if (!subject)
        return subject.error();
    const QVector<SlaClock> &clocks = subject->sla.clocks;
    const auto clock = std::find_if(clocks.cbegin(), clocks.cend(), [&command](const SlaClock &one) {
        return one.target == command.target && one.cycle == command.cycle;
    });
    const QString where = QStringLiteral("operations.recordBreachReason");
    if (clock == clocks.cend())
        return Error{ErrorCode::NotFound, where, QStringLiteral("no such cycle"), {}};
    FieldErrors errors;
    if (!isMissed(*clock, run.now))
        errors.add(QStringLiteral("reason"), QLatin1String("not-missed"));
    if (command.reason.size() > longestReason)
        errors.add(QStringLiteral("reason"), QLatin1String("too-long"));
    if (Result<void> valid = errors.result(where); !valid)
        return valid.error();

    const TicketHead &head = subject->row.head;
    CommandAnswer answer{head.id, head.number, {}, head.version, 0, {}};
    const QString reason = oneLine(command.reason, longestReason);
    if (reason == clock->reason)
        return answer;
    if (Result<void> set = run.unit.setBreachReason(head.id, command.target, command.cycle, reason); !set)
        return set.error();
    HistoryEntry entry = run.entry(QStringLiteral("breach-reason"));
    entry.ticket = head.id;
    entry.version = head.version;
    entry.oldValue = cycleName(command.target, command.cycle);
    entry.oldText = clock->reason;
    entry.newText = reason;
    run.history.append(std::move(entry));
    run.change(ChangeKind::SlaRecomputed, head.id);
    return answer;
}

Result<CommandAnswer> handleCommand(CommandRun &run, const SeeNotifications &command)
{
    if (!run.command.actor.isValid())
        return Error{ErrorCode::Invalid,
                     QStringLiteral("operations.seeNotifications"),
                     QStringLiteral("nobody has seen anything"),
                     {}};
    if (Result<void> seen = run.unit.seeNotifications(run.command.actor, command.ids, run.now); !seen)
        return seen.error();
    run.change(ChangeKind::NotificationChanged);
    return CommandAnswer{};
}

} // namespace deskhand
