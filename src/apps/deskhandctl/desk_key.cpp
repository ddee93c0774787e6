// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/desk_key.h"

#include "apps/deskhandctl/output.h"
#include "replica/seal_key_file.h"

#include <QStandardPaths>

namespace deskhand::ctl {

QString keyPlace(const QString &given)
{
    if (!given.isEmpty())
        return given;
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    return sealKeyFolder(config + QStringLiteral("/deskhand"));
}

std::optional<QByteArray> publicKeyOfDesk(DeskSession &session, const QString &place)
{
    const Result<MailSetup> setup = DeskSession::await(session.desk().mailSetup());
    if (!setup) {
        printError(setup.error());
        return {};
    }
    if (!setup->settings.sealKey.isEmpty())
        return sealKeyFromText(setup->settings.sealKey);
    Result<SealKeys> made = makeSealKeyFile(place);
    if (!made) {
        printError(made.error());
        return {};
    }
    wipe(&made->secretKey);
    SaveMailSettings save{setup->settings};
    save.settings.sealKey = sealKeyText(made->publicKey);
    if (!session.submit(save))
        return {};
    printError(QStringLiteral("the desk's key was made: %1; whoever fetches and sends its mail needs this file")
                   .arg(sealKeyPath(place, save.settings.sealKey)));
    return made->publicKey;
}

} // namespace deskhand::ctl
