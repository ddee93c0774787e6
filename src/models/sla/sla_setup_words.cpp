// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla/sla_setup_words.h"

#include "domain/catalog.h"
#include "models/sla/week_frames.h"
#include "models/sla_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace deskhand {

namespace {

struct SetupTexts {
    Q_DECLARE_TR_FUNCTIONS(deskhand::SlaSetupWords)
};

QString quoted(const QString &name)
{
    return SetupTexts::tr("“%1”").arg(name);
}

QString personName(qint64 id, const Catalog &catalog)
{
    const Person *person = catalog.agent(PersonId{id});
    return person ? displayName(*person) : SetupTexts::tr("somebody who is not there");
}

/// From the most urgent priority to the least.
QString amountsText(const SlaTarget &target)
{
    QStringList all;
    for (const SlaPriorityAmount &one : target.amounts) {
        if (one.amount)
            all.append(slaAmountText(*one.amount));
    }
    if (target.otherwise)
        all.append(slaAmountText(*target.otherwise));
    if (all.isEmpty())
        return {};
    return all.first() == all.last() ? all.first() : all.first() + u'–' + all.last();
}

QString targetAt(const SlaPolicy &policy, const QStringList &field)
{
    const int index = field.value(1).toInt();
    return index >= 0 && index < policy.targets.size() ? slaTargetText(policy.targets.at(index).kind) : QString();
}

QString levelAt(const SlaPolicy &policy, const QStringList &field)
{
    const int index = field.value(1).toInt();
    return index >= 0 && index < policy.levels.size() ? slaLevelText(policy.levels.at(index)) : QString();
}

QString codeText(const QString &code)
{
    if (code == u"required")
        return SetupTexts::tr("is missing");
    if (code == u"too-long")
        return SetupTexts::tr("is too long");
    if (code == u"repeated")
        return SetupTexts::tr("is there twice");
    if (code == u"out-of-range")
        return SetupTexts::tr("is too small or too large");
    if (code == u"taken")
        return SetupTexts::tr("is taken already");
    if (code == u"unknown" || code == u"inactive")
        return SetupTexts::tr("is not there any more");
    return SetupTexts::tr("cannot be so (%1)").arg(code);
}

/// What a part of a policy is called on the screen.
QString partText(const QString &part)
{
    static const QHash<QString, const char *> names{
        {QStringLiteral("name"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "the name")},
        {QStringLiteral("condition"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "the condition")},
        {QStringLiteral("calendar"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "the calendar")},
        {QStringLiteral("targets"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "a target")},
        {QStringLiteral("levels"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "a level")},
        {QStringLiteral("amounts"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "the time")},
        {QStringLiteral("otherwise"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "the time for other priorities")},
        {QStringLiteral("starts"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "what starts it")},
        {QStringLiteral("fulfils"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "what fulfils it")},
        {QStringLiteral("resets"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "what resets it")},
        {QStringLiteral("at_least"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "the time after reopening")},
        {QStringLiteral("atLeast"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "the time after reopening")},
        {QStringLiteral("amount"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "when it is reached")},
        {QStringLiteral("actions"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "what is done")},
        {QStringLiteral("text"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "the text of the note")},
        {QStringLiteral("kind"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "the kind")},
        {QStringLiteral("id"), QT_TRANSLATE_NOOP("deskhand::SlaSetupWords", "the one that is meant")},
    };
    const char *name = names.value(part);
    return name ? QCoreApplication::translate("deskhand::SlaSetupWords", name) : part;
}

QString yearly(int month, int day, const QLocale &locale)
{
    return locale.toString(QDate(2000, month, day), SetupTexts::tr("d MMMM", "as QLocale writes formats"));
}

QString date(const QDate &day, const QLocale &locale)
{
    return locale.toString(day, SetupTexts::tr("d MMMM yyyy", "as QLocale writes formats"));
}

QString easterText(int offset)
{
    switch (offset) {
    case -48: return SetupTexts::tr("Shrove Monday (48 days before Easter)");
    case -2: return SetupTexts::tr("Good Friday (2 days before Easter)");
    case 0: return SetupTexts::tr("Easter Sunday");
    case 1: return SetupTexts::tr("Easter Monday");
    case 39: return SetupTexts::tr("Ascension Day (39 days after Easter)");
    case 50: return SetupTexts::tr("Whit Monday (50 days after Easter)");
    case 60: return SetupTexts::tr("Corpus Christi (60 days after Easter)");
    default: break;
    }
    return offset < 0 ? SetupTexts::tr("%n day(s) before Easter Sunday", nullptr, -offset)
                      : SetupTexts::tr("%n day(s) after Easter Sunday", nullptr, offset);
}

QString nthText(int nth)
{
    switch (nth) {
    case 1: return SetupTexts::tr("first", "weekday of a month");
    case 2: return SetupTexts::tr("second", "weekday of a month");
    case 3: return SetupTexts::tr("third", "weekday of a month");
    case 4: return SetupTexts::tr("fourth", "weekday of a month");
    case 5: return SetupTexts::tr("fifth", "weekday of a month");
    default: return SetupTexts::tr("last", "weekday of a month");
    }
}

} // namespace

