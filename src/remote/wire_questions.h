// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/http_line.h"
#include "wire/account_calls.h"
#include "wire/endpoints.h"
#include "wire/sync_calls.h"
#include "wire/wire_calls.h"

namespace deskhand {

/// How an endpoint is asked, without a body. `name` must be one of endpoints().
[[nodiscard]] HttpQuestion endpointQuestion(QLatin1String name);

template <typename Calls, typename Call>
[[nodiscard]] HttpQuestion questionOf(const Call &call)
{
    HttpQuestion question = endpointQuestion(Call::name);
    question.body = encodeCall(Calls(call));
    return question;
}

} // namespace deskhand
