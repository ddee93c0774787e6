// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_unit_of_work.h"

#include "store/connection.h"
#include "store/mailbox_json.h"

#include <QRandomGenerator>

#include <array>

namespace deskhand {
namespace {

constexpr qsizetype signingKeySize = 32;

QByteArray newSigningKey()
{
    std::array<quint32, signingKeySize / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return {reinterpret_cast<const char *>(words.data()), signingKeySize};
}

Result<QByteArray> storedSigningKey(Connection &connection)
{
    Statement statement = connection.sql("catalog.signingKey");
    const QByteArray key = statement.next() ? QByteArray::fromBase64(statement.text(0).toLatin1()) : QByteArray();
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return key;
}

/// Stores under `:id`, or under a new id when there is none, and returns the id.
template <typename IdType>
Result<IdType> saveUnderId(Statement &save, IdType id)
{
    if (id.isValid())
        save.bind(":id", id);
    else
        save.bindNull(":id");
    const Result<qint64> saved = save.runForNumber();
    return saved ? Result<IdType>(IdType{*saved}) : Result<IdType>(saved.error());
}

} // namespace

Result<MailboxId> SqlUnitOfWork::saveMailbox(const Mailbox &mailbox)
{
    Statement save = m_connection.sql("catalog.saveMailbox");
    save.bind(":name", mailbox.name).bind(":address", mailbox.address).bind(":queue", mailbox.queue);
    save.bind(":active", mailbox.active).bind(":paused", mailbox.paused);
    save.bind(":settings", QString::fromUtf8(mailboxToJson(mailbox)));
    return saveUnderId(save, mailbox.id);
}

Result<void> SqlUnitOfWork::saveMailboxSecret(MailboxId mailbox, MailSecret secret, const QByteArray &sealed)
{
    Statement forget = m_connection.sql("catalog.forgetSecret");
    const Result<void> forgotten = forget.bind(":mailbox", mailbox).bind(":secret", int(secret)).run();
    if (!forgotten || sealed.isEmpty())
        return forgotten;
    Statement insert = m_connection.sql("catalog.insertSecret");
    return insert.bind(":mailbox", mailbox).bind(":secret", int(secret)).bind(":sealed", sealed).run();
}

Result<MailTextId> SqlUnitOfWork::saveMailText(const MailText &text)
{
    Statement save = m_connection.sql("catalog.saveMailText");
    save.bind(":kind", int(text.kind)).bind(":queue", text.queue).bind(":agent", text.agent);
    save.bind(":language", text.language).bind(":subject", text.subject).bind(":text", text.text);
    save.bind(":active", text.active);
    return saveUnderId(save, text.id);
}

Result<void> SqlUnitOfWork::deleteMailText(MailTextId id)
{
    return m_connection.sql("catalog.deleteMailText").bind(":id", id).run();
}

Result<void> SqlUnitOfWork::saveMailSettings(const MailSettings &settings)
{
    Statement save = m_connection.sql("catalog.saveSetting");
    save.bind(":key", mailSettingsKey());
    return save.bind(":value", QString::fromUtf8(mailSettingsToJson(settings))).run();
}

Result<QByteArray> SqlUnitOfWork::mailSigningKey()
{
    Result<QByteArray> key = storedSigningKey(m_connection);
    if (!key || !key->isEmpty())
        return key;
    Statement make = m_connection.sql("catalog.makeSigningKey");
    if (Result<void> made = make.bind(":value", QString::fromLatin1(newSigningKey().toBase64())).run(); !made)
        return made.error();
    // Somebody else may have been quicker.
    return storedSigningKey(m_connection);
}

} // namespace deskhand
