// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/saved_mail_secrets.h"

#include "base/sealed_secret.h"
#include "replica/seal_key_file.h"
#include "store/sql_mail_store.h"

namespace deskhand {
namespace {

Result<MailSecrets> openWith(const SealKeys &keys, const QHash<MailSecret, QByteArray> &sealed)
{
    MailSecrets secrets;
    for (auto secret = sealed.cbegin(); secret != sealed.cend(); ++secret) {
        const Result<QByteArray> opened = openSecret(keys, *secret);
        if (!opened)
            return opened.error();
        secrets.insert(secret.key(), *opened);
    }
    return secrets;
}

} // namespace

Result<MailSecrets> savedMailSecrets(const QString &deskFile, const QString &keyFolder, const QString &sealKey,
                                     MailboxId mailbox)
{
    Result<SealKeys> keys = readSealKeyFile(keyFolder, sealKey);
    if (!keys)
        return keys.error();
    const Result<std::unique_ptr<MailStore>> store = openMailStore(deskFile);
    const Result<QVector<MailboxWork>> works =
        store ? (*store)->mailboxes() : Result<QVector<MailboxWork>>(store.error());
    Result<MailSecrets> opened = Error{ErrorCode::NotFound, QStringLiteral("deskhand.savedMailSecrets"), {}, {}};
    if (!works)
        opened = works.error();
    for (const MailboxWork &work : works ? *works : QVector<MailboxWork>()) {
        if (work.mailbox.id == mailbox)
            opened = openWith(*keys, work.sealed);
    }
    wipe(&keys->secretKey);
    return opened;
}

} // namespace deskhand
