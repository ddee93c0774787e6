// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/ticket_values.h"
#include "mail/mail_import.h"

#include <QElapsedTimer>

#include <QFile>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace deskhand::ctl {
namespace {

bool errorIsTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

/// One line on a terminal, rewritten at most ten times a second; nothing when standard error goes elsewhere.
class ProgressLine
{
public:
    void show(const MailImportProgress &progress)
    {
        if (!m_terminal || (m_since.isValid() && m_since.elapsed() < 100))
            return;
        m_since.start();
        const qint64 percent = progress.bytesFound > 0 ? progress.bytesRead * 100 / progress.bytesFound : 0;
        std::fprintf(stderr, "\r%lld mails, %lld %%  ", static_cast<long long>(progress.seen),
                     static_cast<long long>(percent));
        m_shown = true;
    }

    ~ProgressLine()
    {
        if (m_shown)
            std::fprintf(stderr, "\r%40s\r", "");
    }

private:
    bool m_terminal = errorIsTerminal();
    bool m_shown = false;
    QElapsedTimer m_since;
};

void printReport(const MailImportReport &report, bool json)
{
    for (const MailImportNote &note : report.notes) {
        if (json)
            printJson({{QStringLiteral("file"), note.file},
                       {QStringLiteral("number"), note.number},
                       {QStringLiteral("outcome"), note.outcome},
                       {QStringLiteral("reason"), note.reason},
                       {QStringLiteral("ticket"), note.ticketNumber}});
        else
            printLine(QStringLiteral("%1%2: %3, %4 %5")
                          .arg(note.file, note.number > 0 ? QStringLiteral(" mail %1").arg(note.number) : QString(),
                               note.outcome, note.reason, note.ticketNumber));
    }
    if (json) {
        printJson({{QStringLiteral("seen"), report.seen},
                   {QStringLiteral("opened"), report.opened},
                   {QStringLiteral("follow_ups"), report.followUps},
                   {QStringLiteral("duplicates"), report.duplicates},
                   {QStringLiteral("kept_raw"), report.keptRaw},
                   {QStringLiteral("failed"), report.failed},
                   {QStringLiteral("skipped_files"), report.skippedFiles},
                   {QStringLiteral("with_defects"), report.withDefects}});
        return;
    }
    printLine(QStringLiteral("%1 mails seen: %2 opened a ticket, %3 joined one, %4 were imported before, %5 kept as "
                             "raw files, %6 failed; %7 files are no mail")
                  .arg(report.seen)
                  .arg(report.opened)
                  .arg(report.followUps)
                  .arg(report.duplicates)
                  .arg(report.keptRaw)
                  .arg(report.failed)
                  .arg(report.skippedFiles));
}

int importMailInto(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")},
                              {QStringLiteral("queue"), QStringLiteral("as"), QStringLiteral("desk")});
    const QString usage = QStringLiteral("import-mail --desk FILE PATH… [--queue QUEUE] [--json]");
    QStringList paths = arguments.words();
    QString file = arguments.value(QStringLiteral("desk"));
    // The desk file may also be the first word, as everywhere else.
    if (file.isEmpty() && !paths.isEmpty())
        file = paths.takeFirst();
    if (!arguments.check(1, usage))
        return UsageError;
    if (paths.isEmpty()) {
        printError(QStringLiteral("say which files or folders to import; usage: deskhandctl ") + usage);
        return UsageError;
    }
    const auto session = DeskSession::open(file, arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    MailImportOptions options;
    if (!chooseNamed(ConditionField::Queue, arguments.value(QStringLiteral("queue")), session->catalog(),
                     &options.queue.value))
        return UsageError;
    MailImportReport report;
    {
        ProgressLine line;
        options.progress = [&line](const MailImportProgress &progress) {
            line.show(progress);
            return true;
        };
        report = importMail(session->desk(), paths, options);
    }
    printReport(report, arguments.has(QStringLiteral("json")));
    return report.failed > 0 ? PartialFailure : Success;
}

} // namespace

QVector<CtlCommand> importCommands()
{
    return {{{QStringLiteral("import-mail")},
             QStringLiteral("FILE PATH… [--queue QUEUE] [--json]"),
             QStringLiteral("Import .eml files, mboxes and Maildirs into the desk FILE"),
             importMailInto}};
}

} // namespace deskhand::ctl
