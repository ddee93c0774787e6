// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/account_access.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/secret_input.h"
#include "base/sealed_secret.h"
#include "service/accounts/password_hash.h"

#include <algorithm>

namespace deskhand::ctl {
namespace {

constexpr qint64 hoursOfReset = 24;

QJsonObject accountToJson(const Account &account)
{
    return {{QStringLiteral("person"), account.person.value},
            {QStringLiteral("name"), account.name},
            {QStringLiteral("address"), account.address},
            {QStringLiteral("admin"), account.admin},
            {QStringLiteral("active"), account.active},
            {QStringLiteral("disabled"), account.disabled},
            {QStringLiteral("password"), account.hasPassword},
            {QStringLiteral("must_change"), account.mustChange},
            {QStringLiteral("second_factor"), account.hasSecondFactor},
            {QStringLiteral("recovery_codes"), account.recoveryCodes},
            {QStringLiteral("sessions"), account.sessions},
            {QStringLiteral("api_tokens"), account.apiTokens},
            {QStringLiteral("created_at"), instantText(account.createdAt)},
            {QStringLiteral("password_at"), instantText(account.passwordAt)},
            {QStringLiteral("signed_in_at"), instantText(account.signedInAt)}};
}

QString stateOf(const Account &account)
{
    if (!account.active)
        return QStringLiteral("inactive");
    if (account.disabled)
        return QStringLiteral("disabled");
    if (!account.hasPassword)
        return QStringLiteral("no password");
    return account.mustChange ? QStringLiteral("must change") : QStringLiteral("active");
}

void printAccount(const Account &account, bool json)
{
    if (json) {
        printJson(accountToJson(account));
        return;
    }
    printLine(QStringLiteral("%1  %2  %3  %4 signed in, %5 tokens  %6  %7")
                  .arg(account.person.value, 4)
                  .arg(stateOf(account).leftJustified(11),
                       account.hasSecondFactor ? QStringLiteral("2nd factor") : QStringLiteral("-         "))
                  .arg(account.sessions)
                  .arg(account.apiTokens)
                  .arg(account.name.leftJustified(24), account.address));
}

/// From --password-file, or typed twice; prints what is wrong with it.
std::optional<QByteArray> passwordGiven(const Arguments &arguments, const Account &account)
{
    const QString file = arguments.value(QStringLiteral("password-file"));
    std::optional<QByteArray> password =
        file.isEmpty() ? askSecret(QStringLiteral("Password of %1").arg(account.name)) : readSecret(file);
    if (!password) {
        if (file.isEmpty())
            printError(QStringLiteral("a password comes from --password-file FILE, or is typed at a terminal"));
        return {};
    }
    if (file.isEmpty() && askSecret(QStringLiteral("Once more")) != password) {
        printError(QStringLiteral("these were two passwords"));
        return {};
    }
    if (const Result<void> fits = checkPassword(*password, account.name, account.address); !fits) {
        printError(fits.error());
        return {};
    }
    return password;
}

int setPassword(const Arguments &arguments, AccountAccessHere &access, const Account &account)
{
    std::optional<QByteArray> password = passwordGiven(arguments, account);
    if (!password)
        return Failure;
    const Result<QByteArray> hash = hashPassword(*password, PasswordCost());
    wipe(&*password);
    const Result<void> set = hash ? access.store().setPassword(
                                 account.person, *hash, arguments.has(QStringLiteral("must-change")), access.change())
                                  : Result<void>(hash.error());
    if (set && arguments.has(QStringLiteral("json"))) {
        if (const Result<Account> now = access.store().account(account.person))
            printAccount(*now, true);
    }
    return exitCodeOfChange(set);
}

int makeLink(Arguments &arguments, AccountAccessHere &access, const Account &account, AccountLinkKind kind)
{
    const qint64 hours = arguments.number(QStringLiteral("hours"), 1)
                             .value_or(kind == AccountLinkKind::Reset ? hoursOfReset : hoursOfInvitation);
    return tellNewLink(access, account, kind, hours, arguments.has(QStringLiteral("json")));
}

int addUser(const QStringList &given)
{
    Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("must-change"), QStringLiteral("invite")},
                        {QStringLiteral("as"), QStringLiteral("password-file"), QStringLiteral("hours")});
    (void)arguments.number(QStringLiteral("hours"), 1);
    if (!arguments.check(2, QStringLiteral("user add DESK AGENT [--password-file FILE] [--must-change] | --invite "
                                           "[--hours N] [--json]")))
        return UsageError;
    const auto access = AccountAccessHere::open(arguments);
    const std::optional<PersonId> person = access ? access->agent(arguments.words()[1]) : std::nullopt;
    if (!person)
        return Failure;
    if (access->store().account(*person)) {
        printError(QStringLiteral("“%1” has an account already").arg(arguments.words()[1]));
        return Failure;
    }
    const std::optional<Account> account = access->account(arguments.words()[1], true);
    if (!account)
        return Failure;
    return arguments.has(QStringLiteral("invite")) ? makeLink(arguments, *access, *account, AccountLinkKind::Invitation)
                                                   : setPassword(arguments, *access, *account);
}

int listUsers(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("user list DESK [--json]")))
        return UsageError;
    const auto access = AccountAccessHere::open(arguments);
    if (!access)
        return Failure;
    const Result<QVector<Account>> accounts = access->store().accounts();
    if (!accounts)
        return exitCodeOfChange(accounts.error());
    for (const Account &account : *accounts)
        printAccount(account, arguments.has(QStringLiteral("json")));
    return Success;
}

