// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/service_desk.h"

#include "replica/replica_desk.h"

#include <QDir>
#include <QFileInfo>

namespace deskhand {

ServiceDesk::ServiceDesk() = default;

ServiceDesk::ServiceDesk(Desk &desk, DeskSync &sync)
    : m_desk(&desk)
    , m_sync(&sync)
{
}

ServiceDesk::~ServiceDesk()
{
    m_replica.reset();
}

Result<std::unique_ptr<ServiceDesk>> ServiceDesk::open(const RemotePlace &place, const QByteArray &token, PersonId me,
                                                       const QString &file)
{
    if (!QDir().mkpath(QFileInfo(file).absolutePath()))
        return Error{ErrorCode::Denied,
                     QStringLiteral("deskhand.openService"),
                     QStringLiteral("cannot make the folder of the copy"),
                     {}};
    std::unique_ptr<ServiceDesk> made(new ServiceDesk);
    RemoteDeskOptions options;
    options.place = place;
    options.token = token;
    made->m_remote = std::make_unique<RemoteDesk>(options);
    QObject::connect(made->m_remote.get(), &RemoteDesk::clockSkewChanged, made->m_remote.get(),
                     [clock = made->m_clock](qint64 milliseconds) { clock->setSkew(milliseconds); });
    ReplicaOptions kept;
    kept.clock = made->m_clock;
    kept.clockCorrection = [clock = made->m_clock] { return clock->ahead(); };
    Result<std::unique_ptr<ReplicaDesk>> replica =
        ReplicaDesk::open(file, me, *made->m_remote, *made->m_remote, std::move(kept));
    if (!replica)
        return replica.error();
    made->m_replica = *std::move(replica);
    made->m_desk = made->m_replica.get();
    made->m_sync = &made->m_replica->sync();
    return made;
}

} // namespace deskhand
