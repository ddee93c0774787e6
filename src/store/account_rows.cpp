// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/account_rows.h"

#include "store/connection.h"
#include "store/history_writing.h"

#include <QCryptographicHash>

namespace deskhand {
namespace {

Result<QString> nameOfPerson(Connection &connection, PersonId person)
{
    Statement statement = connection.sql("account.nameOf");
    statement.bind(":person", person);
    const QString name = statement.next() ? statement.text(0) : QString();
    const Result<void> status = statement.status();
    return status ? Result<QString>(name) : Result<QString>(status.error());
}

Result<AttemptCount> readAttempts(Connection &connection, const QByteArray &row)
{
    Statement statement = connection.sql("account.attempts");
    statement.bind(":key", row);
    AttemptCount count;
    if (statement.next())
        count = {int(statement.integer(0)), statement.integer(1), statement.integer(2), int(statement.integer(3))};
    const Result<void> status = statement.status();
    return status ? Result<AttemptCount>(count) : Result<AttemptCount>(status.error());
}

Result<void> writeAttempts(Connection &connection, const QByteArray &row, const AttemptCount &count)
{
    Statement set = connection.sql("account.setAttempts");
    set.bind(":key", row).bind(":count", count.count).bind(":since", count.since);
    return set.bind(":blockedUntil", count.blockedUntil).bind(":blocks", count.blocks).run();
}

} // namespace

Error noSuchAccount()
{
    return Error{ErrorCode::NotFound, QStringLiteral("store.account"), QStringLiteral("no such account"), {}};
}

Result<void> changeAccount(Statement statement)
{
    const Result<void> changed = statement.run();
    return changed && statement.changedRows() == 0 ? Result<void>(noSuchAccount()) : changed;
}

Result<void> recordAccount(Connection &connection, PersonId person, const AccountChange &change, const QString &what)
{
    const Result<QString> name = nameOfPerson(connection, person);
    if (!name)
        return name.error();
    HistoryEntry entry;
    entry.at = change.at;
    entry.actorKind = change.by.isValid() ? ActorKind::Person : ActorKind::System;
    entry.actor = change.by;
    if (change.by.isValid()) {
        const Result<QString> actor = nameOfPerson(connection, change.by);
        if (!actor)
            return actor.error();
        entry.actorName = *actor;
    }
    entry.what = QStringLiteral("saved-account");
    entry.newValue = QString::number(person.value);
    entry.newText = *name;
    entry.why = what;
    entry.command = QUuid::createUuid();
    std::optional<HistoryEnd> end;
    return appendHistoryEntries(connection, {entry}, &end);
}

Result<void> raiseAccountStamp(Connection &connection)
{
    return connection.sql("account.raiseStamp").run();
}

Result<void> revokeEverything(Connection &connection, PersonId person)
{
    Result<void> done =
        connection.sql("account.revokeSessions").bind(":person", person).bind(":except", QByteArray()).run();
    if (done)
        done = connection.sql("account.revokeApiTokens").bind(":person", person).run();
    return done ? raiseAccountStamp(connection) : done;
}

Result<qint64> accountStanding(Connection &connection, PersonId person)
{
    Statement statement = connection.sql("account.standing");
    const Result<qint64> standing = statement.bind(":person", person).runForNumber();
    return standing && *standing == 0 ? Result<qint64>(noSuchAccount()) : standing;
}

Result<AccountSecrets> readAccountSecrets(Connection &connection, PersonId person)
{
    Statement statement = connection.sql("account.secrets");
    statement.bind(":person", person);
    if (statement.next())
        return AccountSecrets{statement.id<PersonId>(0), statement.text(1).toLatin1(), statement.bytes(2),
                              statement.integer(3), statement.flag(4)};
    const Result<void> status = statement.status();
    return status ? noSuchAccount() : status.error();
}

Result<PersonId> readAgentNamed(Connection &connection, const QString &login)
{
    if (login.isEmpty())
        return PersonId();
    Statement statement = connection.sql("account.agentsNamed");
    statement.bind(":login", login);
    PersonId found;
    bool byAddress = false;
    while (statement.next()) {
        if (found.isValid() && !byAddress) {
            found = {}; // two have that name
            break;
        }
        if (!found.isValid()) {
            found = statement.id<PersonId>(0);
            byAddress = statement.flag(1);
        }
    }
    const Result<void> status = statement.status();
    return status ? Result<PersonId>(found) : Result<PersonId>(status.error());
}

Result<QByteArray> attemptRow(Connection &connection, const QString &kind, const QString &what)
{
    Statement statement = connection.sql("account.attemptKey");
    const QByteArray key = statement.next() ? statement.bytes(0) : QByteArray();
    if (const Result<void> status = statement.status(); !status)
        return status.error();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(key);
    hash.addData(kind.toUtf8() + '\0' + what.toUtf8());
    return hash.result();
}

Result<qint64> countInRow(Connection &connection, const QByteArray &row, const AttemptLimit &limit, Instant now)
{
    if (const Result<void> begun = connection.sql("account.beginAttempts").bind(":key", row).run(); !begun)
        return begun.error();
    Result<AttemptCount> count = readAttempts(connection, row);
    if (!count)
        return count.error();
    const AttemptCount before = *count;
    const qint64 wait = countAttempt(&*count, limit, now);
    if (*count == before)
        return wait;
    const Result<void> written = writeAttempts(connection, row, *count);
    return written ? Result<qint64>(wait) : Result<qint64>(written.error());
}

Result<void> giveBackInRows(Connection &connection, const QVector<QByteArray> &rows)
{
    for (const QByteArray &row : rows) {
        Result<AttemptCount> count = readAttempts(connection, row);
        if (!count)
            return count.error();
        giveBackAttempt(&*count);
        if (const Result<void> written = writeAttempts(connection, row, *count); !written)
            return written;
    }
    return {};
}

} // namespace deskhand
