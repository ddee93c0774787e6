// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/report_reading.h"

namespace deskhand {

Result<ReportAnswer> readReport(Connection &, const CatalogPtr &, const ReportQuery &query)
{
    if (const QVector<ReportProblem> problems = reportProblems(query.report); !problems.isEmpty())
        return Error{ErrorCode::Invalid, QStringLiteral("store.report"), problems.first().field, {}};
    return Error{ErrorCode::Internal, QStringLiteral("store.report"), QStringLiteral("nothing has been counted"), {}};
}

} // namespace deskhand
