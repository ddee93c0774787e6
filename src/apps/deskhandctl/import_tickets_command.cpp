// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/arguments.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/import_notes.h"
#include "apps/deskhandctl/import_source.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/service_door.h"
#include "store/sql_import_store.h"

#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

namespace deskhand::ctl {
namespace {

volatile std::sig_atomic_t importStopped = 0;

void stopImport(int)
{
    importStopped = 1;
}

bool importShowsProgress()
{
#ifdef Q_OS_WIN
    return _isatty(_fileno(stderr)) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

/// One line on a terminal, rewritten at most ten times a second. Ctrl+C stops at the next whole transaction.
class ImportProgressLine
{
public:
    ImportProgressLine()
    {
        importStopped = 0;
        m_before = std::signal(SIGINT, stopImport);
    }
    ~ImportProgressLine()
    {
        std::signal(SIGINT, m_before);
        if (m_shown)
            std::fprintf(stderr, "\r%60s\r", "");
    }
    ImportProgressLine(const ImportProgressLine &) = delete;
    ImportProgressLine &operator=(const ImportProgressLine &) = delete;

    bool show(const ImportProgress &progress)
    {
        constexpr qint64 betweenLines = 100; // ms
        if (m_terminal && (!m_since.isValid() || m_since.elapsed() >= betweenLines)) {
            m_since.start();
            m_shown = true;
            if (progress.phase == ImportProgress::Phase::Reading)
                std::fprintf(stderr, "\r%lld rows read  ", static_cast<long long>(progress.done));
            else
                std::fprintf(stderr, "\r%lld of %lld tickets  ", static_cast<long long>(progress.done),
                             static_cast<long long>(progress.total));
        }
        return importStopped == 0;
    }

private:
    bool m_terminal = importShowsProgress();
    bool m_shown = false;
    QElapsedTimer m_since;
    void (*m_before)(int) = SIG_DFL;
};

Result<std::unique_ptr<ImportStore>> importStoreAt(const QString &place)
{
    if (!isPostgresUrl(place))
        return openImportStore(place);
    const Result<PostgresAddress> address = postgresAddressFromUrl(place);
    return address ? openServerImportStore(*address) : Result<std::unique_ptr<ImportStore>>(address.error());
}

std::optional<ImportMapping> readMapping(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        printError(QStringLiteral("the mapping “%1” cannot be read: %2").arg(path, file.errorString()));
        return {};
    }
    Result<ImportMapping> mapping = importMappingFromJson(file.readAll());
    if (mapping)
        return *std::move(mapping);
    printError(QStringLiteral("%1: %2: %3")
                   .arg(path, mapping.error().payload.value(QStringLiteral("place")).toString(),
                        mapping.error().payload.value(QStringLiteral("problem")).toString()));
    return {};
}

void printImportError(const Error &error)
{
    if (error.code == ErrorCode::Conflict && error.payload.contains(QStringLiteral("known"))) {
        printError(QStringLiteral("%1 tickets of this source are in the desk already; --resume imports the others")
                       .arg(error.payload.value(QStringLiteral("known")).toLongLong()));
    } else if (error.payload.contains(QStringLiteral("columns"))) {
        printError(error.detail);
        printError(QStringLiteral("its columns: ")
                   + error.payload.value(QStringLiteral("columns")).toStringList().join(QStringLiteral(", ")));
    } else {
        printError(error);
    }
}

int importTicketsInto(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("dry-run"), QStringLiteral("resume")},
                              {QStringLiteral("map"), QStringLiteral("report")});
    const QString usage = QStringLiteral("import-tickets FILE|URL CSV --map MAPPING [--dry-run] [--resume] "
                                         "[--report FILE] [--json]");
    if (!arguments.check(2, usage))
        return UsageError;
    if (arguments.value(QStringLiteral("map")).isEmpty()) {
        printError(QStringLiteral("say what the columns are with --map; usage: deskhandctl ") + usage);
        return UsageError;
    }
    const QString place = arguments.words()[0];
    if (isServiceUrl(place)) {
        printError(QStringLiteral("history is imported where the desk is: into its file or its database"));
        return UsageError;
    }
    const std::optional<ImportMapping> mapping = readMapping(arguments.value(QStringLiteral("map")));
    if (!mapping)
        return UsageError;
    const Result<CsvReader::Source> source = importSourceOf(arguments.words()[1]);
    if (!source) {
        printError(source.error());
        return Failure;
    }
    const Result<std::unique_ptr<ImportStore>> store = importStoreAt(place);
    if (!store) {
        printError(store.error());
        return Failure;
    }
    ImportNoteFile notes;
    const QString notesPath = arguments.value(QStringLiteral("report"));
    if (!notesPath.isEmpty() && !notes.open(notesPath)) {
        printError(QStringLiteral("the report “%1” cannot be written").arg(notesPath));
        return Failure;
    }
    const bool json = arguments.has(QStringLiteral("json"));
    ImportOptions options;
    options.dryRun = arguments.has(QStringLiteral("dry-run"));
    options.resume = arguments.has(QStringLiteral("resume"));
    options.now = SystemClock().now();
    options.note = [&notes, json](const ImportNote &note) {
        notes.add(note);
        if (json)
            printJson(importNoteToJson(note));
    };
    Result<ImportReport> report = Error{};
    {
        ImportProgressLine line;
        options.progress = [&line](const ImportProgress &progress) { return line.show(progress); };
        report = importTickets(**store, *mapping, *source, options);
    }
    const bool told = notes.close();
    if (!report) {
        printImportError(report.error());
        return Failure;
    }
    if (json) {
        printJson(importReportToJson(*report, options.dryRun));
    } else {
        constexpr qsizetype mostShown = 20;
        for (const ImportNote &note : report->notes.mid(0, mostShown))
            printLine(importNoteWords(note));
        if (report->notes.size() > mostShown)
            printLine(QStringLiteral("… and more: --report FILE has them all"));
        printImportReport(*report, options.dryRun);
    }
    if (!told)
        printError(QStringLiteral("the report “%1” could not be written to its end").arg(notesPath));
    return report->skippedRows > 0 || report->cancelled || !told ? PartialFailure : Success;
}

} // namespace

QVector<CtlCommand> importTicketsCommands()
{
    return {{{QStringLiteral("import-tickets")},
             QStringLiteral("FILE|URL CSV --map MAPPING [--dry-run] [--resume] [--report FILE] [--json]"),
             QStringLiteral("Import tickets with their history out of a table of another system"),
             importTicketsInto}};
}

} // namespace deskhand::ctl
