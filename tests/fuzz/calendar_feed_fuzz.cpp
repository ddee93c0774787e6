// SPDX-License-Identifier: GPL-3.0-or-later
// A calendar feed of anybody: whatever it is, the answer is days in the window that was asked for, not confirmed, or an
// error with words.
#include "ical/ical_holiday_reader.h"

#include <cstdint>
#include <cstdlib>

using namespace deskhand;

namespace {

void require(bool holds, const char *what)
{
    if (holds)
        return;
    qCritical("%s", what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QDate from(2025, 1, 1);
    const QDate to(2029, 12, 31);
    const Result<QVector<Holiday>> read = IcalHolidayReader().read(
        QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), from, to, "Europe/Berlin");
    if (!read) {
        require(read.error().code == ErrorCode::Invalid && !read.error().detail.isEmpty(), "an error without words");
        return 0;
    }
    for (const Holiday &holiday : *read) {
        const bool isRange = holiday.kind == Holiday::Kind::Range;
        const QDate last = isRange ? holiday.to : holiday.from;
        require(holiday.from.isValid() && last.isValid() && holiday.from <= last, "no such days");
        require(last >= from && holiday.from <= to, "days that were not asked for");
        require(!holiday.confirmed, "nobody has confirmed it");
    }
    return 0;
}