QString SlaSetupWords::problem(const CalendarProblem &problem, const BusinessCalendar &calendar)
{
    const QStringList field = problem.field.split(u'.');
    if (problem.code == u"zone" || problem.field == u"zone")
        return SetupTexts::tr("There is no time zone “%1”. Write it as “Europe/Berlin”.")
            .arg(QString::fromLatin1(calendar.zone));
    if (problem.code == u"no-working-time")
        return SetupTexts::tr("Nobody ever works by this calendar: nothing would ever be due. Paint some working "
                              "time.");
    if (field.first() == u"week") {
        static const QStringList days{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"),
                                      QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat"),
                                      QStringLiteral("sun")};
        const qsizetype day = days.indexOf(field.value(1));
        return day < 0 ? SetupTexts::tr("Working times overlap.")
                       : SetupTexts::tr("%1: working times overlap, or are none.")
                             .arg(QLocale().standaloneDayName(int(day) + 1));
    }
    if (field.first() == u"holidays") {
        const int index = field.value(1).toInt();
        const Holiday holiday = calendar.holidays.value(index);
        const QString name = holiday.name.isEmpty() ? SlaSetupWords::holiday(holiday, QLocale()) : holiday.name;
        return SetupTexts::tr("The holiday %1 has no date, or ends before it begins.").arg(quoted(name));
    }
    const QString part = partText(field.first());
    return SetupTexts::tr("This is wrong: %1 %2.", "a part, what is wrong with it").arg(part, codeText(problem.code));
}

QString SlaSetupWords::problem(const PolicyProblem &problem, const SlaPolicy &policy)
{
    const QStringList field = problem.field.split(u'.');
    if (problem.field == u"name")
        return SetupTexts::tr("The policy needs a name.");
    if (problem.field == u"targets")
        return SetupTexts::tr("The policy promises nothing yet: enter a time for a target.");
    QString place;
    if (field.first() == u"targets")
        place = targetAt(policy, field);
    else if (field.first() == u"levels")
        place = levelAt(policy, field);
    const QString part = partText(place.isEmpty() || field.size() < 3 ? field.first() : field.at(2));
    return place.isEmpty() ? SetupTexts::tr("This is wrong: %1 %2.").arg(part, codeText(problem.code))
                           : SetupTexts::tr("%1: %2 %3.", "a target or level: a part of it, what is wrong with it")
                                 .arg(place, part, codeText(problem.code));
}

bool SlaSetupWords::isSerious(SlaFindingKind kind)
{
    switch (kind) {
    case SlaFindingKind::UncoveredTickets:
    case SlaFindingKind::UnconfirmedHolidays:
    case SlaFindingKind::CalendarEnds: return false;
    default: return true;
    }
}

