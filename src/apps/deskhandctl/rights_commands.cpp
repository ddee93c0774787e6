// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/arguments.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "base/machine_zone.h"
#include "base/text_folding.h"
#include "store/new_desk.h"
#include "store/postgres_rights.h"

#include <QFile>

#include <cstdio>

namespace deskhand::ctl {
namespace {

/// Prints the error of what failed.
int exitCodeOf(const Result<void> &done)
{
    if (!done)
        printError(done.error());
    return done ? Success : Failure;
}

std::optional<PostgresAddress> addressOf(const QString &url)
{
    const Result<PostgresAddress> address = postgresAddressFromUrl(url);
    if (address)
        return *address;
    printError(address.error());
    return {};
}

/// The first line of standard input with --password-stdin; else a random one, which is printed afterwards. Never an
/// argument: the machine's other users can read those.
QString passwordFor(const Arguments &arguments)
{
    if (!arguments.has(QStringLiteral("password-stdin")))
        return randomPassword();
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    QByteArray line = input.readLine(10'000);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return QString::fromUtf8(line);
}

void tellPassword(const Arguments &arguments, const QString &role, const QString &password)
{
    if (arguments.has(QStringLiteral("password-stdin")))
        printLine(role);
    else
        printLine(QStringLiteral("%1 %2").arg(role, password));
}

/// The agent with that name or address, or with an empty text the first admin; prints when there is none.
std::optional<PersonId> agentOf(const QString &url, const QString &typed)
{
    const auto session = DeskSession::open(url, typed);
    return session ? std::optional(session->me()) : std::nullopt;
}

bool hasLogins(const PostgresAddress &address)
{
    const Result<QVector<PostgresLogin>> logins = readLogins(address);
    return logins && !logins->isEmpty();
}

/// Makes the desk where there is none; brings it up to date where there is one.
Result<void> makeOrMigrate(const PostgresAddress &address, const NewDesk &desk)
{
    const Result<void> migrated = migrateDeskOnServer(address);
    if (migrated || migrated.error().code != ErrorCode::Corrupt)
        return migrated;
    return createDeskOnServer(address, desk);
}

int initPostgres(const QStringList &given)
{
    const QString usage = QStringLiteral("init-postgres URL --agent NAME --login ROLE [--address ADDRESS] [--name "
                                         "DESK] [--zone ZONE] [--password-stdin]");
    const Arguments arguments(given, {QStringLiteral("password-stdin")},
                              {QStringLiteral("agent"), QStringLiteral("login"), QStringLiteral("address"),
                               QStringLiteral("name"), QStringLiteral("zone")});
    if (!arguments.check(1, usage))
        return UsageError;
    const QString url = arguments.words().first();
    const std::optional<PostgresAddress> address = addressOf(url);
    if (!address)
        return UsageError;
    NewDesk desk;
    desk.deskName = arguments.value(QStringLiteral("name"), QStringLiteral("My desk"));
    desk.agentName = arguments.value(QStringLiteral("agent"));
    desk.agentAddress = arguments.value(QStringLiteral("address"));
    desk.zone = arguments.value(QStringLiteral("zone"), QString::fromLatin1(machineZone())).toLatin1();
    Result<void> done = makeOrMigrate(*address, desk);
    if (done)
        done = setUpRights(*address);
    const QString role = arguments.value(QStringLiteral("login"));
    if (!done || role.isEmpty() || hasLogins(*address))
        return exitCodeOf(done);
    const std::optional<PersonId> admin = agentOf(url, {});
    if (!admin)
        return Failure;
    const QString password = passwordFor(arguments);
    done = addLogin(*address, role, *admin, password);
    if (done)
        tellPassword(arguments, role, password);
    return exitCodeOf(done);
}

int loginAdd(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("password-stdin"), QStringLiteral("service")}, {});
    const bool service = arguments.has(QStringLiteral("service"));
    if (!arguments.check(service ? 2 : 3, QStringLiteral("login add URL ROLE AGENT|--service [--password-stdin]")))
        return UsageError;
    const QString role = arguments.words()[1];
    const std::optional<PostgresAddress> address = addressOf(arguments.words().first());
    if (!address)
        return UsageError;
    const std::optional<PersonId> person =
        service ? PersonId() : agentOf(arguments.words().first(), arguments.words()[2]);
    if (!person)
        return Failure;
    const QString password = passwordFor(arguments);
    const Result<void> added = addLogin(*address, role, *person, password);
    if (added)
        tellPassword(arguments, role, password);
    return exitCodeOf(added);
}

int loginPassword(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("password-stdin")}, {});
    if (!arguments.check(2, QStringLiteral("login password URL ROLE [--password-stdin]")))
        return UsageError;
    const std::optional<PostgresAddress> address = addressOf(arguments.words().first());
    if (!address)
        return UsageError;
    const QString password = passwordFor(arguments);
    const Result<void> set = setLoginPassword(*address, arguments.words()[1], password);
    if (set)
        tellPassword(arguments, arguments.words()[1], password);
    return exitCodeOf(set);
}

