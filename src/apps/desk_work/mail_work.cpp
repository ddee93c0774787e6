// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/desk_work/mail_work.h"

#include "apps/desk_work/command_runner.h"
#include "mail/gmime_codec.h"
#include "replica/seal_key_file.h"
#include "store/sql_mail_store.h"

#include <algorithm>
#include <mutex>

namespace deskhand {

struct MailKey::State {
    QString place;
    PublicKey publicKey;
    std::mutex mutex;
    SealKeys keys;

    ~State() { wipe(&keys.secretKey); }

    /// Of the desk as it is now: somebody may have given it another.
    Result<void> read()
    {
        const Result<QString> current = publicKey();
        if (!current)
            return current.error();
        if (!keys.secretKey.isEmpty() && keys.publicKey == sealKeyFromText(*current))
            return {};
        const Result<SealKeys> found = readSealKeyFile(place, *current);
        if (!found)
            return found.error();
        wipe(&keys.secretKey);
        keys = *found;
        return {};
    }
};

MailKey::MailKey(const QString &place, PublicKey publicKey)
    : m_state(std::make_shared<State>())
{
    m_state->place = place;
    m_state->publicKey = std::move(publicKey);
}

Result<QByteArray> MailKey::open(const QByteArray &sealed) const
{
    const std::lock_guard lock(m_state->mutex);
    if (!m_state->keys.secretKey.isEmpty()) {
        Result<QByteArray> opened = openSecret(m_state->keys, sealed);
        if (opened)
            return opened;
    }
    if (const Result<void> read = m_state->read(); !read)
        return read.error();
    return openSecret(m_state->keys, sealed);
}

Result<QByteArray> MailKey::seal(const QByteArray &plain) const
{
    const Result<QString> current = m_state->publicKey();
    if (!current)
        return current.error();
    QByteArray sealed = sealSecret(sealKeyFromText(*current), plain);
    if (sealed.isEmpty())
        return Error{ErrorCode::Invalid, QStringLiteral("mail.key"), QStringLiteral("the desk has no key"), {}};
    return sealed;
}

MailKey::PublicKey publicKeyOf(LocalDesk &desk)
{
    return [&desk]() -> Result<QString> {
        QFuture<Result<MailSetup>> setup = desk.mailSetup();
        setup.waitForFinished();
        if (!setup.isResultReadyAt(0))
            return Error{ErrorCode::Cancelled, QStringLiteral("mail.key"), QStringLiteral("no answer"), {}};
        const Result<MailSetup> answer = setup.resultAt(0);
        return answer ? Result<QString>(answer->settings.sealKey) : Result<QString>(answer.error());
    };
}

Result<std::unique_ptr<MailStore>> openMailStoreAt(const QString &place)
{
    if (!isPostgresUrl(place))
        return openMailStore(place);
    const Result<PostgresAddress> address = postgresAddressFromUrl(place);
    return address ? openServerMailStore(*address) : Result<std::unique_ptr<MailStore>>(address.error());
}

Result<MailSecrets> storedSecrets(const QString &place, MailboxId mailbox, const MailKey &key)
{
    const Result<std::unique_ptr<MailStore>> store = openMailStoreAt(place);
    if (!store)
        return store.error();
    const Result<QVector<MailboxWork>> works = (*store)->mailboxes();
    if (!works)
        return works.error();
    const auto work = std::find_if(works->cbegin(), works->cend(),
                                   [mailbox](const MailboxWork &one) { return one.mailbox.id == mailbox; });
    if (work == works->cend())
        return Error{ErrorCode::NotFound, QStringLiteral("mail.secrets"), QStringLiteral("no active mailbox"), {}};
    MailSecrets secrets;
    for (auto sealed = work->sealed.cbegin(); sealed != work->sealed.cend(); ++sealed) {
        Result<QByteArray> plain = key.open(sealed.value());
        if (!plain)
            return plain.error();
        secrets.insert(sealed.key(), *std::move(plain));
    }
    return secrets;
}

MailJobPorts mailJobPorts(LocalDesk &desk, std::function<Result<std::unique_ptr<MailStore>>()> openStore,
                          const MailKey &key)
{
    MailJobPorts ports;
    ports.openStore = std::move(openStore);
    ports.transport = makeMailTransport();
    ports.codec = makeMailCodec();
    ports.submit = commandRunner(desk);
    ports.openSecret = [key](const QByteArray &sealed) { return key.open(sealed); };
    ports.sealSecret = [key](const QByteArray &plain) { return key.seal(plain); };
    ports.clock = std::make_shared<SystemClock>();
    return ports;
}

} // namespace deskhand