SlaFindingText SlaSetupWords::finding(const SlaFinding &finding, const Catalog &catalog)
{
    const SlaPolicy *policy = catalog.slaPolicy(finding.policy);
    const SlaPolicy *other = catalog.slaPolicy(finding.other);
    const BusinessCalendar *calendar = catalog.calendar(finding.calendar);
    const QString policyName = policy ? policy->name : SetupTexts::tr("Policies");
    const QString calendarName = calendar ? calendar->name : SetupTexts::tr("Calendars");
    const QString queueName = catalog.queuePath(finding.queue);
    switch (finding.kind) {
    case SlaFindingKind::UncoveredTickets:
        return {SetupTexts::tr("Tickets without a promise"),
                finding.count > 0
                    ? SetupTexts::tr("%n open ticket(s) are covered by no policy.", nullptr, int(finding.count))
                    : SetupTexts::tr("There are tickets that no policy covers."),
                SetupTexts::tr("Add a policy without a condition at the end of the list, if they should have one.")};
    case SlaFindingKind::NeverMatches:
        return {policyName, SetupTexts::tr("Its condition can never be true."),
                SetupTexts::tr("Change its condition, or disable it.")};
    case SlaFindingKind::Hidden:
        return {policyName,
                SetupTexts::tr("It is never reached: %1, which comes before it, takes all of its tickets.")
                    .arg(quoted(other ? other->name : QString())),
                SetupTexts::tr("Move it up, or narrow the condition of the other one.")};
    case SlaFindingKind::QueueWithoutCalendar:
        return {queueName,
                SetupTexts::tr("The queue has no calendar, but %1 goes by the queue's: its clocks run round the "
                               "clock.")
                    .arg(quoted(policyName)),
                SetupTexts::tr("Give the queue a calendar, or the policy.")};
    case SlaFindingKind::TargetTooShort:
        return {policyName,
                SetupTexts::tr("%1 is shorter than the time between two looks at the clocks: warnings may come too "
                               "late.")
                    .arg(slaTargetText(finding.target)),
                SetupTexts::tr("Promise a longer time.")};
    case SlaFindingKind::WarningNeverReached: {
        QString level;
        for (const SlaLevel &one : policy ? policy->levels : QVector<SlaLevel>()) {
            if (one.id == finding.level)
                level = slaLevelText(one);
        }
        return {
            policyName,
            SetupTexts::tr("The level %1 is never reached for %2.").arg(quoted(level), slaTargetText(finding.target)),
            SetupTexts::tr("Let it come later, or leave that target out of it.")};
    }
    case SlaFindingKind::UnknownReference:
        return {policyName,
                SetupTexts::tr("It names something that is not there or not in use any more: %1").arg(finding.detail),
                SetupTexts::tr("Choose something else in its place.")};
    case SlaFindingKind::UnconfirmedHolidays:
        return {calendarName,
                SetupTexts::tr("%n imported day(s) wait for somebody to confirm them; until then they count as "
                               "working days.",
                               nullptr, int(finding.count)),
                SetupTexts::tr("Confirm them, or discard them.")};
    case SlaFindingKind::CalendarEnds:
        return {calendarName, SetupTexts::tr("All of its dated holidays are in the past."),
                SetupTexts::tr("Enter or import those of the next year.")};
    case SlaFindingKind::NobodyToNotify: {
        SlaActionKind action{};
        const QString told = slaActionFromName(finding.detail, &action) ? actionKind(action) : finding.detail;
        return {policyName,
                SetupTexts::tr("“%1” finds nobody in %n queue(s), among them %2.", nullptr, int(finding.count))
                    .arg(told, queueName),
                SetupTexts::tr("Name a lead, manager or on-call person for the queue, or for one above it.")};
    }
    }
    return {};
}

QString SlaSetupWords::holiday(const Holiday &holiday, const QLocale &locale)
{
    switch (holiday.kind) {
    case Holiday::Kind::Date: return date(holiday.from, locale);
    case Holiday::Kind::Range:
        return SetupTexts::tr("%1 to %2").arg(date(holiday.from, locale), date(holiday.to, locale));
    case Holiday::Kind::Yearly: return SetupTexts::tr("%1 every year").arg(yearly(holiday.month, holiday.day, locale));
    case Holiday::Kind::YearlyRange:
        return SetupTexts::tr("%1 to %2 every year")
            .arg(yearly(holiday.month, holiday.day, locale), yearly(holiday.untilMonth, holiday.untilDay, locale));
    case Holiday::Kind::NthWeekday:
        return SetupTexts::tr("%1 %2 of %3", "first Monday of September")
            .arg(nthText(holiday.nth), locale.standaloneDayName(qBound(1, holiday.weekday, 7)),
                 locale.standaloneMonthName(qBound(1, holiday.month, 12)));
    case Holiday::Kind::Easter: return easterText(holiday.offset);
    }
    return {};
}

