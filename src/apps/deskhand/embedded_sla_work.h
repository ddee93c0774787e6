// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/sla_worker.h"
#include "store/local_desk.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace deskhand {

/// Watches and recalculates the clocks of a desk in a file while it is open here; a team's desk is worked by
/// `deskhandctl work`. There is no worker as long as the desk has no SLA policy. The desk outlives it.
class EmbeddedSlaWork final : public QObject
{
    Q_OBJECT

public:
    EmbeddedSlaWork(LocalDesk &desk, const QString &file, QObject *parent = nullptr);
    /// Ends the work: what is being stored to its end.
    ~EmbeddedSlaWork() override;

    [[nodiscard]] bool isWorking() const { return bool(m_worker); }

private:
    void look();
    void startOrWake(bool wanted);

    LocalDesk &m_desk;
    QString m_file;
    QTimer m_soon; ///< several changes, one look
    std::unique_ptr<SlaWorker> m_worker;
};

} // namespace deskhand
