// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/calendar_words.h"

#include <array>

namespace deskhand {
namespace {

constexpr std::array<QLatin1String, 7> weekdayNames{
    QLatin1String("mon"), QLatin1String("tue"), QLatin1String("wed"), QLatin1String("thu"),
    QLatin1String("fri"), QLatin1String("sat"), QLatin1String("sun"),
};

} // namespace

QString weekdayName(int weekday)
{
    return weekdayNames.at(size_t(weekday - 1));
}

int weekdayFromName(const QString &name)
{
    for (size_t i = 0; i < weekdayNames.size(); ++i) {
        if (name == weekdayNames[i])
            return int(i) + 1;
    }
    return 0;
}

} // namespace deskhand
