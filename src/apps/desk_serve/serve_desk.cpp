// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_serve/serve_desk.h"

#include "apps/desk_serve/service_work.h"
#include "apps/desk_serve/signal_watch.h"
#include "service/watch/service_manager.h"

#include <QCoreApplication>
#include <QProcessEnvironment>

#include <csignal>
#include <cstdio>

namespace deskhand {
namespace {

constexpr int exitFailure = 1;
constexpr int exitUsage = 2;

void say(std::FILE *to, const QString &text)
{
    std::fputs((text + u'\n').toUtf8().constData(), to);
}

/// What is said on the command line.
struct ServeArguments {
    ConfigSource source;
    bool check = false; ///< the configuration only
    bool print = false; ///< a sample of it
    bool help = false;
};

ServeArguments readServeArguments(const QStringList &given)
{
    ServeArguments arguments;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString &name : names)
        arguments.source.environment.insert(name, environment.value(name));
    for (qsizetype i = 0; i < given.size(); ++i) {
        const QString &flag = given[i];
        if (flag == u"--help")
            arguments.help = true;
        else if (flag == u"--check")
            arguments.check = true;
        else if (flag == u"--print-config")
            arguments.print = true;
        else if (flag == u"--config" && i + 1 < given.size())
            arguments.source.file = given[++i];
        else if (flag.startsWith(u"--config="))
            arguments.source.file = flag.mid(9);
        else
            arguments.source.flags.append(flag);
    }
    return arguments;
}

void sayProblems(const Error &error)
{
    const QStringList problems = error.payload.value(QStringLiteral("problems")).toStringList();
    for (const QString &problem : problems)
        say(stderr, problem);
    if (problems.isEmpty())
        say(stderr, error.detail);
}

void heedHangup(const ConfigSource &source, Service &service, ServiceLog &log)
{
    tellServiceManager("RELOADING=1");
    // What cannot be read leaves what was in use.
    const auto failed = [&log](const char *what, const Error &error) {
        log.tell(LogLevel::Error, "reload-failed",
                 {{QStringLiteral("what"), QLatin1String(what)},
                  {QStringLiteral("where"), error.where},
                  {QStringLiteral("detail"), error.detail}});
    };
    const Result<ServiceConfig> config = readServiceConfig(source);
    if (config)
        log.setLevel(config->logLevel);
    else
        failed("configuration", config.error());
    const Result<void> reloaded = service.reload();
    if (!reloaded)
        failed("certificate", reloaded.error());
    if (config && reloaded)
        log.tell(LogLevel::Info, "reloaded");
    tellServiceManager("READY=1");
}

int run(const ConfigSource &source, const ServiceConfig &config)
{
    ServiceLog log(config.logLevel);
    log.takeOver();
    ServicePorts ports;
    ports.startJobs = [config](LocalDesk &desk) { return startServiceJobs(desk, config); };
    ports.keys = [config](LocalDesk &desk) { return serviceKeys(desk, config); };
    // Before anybody can know that it serves: a SIGHUP that nobody watches for would end it. What comes before the loop
    // of events is heard in it.
    Service *serving = nullptr;
    const SignalWatch signalsOfSystem([&](int signal) {
        if (signal != SIGHUP)
            QCoreApplication::quit();
        else if (serving)
            heedHangup(source, *serving, log);
    });
    const Result<std::unique_ptr<Service>> service = Service::start(config, ports, log);
    if (!service) {
        const Error &error = service.error();
        log.tell(LogLevel::Error, "start-failed",
                 {{QStringLiteral("code"), errorCodeName(error.code)},
                  {QStringLiteral("where"), error.where},
                  {QStringLiteral("detail"), error.detail}});
        return exitFailure;
    }
    serving = service->get();
    tellServiceManager("READY=1\nSTATUS=serving on port " + QByteArray::number((*service)->port()));
    QCoreApplication::exec();
    tellServiceManager("STOPPING=1");
    (*service)->drain(config.drainSeconds * 1000);
    return 0;
}

} // namespace

QString serveUsage()
{
    QString text = QStringLiteral("[--config FILE] [--check | --print-config] [--SECTION-KEY VALUE]…\n\n");
    for (const ConfigKey &key : configKeys())
        text += QStringLiteral("  --%1  %2\n      %3. %4.\n").arg(key.flag(), key.variable(), key.help, key.form);
    return text;
}

int serveDesk(const QStringList &arguments)
{
    const ServeArguments given = readServeArguments(arguments);
    if (given.help) {
        say(stdout, QStringLiteral("usage: deskhandd ") + serveUsage());
        return 0;
    }
    if (given.print) {
        std::fputs(sampleServiceConfig({}).toUtf8().constData(), stdout);
        return 0;
    }
    const Result<ServiceConfig> config = readServiceConfig(given.source);
    if (!config) {
        sayProblems(config.error());
        return exitUsage;
    }
    if (given.check) {
        say(stdout, QStringLiteral("the configuration is fine"));
        return 0;
    }
    return run(given.source, *config);
}

} // namespace deskhand
