// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/new_desk.h"

#include "base/clock.h"
#include "operations/field_errors.h"
#include "store/migrations.h"
#include "store/postgres_connection.h"
#include "store/sql_unit_of_work.h"
#include "store/sqlite_connection.h"

#include <QFile>
#include <QTimeZone>

namespace deskhand {
namespace {

constexpr int creationCacheKiB = 2048;

Result<void> checkNewDesk(const NewDesk &desk)
{
    FieldErrors errors;
    if (desk.deskName.trimmed().isEmpty())
        errors.add(QStringLiteral("desk-name"), QLatin1String("required"));
    if (desk.agentName.trimmed().isEmpty())
        errors.add(QStringLiteral("agent-name"), QLatin1String("required"));
    const QString address = desk.agentAddress.trimmed();
    if (!desk.zone.isEmpty() && !QTimeZone::isTimeZoneIdAvailable(desk.zone))
        errors.add(QStringLiteral("zone"), QLatin1String("bad-format"));
    if (!address.isEmpty() && (address.contains(u' ') || !address.contains(u'@')))
        errors.add(QStringLiteral("agent-address"), QLatin1String("bad-format"));
    return errors.result(QStringLiteral("store.createDesk"));
}

Result<void> savePromises(UnitOfWork &unit, const NewDesk &desk, const QVector<PriorityId> &priorities,
                          const QVector<StateId> &pausing)
{
    const QByteArray zone = desk.zone.isEmpty() ? QByteArrayLiteral("UTC") : desk.zone;
    const Instant at = SystemClock().now();
    const Result<BusinessCalendar> calendar =
        unit.saveCalendar(defaultCalendar(QStringLiteral("Office hours"), zone), at);
    if (!calendar)
        return calendar.error();
    SlaPolicy policy = defaultSlaPolicy(QStringLiteral("Standard"), priorities, pausing);
    policy.calendar = calendar->id;
    const Result<SlaPolicy> saved = unit.saveSlaPolicy(policy, at);
    return saved ? Result<void>() : Result<void>(saved.error());
}

Result<void> saveInitialCatalog(UnitOfWork &unit, const NewDesk &desk)
{
    QVector<PriorityId> priorityIds;
    QVector<StateId> pausing;
    const State states[] = {
        {{}, QStringLiteral("New"), StateType::New, 1, true},
        {{}, QStringLiteral("Open"), StateType::Open, 2, true},
        {{}, QStringLiteral("Pending"), StateType::PendingReminder, 3, true},
        {{}, QStringLiteral("Solved"), StateType::Solved, 4, true},
        {{}, QStringLiteral("Closed"), StateType::Closed, 5, true},
        {{}, QStringLiteral("Merged"), StateType::Merged, 6, true},
    };
    for (const State &state : states) {
        const Result<StateId> saved = unit.saveState(state);
        if (!saved)
            return saved.error();
        if (state.type == StateType::PendingReminder)
            pausing.append(*saved);
    }
    const Priority priorities[] = {
        {{}, QStringLiteral("Critical"), 1, true},
        {{}, QStringLiteral("High"), 2, true},
        {{}, QStringLiteral("Medium"), 3, true},
        {{}, QStringLiteral("Low"), 4, true},
    };
    for (const Priority &priority : priorities) {
        const Result<PriorityId> saved = unit.savePriority(priority);
        if (!saved)
            return saved.error();
        priorityIds.append(*saved);
    }
    if (const Result<QueueId> saved = unit.saveQueue(Queue{{}, {}, QStringLiteral("Support"), {}, 1, true, {}}); !saved)
        return saved.error();
    Person agent;
    agent.name = desk.agentName.trimmed();
    agent.address = desk.agentAddress.trimmed();
    agent.role = PersonRole::Agent;
    agent.admin = true;
    if (const Result<PersonId> admin = unit.savePerson(agent); !admin)
        return admin.error();
    if (Result<void> promised = savePromises(unit, desk, priorityIds, pausing); !promised)
        return promised;
    return unit.saveDeskSettings(desk.deskName.trimmed(), QStringLiteral("{n:5}"));
}

Result<void> saveNewDesk(Connection &connection, const NewDesk &desk)
{
    const Result<QVector<Migration>> migrations = builtInMigrations(connection.dialect());
    if (!migrations)
        return migrations.error();
    if (Result<void> migrated = migrate(connection, *migrations); !migrated)
        return migrated;
    CatalogCache cache;
    const Result<CatalogPtr> catalog = cache.get(connection);
    if (!catalog)
        return catalog.error();
    if (!(*catalog)->agents.isEmpty())
        return Error{
            ErrorCode::Conflict, QStringLiteral("store.createDesk"), QStringLiteral("there is a desk already"), {}};
    SearchIndex index(connection);
    SqlUnitOfWork unit(connection, cache, index);
    Result<void> status = unit.begin();
    if (status)
        status = saveInitialCatalog(unit, desk);
    if (status)
        status = unit.commit();
    return status;
}

Result<void> fillNewDesk(const QString &path, const NewDesk &desk)
{
    Result<StatementCatalogue> loaded = StatementCatalogue::load();
    if (!loaded)
        return loaded.error();
    const auto opened = SqliteConnection::open(
        path, ConnectionUse::Create, std::make_shared<const StatementCatalogue>(*std::move(loaded)), creationCacheKiB);
    return opened ? saveNewDesk(**opened, desk) : Result<void>(opened.error());
}

void removeDeskFile(const QString &path)
{
    for (const QString &suffix : {QString(), QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::remove(path + suffix);
}

} // namespace

Result<void> createDeskFile(const QString &path, const NewDesk &desk)
{
    if (Result<void> checked = checkNewDesk(desk); !checked)
        return checked;
    const Error exists{ErrorCode::Conflict, QStringLiteral("store.createDesk"), QStringLiteral("the file exists"), {}};
    if (QFile::exists(path))
        return exists;
    const QString unfinished = path + QStringLiteral(".new");
    removeDeskFile(unfinished);
    // Closing the only connection folds the WAL into the file, so that one file is all there is to rename.
    Result<void> filled = fillNewDesk(unfinished, desk);
    if (filled && !QFile::rename(unfinished, path))
        filled = exists;
    if (!filled)
        removeDeskFile(unfinished);
    return filled;
}

namespace {

Result<std::unique_ptr<Connection>> connectToServer(const PostgresAddress &address)
{
    Result<StatementCatalogue> loaded = StatementCatalogue::load(SqlDialect::Postgres);
    if (!loaded)
        return loaded.error();
    return PostgresConnection::open(address, ConnectionUse::Write,
                                    std::make_shared<const StatementCatalogue>(*std::move(loaded)));
}

} // namespace

Result<void> createDeskOnServer(const PostgresAddress &address, const NewDesk &desk)
{
    if (Result<void> checked = checkNewDesk(desk); !checked)
        return checked;
    const auto connection = connectToServer(address);
    return connection ? saveNewDesk(**connection, desk) : Result<void>(connection.error());
}

Result<void> migrateDeskOnServer(const PostgresAddress &address)
{
    const auto connection = connectToServer(address);
    if (!connection)
        return connection.error();
    const Result<QVector<Migration>> migrations = builtInMigrations(SqlDialect::Postgres);
    if (!migrations)
        return migrations.error();
    // An empty database would become a desk in which nobody works.
    const Result<qint64> tables = (*connection)->sql("connection.tableCount").runForNumber();
    if (!tables)
        return tables.error();
    if (*tables == 0)
        return Error{ErrorCode::Corrupt, QStringLiteral("store.migrate"), QStringLiteral("there is no desk"), {}};
    return migrate(**connection, *migrations);
}

} // namespace deskhand
