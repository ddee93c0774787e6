// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/message_id.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/outgoing.h"
#include "operations/handlers/people.h"
#include "operations/report_mail.h"

namespace deskhand {
namespace {

constexpr int longestSendingProblem = 200;

OutgoingMail outgoingReport(const CommandRun &run, const ReportMail &report, const Mailbox &mailbox,
                            const Person &reader)
{
    OutgoingMail mail;
    mail.from = {mailbox.name, mailbox.address};
    mail.to = {{reader.name, reader.address}};
    mail.subject = report.subject;
    mail.date = run.now;
    mail.text = report.text;
    mail.html = report.html;
    mail.ownDocument = true;
    mail.files = report.files;
    mail.generated = true;
    mail.language = report.language;
    return mail;
}

/// Into the outbox. A word when it cannot be mailed to anybody as things are.
Result<QString> mailReport(CommandRun &run, const RecordReportSending &record, qint64 sending, CommandAnswer *answer)
{
    const Mailbox *mailbox = run.catalog->sendingMailbox({});
    if (!mailbox || !run.codec)
        return QString(reportproblem::noMailbox);
    Result<QString> messageId = ownMessageId(run, {}, *mailbox);
    if (!messageId)
        return messageId.error();
    OutgoingPlan plan{*mailbox, outgoingReport(run, *record.mail, *mailbox, *run.catalog->agent(record.reader))};
    plan.mail.messageId = *std::move(messageId);
    const Result<OutboundMailId> mail = putReportIntoOutbox(run, plan);
    if (!mail)
        return mail.error().code == ErrorCode::Invalid ? Result<QString>(reportproblem::noAddress) : mail.error();
    if (Result<void> mailed = run.unit.mailReportSending(sending, *mail); !mailed)
        return mailed.error();
    answer->outbound = *mail;
    return QString();
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const RecordReportSending &record)
{
    const Result<ReportItem> item = run.unit.reportItem(record.schedule);
    if (!item)
        return item.error();
    CommandAnswer answer{{}, {}, {}, 0, record.schedule.value, {}};
    ReportSending sending;
    sending.schedule = record.schedule;
    sending.name = item->name;
    sending.reader = record.reader;
    sending.dueAt = record.dueAt;
    sending.at = run.now;
    sending.problem =
        record.mail ? reportReaderProblem(*run.catalog, record.reader) : oneLine(record.problem, longestSendingProblem);
    const bool mailed = record.mail && sending.problem.isEmpty();
    sending.state = mailed ? DeliveryState::Queued : DeliveryState::None;
    const Result<qint64> id = run.unit.recordReportSending(sending);
    if (!id)
        return id.error();
    if (*id == 0) // somebody else was faster
        return answer;
    run.change(ChangeKind::ReportChanged);
    if (!mailed)
        return answer;
    const Result<QString> problem = mailReport(run, record, *id, &answer);
    if (!problem)
        return problem.error();
    if (!problem->isEmpty()) {
        if (Result<void> noted = run.unit.noteReportSending(*id, DeliveryState::None, *problem); !noted)
            return noted.error();
    }
    return answer;
}

} // namespace deskhand
