// SPDX-License-Identifier: GPL-3.0-or-later
// deskhand_bench [NAME…] [--tickets N] [--keep FILE] [--postgres [--server-folder FOLDER] | --desk-url URL]
// [--facts-in-place]: measures
// what the program promises; one JSON line a figure.
#include "bench/benches.h"
#include "bench/report.h"
#include "support/postgres_server.h"

#include <QApplication>
#include <QCommandLineParser>

namespace {

using namespace deskhand;
using namespace deskhand::bench;

struct Bench {
    const char *name;
    std::function<void(BenchDesk &)> run;
    bool onServer = false; ///< also for a desk on a server
    bool onFile = true;
};

const QVector<Bench> &benches()
{
    static const QVector<Bench> all{
        {"demo", benchDemo},           {"list", benchList, true},
        {"scroll", benchScroll},       {"open", benchOpen, true},
        {"search", benchSearch, true}, {"startup", benchStartup},
        {"import", benchImport},       {"command", benchCommand, true},
        {"replica", benchReplica},     {"live", benchLive},
        {"intake", benchIntake},       {"sla", benchSla},
        {"accounts", benchAccounts},   {"service", benchService, true, false},
        {"charts", benchCharts},       {"reports", benchReports, true},
    };
    return all;
}

/// The desk on a server that the options ask for: a given one, or one of our own, which `own` keeps. It is copied there
/// when it is not there yet.
std::optional<PostgresAddress> serverOf(const QCommandLineParser &parser, const BenchOptions &options,
                                        std::unique_ptr<test::PostgresServer> *own)
{
    const QString url = parser.value(QStringLiteral("desk-url"));
    if (!url.isEmpty()) {
        const Result<PostgresAddress> address = postgresAddressFromUrl(url);
        if (!address)
            giveUp(address.error().detail);
        return *address;
    }
    // What needs a server gets one without being asked.
    const bool isForService = parser.positionalArguments() == QStringList{QStringLiteral("service")};
    if (!parser.isSet(QStringLiteral("postgres")) && !isForService)
        return {};
    const QString folder = parser.value(QStringLiteral("server-folder"));
    *own = test::PostgresServer::startKept(
        folder.isEmpty() ? QStringLiteral(DESKHAND_BINARY_DIR "/bench/server-%1").arg(options.tickets) : folder,
        {QStringLiteral("shared_buffers=2GB")});
    if (!*own)
        giveUp(QStringLiteral("PostgreSQL is not installed"));
    const PostgresAddress address = (*own)->database(QStringLiteral("desk"));
    BenchDesk file(options);
    file.copyToServer(address);
    return address;
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOption({QStringLiteral("tickets"), QStringLiteral("Size of the desk."), QStringLiteral("N"),
                      QStringLiteral("1000000")});
    parser.addOption(
        {QStringLiteral("keep"), QStringLiteral("Where the desk is kept and used again."), QStringLiteral("FILE")});
    parser.addOption(
        {QStringLiteral("postgres"),
         QStringLiteral("Measures the desk on a server of its own, to which it is copied when it is not there.")});
    parser.addOption({QStringLiteral("server-folder"),
                      QStringLiteral("Where that server's data is kept and used again."), QStringLiteral("FOLDER")});
    parser.addOption({QStringLiteral("desk-url"), QStringLiteral("Measures the desk that was copied there before."),
                      QStringLiteral("URL")});
    parser.addOption({QStringLiteral("facts-in-place"),
                      QStringLiteral("Makes the facts of reports in the desk that is kept, for the next time.")});
    QStringList names;
    for (const Bench &bench : benches())
        names.append(QString::fromLatin1(bench.name));
    parser.addPositionalArgument(QStringLiteral("name"), names.join(QStringLiteral(", ")), QStringLiteral("[name…]"));
    parser.process(application);

    BenchOptions options;
    options.tickets = parser.value(QStringLiteral("tickets")).toInt();
    options.keep = parser.value(QStringLiteral("keep"));
    options.factsInPlace = parser.isSet(QStringLiteral("facts-in-place"));
    if (options.tickets < 1000)
        giveUp(QStringLiteral("--tickets must be 1000 or more"));
    for (const QString &name : parser.positionalArguments()) {
        if (!names.contains(name))
            giveUp(QStringLiteral("no bench \"%1\"; there are %2").arg(name, names.join(QStringLiteral(", "))));
    }
    std::unique_ptr<test::PostgresServer> server;
    options.server = serverOf(parser, options, &server);
    BenchDesk desk(options);
    for (const Bench &bench : benches()) {
        const bool isWanted = parser.positionalArguments().isEmpty()
                              || parser.positionalArguments().contains(QString::fromLatin1(bench.name));
        if (isWanted && (options.server ? bench.onServer : bench.onFile))
            bench.run(desk);
    }
    return 0;
}
