// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/account_rows.h"
#include "store/connection.h"
#include "store/sql_account_store.h"

#include <utility>

namespace deskhand {
namespace {

Error notWhatWasProven()
{
    return Error{ErrorCode::Unauthenticated,
                 QStringLiteral("store.signIn"),
                 QStringLiteral("the account has changed meanwhile"),
                 {}};
}

struct CountedPlace {
    QString kind;
    QString what;
    AttemptLimit limit;
};

Result<QByteArray> placeOf(Connection &connection, const QString &subnet)
{
    return attemptRow(connection, QStringLiteral("place"), subnet);
}

/// Asked for everybody, also for nobody.
Result<bool> hasComeFrom(Connection &connection, PersonId person, const QString &subnet)
{
    const Result<QByteArray> place = placeOf(connection, subnet);
    if (!place)
        return place.error();
    Statement known = connection.sql("account.isPlace");
    const Result<qint64> count = known.bind(":person", person).bind(":place", *place).runForNumber();
    return count ? Result<bool>(*count > 0) : Result<bool>(count.error());
}

QVector<CountedPlace> countedPlaces(const SignInAttempt &attempt, PersonId person, bool fromKnownPlace)
{
    QVector<CountedPlace> places;
    if (!person.isValid())
        places.append({QStringLiteral("login"), attempt.login, attempt.limits.account});
    else if (fromKnownPlace)
        places.append({QStringLiteral("person at"), QString::number(person.value) + u' ' + attempt.subnet,
                       attempt.limits.account});
    else
        places.append({QStringLiteral("person"), QString::number(person.value), attempt.limits.account});
    if (!attempt.peer.isEmpty())
        places.append({QStringLiteral("peer"), attempt.peer, attempt.limits.address});
    if (!attempt.subnet.isEmpty())
        places.append({QStringLiteral("subnet"), attempt.subnet, attempt.limits.subnet});
    return places;
}

Result<void> countAll(Connection &connection, const SignInAttempt &attempt, PersonId person, SignInStart *start)
{
    const Result<bool> known = hasComeFrom(connection, person, attempt.subnet);
    if (!known)
        return known.error();
    const QVector<CountedPlace> places = countedPlaces(attempt, person, *known);
    for (const CountedPlace &place : places) {
        const Result<QByteArray> row = attemptRow(connection, place.kind, place.what);
        if (!row)
            return row.error();
        const Result<qint64> wait = countInRow(connection, *row, place.limit, attempt.at);
        if (!wait)
            return wait.error();
        start->retryAfter = std::max(start->retryAfter, *wait);
        if (*wait == 0)
            start->counted.append(*row);
    }
    if (start->retryAfter == 0)
        return {};
    // What is refused is counted nowhere: neighbours of somebody who is shut out are not.
    return giveBackInRows(connection, std::exchange(start->counted, {}));
}

Result<void> proveAgain(Connection &connection, const SignInFinish &finish)
{
    const AccountSecrets &proven = finish.proven;
    Statement signIn = connection.sql("account.signIn");
    signIn.bind(":person", proven.person).bind(":password", QString::fromLatin1(proven.password));
    signIn.bind(":secondFactor", proven.secondFactor).bind(":at", finish.at);
    const QByteArray &hash = finish.newHash.isEmpty() ? proven.password : finish.newHash;
    Result<void> done = signIn.bind(":newPassword", QString::fromLatin1(hash)).run();
    if (done && signIn.changedRows() == 0)
        return notWhatWasProven();
    if (done && finish.codeStep != 0) {
        Statement use = connection.sql("account.useStep");
        done = use.bind(":person", proven.person).bind(":step", finish.codeStep).run();
        if (done && use.changedRows() == 0)
            return notWhatWasProven();
    }
    if (done && !finish.recoverySha256.isEmpty()) {
        Statement use = connection.sql("account.useRecoveryCode");
        done = use.bind(":person", proven.person).bind(":code", finish.recoverySha256).run();
        if (done && use.changedRows() == 0)
            return notWhatWasProven();
    }
    return done;
}

Result<void> beginSession(Connection &connection, PersonId person, const NewSession &session)
{
    const Result<qint64> standing = accountStanding(connection, person);
    if (!standing)
        return standing.error().code == ErrorCode::NotFound ? notWhatWasProven() : standing.error();
    Statement insert = connection.sql("account.insertSession");
    insert.bind(":id", session.id.toRfc4122()).bind(":token", session.tokenSha256).bind(":person", person);
    insert.bind(":device", session.device).bind(":peer", session.peer).bind(":at", session.at);
    insert.bind(":idle", session.idle).bind(":expiresAt", session.expiresAt).bind(":remembered", session.remembered);
    Result<void> begun = insert.bind(":standing", *standing).run();
    if (!begun || session.subnet.isEmpty())
        return begun;
    const Result<QByteArray> place = placeOf(connection, session.subnet);
    if (!place)
        return place.error();
    Statement keep = connection.sql("account.keepPlace");
    return keep.bind(":person", person).bind(":place", *place).bind(":at", session.at).run();
}

} // namespace

Result<SignInStart> SqlAccountStore::beginSignIn(const SignInAttempt &attempt)
{
    SignInStart start;
    const Result<void> begun = m_job.change([&](Connection &connection) -> Result<void> {
        start = {};
        const Result<PersonId> person =
            attempt.person.isValid() ? Result<PersonId>(attempt.person) : readAgentNamed(connection, attempt.login);
        if (!person)
            return person.error();
        if (Result<void> counted = countAll(connection, attempt, *person, &start); !counted || start.retryAfter > 0)
            return counted;
        Result<AccountSecrets> secrets = readAccountSecrets(connection, *person);
        if (secrets)
            start.secrets = *std::move(secrets);
        else if (secrets.error().code != ErrorCode::NotFound)
            return secrets.error();
        return {};
    });
    return begun ? Result<SignInStart>(std::move(start)) : Result<SignInStart>(begun.error());
}

Result<void> SqlAccountStore::finishSignIn(const SignInFinish &finish)
{
    return m_job.change([&finish](Connection &connection) {
        Result<void> done = proveAgain(connection, finish);
        if (done && finish.session)
            done = beginSession(connection, finish.proven.person, *finish.session);
        return done ? giveBackInRows(connection, finish.counted) : done;
    });
}

Result<void> SqlAccountStore::giveBack(const QVector<QByteArray> &counted)
{
    return m_job.change([&counted](Connection &connection) { return giveBackInRows(connection, counted); });
}

Result<qint64> SqlAccountStore::count(const QString &what, const AttemptLimit &limit, Instant now)
{
    qint64 wait = 0;
    const Result<void> counted = m_job.change([&](Connection &connection) -> Result<void> {
        const Result<QByteArray> row = attemptRow(connection, QStringLiteral("other"), what);
        if (!row)
            return row.error();
        const Result<qint64> after = countInRow(connection, *row, limit, now);
        if (!after)
            return after.error();
        wait = *after;
        return {};
    });
    return counted ? Result<qint64>(wait) : Result<qint64>(counted.error());
}

} // namespace deskhand