QString SlaSetupWords::closedPart(const Holiday &holiday)
{
    if (holiday.closedFrom <= 0 && holiday.closedTo >= 1440)
        return {};
    return minuteText(holiday.closedFrom) + u'–' + minuteText(holiday.closedTo);
}

QDate SlaSetupWords::nextDate(const Holiday &holiday, QDate from)
{
    Holiday counted = holiday;
    counted.confirmed = true;
    for (int year = from.year(); year <= from.year() + 10; ++year) {
        const QVector<QDate> dates = datesInYear(counted, year);
        const auto next = std::find_if(dates.cbegin(), dates.cend(), [&from](const QDate &one) { return one >= from; });
        if (next != dates.cend())
            return *next;
    }
    return {};
}

QString SlaSetupWords::trigger(SlaTrigger trigger)
{
    switch (trigger) {
    case SlaTrigger::Opened: return SetupTexts::tr("The ticket is opened");
    case SlaTrigger::CustomerSpoke: return SetupTexts::tr("The customer writes");
    case SlaTrigger::AgentReplied: return SetupTexts::tr("An agent replies");
    case SlaTrigger::AgentCalled: return SetupTexts::tr("An agent notes a call");
    case SlaTrigger::NoteWritten: return SetupTexts::tr("An agent writes a note");
    case SlaTrigger::Owned: return SetupTexts::tr("Somebody owns it");
    case SlaTrigger::QueueEntered: return SetupTexts::tr("It comes into a queue");
    case SlaTrigger::QueueLeft: return SetupTexts::tr("It leaves its queue");
    case SlaTrigger::Solved: return SetupTexts::tr("It is solved");
    case SlaTrigger::Closed: return SetupTexts::tr("It is closed");
    case SlaTrigger::Reopened: return SetupTexts::tr("It is reopened");
    case SlaTrigger::OpenedByAgent: return SetupTexts::tr("An agent has opened it");
    }
    return {};
}

QString SlaSetupWords::reopen(ReopenRule rule)
{
    switch (rule) {
    case ReopenRule::Resume: return SetupTexts::tr("It goes on with the time that was left");
    case ReopenRule::Restart: return SetupTexts::tr("It starts again from nothing");
    case ReopenRule::Never: return SetupTexts::tr("It stays fulfilled");
    }
    return {};
}

QString SlaSetupWords::actionKind(SlaActionKind kind)
{
    switch (kind) {
    case SlaActionKind::NotifyOwner: return SetupTexts::tr("Tell the owner");
    case SlaActionKind::NotifyPerson: return SetupTexts::tr("Tell a person");
    case SlaActionKind::NotifyLead: return SetupTexts::tr("Tell the queue's lead");
    case SlaActionKind::NotifyManager: return SetupTexts::tr("Tell the queue's manager");
    case SlaActionKind::NotifyOnCall: return SetupTexts::tr("Tell who is on call");
    case SlaActionKind::NotifyMembers: return SetupTexts::tr("Tell all of the queue");
    case SlaActionKind::RaisePriority: return SetupTexts::tr("Raise the priority by one");
    case SlaActionKind::SetPriority: return SetupTexts::tr("Set the priority");
    case SlaActionKind::MoveToQueue: return SetupTexts::tr("Move to a queue");
    case SlaActionKind::AssignTo: return SetupTexts::tr("Assign to a person");
    case SlaActionKind::AssignToLead: return SetupTexts::tr("Assign to the queue's lead");
    case SlaActionKind::PostNote: return SetupTexts::tr("Write an internal note");
    }
    return {};
}

QString SlaSetupWords::action(const SlaAction &action, const Catalog &catalog)
{
    switch (action.kind) {
    case SlaActionKind::NotifyPerson: return SetupTexts::tr("tell %1").arg(personName(action.id, catalog));
    case SlaActionKind::AssignTo: return SetupTexts::tr("assign to %1").arg(personName(action.id, catalog));
    case SlaActionKind::SetPriority: {
        const Priority *priority = catalog.priority(PriorityId{action.id});
        return SetupTexts::tr("set priority %1").arg(priority ? priority->name : QString::number(action.id));
    }
    case SlaActionKind::MoveToQueue: return SetupTexts::tr("move to %1").arg(catalog.queuePath(QueueId{action.id}));
    default: break;
    }
    const QString text = actionKind(action.kind);
    return text.left(1).toLower() + text.mid(1);
}

