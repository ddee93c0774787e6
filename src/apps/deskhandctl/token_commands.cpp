// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/account_access.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/output.h"
#include "service/accounts/access_token.h"
#include "service/principal.h"

#include <QJsonArray>

namespace deskhand::ctl {
namespace {

constexpr qint64 aDay = qint64(24) * 60 * 60 * 1000;

QStringList scopeNames(int scopes)
{
    QStringList names;
    for (const AccessScope scope : allAccessScopes()) {
        if ((scopes & int(scope)) != 0)
            names.append(accessScopeName(scope));
    }
    return names;
}

/// "--scope read,write --scope socket"; prints what is no scope.
std::optional<int> scopesGiven(const Arguments &arguments)
{
    int scopes = 0;
    for (const QString &given : arguments.values(QStringLiteral("scope"))) {
        for (const QString &name : given.split(u',', Qt::SkipEmptyParts)) {
            const std::optional<AccessScope> scope = accessScopeNamed(name.trimmed());
            if (!scope) {
                printError(QStringLiteral("there is no scope “%1”; there are read, write, admin and socket").arg(name));
                return {};
            }
            scopes |= int(*scope);
        }
    }
    if (scopes != 0)
        return scopes;
    printError(QStringLiteral("a token needs a --scope: read, write, admin, socket"));
    return {};
}

int createToken(const QStringList &given)
{
    Arguments arguments(given, {QStringLiteral("json")},
                        {QStringLiteral("as"), QStringLiteral("scope"), QStringLiteral("days")});
    const std::optional<qint64> days = arguments.number(QStringLiteral("days"), 1);
    if (!arguments.check(3, QStringLiteral("token create DESK AGENT NAME --scope read[,write,admin,socket] [--days N] "
                                           "[--json]")))
        return UsageError;
    const std::optional<int> scopes = scopesGiven(arguments);
    if (!scopes)
        return UsageError;
    return withAccount(arguments, true, [&](AccountAccessHere &access, const Account &account) -> int {
        const Instant now = access.session().now();
        const FreshToken fresh = makeToken(TokenKind::Api);
        const ApiToken token{QUuid::createUuid(),
                             account.person,
                             arguments.words()[2].left(100),
                             *scopes,
                             now,
                             access.session().me(),
                             0,
                             days ? now + *days * aDay : Instant(0)};
        if (const Result<void> added = access.store().addApiToken(token, fresh.sha256); !added) {
            printError(added.error().code == ErrorCode::NotFound ? QStringLiteral("the account is disabled")
                                                                 : errorWords(added.error()));
            return Failure;
        }
        if (arguments.has(QStringLiteral("json")))
            printJson({{QStringLiteral("id"), token.id.toString(QUuid::WithoutBraces)},
                       {QStringLiteral("token"), QString::fromLatin1(fresh.text)},
                       {QStringLiteral("scopes"), QJsonArray::fromStringList(scopeNames(token.scopes))},
                       {QStringLiteral("expires_at"), instantText(token.expiresAt)}});
        else
            printLine(QString::fromLatin1(fresh.text));
        return Success;
    });
}

int listTokens(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("token list DESK [--json]")))
        return UsageError;
    const auto access = AccountAccessHere::open(arguments);
    if (!access)
        return Failure;
    const Result<QVector<ApiToken>> tokens = access->store().apiTokens(access->session().now());
    if (!tokens)
        return exitCodeOfChange(tokens.error());
    for (const ApiToken &token : *tokens) {
        const QString id = token.id.toString(QUuid::WithoutBraces);
        if (arguments.has(QStringLiteral("json")))
            printJson({{QStringLiteral("id"), id},
                       {QStringLiteral("person"), token.person.value},
                       {QStringLiteral("name"), token.name},
                       {QStringLiteral("scopes"), QJsonArray::fromStringList(scopeNames(token.scopes))},
                       {QStringLiteral("created_at"), instantText(token.createdAt)},
                       {QStringLiteral("created_by"), token.createdBy.value},
                       {QStringLiteral("used_at"), instantText(token.usedAt)},
                       {QStringLiteral("expires_at"), instantText(token.expiresAt)}});
        else
            printLine(QStringLiteral("%1  %2  %3  %4")
                          .arg(id, scopeNames(token.scopes).join(u',').leftJustified(24))
                          .arg(token.person.value, 4)
                          .arg(token.name));
    }
    return Success;
}

int revokeToken(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("token revoke DESK ID")))
        return UsageError;
    const auto access = AccountAccessHere::open(arguments);
    return access ? exitCodeOfChange(access->store().revokeApiToken(QUuid(arguments.words()[1]), access->change()))
                  : int(Failure);
}

} // namespace

QVector<CtlCommand> tokenCommands()
{
    const QString token = QStringLiteral("token");
    return {{{token, QStringLiteral("create")},
             QStringLiteral("DESK AGENT NAME --scope read[,write,admin,socket] [--days N] [--json]"),
             QStringLiteral("Print a token with which a program works at the service as the agent"),
             createToken},
            {{token, QStringLiteral("list")},
             QStringLiteral("DESK [--json]"),
             QStringLiteral("Tokens of programs, without the tokens themselves"),
             listTokens},
            {{token, QStringLiteral("revoke")},
             QStringLiteral("DESK ID"),
             QStringLiteral("Let a token be good no more"),
             revokeToken}};
}

} // namespace deskhand::ctl
