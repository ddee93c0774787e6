// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/desk_opening.h"

#include "base/deliver.h"
#include "store/migrations.h"
#include "store/sqlite_connection.h"
#include "store/statement_catalogue.h"

#include <QDir>
#include <QFileInfo>
#include <QPromise>

namespace deskhand {

Result<void> makeDeskFile(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists())
        return Error{ErrorCode::Conflict, QStringLiteral("deskhand.makeDesk"), QStringLiteral("the file exists"), {}};
    if (!QDir().mkpath(file.absolutePath()))
        return Error{ErrorCode::Denied, QStringLiteral("deskhand.makeDesk"), QStringLiteral("cannot make the folder"), {}};
    Result<StatementCatalogue> statements = StatementCatalogue::load();
    if (!statements)
        return statements.error();
    const Result<QVector<Migration>> migrations = builtInMigrations();
    if (!migrations)
        return migrations.error();
    const auto connection = SqliteConnection::open(
        path, ConnectionUse::Create, std::make_shared<const StatementCatalogue>(*std::move(statements)), 2000);
    if (!connection)
        return connection.error();
    return migrate(**connection, *migrations);
}

QFuture<Result<PersonId>> foundDesk(Desk &desk, const DeskFounding &founding)
{
    auto promise = std::make_shared<QPromise<Result<PersonId>>>();
    promise->start();
    Person person;
    person.name = founding.personName;
    person.address = founding.mailAddress;
    person.role = PersonRole::Agent;
    person.admin = true;
    const auto fail = [promise](const Error &error) {
        promise->addResult(Result<PersonId>(error));
        promise->finish();
    };
    deliver(desk.submit(Command::make({}, SavePerson{person})), &desk,
            [promise, fail, founding, desk = &desk](const Result<CommandAnswer> &saved) {
                if (!saved)
                    return fail(saved.error());
                const PersonId me{saved->id};
                deliver(desk->submit(Command::make(me, SaveDeskSettings{founding.deskName, {}})), desk,
                        [promise, fail, me](const Result<CommandAnswer> &named) {
                            if (!named)
                                return fail(named.error());
                            promise->addResult(Result<PersonId>(me));
                            promise->finish();
                        });
            });
    return promise->future();
}

PersonId likelyMe(const Catalog &catalog)
{
    PersonId first;
    for (const Person &agent : catalog.agents) {
        if (!agent.active)
            continue;
        if (agent.admin)
            return agent.id;
        if (!first.isValid())
            first = agent.id;
    }
    return first;
}

} // namespace deskhand