int linkUser(const QStringList &given, const QString &verb, AccountLinkKind kind)
{
    Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as"), QStringLiteral("hours")});
    (void)arguments.number(QStringLiteral("hours"), 1);
    if (!arguments.check(2, QStringLiteral("user %1 DESK AGENT [--hours N] [--json]").arg(verb)))
        return UsageError;
    return withAccount(arguments, kind == AccountLinkKind::Invitation,
                       [&arguments, kind](AccountAccessHere &access, const Account &account) {
                           return makeLink(arguments, access, account, kind);
                       });
}

int passwordOfUser(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("must-change")},
                              {QStringLiteral("as"), QStringLiteral("password-file")});
    if (!arguments.check(2, QStringLiteral("user password DESK AGENT [--password-file FILE] [--must-change] [--json]")))
        return UsageError;
    return withAccount(arguments, false, [&arguments](AccountAccessHere &access, const Account &account) {
        return setPassword(arguments, access, account);
    });
}

int switchUser(const QStringList &given, bool disabled)
{
    const Arguments arguments(given, {}, {QStringLiteral("as")});
    if (!arguments.check(
            2,
            QStringLiteral("user %1 DESK AGENT").arg(disabled ? QStringLiteral("disable") : QStringLiteral("enable"))))
        return UsageError;
    return withAccount(arguments, false, [disabled](AccountAccessHere &access, const Account &account) {
        return exitCodeOfChange(access.store().setDisabled(account.person, disabled, access.change()));
    });
}

int listSessions(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("user sessions DESK AGENT [--json]")))
        return UsageError;
    return withAccount(arguments, false, [&arguments](AccountAccessHere &access, const Account &account) -> int {
        const auto sessions = access.store().sessions(account.person, access.session().now());
        if (!sessions)
            return exitCodeOfChange(sessions.error());
        for (const AccountSession &session : *sessions) {
            const QString id = session.id.toString(QUuid::WithoutBraces);
            if (arguments.has(QStringLiteral("json")))
                printJson({{QStringLiteral("id"), id},
                           {QStringLiteral("device"), session.device},
                           {QStringLiteral("address"), session.peer},
                           {QStringLiteral("remembered"), session.remembered},
                           {QStringLiteral("created_at"), instantText(session.createdAt)},
                           {QStringLiteral("used_at"), instantText(session.usedAt)},
                           {QStringLiteral("expires_at"), instantText(session.expiresAt)}});
            else
                printLine(QStringLiteral("%1  %2  %3  %4")
                              .arg(id, instantText(session.usedAt), session.peer.leftJustified(15), session.device));
        }
        return Success;
    });
}

int revokeSessions(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("user revoke DESK AGENT [SESSION]")))
        return UsageError;
    return withAccount(arguments, false, [&arguments](AccountAccessHere &access, const Account &account) -> int {
        if (arguments.words().size() > 2)
            return exitCodeOfChange(access.store().revokeSession(account.person, QUuid(arguments.words()[2])));
        const Result<int> revoked = access.store().revokeSessions(account.person, QUuid(), access.change());
        if (!revoked)
            return exitCodeOfChange(revoked.error());
        printLine(QString::number(*revoked));
        return Success;
    });
}

} // namespace

QVector<CtlCommand> userCommands()
{
    const QString user = QStringLiteral("user");
    return {{{user, QStringLiteral("add")},
             QStringLiteral("DESK AGENT [--password-file FILE] [--must-change] | --invite [--hours N] [--json]"),
             QStringLiteral("Let an agent sign in to the service; --invite prints a token to choose a password with"),
             addUser},
            {{user, QStringLiteral("list")},
             QStringLiteral("DESK [--json]"),
             QStringLiteral("Who may sign in to the service"),
             listUsers},
            {{user, QStringLiteral("invite")},
             QStringLiteral("DESK AGENT [--hours N] [--json]"),
             QStringLiteral("Print a token, good once, with which the agent chooses a password (7 days)"),
             [](const QStringList &given) {
                 return linkUser(given, QStringLiteral("invite"), AccountLinkKind::Invitation);
             }},
            {{user, QStringLiteral("reset")},
             QStringLiteral("DESK AGENT [--hours N] [--json]"),
             QStringLiteral("The same for who has forgotten it (24 hours)"),
             [](const QStringList &given) { return linkUser(given, QStringLiteral("reset"), AccountLinkKind::Reset); }},
            {{user, QStringLiteral("password")},
             QStringLiteral("DESK AGENT [--password-file FILE] [--must-change] [--json]"),
             QStringLiteral("Set a password; everybody who is signed in as the agent is signed out"),
             passwordOfUser},
            {{user, QStringLiteral("disable")},
             QStringLiteral("DESK AGENT"),
             QStringLiteral("Let them in no more, and sign them out everywhere"),
             [](const QStringList &given) { return switchUser(given, true); }},
            {{user, QStringLiteral("enable")},
             QStringLiteral("DESK AGENT"),
             QStringLiteral("Let them in again"),
             [](const QStringList &given) { return switchUser(given, false); }},
            {{user, QStringLiteral("sessions")},
             QStringLiteral("DESK AGENT [--json]"),
             QStringLiteral("The computers on which an agent is signed in"),
             listSessions},
            {{user, QStringLiteral("revoke")},
             QStringLiteral("DESK AGENT [SESSION]"),
             QStringLiteral("Sign out one of them, or all"),
             revokeSessions}};
}

} // namespace deskhand::ctl
