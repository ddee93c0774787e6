// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/account_rows.h"
#include "store/connection.h"
#include "store/sql_account_store.h"

namespace deskhand {
namespace {

QUuid idAt(const Statement &statement, int column)
{
    return QUuid::fromRfc4122(statement.bytes(column));
}

Result<void> readGood(Statement good, QHash<QUuid, Instant> *ids)
{
    while (good.next())
        ids->insert(idAt(good, 0), good.integer(1));
    return good.status();
}

/// Blocks are remembered for a day after their end.
Instant longBefore(Instant now)
{
    constexpr qint64 aDay = 24 * 60 * 60 * 1000;
    return now - aDay;
}

Instant placesBefore(Instant now)
{
    constexpr qint64 quarter = qint64(90) * 24 * 60 * 60 * 1000;
    return now - quarter;
}

Instant windowBefore(const SignInLimits &limits, Instant now)
{
    // What else is counted (resets) has windows of its own, an hour at most.
    constexpr qint64 anHour = 60 * 60 * 1000;
    const qint64 window = std::max({anHour, limits.account.window, limits.address.window, limits.subnet.window});
    return now - window;
}

} // namespace

Result<AccountAccess> SqlAccountStore::sessionAccess(const QByteArray &tokenSha256, Instant now)
{
    return look<AccountAccess>([&](Connection &connection, AccountAccess *access) -> Result<void> {
        Statement found = connection.sql("account.sessionAccess");
        found.bind(":token", tokenSha256).bind(":now", now);
        if (!found.next())
            return found.status() ? Result<void>(noSuchAccount()) : found.status();
        access->id = idAt(found, 0);
        access->person = found.id<PersonId>(1);
        access->role = static_cast<PersonRole>(found.integer(2));
        access->mustChange = found.flag(3);
        access->usedAt = found.integer(4);
        access->idle = found.integer(5);
        access->expiresAt = found.integer(6);
        return {};
    });
}

Result<AccountAccess> SqlAccountStore::apiAccess(const QByteArray &tokenSha256, Instant now)
{
    return look<AccountAccess>([&](Connection &connection, AccountAccess *access) -> Result<void> {
        Statement found = connection.sql("account.apiAccess");
        found.bind(":token", tokenSha256).bind(":now", now);
        if (!found.next())
            return found.status() ? Result<void>(noSuchAccount()) : found.status();
        access->id = idAt(found, 0);
        access->person = found.id<PersonId>(1);
        access->role = static_cast<PersonRole>(found.integer(2));
        access->scopes = int(found.integer(3));
        access->isApi = true;
        access->usedAt = found.integer(4);
        access->expiresAt = found.integer(5);
        return {};
    });
}

Result<void> SqlAccountStore::noteUse(const QVector<AccountAccess> &used)
{
    return m_job.change([&used](Connection &connection) -> Result<void> {
        for (const AccountAccess &access : used) {
            Statement note =
                access.isApi ? connection.sql("account.noteApiUse") : connection.sql("account.noteSessionUse");
            note.bind(":id", access.id.toRfc4122()).bind(":at", access.usedAt);
            if (Result<void> noted = note.run(); !noted)
                return noted;
        }
        return {};
    });
}

Result<QVector<AccountSession>> SqlAccountStore::sessions(PersonId person, Instant now)
{
    return look<QVector<AccountSession>>([&](Connection &connection, QVector<AccountSession> *sessions) {
        Statement list = connection.sql("account.sessions");
        list.bind(":person", person).bind(":now", now);
        while (list.next()) {
            AccountSession session;
            session.id = idAt(list, 0);
            session.person = list.id<PersonId>(1);
            session.device = list.text(2);
            session.peer = list.text(3);
            session.createdAt = list.integer(4);
            session.usedAt = list.integer(5);
            session.expiresAt = list.integer(6);
            session.idle = list.integer(7);
            session.remembered = list.flag(8);
            sessions->append(session);
        }
        return list.status();
    });
}

Result<void> SqlAccountStore::revokeSession(PersonId person, const QUuid &session)
{
    return m_job.change([&](Connection &connection) {
        Statement revoke = connection.sql("account.revokeSession");
        revoke.bind(":id", session.toRfc4122()).bind(":person", person);
        const Result<void> revoked = changeAccount(std::move(revoke));
        return revoked ? raiseAccountStamp(connection) : revoked;
    });
}

Result<int> SqlAccountStore::revokeSessions(PersonId person, const QUuid &except, const AccountChange &change)
{
    int count = 0;
    const Result<void> done = m_job.change([&](Connection &connection) {
        Statement revoke = connection.sql("account.revokeSessions");
        revoke.bind(":person", person).bind(":except", except.toRfc4122());
        Result<void> revoked = revoke.run();
        count = revoke.changedRows();
        if (revoked && count > 0)
            revoked = raiseAccountStamp(connection);
        return revoked && count > 0 ? recordAccount(connection, person, change, QStringLiteral("sessions-ended"))
                                    : revoked;
    });
    return done ? Result<int>(count) : Result<int>(done.error());
}

Result<void> SqlAccountStore::addApiToken(const ApiToken &token, const QByteArray &tokenSha256)
{
    return m_job.change([&](Connection &connection) -> Result<void> {
        const Result<qint64> standing = accountStanding(connection, token.person);
        if (!standing)
            return standing.error();
        Statement insert = connection.sql("account.insertApiToken");
        insert.bind(":id", token.id.toRfc4122()).bind(":token", tokenSha256).bind(":person", token.person);
        insert.bind(":name", token.name).bind(":scopes", token.scopes).bind(":at", token.createdAt);
        insert.bind(":by", token.createdBy).bind(":expiresAt", token.expiresAt).bind(":standing", *standing);
        const Result<void> added = insert.run();
        return added ? recordAccount(connection, token.person, {token.createdBy, token.createdAt},
                                     QStringLiteral("token-made"))
                     : added;
    });
}

Result<QVector<ApiToken>> SqlAccountStore::apiTokens(Instant now)
{
    return look<QVector<ApiToken>>([now](Connection &connection, QVector<ApiToken> *tokens) {
        Statement list = connection.sql("account.apiTokens");
        list.bind(":now", now);
        while (list.next()) {
            tokens->append({idAt(list, 0), list.id<PersonId>(1), list.text(2), int(list.integer(3)), list.integer(4),
                            list.id<PersonId>(5), list.integer(6), list.integer(7)});
        }
        return list.status();
    });
}

Result<void> SqlAccountStore::revokeApiToken(const QUuid &token, const AccountChange &change)
{
    return m_job.change([&](Connection &connection) -> Result<void> {
        const Result<qint64> person =
            connection.sql("account.apiTokenPerson").bind(":id", token.toRfc4122()).runForNumber();
        if (!person)
            return person.error();
        Statement revoke = connection.sql("account.revokeApiToken");
        revoke.bind(":id", token.toRfc4122());
        Result<void> done = changeAccount(std::move(revoke));
        if (done)
            done = raiseAccountStamp(connection);
        return done ? recordAccount(connection, PersonId{*person}, change, QStringLiteral("token-revoked")) : done;
    });
}

Result<AccountStamp> SqlAccountStore::stamp()
{
    return look<AccountStamp>([](Connection &connection, AccountStamp *stamp) {
        Statement read = connection.sql("account.stamp");
        if (read.next())
            *stamp = AccountStamp{read.integer(0), read.integer(1)};
        return read.status();
    });
}

Result<QHash<QUuid, Instant>> SqlAccountStore::sweep(const SignInLimits &limits, Instant now)
{
    qint64 stored = 0;
    Result<QHash<QUuid, Instant>> good =
        look<QHash<QUuid, Instant>>([&](Connection &connection, QHash<QUuid, Instant> *ids) {
            Statement sessions = connection.sql("account.goodSessions");
            sessions.bind(":now", now);
            Result<void> read = readGood(std::move(sessions), ids);
            Statement tokens = connection.sql("account.goodApiTokens");
            tokens.bind(":now", now);
            if (read)
                read = readGood(std::move(tokens), ids);
            Statement count = connection.sql("account.countStored");
            count.bind(":placesBefore", placesBefore(now));
            count.bind(":now", now).bind(":before", windowBefore(limits, now)).bind(":longBefore", longBefore(now));
            const Result<qint64> counted = read ? count.runForNumber() : Result<qint64>(read.error());
            stored = counted.value_or(0);
            return counted ? Result<void>() : Result<void>(counted.error());
        });
    if (!good || stored == good->size())
        return good;
    const Result<void> swept = m_job.change([&](Connection &connection) {
        Result<void> done = connection.sql("account.sweepSessions").bind(":now", now).run();
        if (done)
            done = connection.sql("account.sweepApiTokens").bind(":now", now).run();
        if (done)
            done = connection.sql("account.sweepLinks").bind(":now", now).run();
        if (done)
            done = connection.sql("account.sweepPlaces").bind(":before", placesBefore(now)).run();
        Statement forget = connection.sql("account.forgetAttempts");
        forget.bind(":before", windowBefore(limits, now)).bind(":longBefore", longBefore(now));
        return done ? forget.run() : done;
    });
    return swept ? good : Result<QHash<QUuid, Instant>>(swept.error());
}

} // namespace deskhand
