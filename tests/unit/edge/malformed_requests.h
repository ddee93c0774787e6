// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace deskhand::test {

struct MalformedRequest {
    QByteArray name;
    QByteArray bytes; ///< with its end as some reader or other could see it
    int status = 400;
};

/// Requests that no two readers would read alike, or that nobody should read: each by its own rule, all different.
[[nodiscard]] QList<MalformedRequest> malformedRequests();

} // namespace deskhand::test
