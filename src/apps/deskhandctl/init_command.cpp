// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/account_access.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/secret_input.h"
#include "base/machine_zone.h"
#include "base/sealed_secret.h"
#include "service/accounts/password_hash.h"
#include "service/config/service_config.h"
#include "store/local_desk.h"

#include <QFile>
#include <QFileInfo>

#include <optional>

namespace deskhand::ctl {
namespace {

/// How the first agent comes into the service.
struct FirstAccount {
    bool invite = false;
    qint64 hours = hoursOfInvitation;
    std::optional<QByteArray> password;
    bool json = false;
    [[nodiscard]] bool isWanted() const { return invite || password; }
};

Result<void> createDesk(const QString &place, const NewDesk &desk)
{
    if (!isPostgresUrl(place))
        return createDeskFile(place, desk);
    const Result<PostgresAddress> address = postgresAddressFromUrl(place);
    return address ? createDeskOnServer(*address, desk) : Result<void>(address.error());
}

int makeFirstAccount(const Arguments &arguments, const QString &agent, FirstAccount &wanted)
{
    const auto access = AccountAccessHere::open(arguments);
    const std::optional<Account> account = access ? access->account(agent, true) : std::nullopt;
    if (!account)
        return Failure;
    if (wanted.invite)
        return tellNewLink(*access, *account, AccountLinkKind::Invitation, wanted.hours, wanted.json);
    const Result<QByteArray> hash = hashPassword(*wanted.password, PasswordCost());
    wipe(&*wanted.password);
    return exitCodeOfChange(hash ? access->store().setPassword(account->person, *hash, false, access->change())
                                 : Result<void>(hash.error()));
}

/// Nothing that is there is written over; nobody else may read it, since a password may be in the desk's address.
bool writeSampleConfig(const QString &file, const QString &place)
{
    QFile config(file);
    const QString desk = isPostgresUrl(place) ? place : QFileInfo(place).absoluteFilePath();
    const QByteArray text = sampleServiceConfig(desk).toUtf8();
    const bool written = config.open(QIODevice::WriteOnly | QIODevice::NewOnly)
                         && config.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
                         && config.write(text) == text.size() && config.flush();
    if (!written)
        printError(QStringLiteral("%1: %2").arg(file, config.errorString()));
    return written;
}

/// Everything that can be wrong is looked at before the desk is made; false: it was printed.
bool readFirstAccount(Arguments &arguments, const NewDesk &desk, FirstAccount *account)
{
    account->hours = arguments.number(QStringLiteral("hours"), 1).value_or(hoursOfInvitation);
    account->invite = arguments.has(QStringLiteral("invite"));
    account->json = arguments.has(QStringLiteral("json"));
    const QString file = arguments.value(QStringLiteral("password-file"));
    if (account->invite && !file.isEmpty()) {
        printError(QStringLiteral("--invite lets the agent choose a password, --password-file sets one: take one"));
        return false;
    }
    if (file.isEmpty())
        return true;
    account->password = readSecret(file);
    if (!account->password)
        return false;
    if (const Result<void> fits = checkPassword(*account->password, desk.agentName, desk.agentAddress); !fits) {
        printError(fits.error());
        return false;
    }
    return true;
}

int initDesk(const QStringList &given)
{
    Arguments arguments(given, {QStringLiteral("invite"), QStringLiteral("json")},
                        {QStringLiteral("agent"), QStringLiteral("address"), QStringLiteral("name"),
                         QStringLiteral("zone"), QStringLiteral("number-format"), QStringLiteral("password-file"),
                         QStringLiteral("hours"), QStringLiteral("config")});
    (void)arguments.number(QStringLiteral("hours"), 1);
    if (!arguments.check(1, QStringLiteral("init FILE|URL --agent NAME [--address ADDRESS] [--name DESK] [--zone ZONE] "
                                           "[--number-format FORMAT] [--password-file FILE | --invite [--hours N]] "
                                           "[--config FILE] [--json]")))
        return UsageError;
    const QString place = arguments.words().first();
    NewDesk desk;
    desk.deskName = arguments.value(QStringLiteral("name"), QStringLiteral("My desk"));
    desk.agentName = arguments.value(QStringLiteral("agent"));
    desk.agentAddress = arguments.value(QStringLiteral("address"));
    desk.zone = arguments.value(QStringLiteral("zone"), QString::fromLatin1(machineZone())).toLatin1();
    const QString config = arguments.value(QStringLiteral("config"));
    FirstAccount account;
    if (!readFirstAccount(arguments, desk, &account))
        return UsageError;
    if (!config.isEmpty() && QFileInfo::exists(config)) {
        printError(QStringLiteral("%1 is there already").arg(config));
        return Failure;
    }
    if (const Result<void> created = createDesk(place, desk); !created) {
        printError(created.error());
        return Failure;
    }
    const QString format = arguments.value(QStringLiteral("number-format"));
    if (!format.isEmpty()) {
        const auto session = DeskSession::open(place, {});
        if (!session || !session->submit(SaveDeskSettings{{}, format}))
            return Failure;
    }
    if (!config.isEmpty() && !writeSampleConfig(config, place))
        return Failure;
    return account.isWanted() ? makeFirstAccount(arguments, desk.agentName, account) : int(Success);
}

} // namespace

QVector<CtlCommand> initCommands()
{
    return {{{QStringLiteral("init")},
             QStringLiteral("FILE|URL --agent NAME [--address ADDRESS] [--name DESK] [--zone ZONE] "
                            "[--number-format FORMAT]\n"
                            "        [--password-file FILE | --invite [--hours N]] [--config FILE] [--json]"),
             QStringLiteral("Make a new desk; with a password or an invitation its agent can sign in to the service,\n"
                            "        and --config writes a configuration for it, to be filled in"),
             initDesk}};
}

} // namespace deskhand::ctl
