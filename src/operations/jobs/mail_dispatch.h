// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/outlet_lane.h"

#include <map>

namespace deskhand {

/// Claims the mails that are due and has them sent, those of each mailbox in a lane of their own. Used by one thread.
class MailDispatch
{
public:
    MailDispatch(const MailJobPorts &ports, HeldLease &lease);
    /// Ends all lanes.
    ~MailDispatch();

    void setMailboxes(const QVector<MailboxWork> &works);
    /// Claims what is due and hands it to the lanes. Gives the time to look again.
    Instant dispatch();
    [[nodiscard]] bool isIdle() const;
    [[nodiscard]] qint64 sent() const;
    [[nodiscard]] qint64 failed() const;

private:
    [[nodiscard]] OutletLane *laneOf(MailboxId mailbox);
    void refuse(const DueMail &mail);

    MailJobPorts m_ports;
    HeldLease &m_lease;
    MailStoreThread m_store;
    QHash<MailboxId, MailboxWork> m_works;
    std::map<MailboxId, std::unique_ptr<OutletLane>> m_lanes;
    qint64 m_sentBefore = 0; ///< by lanes that have ended
    qint64 m_failedBefore = 0;
    int m_failures = 0;
};

} // namespace deskhand
