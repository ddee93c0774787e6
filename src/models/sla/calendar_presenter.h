// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sla/sla_overview.h"
#include "models/sla/week_frames.h"
#include "operations/holiday_feed.h"

namespace deskhand {

/// A calendar while it is made or changed: its week, its holidays, what is wrong with it, and the days to come.
/// `overview` and `reader` outlive it; GUI thread.
class CalendarPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int previewDays = 14;
    /// Years after this one that an import takes holidays of.
    static constexpr int importYears = 2;

    CalendarPresenter(const SlaOverview &overview, const HolidayFeedReader &reader, QObject *parent = nullptr);

    /// A new one: Monday to Friday, nine to five, in this computer's zone.
    void begin();
    void edit(const BusinessCalendar &calendar);
    /// A new one like `calendar`.
    void beginLike(const BusinessCalendar &calendar);

    [[nodiscard]] bool isNew() const { return !m_calendar.id.isValid(); }
    [[nodiscard]] bool isChanged() const { return !(m_calendar == m_before) || !m_wrongDays.isEmpty(); }
    /// Nothing that a clock goes by is another.
    [[nodiscard]] bool onlyNameChanged() const;
    [[nodiscard]] const BusinessCalendar &calendar() const { return m_calendar; }

    void setName(const QString &name);
    void setZone(const QByteArray &zone);
    /// False: it is no working time; the day stays as it was, and the problem is said until it is typed again.
    bool setDay(int day, const QString &frames);
    void paint(int day, int from, int to, bool working);
    void setWeek(const WorkingWeek &week);

    void addHoliday(const Holiday &holiday);
    void setHoliday(int index, const Holiday &holiday);
    void removeHolidays(QVector<int> indexes);
    /// Imported days that nobody has confirmed.
    [[nodiscard]] int unconfirmed() const;
    void confirm(const QVector<int> &indexes);
    void confirmAll();
    void discardUnconfirmed();
    /// Takes the days of an .ics file that the calendar does not have, to be confirmed; how many. `source`: name to
    /// remember. Errors as HolidayFeedReader has them.
    Result<int> import(const QByteArray &ics, const QString &source);

    /// Why it cannot be saved, each in words; empty: it can.
    [[nodiscard]] QStringList problems() const;
    [[nodiscard]] bool isWrong(int day) const { return m_wrongDays.contains(day); }

    /// From today on. Empty when there is no working time or no zone.
    [[nodiscard]] QVector<WorkingTime::Day> preview() const;
    /// Of the calendar's zone, in it.
    [[nodiscard]] QDate today() const;

    /// Names of policies and queues that go by it, for people; empty: none.
    [[nodiscard]] QStringList users() const;
    /// "version 3 · saved before as 2 versions": empty for a new one.
    [[nodiscard]] QString versionText() const;

Q_SIGNALS:
    void changed();

private:
    void start(const BusinessCalendar &calendar);
    void touched();

    const SlaOverview &m_overview;
    const HolidayFeedReader &m_reader;
    BusinessCalendar m_calendar;
    BusinessCalendar m_before;
    QSet<int> m_wrongDays;
};

} // namespace deskhand