QString SlaSetupWords::promises(const SlaPolicy &policy)
{
    QStringList parts;
    for (const SlaTarget &target : policy.targets) {
        const QString amount = amountsText(target);
        if (!amount.isEmpty())
            parts.append(slaTargetText(target.kind) + u' ' + amount);
    }
    return parts.isEmpty() ? SetupTexts::tr("promises nothing") : parts.join(QStringLiteral(" · "));
}

QString SlaSetupWords::scope(SlaScope scope)
{
    switch (scope) {
    case SlaScope::NewTickets: return SetupTexts::tr("New tickets only");
    case SlaScope::Open: return SetupTexts::tr("Also the open ones");
    case SlaScope::All: return SetupTexts::tr("All, closed ones included");
    }
    return {};
}

QString SlaSetupWords::scopeHint(SlaScope scope)
{
    switch (scope) {
    case SlaScope::NewTickets:
        return SetupTexts::tr("What is opened from now on. Tickets that are there keep what was promised for them.");
    case SlaScope::Open:
        return SetupTexts::tr("Unresolved tickets are re-timed. What was fulfilled keeps its verdict; pauses stay.");
    case SlaScope::All:
        return SetupTexts::tr("As if it had always been so: verdicts of the past, and what reports say of them, can "
                              "change.");
    }
    return {};
}

QString SlaSetupWords::impact(const SlaImpact &impact, SlaScope scope)
{
    if (impact.changed == 0)
        return SetupTexts::tr("Nothing changes for the %n ticket(s) that it is about.", nullptr, int(impact.tickets));
    QStringList parts{scope == SlaScope::Open
                          ? SetupTexts::tr("%n open ticket(s) will be re-timed", nullptr, int(impact.changed))
                          : SetupTexts::tr("%n ticket(s) will be re-timed", nullptr, int(impact.changed))};
    if (impact.becomeOverdue > 0)
        parts.append(SetupTexts::tr("%n become(s) overdue", nullptr, int(impact.becomeOverdue)));
    if (impact.stopBeingOverdue > 0)
        parts.append(SetupTexts::tr("%n stop(s) being overdue", nullptr, int(impact.stopBeingOverdue)));
    if (impact.becomeOverdue == 0 && impact.stopBeingOverdue == 0)
        parts.append(SetupTexts::tr("none becomes overdue"));
    if (impact.verdictsToMissed > 0)
        parts.append(SetupTexts::tr("%n kept promise(s) count(s) as missed", nullptr, int(impact.verdictsToMissed)));
    if (impact.verdictsToMet > 0)
        parts.append(SetupTexts::tr("%n missed promise(s) count(s) as kept", nullptr, int(impact.verdictsToMet)));
    return parts.join(QStringLiteral(", ")) + u'.';
}

double SlaSetupWords::kept(const SlaCompliance &compliance)
{
    const qint64 ended = compliance.met + compliance.missed;
    return ended == 0 ? -1.0 : double(compliance.met) / double(ended);
}

QString SlaSetupWords::compliance(const SlaCompliance &compliance, const QLocale &locale)
{
    const double share = kept(compliance);
    return share < 0 ? QStringLiteral("–")
                     : SetupTexts::tr("%1 %", "per cent").arg(locale.toString(100 * share, 'f', 1));
}

QString SlaSetupWords::task(const SlaTask &task, const Catalog &catalog)
{
    const SlaPolicy *policy = catalog.slaPolicy(task.policy);
    const BusinessCalendar *calendar = catalog.calendar(task.calendar);
    const QString name = policy ? policy->name : calendar ? calendar->name : QString();
    return name.isEmpty() ? SetupTexts::tr("Re-timing tickets") : SetupTexts::tr("Re-timing tickets: %1").arg(name);
}

QString SlaSetupWords::taskProgress(const SlaTask &task)
{
    const QLocale locale;
    return SetupTexts::tr("%1 of %2").arg(locale.toString(task.done), locale.toString(task.total));
}

} // namespace deskhand
