// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/pipeline.h"

#include "operations/authorise.h"
#include "operations/handlers/handlers.h"
#include "operations/sla_settling.h"
#include "operations/uploads.h"

namespace deskhand {
namespace {

/// History, feed and the answer for a repetition.
Result<void> leaveTraces(CommandRun &run, const CommandAnswer &answer)
{
    if (run.catalogChanged) {
        if (Result<void> raised = run.unit.raiseCatalogVersion(); !raised)
            return raised;
        run.change(ChangeKind::CatalogChanged);
    }
    if (!run.history.isEmpty()) {
        if (Result<void> appended = run.unit.appendHistory(run.history); !appended)
            return appended;
    }
    for (Change &change : run.changes) {
        const Result<qint64> seq = run.unit.appendChange(change, run.now);
        if (!seq)
            return seq.error();
        change.seq = *seq;
    }
    return run.unit.remember(run.command, answer, run.now);
}

/// What is allowed and is there as a whole.
Result<CommandOutcome> apply(CommandRun &run)
{
    Result<CommandAnswer> answer =
        std::visit([&run](const auto &body) { return handleCommand(run, body); }, run.command.body);
    if (!answer)
        return answer.error();
    if (const Result<void> settled = settleClocks(run); !settled)
        return settled.error();
    if (const Result<void> traced = leaveTraces(run, *answer); !traced)
        return traced.error();
    return CommandOutcome{*std::move(answer), std::move(run.changes), run.catalogChanged};
}

} // namespace

Result<CommandOutcome> runCommand(const Command &command, UnitOfWork &unit, const Clock &clock, const MailCodec *codec)
{
    if (command.id.isNull())
        return Error{
            ErrorCode::Invalid, QStringLiteral("operations.pipeline"), QStringLiteral("a command without an id"), {}};
    const Result<std::optional<CommandAnswer>> earlier = unit.answerOf(command.id);
    if (!earlier)
        return earlier.error();
    if (*earlier)
        return CommandOutcome{**earlier, {}, false};
    const Result<CatalogPtr> catalog = unit.catalog();
    if (!catalog)
        return catalog.error();

    const Instant now = clock.now();
    const auto newRun = [&](const Command &given) {
        return CommandRun{given, unit, *catalog, (*catalog)->agent(given.actor), now, codec, {}, {}, false, {}, {}};
    };
    CommandRun run = newRun(command);
    if (const Result<void> allowed = authorise(run); !allowed)
        return allowed.error();
    if (!namesUploads(command.body))
        return apply(run);
    const Result<Command> whole = withUploads(command, unit, now);
    if (!whole)
        return whole.error();
    CommandRun wholeRun = newRun(*whole);
    return apply(wholeRun);
}

} // namespace deskhand
