// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace deskhand {

/// Numbers as one bound value, a JSON array: the statement stays the same for any number of them. `number` makes a
/// qint64 of what the iterators point to.
template <typename Iterator, typename Number>
[[nodiscard]] QString jsonOfNumbers(Iterator first, Iterator last, Number number)
{
    QString json(u'[');
    for (; first != last; ++first) {
        if (json.size() > 1)
            json += u',';
        json += QString::number(qint64(number(*first)));
    }
    return json += u']';
}

/// Of ids.
template <typename Ids>
[[nodiscard]] QString jsonOfIds(const Ids &ids)
{
    return jsonOfNumbers(ids.cbegin(), ids.cend(), [](const auto &id) { return id.value; });
}

} // namespace deskhand
