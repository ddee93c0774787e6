// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/command_runner.h"

namespace deskhand {

CommandRunner commandRunner(LocalDesk &desk)
{
    return [&desk](const Command &command) -> Result<CommandAnswer> {
        QFuture<Result<CommandAnswer>> answer = desk.submit(command);
        answer.waitForFinished();
        if (!answer.isResultReadyAt(0))
            return Error{ErrorCode::Cancelled, QStringLiteral("desk.work"), QStringLiteral("no answer"), {}};
        return answer.resultAt(0);
    };
}

} // namespace deskhand
