// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/time_text.h"

#include <QCoreApplication>
#include <QDateTime>

namespace deskhand {

namespace {

struct TimeTexts {
    Q_DECLARE_TR_FUNCTIONS(deskhand::TimeWords)
};

QString spanText(qint64 milliseconds)
{
    const qint64 minutes = milliseconds / 60'000;
    if (minutes < 60)
        return TimeTexts::tr("%1 min").arg(qMax<qint64>(1, minutes));
    if (minutes < 36 * 60)
        return TimeTexts::tr("%1 h").arg((minutes + 30) / 60);
    const qint64 days = (minutes + 12 * 60) / (24 * 60);
    if (days < 60)
        return TimeTexts::tr("%1 d").arg(days);
    if (days < 700)
        return TimeTexts::tr("%1 mo").arg((days + 15) / 30);
    return TimeTexts::tr("%1 y").arg((days + 182) / 365);
}

QString dayOf(const QDate &date, const QDate &today, const QLocale &locale)
{
    const qint64 distance = today.daysTo(date);
    if (distance == 0)
        return TimeTexts::tr("Today");
    if (distance == -1)
        return TimeTexts::tr("Yesterday");
    if (distance == 1)
        return TimeTexts::tr("Tomorrow");
    if (qAbs(distance) < 7)
        return locale.dayName(date.dayOfWeek());
    if (date.year() == today.year())
        return locale.toString(date, TimeTexts::tr("d MMMM", "day and month, as QLocale writes formats"));
    return locale.toString(date, TimeTexts::tr("d MMMM yyyy", "a day, as QLocale writes formats"));
}

} // namespace

QString clockText(const QTime &time, const QLocale &locale)
{
    QString format = locale.timeFormat(QLocale::ShortFormat);
    format.remove(QStringLiteral(":ss")).remove(QStringLiteral(".ss")).remove(QStringLiteral(" t"));
    return locale.toString(time, format);
}

QString TimeWords::moment(Instant at, Instant now) const
{
    if (at == 0)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, zone);
    return dayOf(time.date(), QDateTime::fromMSecsSinceEpoch(now, zone).date(), locale) + u' '
           + clockText(time.time(), locale);
}

QString TimeWords::day(Instant at, Instant now) const
{
    if (at == 0)
        return {};
    return dayOf(QDateTime::fromMSecsSinceEpoch(at, zone).date(), QDateTime::fromMSecsSinceEpoch(now, zone).date(),
                 locale);
}

QString TimeWords::exact(Instant at) const
{
    if (at == 0)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, zone);
    return locale.toString(time.date(), QLocale::LongFormat) + u' '
           + locale.toString(time.time(), QStringLiteral("HH:mm:ss")) + u' ' + time.timeZoneAbbreviation();
}

QString TimeWords::ago(Instant at, Instant now) const
{
    if (at == 0)
        return {};
    if (now - at < 60'000)
        return TimeTexts::tr("just now");
    return TimeTexts::tr("%1 ago").arg(spanText(now - at));
}

QString TimeWords::due(Instant at, Instant now) const
{
    if (at == 0)
        return {};
    return at >= now ? TimeTexts::tr("in %1").arg(spanText(at - now))
                     : TimeTexts::tr("%1 overdue").arg(spanText(now - at));
}

} // namespace deskhand
