// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reminder_times.h"

#include <QCoreApplication>
#include <QDateTime>

namespace deskhand {

namespace {

struct ReminderWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::ReminderTimes)
};

Instant hourInDays(const QDateTime &now, int days, int hour)
{
    return QDateTime(now.date().addDays(days), QTime(hour, 0), now.timeZone()).toMSecsSinceEpoch();
}

} // namespace

QVector<ReminderTime> reminderTimes(Instant now, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now, zone);
    const int toMonday = 8 - local.date().dayOfWeek();
    return {{ReminderWords::tr("In 3 hours"), now + 3 * 3'600'000},
            {ReminderWords::tr("Tomorrow morning"), hourInDays(local, 1, 9)},
            {ReminderWords::tr("In 2 days"), hourInDays(local, 2, 9)},
            {ReminderWords::tr("Next Monday"), hourInDays(local, toMonday, 9)},
            {ReminderWords::tr("In a week"), hourInDays(local, 7, 9)},
            {ReminderWords::tr("In two weeks"), hourInDays(local, 14, 9)},
            {ReminderWords::tr("Without a reminder"), 0}};
}

QVector<ReminderTime> sendLaterTimes(Instant now, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now, zone);
    QVector<ReminderTime> times{{ReminderWords::tr("In 1 hour"), now + 3'600'000}};
    if (local.time().hour() < 16)
        times.append({ReminderWords::tr("Today 18:00"), hourInDays(local, 0, 18)});
    times.append({ReminderWords::tr("Tomorrow 08:00"), hourInDays(local, 1, 8)});
    if (local.date().dayOfWeek() != 7) // then tomorrow is Monday
        times.append({ReminderWords::tr("Monday 08:00"), hourInDays(local, 8 - local.date().dayOfWeek(), 8)});
    return times;
}

QVector<ReminderTime> dueTimes(Instant now, const QTimeZone &zone)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(now, zone);
    QVector<ReminderTime> times;
    if (local.time().hour() < 16)
        times.append({ReminderWords::tr("Today 17:00"), hourInDays(local, 0, 17)});
    times.append({ReminderWords::tr("Tomorrow 17:00"), hourInDays(local, 1, 17)});
    const int toFriday = 5 - local.date().dayOfWeek();
    if (toFriday > 1)
        times.append({ReminderWords::tr("Friday 17:00"), hourInDays(local, toFriday, 17)});
    times.append({ReminderWords::tr("Monday 17:00"), hourInDays(local, 8 - local.date().dayOfWeek(), 17)});
    times.append({ReminderWords::tr("In a week"), hourInDays(local, 7, 17)});
    times.append({ReminderWords::tr("In a month"), hourInDays(local, 30, 17)});
    times.append({ReminderWords::tr("No due date"), 0});
    return times;
}

} // namespace deskhand
