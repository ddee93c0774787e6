// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/report_mailer.h"
#include "operations/jobs/report_worker.h"
#include "store/local_desk.h"

#include <QObject>

namespace deskhand {

/// Counts for the reports of a desk in a file, and mails those that are due, while it is open here; for a team's desk
/// `deskhandctl work` does. The desk outlives it.
class EmbeddedReportWork final : public QObject
{
    Q_OBJECT

public:
    EmbeddedReportWork(LocalDesk &desk, const QString &file, QObject *parent = nullptr);
    /// Ends the work: what is being stored to its end.
    ~EmbeddedReportWork() override;

private:
    ReportWorker m_worker;
    ReportMailer m_mailer;
};

} // namespace deskhand
