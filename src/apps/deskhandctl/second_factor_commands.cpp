// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/account_access.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_key.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/secret_input.h"
#include "replica/seal_key_file.h"
#include "service/accounts/second_factor.h"

#include <QJsonArray>

#include <cstdio>

namespace deskhand::ctl {
namespace {

/// The desk's key with its secret half, which is on the computer that does the work; prints what is wrong.
std::optional<SealKeys> keysOfDesk(DeskSession &session, const QString &place)
{
    const std::optional<QByteArray> publicKey = publicKeyOfDesk(session, place);
    if (!publicKey)
        return {};
    Result<SealKeys> keys = readSealKeyFile(place, sealKeyText(*publicKey));
    if (keys)
        return *std::move(keys);
    printError(keys.error());
    return {};
}

std::optional<QByteArray> codeGiven(const Arguments &arguments)
{
    const QString file = arguments.value(QStringLiteral("code-file"));
    std::optional<QByteArray> code =
        file.isEmpty() ? askSecret(QStringLiteral("Code that the app shows")) : readSecret(file);
    if (!code && file.isEmpty())
        printError(QStringLiteral("a code comes from --code-file FILE (- for standard input), or is typed at a "
                                  "terminal"));
    return code;
}

void printOffer(const SecondFactorOffer &offer, bool json)
{
    if (json) {
        printJson({{QStringLiteral("secret"), offer.secret}, {QStringLiteral("uri"), offer.uri}});
    } else {
        printLine(offer.uri);
        printLine(QStringLiteral("secret: ") + offer.secret);
    }
    std::fflush(stdout); // who answers reads it first
}

int switchOn(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")},
                              {QStringLiteral("as"), QStringLiteral("key-file"), QStringLiteral("code-file")});
    if (!arguments.check(2, QStringLiteral("user second-factor on DESK AGENT [--code-file FILE] [--key-file FILE] "
                                           "[--json]")))
        return UsageError;
    return withAccount(arguments, false, [&arguments](AccountAccessHere &access, const Account &account) -> int {
        const bool json = arguments.has(QStringLiteral("json"));
        const std::optional<SealKeys> keys =
            keysOfDesk(access.session(), keyPlace(arguments.value(QStringLiteral("key-file"))));
        if (!keys)
            return Failure;
        const Result<SecondFactorOffer> offer =
            offerSecondFactor(access.store(), keys->publicKey, account.person, QStringLiteral("Deskhand"));
        if (!offer)
            return exitCodeOfChange(offer.error());
        printOffer(*offer, json);
        const std::optional<QByteArray> code = codeGiven(arguments);
        if (!code)
            return Failure;
        const Result<QStringList> recovery =
            confirmSecondFactor(access.store(), *keys, account.person, QString::fromLatin1(*code), access.change());
        if (!recovery)
            return exitCodeOfChange(recovery.error());
        if (json)
            printJson({{QStringLiteral("recovery_codes"), QJsonArray::fromStringList(*recovery)}});
        else
            printLine(recovery->join(u'\n'));
        return Success;
    });
}

int switchOff(const QStringList &given)
{
    const Arguments arguments(given, {}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("user second-factor off DESK AGENT")))
        return UsageError;
    return withAccount(arguments, false, [](AccountAccessHere &access, const Account &account) {
        return exitCodeOfChange(access.store().dropSecondFactor(account.person, access.change()));
    });
}

} // namespace

QVector<CtlCommand> secondFactorCommands()
{
    const QString user = QStringLiteral("user");
    const QString factor = QStringLiteral("second-factor");
    return {{{user, factor, QStringLiteral("on")},
             QStringLiteral("DESK AGENT [--code-file FILE] [--key-file FILE] [--json]"),
             QStringLiteral("Print a secret for an app with codes, take a code of it, print the recovery codes"),
             switchOn},
            {{user, factor, QStringLiteral("off")},
             QStringLiteral("DESK AGENT"),
             QStringLiteral("Let them in by their password alone again"),
             switchOff}};
}

} // namespace deskhand::ctl
