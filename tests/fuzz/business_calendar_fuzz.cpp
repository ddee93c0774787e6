// SPDX-License-Identifier: GPL-3.0-or-later
// A calendar of a configuration file: it is refused with the place of what is wrong, or it survives being written down
// and what it calculates agrees with itself.
#include "domain/calendar_json.h"
#include "domain/working_time.h"

#include <QJsonDocument>

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
    const QJsonDocument document =
        QJsonDocument::fromJson(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!document.isObject())
        return 0;
    const Result<BusinessCalendar> calendar = calendarFromJson(document.object());
    if (!calendar) {
        require(!calendar.error().where.isEmpty() && !calendar.error().detail.isEmpty(), "an error without its place");
        return 0;
    }
    const Result<BusinessCalendar> again = calendarFromJson(calendarToJson(*calendar));
    require(again && *again == *calendar, "it does not survive being written");
    const WorkingTime time(*calendar);
    const Instant from = 1'790'000'000'000 + qint64(size) * 7'000'000;
    const Instant to = from + qint64{40} * 86'400'000;
    const qint64 elapsed = time.elapsed(from, to);
    require(countedTime(time.ledger(from, to)) == elapsed, "the ledger has another sum");
    if (elapsed > 0) {
        const std::optional<Instant> due = time.due(from, elapsed);
        require(due && *due <= to && time.elapsed(from, *due) == elapsed, "due is not when that much has elapsed");
    }
    return 0;
}
