// SPDX-License-Identifier: GPL-3.0-or-later
// deskhand_bench [NAME…] [--tickets N] [--keep FILE]: measures what the program promises; one JSON line a figure.
#include "bench/benches.h"
#include "bench/report.h"

#include <QApplication>
#include <QCommandLineParser>

namespace {

using namespace deskhand;
using namespace deskhand::bench;

struct Bench {
    const char *name;
    std::function<void(BenchDesk &)> run;
};

const QVector<Bench> &benches()
{
    static const QVector<Bench> all{
        {"demo", benchDemo},     {"list", benchList},       {"scroll", benchScroll},
        {"open", benchOpen},     {"search", benchSearch},   {"startup", benchStartup},
        {"import", benchImport}, {"command", benchCommand}, {"live", benchLive},
    };
    return all;
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
    QStringList names;
    for (const Bench &bench : benches())
        names.append(QString::fromLatin1(bench.name));
    parser.addPositionalArgument(QStringLiteral("name"), names.join(QStringLiteral(", ")), QStringLiteral("[name…]"));
    parser.process(application);

    BenchOptions options;
    options.tickets = parser.value(QStringLiteral("tickets")).toInt();
    options.keep = parser.value(QStringLiteral("keep"));
    if (options.tickets < 1000)
        giveUp(QStringLiteral("--tickets must be 1000 or more"));
    for (const QString &name : parser.positionalArguments()) {
        if (!names.contains(name))
            giveUp(QStringLiteral("no bench \"%1\"; there are %2").arg(name, names.join(QStringLiteral(", "))));
    }
    BenchDesk desk(options);
    for (const Bench &bench : benches()) {
        if (parser.positionalArguments().isEmpty()
            || parser.positionalArguments().contains(QString::fromLatin1(bench.name)))
            bench.run(desk);
    }
    return 0;
}
