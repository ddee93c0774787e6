// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhandctl/calendar_file.h"
#include "apps/deskhandctl/command_table.h"
#include "apps/deskhandctl/desk_session.h"
#include "apps/deskhandctl/output.h"
#include "apps/deskhandctl/rfc3339.h"
#include "base/text_folding.h"
#include "domain/calendar_json.h"
#include "domain/imported_holidays.h"
#include "domain/working_time.h"
#include "ical/ical_holiday_reader.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

namespace deskhand::ctl {
namespace {

/// How far a feed is read when nobody says: what peers take, a year back and three ahead.
constexpr int yearsBack = 1;
constexpr int yearsAhead = 3;
constexpr int previewDays = 14;
constexpr int mostPreviewDays = 4000;

QJsonObject calendarWithIds(const BusinessCalendar &calendar)
{
    QJsonObject json = calendarToJson(calendar);
    json.insert(QStringLiteral("id"), calendar.id.value);
    json.insert(QStringLiteral("version"), calendar.version);
    return json;
}

/// By id or name; prints when there is none.
std::optional<BusinessCalendar> findCalendar(const DeskSession &session, const QString &typed)
{
    const QString wanted = foldText(typed);
    for (const BusinessCalendar &calendar : session.catalog().calendars) {
        if (foldText(calendar.name) == wanted || QString::number(calendar.id.value) == typed)
            return calendar;
    }
    printError(QStringLiteral("there is no calendar “%1”").arg(typed));
    return {};
}

bool readDate(const Arguments &arguments, const QString &option, QDate *date)
{
    const QString text = arguments.value(option);
    if (text.isEmpty())
        return true;
    *date = QDate::fromString(text, Qt::ISODate);
    if (!date->isValid())
        printError(QStringLiteral("--%1 is a date, 2026-12-24, not “%2”").arg(option, text));
    return date->isValid();
}

bool readScope(const Arguments &arguments, SlaScope *scope)
{
    const QString text = arguments.value(QStringLiteral("for"), QStringLiteral("new"));
    if (text == u"new")
        *scope = SlaScope::NewTickets;
    else if (text == u"open")
        *scope = SlaScope::Open;
    else if (text == u"all")
        *scope = SlaScope::All;
    else
        printError(QStringLiteral("--for is new, open or all, not “%1”").arg(text));
    return text == u"new" || text == u"open" || text == u"all";
}

/// Saves and says which version it has become and which task recalculates tickets.
int saveCalendar(DeskSession &session, const BusinessCalendar &calendar, const Arguments &arguments)
{
    SlaScope scope = SlaScope::NewTickets;
    if (!readScope(arguments, &scope))
        return UsageError;
    const QVector<CalendarProblem> problems = problemsOf(calendar);
    for (const CalendarProblem &problem : problems)
        printError(QStringLiteral("%1: %2").arg(problem.field, problem.code));
    if (!problems.isEmpty())
        return Failure;
    const std::optional<CommandAnswer> answer = session.submit(SaveCalendar{calendar, scope});
    if (!answer)
        return Failure;
    if (arguments.has(QStringLiteral("json"))) {
        printJson({{QStringLiteral("id"), answer->id}, {QStringLiteral("task"), answer->slaTask.value}});
        return Success;
    }
    printLine(QStringLiteral("calendar %1 is saved").arg(answer->id));
    if (answer->slaTask.isValid())
        printLine(QStringLiteral("task %1 recalculates tickets").arg(answer->slaTask.value));
    return Success;
}

int listCalendars(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(1, QStringLiteral("calendar list FILE [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    if (!session)
        return Failure;
    for (const BusinessCalendar &calendar : session->catalog().calendars) {
        if (arguments.has(QStringLiteral("json"))) {
            printJson(calendarWithIds(calendar));
            continue;
        }
        const auto waiting = std::count_if(calendar.holidays.cbegin(), calendar.holidays.cend(),
                                           [](const Holiday &holiday) { return !holiday.confirmed; });
        printLine(QStringLiteral("%1  %2  %3  version %4, %5 holidays%6%7")
                      .arg(calendar.id.value, 4)
                      .arg(calendar.name.leftJustified(24), QString::fromUtf8(calendar.zone).leftJustified(20))
                      .arg(calendar.version)
                      .arg(calendar.holidays.size())
                      .arg(waiting > 0 ? QStringLiteral(", %1 of them not confirmed").arg(waiting) : QString(),
                           calendar.active ? QString() : QStringLiteral(", off")));
    }
    return Success;
}

int showCalendar(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as")});
    if (!arguments.check(2, QStringLiteral("calendar show FILE CALENDAR")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto calendar = session ? findCalendar(*session, arguments.words()[1]) : std::nullopt;
    if (!calendar)
        return Failure;
    // The form of configuration files, so that it can be edited and saved.
    printJson(calendarToJson(*calendar));
    return Success;
}

int saveFromFile(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json")}, {QStringLiteral("as"), QStringLiteral("for")});
    if (!arguments.check(2, QStringLiteral("calendar save FILE CALENDAR.json [--for new|open|all] [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    auto calendar = session ? readCalendarFile(arguments.words()[1]) : std::nullopt;
    if (!calendar)
        return Failure;
    if (calendar->name.trimmed().isEmpty()) {
        printError(QStringLiteral("name: a calendar of a desk needs one"));
        return Failure;
    }
    for (const BusinessCalendar &known : session->catalog().calendars) {
        if (foldText(known.name) == foldText(calendar->name))
            calendar->id = known.id;
    }
    return saveCalendar(*session, *calendar, arguments);
}

/// Today, where the calendar is.
QDate todayOf(const DeskSession &session, const BusinessCalendar &calendar)
{
    return QDateTime::fromMSecsSinceEpoch(session.now(), QTimeZone(calendar.zone)).date();
}

int importFeed(const QStringList &given)
{
    const Arguments arguments(
        given, {QStringLiteral("json")},
        {QStringLiteral("as"), QStringLiteral("for"), QStringLiteral("from"), QStringLiteral("to")});
    if (!arguments.check(3, QStringLiteral("calendar import-ics FILE CALENDAR FEED.ics [--from DATE] [--to DATE] "
                                           "[--for new|open|all] [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    auto calendar = session ? findCalendar(*session, arguments.words()[1]) : std::nullopt;
    if (!calendar)
        return Failure;
    const QDate today = todayOf(*session, *calendar);
    QDate from = today.addYears(-yearsBack);
    QDate to = today.addYears(yearsAhead);
    if (!readDate(arguments, QStringLiteral("from"), &from) || !readDate(arguments, QStringLiteral("to"), &to))
        return UsageError;
    const std::optional<QByteArray> ics = readFile(arguments.words()[2]);
    if (!ics)
        return Failure;
    const Result<QVector<Holiday>> read = IcalHolidayReader().read(*ics, from, to, calendar->zone);
    if (!read) {
        printError(read.error());
        return Failure;
    }
    const int added = takeImported(*read, from, to, &*calendar);
    calendar->feed = QFileInfo(arguments.words()[2]).fileName();
    const int result = saveCalendar(*session, *calendar, arguments);
    if (result == Success && !arguments.has(QStringLiteral("json")))
        printLine(QStringLiteral("%1 days read, %2 of them new; they count when they are confirmed")
                      .arg(read->size())
                      .arg(added));
    return result;
}

/// Which of the unconfirmed ones are meant: all, or those of the dates.
int confirmDays(const QStringList &given)
{
    const Arguments arguments(given, {QStringLiteral("json"), QStringLiteral("all"), QStringLiteral("discard")},
                              {QStringLiteral("as"), QStringLiteral("for")});
    const bool all = arguments.has(QStringLiteral("all"));
    if (!arguments.check(all ? 2 : 3, QStringLiteral("calendar confirm FILE CALENDAR (DATE… | --all) [--discard] "
                                                     "[--for new|open|all] [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    auto calendar = session ? findCalendar(*session, arguments.words()[1]) : std::nullopt;
    if (!calendar)
        return Failure;
    const QStringList dates = arguments.words().mid(2);
    const auto isMeant = [&](const Holiday &holiday) {
        return !holiday.confirmed && (all || dates.contains(holiday.from.toString(Qt::ISODate)));
    };
    for (const QString &date : dates) {
        const bool known =
            std::any_of(calendar->holidays.cbegin(), calendar->holidays.cend(), [&](const auto &holiday) {
                return isMeant(holiday) && holiday.from.toString(Qt::ISODate) == date;
            });
        if (!known) {
            printError(QStringLiteral("nothing waits to be confirmed on “%1”").arg(date));
            return Failure;
        }
    }
    if (arguments.has(QStringLiteral("discard"))) {
        calendar->holidays.removeIf(isMeant);
    } else {
        for (Holiday &holiday : calendar->holidays)
            holiday.confirmed = holiday.confirmed || isMeant(holiday);
    }
    return saveCalendar(*session, *calendar, arguments);
}

void printDay(const WorkingTime::Day &day, bool json)
{
    QStringList spans;
    QJsonArray list;
    for (const TimeSpan &span : day.working) {
        const QString from = QLatin1String(rfc3339(span.from));
        const QString to = QLatin1String(rfc3339(span.to));
        spans.append(from + u'/' + to);
        list.append(QJsonArray{from, to});
    }
    if (json) {
        printJson({{QStringLiteral("date"), day.date.toString(Qt::ISODate)},
                   {QStringLiteral("working"), list},
                   {QStringLiteral("is_holiday"), day.isHoliday},
                   {QStringLiteral("holiday"), day.holiday}});
        return;
    }
    const QString holiday = day.holiday.isEmpty() ? QStringLiteral("holiday") : day.holiday;
    printLine(QStringLiteral("%1  %2%3")
                  .arg(day.date.toString(Qt::ISODate), spans.isEmpty() ? QStringLiteral("closed") : spans.join(u' '),
                       day.isHoliday ? QStringLiteral("  (%1)").arg(holiday) : QString()));
}

int calendarDays(const QStringList &given)
{
    Arguments arguments(given, {QStringLiteral("json")},
                        {QStringLiteral("as"), QStringLiteral("from"), QStringLiteral("days")});
    const qint64 count = arguments.number(QStringLiteral("days"), 1).value_or(previewDays);
    if (!arguments.check(2, QStringLiteral("calendar days FILE CALENDAR [--from DATE] [--days N] [--json]")))
        return UsageError;
    const auto session = DeskSession::open(arguments.words().first(), arguments.value(QStringLiteral("as")));
    const auto calendar = session ? findCalendar(*session, arguments.words()[1]) : std::nullopt;
    if (!calendar)
        return Failure;
    QDate from = todayOf(*session, *calendar);
    if (!readDate(arguments, QStringLiteral("from"), &from))
        return UsageError;
    for (const WorkingTime::Day &day : WorkingTime(*calendar).days(from, int(std::min<qint64>(count, mostPreviewDays))))
        printDay(day, arguments.has(QStringLiteral("json")));
    return Success;
}

CtlCommand command(const char *word, const QString &synopsis, const QString &summary,
                   int (*run)(const QStringList &arguments))
{
    return {{QStringLiteral("calendar"), QString::fromLatin1(word)}, synopsis, summary, run};
}

} // namespace

QVector<CtlCommand> calendarCommands()
{
    return {
        command("list", QStringLiteral("FILE [--json]"), QStringLiteral("The business calendars of a desk"),
                listCalendars),
        command("show", QStringLiteral("FILE CALENDAR"),
                QStringLiteral("One of them, in the form that calendar save reads"), showCalendar),
        command("save", QStringLiteral("FILE CALENDAR.json [--for new|open|all] [--json]"),
                QStringLiteral("A new calendar, or a new version of the one with its name, for new tickets, also for "
                               "open ones, or for all"),
                saveFromFile),
        command("import-ics",
                QStringLiteral("FILE CALENDAR FEED.ics [--from DATE] [--to DATE] [--for new|open|all] [--json]"),
                QStringLiteral("Holidays out of a calendar feed; they count when they are confirmed"), importFeed),
        command("confirm", QStringLiteral("FILE CALENDAR (DATE… | --all) [--discard] [--for new|open|all] [--json]"),
                QStringLiteral("Imported days count from now on, or are taken out"), confirmDays),
        command("days", QStringLiteral("FILE CALENDAR [--from DATE] [--days N] [--json]"),
                QStringLiteral("When a calendar works on the next days"), calendarDays)};
}

} // namespace deskhand::ctl
