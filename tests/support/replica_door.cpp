// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/replica_door.h"

#include "replica/outbox_command.h"
#include "support/test_desk.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>

namespace deskhand::test {
namespace {

constexpr int triedEveryMs = 100;
constexpr int settlesWithinMs = 20'000;
constexpr int patienceOfDoorMs = 20'000; ///< an answer is the service's
constexpr int feedPage = 10'000;

} // namespace

ReplicaDoorFixture::ReplicaDoorFixture(std::unique_ptr<RemoteDeskFixture> service)
    : m_service(std::move(service))
{
    open();
}

ReplicaDoorFixture::~ReplicaDoorFixture() = default;

void ReplicaDoorFixture::open()
{
    RemoteDoors &doors = m_service->doors();
    auto *source = dynamic_cast<SyncSource *>(&doors.of(admin()));
    ReplicaOptions options;
    options.clock = m_service->clock();
    options.patienceMs = patienceOfDoorMs;
    auto opened = ReplicaDesk::open(m_folder.filePath(QStringLiteral("replica")), admin(), doors, *source, options);
    if (!opened)
        qFatal("no replica: %s %s", qPrintable(opened.error().where), qPrintable(opened.error().detail));
    m_replica = *std::move(opened);
    m_replica->sync().setScope(ReplicaScope{ReplicaExtent::MyQueues, 36'500});
    settle();
}

Desk &ReplicaDoorFixture::desk()
{
    if (m_replica->sync().state().phase == SyncPhase::SignedOut)
        settle();
    return *m_replica;
}

void ReplicaDoorFixture::reopen()
{
    m_replica.reset();
    m_service->reopen();
    open();
}

void ReplicaDoorFixture::advanceClock(qint64 milliseconds)
{
    m_service->advanceClock(milliseconds);
}

void ReplicaDoorFixture::settle()
{
    qint64 head = m_replica->serviceCursor();
    for (bool more = true; more;) {
        const auto page = await(m_service->own().changesSince(head, feedPage));
        more = page && page->more;
        head = page ? page->cursor : head;
    }
    const QDeadlineTimer deadline(settlesWithinMs);
    QElapsedTimer tried;
    for (;;) {
        const SyncState state = m_replica->sync().state();
        if (state.phase == SyncPhase::Online && state.queued == 0 && m_replica->serviceCursor() >= head)
            return;
        if (deadline.hasExpired())
            qFatal("the replica does not settle");
        if (!tried.isValid() || tried.hasExpired(triedEveryMs)) {
            m_replica->sync().tryNow();
            tried.start();
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    }
}

TicketId ReplicaDoorFixture::deskTicket(TicketId ticket)
{
    const auto rows = await(m_replica->rows({ticket}, admin()));
    return rows && !rows->isEmpty() ? rows->first().head.id : ticket;
}

qint64 ReplicaDoorFixture::deskVersion(qint64 version) const
{
    constexpr qint64 made = (qint64(1) << provisionalIdBits) - 1;
    return version < firstProvisionalId ? version : seenVersion(version) + (version & made);
}

std::unique_ptr<DeskFixture> replicaDoorFixture()
{
    return std::make_unique<ReplicaDoorFixture>(remoteSqliteFixture());
}

} // namespace deskhand::test
