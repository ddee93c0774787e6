// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/imported_holidays.h"

#include <algorithm>

namespace deskhand {
namespace {

bool isSameDay(const Holiday &one, const Holiday &other)
{
    return one.kind == other.kind && one.from == other.from && one.to == other.to
           && ((!one.feedId.isEmpty() && one.feedId == other.feedId) || one.name == other.name);
}

bool isAmong(const Holiday &holiday, const QVector<Holiday> &others)
{
    return std::any_of(others.cbegin(), others.cend(),
                       [&holiday](const Holiday &other) { return isSameDay(holiday, other); });
}

} // namespace

int takeImported(const QVector<Holiday> &imported, QDate from, QDate to, BusinessCalendar *calendar)
{
    calendar->holidays.removeIf([&](const Holiday &holiday) {
        return !holiday.confirmed && !holiday.feedId.isEmpty() && holiday.from >= from && holiday.from <= to
               && !isAmong(holiday, imported);
    });
    int added = 0;
    for (const Holiday &holiday : imported) {
        if (isAmong(holiday, calendar->holidays))
            continue;
        calendar->holidays.append(holiday);
        calendar->holidays.last().confirmed = false;
        ++added;
    }
    return added;
}

} // namespace deskhand
