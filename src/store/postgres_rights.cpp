// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postgres_rights.h"

#include "store/migrations.h"
#include "store/postgres_connection.h"
#include "store/transaction.h"

#include <QRandomGenerator>

#include <algorithm>

namespace deskhand {
namespace {

constexpr int longestLoginName = 50;
constexpr int connectionsOfPerson = 20; // a window has six
constexpr int connectionsOfService = 100;

Error rightsError(ErrorCode code, const QString &detail)
{
    return Error{code, QStringLiteral("store.rights"), detail, {}};
}

/// A connection of the owner to a desk of this program's schema.
Result<std::unique_ptr<Connection>> connectAsOwner(const PostgresAddress &address)
{
    Result<StatementCatalogue> loaded = StatementCatalogue::load(SqlDialect::Postgres);
    if (!loaded)
        return loaded.error();
    Result<std::unique_ptr<Connection>> connection = PostgresConnection::open(
        address, ConnectionUse::Write, std::make_shared<const StatementCatalogue>(*std::move(loaded)));
    if (!connection)
        return connection;
    const Result<QVector<Migration>> migrations = builtInMigrations(SqlDialect::Postgres);
    if (!migrations)
        return migrations.error();
    if (const Result<void> checked = checkSchema(**connection, *migrations); !checked)
        return checked.error();
    const Result<qint64> isOwner = (*connection)->sql("rights.isOwner").runForNumber();
    if (!isOwner)
        return isOwner.error();
    if (*isOwner == 0)
        return rightsError(ErrorCode::Denied, QStringLiteral("only the owner of the desk gives rights"));
    return connection;
}

Result<void> runText(Connection &connection, const QString &text)
{
    return connection.once(text.toUtf8(), "store.rights").run();
}

/// Runs the statements that a statement gives.
Result<void> runAllOf(Connection &connection, Statement making)
{
    QStringList texts;
    while (making.next())
        texts.append(making.text(0));
    if (Result<void> status = making.status(); !status)
        return status;
    for (const QString &text : std::as_const(texts)) {
        if (Result<void> ran = runText(connection, text); !ran)
            return ran;
    }
    return {};
}

Result<QVector<PostgresLogin>> loginsOf(Connection &connection)
{
    QVector<PostgresLogin> logins;
    Statement statement = connection.sql("rights.logins");
    while (statement.next()) {
        logins.append({statement.text(0), statement.id<PersonId>(1), statement.text(2), statement.flag(3),
                       statement.flag(4), statement.flag(5)});
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return logins;
}

Result<void> checkIsLogin(Connection &connection, const QString &role)
{
    const Result<QVector<PostgresLogin>> logins = loginsOf(connection);
    if (!logins)
        return logins.error();
    const bool known = std::any_of(logins->cbegin(), logins->cend(),
                                   [&role](const PostgresLogin &login) { return login.role == role; });
    return known ? Result<void>()
                 : rightsError(ErrorCode::NotFound, QStringLiteral("“%1” is no login of this desk").arg(role));
}

Result<void> checkNewLogin(Connection &connection, const QString &role, PersonId person, const QString &password)
{
    if (!isLoginName(role))
        return rightsError(ErrorCode::Invalid, QStringLiteral("“%1” cannot be the name of a login").arg(role));
    if (password.isEmpty())
        return rightsError(ErrorCode::Invalid, QStringLiteral("a login needs a password"));
    Statement exists = connection.sql("rights.roleExists");
    const Result<qint64> roles = exists.bind(":role", role).runForNumber();
    if (!roles)
        return roles.error();
    // It may be anybody's, of another desk or the server's own: no password of it is changed here.
    if (*roles != 0)
        return rightsError(ErrorCode::Conflict, QStringLiteral("the server has a role “%1” already").arg(role));
    if (!person.isValid())
        return {};
    Statement agent = connection.sql("person.byId");
    agent.bind(":id", person);
    const bool isAgent = agent.next() && agent.integer(4) == qint64(2);
    if (Result<void> status = agent.status(); !status)
        return status;
    return isAgent ? Result<void>() : rightsError(ErrorCode::NotFound, QStringLiteral("no such agent"));
}

} // namespace

Result<void> setUpRights(const PostgresAddress &owner)
{
    if (owner.database.toUtf8().size() > longestLoginName)
        return rightsError(ErrorCode::Invalid, QStringLiteral("the name of the database is too long for its roles"));
    const auto connection = connectAsOwner(owner);
    if (!connection)
        return connection.error();
    Transaction transaction(**connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    for (const char *step :
         {"rights.makeGroups", "rights.takeAway", "rights.takeLargeObjects", "rights.give", "rights.followPeople"}) {
        if (Result<void> ran = runAllOf(**connection, (*connection)->sql(step)); !ran)
            return ran;
    }
    return transaction.commit();
}

Result<void> followPeople(const PostgresAddress &owner)
{
    const auto connection = connectAsOwner(owner);
    return connection ? runAllOf(**connection, (*connection)->sql("rights.followPeople"))
                      : Result<void>(connection.error());
}

Result<void> addLogin(const PostgresAddress &owner, const QString &role, PersonId person, const QString &password)
{
    const auto opened = connectAsOwner(owner);
    if (!opened)
        return opened.error();
    Connection &connection = **opened;
    if (Result<void> checked = checkNewLogin(connection, role, person, password); !checked)
        return checked;
    const Result<QString> verifier = static_cast<PostgresConnection &>(connection).passwordVerifier(role, password);
    if (!verifier)
        return verifier.error();
    Transaction transaction(connection);
    if (Result<void> begun = transaction.begin(); !begun)
        return begun;
    const bool service = !person.isValid();
    Statement make = connection.sql("rights.makeLogin");
    make.bind(":role", role).bind(":connections", service ? connectionsOfService : connectionsOfPerson);
    make.bind(":verifier", *verifier);
    if (Result<void> made = runAllOf(connection, std::move(make)); !made)
        return made;
    Statement limit = connection.sql("rights.limitLogin");
    limit.bind(":role", role);
    if (Result<void> limited = runAllOf(connection, std::move(limit)); !limited)
        return limited;
    Statement add = connection.sql("rights.addLogin");
    if (Result<void> added = add.bind(":role", role).bind(":person", person).bind(":service", service).run(); !added) {
        return added.error().code == ErrorCode::Integrity
                   ? rightsError(ErrorCode::Conflict, QStringLiteral("the person has a login already"))
                   : added;
    }
    if (Result<void> follows = runAllOf(connection, connection.sql("rights.followPeople")); !follows)
        return follows;
    return transaction.commit();
}

Result<void> removeLogin(const PostgresAddress &owner, const QString &role)
{
    const auto opened = connectAsOwner(owner);
    if (!opened)
        return opened.error();
    Connection &connection = **opened;
    if (Result<void> known = checkIsLogin(connection, role); !known)
        return known;
    {
        Transaction transaction(connection);
        if (Result<void> begun = transaction.begin(); !begun)
            return begun;
        if (Result<void> removed = connection.sql("rights.removeLogin").bind(":role", role).run(); !removed)
            return removed;
        Statement drop = connection.sql("rights.dropLogin");
        drop.bind(":role", role);
        if (Result<void> dropped = runAllOf(connection, std::move(drop)); !dropped)
            return dropped;
        if (Result<void> committed = transaction.commit(); !committed)
            return committed;
    }
    // A session of a role that is no longer there can do nothing any more: where the owner may not end it, it stays so.
    const Result<void> ended = connection.sql("rights.endSessions").bind(":role", role).run();
    return ended || ended.error().code == ErrorCode::Denied ? Result<void>() : ended;
}

Result<void> setLoginPassword(const PostgresAddress &owner, const QString &role, const QString &password)
{
    if (password.isEmpty())
        return rightsError(ErrorCode::Invalid, QStringLiteral("a login needs a password"));
    const auto opened = connectAsOwner(owner);
    if (!opened)
        return opened.error();
    Connection &connection = **opened;
    if (Result<void> known = checkIsLogin(connection, role); !known)
        return known;
    const Result<QString> verifier = static_cast<PostgresConnection &>(connection).passwordVerifier(role, password);
    if (!verifier)
        return verifier.error();
    Statement set = connection.sql("rights.setPassword");
    set.bind(":role", role).bind(":verifier", *verifier);
    return runAllOf(connection, std::move(set));
}

Result<QVector<PostgresLogin>> readLogins(const PostgresAddress &owner)
{
    const auto connection = connectAsOwner(owner);
    return connection ? loginsOf(**connection) : Result<QVector<PostgresLogin>>(connection.error());
}

bool isLoginName(const QString &name)
{
    const auto isLetter = [](QChar c) { return c >= u'a' && c <= u'z'; };
    const auto fits = [&isLetter](QChar c) {
        return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'_' || c == u'.' || c == u'-';
    };
    return !name.isEmpty() && name.size() <= longestLoginName && isLetter(name[0])
           && std::all_of(name.cbegin(), name.cend(), fits) && !name.startsWith(QLatin1String("pg_"));
}

QString randomPassword()
{
    // 32 signs, none of which looks like another.
    const QLatin1String signs("abcdefghijkmnpqrstuvwxyz23456789");
    QString password;
    for (int i = 0; i < 26; ++i)
        password += signs[QRandomGenerator::system()->bounded(int(signs.size()))];
    return password;
}

} // namespace deskhand
