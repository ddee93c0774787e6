// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/embedded_report_work.h"

#include "apps/desk_work/report_mail_work.h"
#include "apps/desk_work/report_work.h"

#include <algorithm>

namespace deskhand {

EmbeddedReportWork::EmbeddedReportWork(LocalDesk &desk, const QString &file, QObject *parent)
    : QObject(parent)
    , m_worker(reportJobPorts(file))
    , m_mailer(reportMailPorts(desk, file))
{
    connect(&desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        m_worker.wake();
        if (std::any_of(changes.cbegin(), changes.cend(),
                        [](const Change &change) { return change.kind == ChangeKind::ReportChanged; }))
            m_mailer.wake();
    });
    m_worker.start();
    m_mailer.start();
}

EmbeddedReportWork::~EmbeddedReportWork() = default;

} // namespace deskhand
