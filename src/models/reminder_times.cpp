// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reminder_times.h"

#include <QCoreApplication>
#include <QDateTime>

namespace deskhand {

namespace {

QString reminderTr(const char *text)
{
    return QCoreApplication::translate("deskhand::ReminderTimes", text);
}

Instant hourInDays(const QDateTime &now, int days, int hour)
{
    return QDateTime(now.date().addDays(days), QTime(hour, 0), now.timeZone()).toMSecsSinceEpoch();
}

} // namespace

QVector<ReminderTime> reminderTimes(Instant now, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now, zone);
    const int toMonday = 8 - local.date().dayOfWeek();
    return {{reminderTr("In 3 hours"), now + 3 * 3'600'000},
            {reminderTr("Tomorrow morning"), hourInDays(local, 1, 9)},
            {reminderTr("In 2 days"), hourInDays(local, 2, 9)},
            {reminderTr("Next Monday"), hourInDays(local, toMonday, 9)},
            {reminderTr("In a week"), hourInDays(local, 7, 9)},
            {reminderTr("In two weeks"), hourInDays(local, 14, 9)},
            {reminderTr("Without a reminder"), 0}};
}

QVector<ReminderTime> dueTimes(Instant now, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now, zone);
    QVector<ReminderTime> times;
    if (local.time().hour() < 16)
        times.append({reminderTr("Today 17:00"), hourInDays(local, 0, 17)});
    times.append({reminderTr("Tomorrow 17:00"), hourInDays(local, 1, 17)});
    const int toFriday = 5 - local.date().dayOfWeek();
    if (toFriday > 1)
        times.append({reminderTr("Friday 17:00"), hourInDays(local, toFriday, 17)});
    times.append({reminderTr("Monday 17:00"), hourInDays(local, 8 - local.date().dayOfWeek(), 17)});
    times.append({reminderTr("In a week"), hourInDays(local, 7, 17)});
    times.append({reminderTr("In a month"), hourInDays(local, 30, 17)});
    times.append({reminderTr("No due date"), 0});
    return times;
}

} // namespace deskhand
