// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/report_mailer.h"
#include "store/local_desk.h"

namespace deskhand {

/// What the job that mails the reports of a desk needs: `place` is its file or its database, words and pictures are the
/// painter's (report_paper/painter_process.h). The desk outlives the job.
[[nodiscard]] ReportMailPorts reportMailPorts(LocalDesk &desk, const QString &place);

} // namespace deskhand
