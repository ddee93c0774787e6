// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/connect_problem.h"

namespace deskhand {

namespace {
const QString connectField = QStringLiteral("connect");
}

Error connectError(ErrorCode code, ConnectProblem problem, const QString &where, const QString &detail)
{
    return Error{code, where, detail, {{connectField, int(problem)}}};
}

std::optional<ConnectProblem> connectProblemOf(const Error &error)
{
    const auto found = error.payload.constFind(connectField);
    return found == error.payload.cend() ? std::nullopt : std::optional(ConnectProblem(found->toInt()));
}

} // namespace deskhand