int loginRemove(const QStringList &given)
{
    const Arguments arguments(given, {}, {});
    if (!arguments.check(2, QStringLiteral("login remove URL ROLE")))
        return UsageError;
    const std::optional<PostgresAddress> address = addressOf(arguments.words().first());
    return address ? exitCodeOf(removeLogin(*address, arguments.words()[1])) : UsageError;
}

int loginSync(const QStringList &given)
{
    const Arguments arguments(given, {}, {});
    if (!arguments.check(1, QStringLiteral("login sync URL")))
        return UsageError;
    const std::optional<PostgresAddress> address = addressOf(arguments.words().first());
    return address ? exitCodeOf(followPeople(*address)) : UsageError;
}

int loginList(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {});
    if (!arguments.check(1, QStringLiteral("login list URL [--json]")))
        return UsageError;
    const std::optional<PostgresAddress> address = addressOf(arguments.words().first());
    if (!address)
        return UsageError;
    const Result<QVector<PostgresLogin>> logins = readLogins(*address);
    if (!logins) {
        printError(logins.error());
        return Failure;
    }
    for (const PostgresLogin &login : *logins) {
        if (arguments.has(QStringLiteral("json"))) {
            printJson({{QStringLiteral("role"), login.role},
                       {QStringLiteral("person"), login.person.value},
                       {QStringLiteral("name"), login.personName},
                       {QStringLiteral("service"), login.service},
                       {QStringLiteral("active"), login.active},
                       {QStringLiteral("role_exists"), login.roleExists}});
        } else {
            printLine(QStringLiteral("%1  %2").arg(login.role.leftJustified(24),
                                                   login.service ? QStringLiteral("(service)") : login.personName));
        }
    }
    return Success;
}

} // namespace

QVector<CtlCommand> rightsCommands()
{
    const QString login = QStringLiteral("login");
    return {{{QStringLiteral("init-postgres")},
             QStringLiteral("URL --agent NAME --login ROLE [--address ADDRESS] [--name DESK] [--password-stdin]"),
             QStringLiteral("Make a desk on a server with its roles and rights, or repair them"),
             initPostgres},
            {{login, QStringLiteral("add")},
             QStringLiteral("URL ROLE AGENT|--service [--password-stdin]"),
             QStringLiteral("Give an agent, or a service, a login role of the server"),
             loginAdd},
            {{login, QStringLiteral("password")},
             QStringLiteral("URL ROLE [--password-stdin]"),
             QStringLiteral("Set the password of a login"),
             loginPassword},
            {{login, QStringLiteral("remove")},
             QStringLiteral("URL ROLE"),
             QStringLiteral("End a login's sessions and drop it"),
             loginRemove},
            {{login, QStringLiteral("sync")},
             QStringLiteral("URL"),
             QStringLiteral("Let logins have the rights of what their people have become"),
             loginSync},
            {{login, QStringLiteral("list")},
             QStringLiteral("URL [--json]"),
             QStringLiteral("Who may come in"),
             loginList}};
}

} // namespace deskhand::ctl
