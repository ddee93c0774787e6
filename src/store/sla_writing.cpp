// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_unit_of_work.h"

namespace deskhand {
namespace {

Error slaNotBuilt()
{
    return Error{ErrorCode::Internal, QStringLiteral("store.sla"), QStringLiteral("not built yet"), {}};
}

} // namespace

Result<SlaSubject> SqlUnitOfWork::slaSubject(TicketId)
{
    return slaNotBuilt();
}

Result<void> SqlUnitOfWork::storeSla(const SlaResult &)
{
    return slaNotBuilt();
}

Result<QVector<SlaSubject>> SqlUnitOfWork::slaSubjectsOfTask(const SlaTask &, int)
{
    return slaNotBuilt();
}

Result<void> SqlUnitOfWork::storeSlaResults(const QVector<SlaResult> &)
{
    return slaNotBuilt();
}

Result<bool> SqlUnitOfWork::recordFired(TicketId, const SlaFired &)
{
    return slaNotBuilt();
}

Result<void> SqlUnitOfWork::setBreachReason(TicketId, SlaTargetKind, int, const QString &)
{
    return slaNotBuilt();
}

Result<BusinessCalendar> SqlUnitOfWork::saveCalendar(const BusinessCalendar &, Instant)
{
    return slaNotBuilt();
}

Result<SlaPolicy> SqlUnitOfWork::saveSlaPolicy(const SlaPolicy &, Instant)
{
    return slaNotBuilt();
}

Result<void> SqlUnitOfWork::orderSlaPolicies(const QVector<SlaPolicyId> &)
{
    return slaNotBuilt();
}

Result<SlaTaskId> SqlUnitOfWork::insertSlaTask(const SlaTask &)
{
    return slaNotBuilt();
}

Result<SlaTask> SqlUnitOfWork::slaTask(SlaTaskId)
{
    return slaNotBuilt();
}

Result<void> SqlUnitOfWork::updateSlaTask(const SlaTask &)
{
    return slaNotBuilt();
}

Result<void> SqlUnitOfWork::insertNotifications(const QVector<Notification> &)
{
    return slaNotBuilt();
}

Result<void> SqlUnitOfWork::seeNotifications(PersonId, const QVector<NotificationId> &, Instant)
{
    return slaNotBuilt();
}

} // namespace deskhand
