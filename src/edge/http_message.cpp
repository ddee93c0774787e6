// SPDX-License-Identifier: GPL-3.0-or-later
#include "edge/http_message.h"

namespace deskhand {

QByteArray headerOf(const HttpHeaders &headers, const QByteArray &name)
{
    for (const auto &[header, value] : headers) {
        if (header.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

} // namespace deskhand
