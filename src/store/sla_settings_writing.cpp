// SPDX-License-Identifier: GPL-3.0-or-later
// Calendars and policies with their versions, recalculations, and what people are told.
#include "store/sql_unit_of_work.h"

#include "store/connection.h"
#include "store/sla_catalog.h"
#include "store/sla_rows.h"

namespace deskhand {
namespace {

/// The newest version that is stored of a calendar or policy.
struct NewestVersion {
    qint64 id = 0; ///< 0: there is none
    int version = 0;
    QString json;
};

Result<NewestVersion> readNewest(Statement statement, qint64 id)
{
    statement.bind(":id", id);
    NewestVersion newest;
    if (statement.next())
        newest = NewestVersion{statement.integer(0), int(statement.integer(1)), statement.text(2)};
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return newest;
}

Result<qint64> runWithId(Statement &save, qint64 id)
{
    if (id != 0)
        save.bind(":id", id);
    else
        save.bindNull(":id");
    return save.runForNumber();
}

} // namespace

Result<BusinessCalendar> SqlUnitOfWork::saveCalendar(const BusinessCalendar &calendar, Instant at)
{
    BusinessCalendar saved = calendar;
    {
        Statement save = m_connection.sql("catalog.saveCalendar");
        save.bind(":name", calendar.name).bind(":active", calendar.active);
        const Result<qint64> id = runWithId(save, calendar.id.value);
        if (!id)
            return id.error();
        saved.id = CalendarId{*id};
    }
    const Result<NewestVersion> newest = readNewest(m_connection.sql("catalog.newestCalendar"), saved.id.value);
    if (!newest)
        return newest.error();
    const QString json = storedCalendar(saved);
    saved.version = newest->version;
    saved.versionId = CalendarVersionId{newest->id};
    if (json == newest->json)
        return saved;
    ++saved.version;
    {
        Statement insert = m_connection.sql("catalog.insertCalendarVersion");
        insert.bind(":calendar", saved.id).bind(":version", saved.version).bind(":at", at);
        const Result<qint64> id = insert.bind(":name", saved.name).bind(":json", json).runForNumber();
        if (!id)
            return id.error();
        saved.versionId = CalendarVersionId{*id};
    }
    const Result<void> set =
        m_connection.sql("catalog.setCalendarVersion").bind(":id", saved.id).bind(":version", saved.versionId).run();
    return set ? Result<BusinessCalendar>(saved) : Result<BusinessCalendar>(set.error());
}

Result<SlaPolicy> SqlUnitOfWork::saveSlaPolicy(const SlaPolicy &policy, Instant at)
{
    SlaPolicy saved = policy;
    if (!saved.id.isValid() && saved.position == 0) {
        const Result<qint64> last = m_connection.sql("catalog.lastSlaPosition").runForNumber();
        if (!last)
            return last.error();
        saved.position = int(*last) + 1;
    }
    {
        Statement save = m_connection.sql("catalog.saveSlaPolicy");
        save.bind(":name", saved.name).bind(":position", saved.position).bind(":active", saved.active);
        const Result<qint64> id = runWithId(save, saved.id.value);
        if (!id)
            return id.error();
        saved.id = SlaPolicyId{*id};
    }
    const Result<NewestVersion> newest = readNewest(m_connection.sql("catalog.newestSlaPolicy"), saved.id.value);
    if (!newest)
        return newest.error();
    const QString json = storedSlaPolicy(saved);
    saved.version = newest->version;
    saved.versionId = SlaPolicyVersionId{newest->id};
    if (json == newest->json)
        return saved;
    ++saved.version;
    {
        Statement insert = m_connection.sql("catalog.insertSlaPolicyVersion");
        insert.bind(":policy", saved.id).bind(":version", saved.version).bind(":at", at);
        const Result<qint64> id = insert.bind(":name", saved.name).bind(":json", json).runForNumber();
        if (!id)
            return id.error();
        saved.versionId = SlaPolicyVersionId{*id};
    }
    const Result<void> set =
        m_connection.sql("catalog.setSlaPolicyVersion").bind(":id", saved.id).bind(":version", saved.versionId).run();
    return set ? Result<SlaPolicy>(saved) : Result<SlaPolicy>(set.error());
}

Result<void> SqlUnitOfWork::orderSlaPolicies(const QVector<SlaPolicyId> &order)
{
    Statement set = m_connection.sql("catalog.setSlaPosition");
    for (qsizetype i = 0; i < order.size(); ++i) {
        if (Result<void> done = set.bind(":id", order[i]).bind(":position", i + 1).run(); !done)
            return done;
    }
    return {};
}

Result<SlaTaskId> SqlUnitOfWork::insertSlaTask(const SlaTask &task)
{
    const Result<qint64> total =
        m_connection.sql(task.scope == SlaScope::All ? "sla.countTickets" : "sla.countUnresolved").runForNumber();
    if (!total)
        return total.error();
    Statement insert = m_connection.sql("sla.insertTask");
    insert.bind(":scope", int(task.scope)).bind(":policy", task.policy).bind(":calendar", task.calendar);
    insert.bind(":createdAt", task.createdAt).bind(":by", task.by).bind(":cursor", task.cursor);
    insert.bind(":total", *total).bind(":done", task.done).bind(":state", slaTaskState(task));
    const Result<qint64> id = insert.runForNumber();
    return id ? Result<SlaTaskId>(SlaTaskId{*id}) : Result<SlaTaskId>(id.error());
}

Result<SlaTask> SqlUnitOfWork::slaTask(SlaTaskId id)
{
    Statement statement = m_connection.sql("sla.taskById");
    statement.bind(":id", id);
    if (statement.next()) {
        ColumnReader row(statement);
        return readSlaTask(row);
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return Error{ErrorCode::NotFound, QStringLiteral("store.slaTask"), QStringLiteral("no such task"), {}};
}

Result<void> SqlUnitOfWork::updateSlaTask(const SlaTask &task)
{
    Statement update = m_connection.sql("sla.updateTask");
    update.bind(":id", task.id).bind(":cursor", task.cursor).bind(":total", task.total).bind(":done", task.done);
    return update.bind(":state", slaTaskState(task)).run();
}

Result<void> SqlUnitOfWork::insertNotifications(const QVector<Notification> &notifications)
{
    Statement insert = m_connection.sql("sla.insertNotification");
    for (const Notification &one : notifications) {
        insert.bind(":person", one.person).bind(":kind", int(one.kind)).bind(":ticket", one.ticket);
        insert.bind(":target", int(one.target)).bind(":cycle", one.cycle).bind(":level", one.level);
        insert.bind(":at", one.at).bind(":dueAt", one.dueAt).bind(":seenAt", one.seenAt);
        if (Result<void> inserted = insert.run(); !inserted)
            return inserted;
    }
    return {};
}

Result<void> SqlUnitOfWork::seeNotifications(PersonId person, const QVector<NotificationId> &ids, Instant at)
{
    if (ids.isEmpty())
        return m_connection.sql("sla.seeAllNotifications").bind(":person", person).bind(":at", at).run();
    Statement see = m_connection.sql("sla.seeNotification");
    for (const NotificationId id : ids) {
        if (Result<void> seen = see.bind(":id", id).bind(":person", person).bind(":at", at).run(); !seen)
            return seen;
    }
    return {};
}

} // namespace deskhand
