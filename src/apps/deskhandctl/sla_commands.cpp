// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/arguments.h"
#include "apps/deskhandctl/calendar_file.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/rfc3339.h"
#include "apps/deskhandctl/sla_calculation.h"

#include <QFile>

#include <cstdio>

namespace deskhand::ctl {
namespace {

/// An answer for each line that has anything, in the same order. Lines that cannot be answered have their error in
/// their place; they are no failure of the whole.
int answerBatch(const QString &name, std::optional<SlaQuestion::Kind> kind)
{
    QFile file(name);
    const bool isInput = name == u"-";
    const bool isOpen = isInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen) {
        printError(QStringLiteral("%1: %2").arg(name, file.errorString()));
        return Failure;
    }
    SlaBatch batch(kind);
    while (true) {
        const QByteArray line = file.readLine();
        if (line.isEmpty())
            break;
        if (line.trimmed().isEmpty())
            continue;
        const QByteArray answer = batch.answer(line) + '\n';
        if (std::fwrite(answer.constData(), 1, size_t(answer.size()), stdout) != size_t(answer.size()))
            return Failure;
        if (isInput) // somebody may wait for it before the next question
            std::fflush(stdout);
    }
    return std::fflush(stdout) == 0 ? Success : Failure;
}

bool readRfc3339(const Arguments &arguments, const QString &option, Instant *instant)
{
    const QString text = arguments.value(option);
    const std::optional<Instant> read = instantFromRfc3339(text.toLatin1());
    if (read) {
        *instant = *read;
        return true;
    }
    printError(QStringLiteral("--%1 is an instant, 2026-05-04T09:00:00+02:00, not “%2”").arg(option, text));
    return false;
}

bool readPauses(const Arguments &arguments, QVector<TimeSpan> *pauses)
{
    for (const QString &text : arguments.values(QStringLiteral("pause"))) {
        const Result<TimeSpan> pause = pauseFromText(text);
        if (!pause) {
            printError(QStringLiteral("--pause %1: %2").arg(text, pause.error().detail));
            return false;
        }
        pauses->append(*pause);
    }
    return true;
}

void printDue(const SlaQuestion &question)
{
    const SlaDueAnswer answer = answerDue(question);
    if (!answer.due) {
        printLine(QStringLiteral("no due date within fifty years"));
        return;
    }
    printLine(QStringLiteral("due %1").arg(QLatin1String(rfc3339(*answer.due))));
    for (const LedgerEntry &entry : answer.ledger) {
        printLine(QStringLiteral("  %1  %2  %3  %4")
                      .arg(QLatin1String(rfc3339(entry.from)), QLatin1String(rfc3339(entry.to)))
                      .arg(entry.counted ? (entry.to - entry.from) / 1000 : 0, 9)
                      .arg(ledgerWhy(entry)));
    }
}

int answerOne(const QStringList &given, SlaQuestion::Kind kind, const QString &usage)
{
    const Arguments arguments(given, {QStringLiteral("json")},
                              {QStringLiteral("calendar"), QStringLiteral("from"), QStringLiteral("to"),
                               QStringLiteral("target"), QStringLiteral("pause"), QStringLiteral("batch")});
    if (!arguments.check(0, usage))
        return UsageError;
    if (const QString batch = arguments.value(QStringLiteral("batch")); !batch.isEmpty())
        return answerBatch(batch, kind);
    SlaQuestion question;
    question.kind = kind;
    if (!readRfc3339(arguments, QStringLiteral("from"), &question.from) || !readPauses(arguments, &question.pauses))
        return UsageError;
    if (kind == SlaQuestion::Kind::Elapsed) {
        if (!readRfc3339(arguments, QStringLiteral("to"), &question.to))
            return UsageError;
    } else {
        const Result<TimeAmount> target = targetFromText(arguments.value(QStringLiteral("target")));
        if (!target) {
            printError(QStringLiteral("--target: ") + target.error().detail);
            return UsageError;
        }
        question.target = *target;
    }
    const std::optional<BusinessCalendar> calendar = readCalendarFile(arguments.value(QStringLiteral("calendar")));
    if (!calendar)
        return Failure;
    question.calendar = std::make_shared<WorkingTime>(*calendar);
    if (arguments.has(QStringLiteral("json")))
        printLine(QString::fromUtf8(answerLine(question)));
    else if (kind == SlaQuestion::Kind::Due)
        printDue(question);
    else
        printLine(QString::number(question.calendar->elapsed(question.from, question.to, question.pauses) / 1000));
    return Success;
}

QString dueUsage()
{
    return QStringLiteral("--calendar FILE --from T --target SECONDS|Nwd [--pause T/T]… [--json] | --batch FILE");
}

QString elapsedUsage()
{
    return QStringLiteral("--calendar FILE --from T --to T [--pause T/T]… [--json] | --batch FILE");
}

int slaDue(const QStringList &given)
{
    return answerOne(given, SlaQuestion::Kind::Due, QStringLiteral("sla due ") + dueUsage());
}

int slaElapsed(const QStringList &given)
{
    return answerOne(given, SlaQuestion::Kind::Elapsed, QStringLiteral("sla elapsed ") + elapsedUsage());
}

int slaBatch(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {});
    if (!arguments.check(1, QStringLiteral("sla batch FILE|-")))
        return UsageError;
    return answerBatch(arguments.words().first(), std::nullopt);
}

} // namespace

QVector<CtlCommand> slaCommands()
{
    return {{{QStringLiteral("sla"), QStringLiteral("due")},
             dueUsage(),
             QStringLiteral("When a promise is due by a business calendar, and every interval that counts or does not"),
             slaDue},
            {{QStringLiteral("sla"), QStringLiteral("elapsed")},
             elapsedUsage(),
             QStringLiteral("How many seconds of working time there are between two instants"),
             slaElapsed},
            {{QStringLiteral("sla"), QStringLiteral("batch")},
             QStringLiteral("FILE|-"),
             QStringLiteral("The same for one JSON object a line, {\"op\":\"due\"|\"elapsed\",\"calendar\":{…},"
                            "\"from\":…,\"to\":…,\"target\":…,\"pauses\":[[…,…]]}; an error is an answer, too"),
             slaBatch},
            {{QStringLiteral("sla"), QStringLiteral("--batch")},
             QStringLiteral("FILE|-"),
             QStringLiteral("The same as sla batch"),
             slaBatch}};
}

} // namespace deskhand::ctl
