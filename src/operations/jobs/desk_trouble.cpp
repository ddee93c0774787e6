// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/desk_trouble.h"

namespace deskhand {

bool isTroubleOfDesk(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Busy:
    case ErrorCode::Cancelled:
    case ErrorCode::Corrupt: return true;
    default: return false;
    }
}

} // namespace deskhand
