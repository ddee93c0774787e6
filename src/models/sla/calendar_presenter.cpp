// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla/calendar_presenter.h"

#include "base/machine_zone.h"
#include "domain/imported_holidays.h"
#include "models/sla/sla_setup_words.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

namespace deskhand {

CalendarPresenter::CalendarPresenter(const SlaOverview &overview, const HolidayFeedReader &reader, QObject *parent)
    : QObject(parent)
    , m_overview(overview)
    , m_reader(reader)
{
}

void CalendarPresenter::start(const BusinessCalendar &calendar)
{
    m_calendar = calendar;
    m_before = calendar;
    m_wrongDays.clear();
    Q_EMIT changed();
}

void CalendarPresenter::begin()
{
    start(defaultCalendar({}, machineZone()));
}

void CalendarPresenter::edit(const BusinessCalendar &calendar)
{
    start(calendar);
}

void CalendarPresenter::beginLike(const BusinessCalendar &calendar)
{
    BusinessCalendar copy = calendar;
    copy.id = {};
    copy.version = 0;
    copy.versionId = {};
    copy.active = true;
    copy.name = tr("%1 (copy)").arg(calendar.name);
    start(copy);
}

bool CalendarPresenter::onlyNameChanged() const
{
    BusinessCalendar renamed = m_before;
    renamed.name = m_calendar.name;
    return renamed == m_calendar;
}

void CalendarPresenter::touched()
{
    Q_EMIT changed();
}

void CalendarPresenter::setName(const QString &name)
{
    if (m_calendar.name == name)
        return;
    m_calendar.name = name;
    touched();
}

void CalendarPresenter::setZone(const QByteArray &zone)
{
    if (m_calendar.zone == zone)
        return;
    m_calendar.zone = zone;
    touched();
}

bool CalendarPresenter::setDay(int day, const QString &frames)
{
    const auto read = framesFromText(frames);
    if (read) {
        m_wrongDays.remove(day);
        m_calendar.week[std::size_t(day)] = *read;
    } else {
        m_wrongDays.insert(day);
    }
    touched();
    return read.has_value();
}

void CalendarPresenter::paint(int day, int from, int to, bool working)
{
    paintWeek(&m_calendar.week, day, from, to, working);
    m_wrongDays.remove(day);
    touched();
}

void CalendarPresenter::setWeek(const WorkingWeek &week)
{
    m_calendar.week = week;
    m_wrongDays.clear();
    touched();
}

void CalendarPresenter::addHoliday(const Holiday &holiday)
{
    m_calendar.holidays.append(holiday);
    touched();
}

void CalendarPresenter::setHoliday(int index, const Holiday &holiday)
{
    if (index < 0 || index >= m_calendar.holidays.size())
        return;
    m_calendar.holidays[index] = holiday;
    touched();
}

void CalendarPresenter::removeHolidays(QVector<int> indexes)
{
    std::sort(indexes.begin(), indexes.end(), std::greater<int>());
    for (const int index : std::as_const(indexes)) {
        if (index >= 0 && index < m_calendar.holidays.size())
            m_calendar.holidays.removeAt(index);
    }
    touched();
}

int CalendarPresenter::unconfirmed() const
{
    return int(std::count_if(m_calendar.holidays.cbegin(), m_calendar.holidays.cend(),
                             [](const Holiday &holiday) { return !holiday.confirmed; }));
}

void CalendarPresenter::confirm(const QVector<int> &indexes)
{
    for (const int index : indexes) {
        if (index >= 0 && index < m_calendar.holidays.size())
            m_calendar.holidays[index].confirmed = true;
    }
    touched();
}

void CalendarPresenter::confirmAll()
{
    for (Holiday &holiday : m_calendar.holidays)
        holiday.confirmed = true;
    touched();
}

void CalendarPresenter::discardUnconfirmed()
{
    m_calendar.holidays.removeIf([](const Holiday &holiday) { return !holiday.confirmed; });
    touched();
}

Result<int> CalendarPresenter::import(const QByteArray &ics, const QString &source)
{
    const QDate from = today();
    const QDate to(from.year() + importYears, 12, 31);
    const Result<QVector<Holiday>> read = m_reader.read(ics, QDate(from.year(), 1, 1), to, m_calendar.zone);
    if (!read)
        return read.error();
    const int added = takeImported(*read, QDate(from.year(), 1, 1), to, &m_calendar);
    m_calendar.feed = source;
    touched();
    return added;
}

QStringList CalendarPresenter::problems() const
{
    QStringList words;
    if (m_calendar.name.trimmed().isEmpty())
        words.append(tr("The calendar needs a name."));
    for (const BusinessCalendar &other : m_overview.catalog().catalog()->calendars) {
        if (other.id != m_calendar.id && !m_calendar.name.trimmed().isEmpty()
            && other.name.compare(m_calendar.name.trimmed(), Qt::CaseInsensitive) == 0)
            words.append(tr("There is a calendar with this name already."));
    }
    QList<int> wrong = m_wrongDays.values();
    std::sort(wrong.begin(), wrong.end());
    for (const int day : std::as_const(wrong))
        words.append(
            tr("%1: write working times as 09:00–12:00, 13:00–17:00.").arg(QLocale().standaloneDayName(day + 1)));
    for (const CalendarProblem &problem : problemsOf(m_calendar))
        words.append(SlaSetupWords::problem(problem, m_calendar));
    return words;
}

QDate CalendarPresenter::today() const
{
    const QTimeZone zone(m_calendar.zone);
    return QDateTime::fromMSecsSinceEpoch(m_overview.catalog().now(), zone.isValid() ? zone : QTimeZone::utc()).date();
}

QVector<WorkingTime::Day> CalendarPresenter::preview() const
{
    if (!problemsOf(m_calendar).isEmpty())
        return {};
    return WorkingTime(m_calendar).days(today(), previewDays);
}

QStringList CalendarPresenter::users() const
{
    QStringList names;
    if (isNew())
        return names;
    const CatalogPtr catalog = m_overview.catalog().catalog();
    for (const SlaPolicy &policy : catalog->slaPolicies) {
        if (policy.calendar == m_calendar.id)
            names.append(tr("policy %1").arg(policy.name));
    }
    for (const Queue &queue : catalog->queues) {
        if (queue.calendar == m_calendar.id)
            names.append(tr("queue %1").arg(catalog->queuePath(queue.id)));
    }
    return names;
}

QString CalendarPresenter::versionText() const
{
    if (isNew())
        return {};
    const QStringList by = users();
    const QString version = tr("Version %1").arg(m_calendar.version);
    return by.isEmpty() ? tr("%1 · nothing goes by it yet").arg(version)
                        : tr("%1 · used by %2").arg(version, QLocale().createSeparatedList(by));
}

} // namespace deskhand
