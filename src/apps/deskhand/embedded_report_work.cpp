// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/embedded_report_work.h"

#include "apps/desk_work/report_work.h"

namespace deskhand {

EmbeddedReportWork::EmbeddedReportWork(LocalDesk &desk, const QString &file, QObject *parent)
    : QObject(parent)
    , m_worker(reportJobPorts(file))
{
    connect(&desk, &Desk::changed, this, [this] { m_worker.wake(); });
    m_worker.start();
}

EmbeddedReportWork::~EmbeddedReportWork() = default;

} // namespace deskhand
