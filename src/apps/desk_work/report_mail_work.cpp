// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/report_mail_work.h"

#include "apps/desk_work/command_runner.h"
#include "apps/desk_work/report_work.h"
#include "apps/report_paper/painter_process.h"

namespace deskhand {

ReportMailPorts reportMailPorts(LocalDesk &desk, const QString &place)
{
    ReportMailPorts ports;
    ports.openStore = reportJobPorts(place).openStore;
    ports.ask = [&desk](const ReportQuery &query) -> Result<ReportAnswer> {
        QFuture<Result<ReportAnswer>> answer = desk.report(query);
        answer.waitForFinished();
        if (!answer.isResultReadyAt(0))
            return Error{ErrorCode::Cancelled, QStringLiteral("report.mail"), QStringLiteral("no answer"), {}};
        return answer.resultAt(0);
    };
    ports.write = [program = painterProgram()](const ReportLetter &letter, const std::function<bool()> &goesOn) {
        return paintInProcess({PaperKind::Mail, letter}, goesOn, program);
    };
    ports.submit = commandRunner(desk);
    ports.clock = std::make_shared<SystemClock>();
    return ports;
}

} // namespace deskhand
