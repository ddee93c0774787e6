// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/report_contract.h"

#include "support/contract_world.h"
#include "support/test_desk.h"

#include <QtTest>

#include <algorithm>
#include <numeric>

namespace deskhand::test {
namespace {

constexpr qint64 minuteMs = 60'000;

QString keyWords(const QVector<qint64> &keys)
{
    QStringList words;
    for (const qint64 key : keys)
        words.append(QString::number(key));
    return words.join(u',');
}

QString nameOf(const Report &report)
{
    QStringList by;
    for (const ReportDimension dimension : report.by)
        by.append(reportDimensionName(dimension));
    return QStringLiteral("%1 %2 %3 by %4 zone %5 %6")
        .arg(reportMeasureName(report.measure), reportStatisticName(report.statistic), reportClockName(report.clock),
             by.join(u'+'), report.zone, reportComparisonName(report.comparison));
}

/// Whether something belongs to an entry of an axis.
bool isOfEntry(const Occurrence &one, const ReportAxis &axis, qsizetype place, const QString &zone)
{
    const bool others = axis.others && place == axis.entries.size() - 1;
    if (axis.dimension == ReportDimension::Tag) {
        QStringList shown;
        for (const ReportAxisEntry &entry : axis.entries)
            shown.append(entry.label);
        return others ? std::any_of(one.tags.cbegin(), one.tags.cend(),
                                    [&shown](const QString &tag) { return !shown.contains(tag); })
                      : one.tags.contains(axis.entries[place].label);
    }
    if (axis.dimension == ReportDimension::Activity) {
        if (!others)
            return one.activity == axis.entries[place].label;
        return std::none_of(axis.entries.cbegin(), axis.entries.cbegin() + place,
                            [&one](const ReportAxisEntry &entry) { return entry.label == one.activity; });
    }
    const qint64 value =
        isTime(axis.dimension) ? ReportOracle::timeKey(axis.dimension, zone, one.at) : one.keys.value(axis.dimension);
    if (!others)
        return value == axis.entries[place].key;
    return std::none_of(axis.entries.cbegin(), axis.entries.cend(),
                        [value](const ReportAxisEntry &entry) { return entry.key == value; });
}

} // namespace

void ReportContract::init()
{
    m_fixture = m_makeFixture();
    m_ada = m_fixture->admin();
    m_moved = 0;
    m_mails = 0;
    m_now = m_begin;
    m_tickets.clear();
    m_authors.clear();
    m_queues.clear();
    m_categories.clear();
    const auto agent = [this](const QString &name, const QString &address) {
        Person person;
        person.role = PersonRole::Agent;
        person.name = name;
        person.address = address;
        return PersonId{must(SavePerson{person}).id};
    };
    m_ben = agent(QStringLiteral("Ben Berg"), QStringLiteral("ben@desk.example"));
    m_cleo = agent(QStringLiteral("Cleo Curie"), QStringLiteral("cleo@desk.example"));
    BusinessCalendar office = defaultCalendar(QStringLiteral("Office"), "Europe/Berlin");
    must(SaveCalendar{office, SlaScope::NewTickets});
    m_catalog = expected(await(desk().catalog()));
    for (SlaPolicy initial : m_catalog->slaPolicies) {
        initial.active = false;
        must(SaveSlaPolicy{initial, SlaScope::NewTickets});
    }
    for (const char *name : {"First", "Second", "Third"}) {
        Queue queue;
        queue.name = QString::fromLatin1(name);
        queue.position = int(m_queues.size()) + 10;
        if (m_queues.size() == 1)
            queue.members = {m_cleo};
        if (m_queues.size() == 2)
            queue.lead = m_cleo;
        m_queues.append(QueueId{must(SaveQueue{queue}).id});
    }
    for (const char *name : {"Printers", "Network"}) {
        Category category;
        category.name = QString::fromLatin1(name);
        m_categories.append(CategoryId{must(SaveCategory{category}).id});
    }
    m_catalog = expected(await(desk().catalog()));
}

void ReportContract::cleanup()
{
    const QString broken = m_fixture->brokenRule();
    QVERIFY2(broken.isEmpty(), qPrintable(broken));
    m_fixture.reset();
}

CommandAnswer ReportContract::must(const CommandBody &body, PersonId actor, ActorKind kind)
{
    Command command = Command::make(kind == ActorKind::Person && !actor.isValid() ? m_ada : actor, body);
    command.actorKind = kind;
    return expected(await(desk().submit(command)));
}

TicketId ReportContract::open(const QString &subject, bool byCustomer)
{
    OpenTicket open;
    open.subject = subject;
    open.queue = m_queues[below(3)];
    open.priority = m_catalog->priorities[below(int(m_catalog->priorities.size()))].id;
    if (below(2) == 0)
        open.category = m_categories[below(2)];
    if (below(3) == 0)
        open.owner = below(2) == 0 ? m_ben : m_cleo;
    for (const char *tag : {"red", "blue", "old"}) {
        if (below(3) == 0)
            open.tags.append(QString::fromLatin1(tag));
    }
    open.requesterAddress = MailAddress{QStringLiteral("Rita"), QStringLiteral("rita@customer.example")};
    open.channel = byCustomer ? Channel::Email : Channel::Web;
    NewArticle article;
    article.senderRole = byCustomer ? SenderRole::Customer : SenderRole::Agent;
    article.channel = open.channel;
    article.text = QStringLiteral("It is dark");
    article.messageId = QStringLiteral("question%1@customer.example").arg(++m_mails);
    open.article = article;
    const PersonId actor = below(2) == 0 ? m_ada : m_cleo;
    const CommandAnswer answer = byCustomer ? must(open, {}, ActorKind::System) : must(open, actor);
    if (!byCustomer)
        m_authors.insert(answer.article, actor);
    return answer.ticket;
}

void ReportContract::actAtRandom(TicketId ticket)
{
    const QVector<TicketRow> rows = expected(await(desk().rows({ticket}, {})));
    if (rows.isEmpty() || m_catalog->stateType(rows.first().head.state) == StateType::Merged)
        return;
    const TicketHead head = rows.first().head;
    const auto set = [&](TicketField field, qint64 value) {
        ChangeTicket change;
        change.ticket = ticket;
        change.baseVersion = head.version;
        change.changes = {FieldChange{field, value, {}, {}}};
        must(change, m_ada);
    };
    const auto post = [&](SenderRole role, Visibility visibility, Channel channel, StateType state) {
        PostArticle article;
        article.ticket = ticket;
        article.article.senderRole = role;
        article.article.visibility = visibility;
        article.article.channel = channel;
        article.article.text = QStringLiteral("Is it plugged in?");
        article.evenUnseen = true;
        const PersonId actor = below(2) == 0 ? m_ada : m_cleo;
        if (state != StateType::New)
            article.state = m_catalog->firstStateOf(state);
        const CommandAnswer answer =
            role == SenderRole::Customer ? must(article, {}, ActorKind::System) : must(article, actor);
        if (role == SenderRole::Agent)
            m_authors.insert(answer.article, actor);
    };
    switch (below(16)) {
    case 0: post(SenderRole::Agent, Visibility::Public, Channel::Web, StateType::New); break;
    case 1: post(SenderRole::Agent, Visibility::Public, Channel::Web, StateType::Solved); break;
    case 2: post(SenderRole::Agent, Visibility::Public, Channel::Web, StateType::PendingReminder); break;
    case 3: post(SenderRole::Agent, Visibility::Internal, Channel::Web, StateType::New); break;
    case 4: post(SenderRole::Agent, Visibility::Public, Channel::Phone, StateType::New); break;
    case 5:
    case 6:
    case 7: post(SenderRole::Customer, Visibility::Public, Channel::Email, StateType::New); break;
    case 8: set(TicketField::Queue, m_queues[below(3)].value); break;
    case 9: set(TicketField::Owner, QVector<qint64>{0, m_ben.value, m_cleo.value}[below(3)]); break;
    case 10:
        set(TicketField::Priority, m_catalog->priorities[below(int(m_catalog->priorities.size()))].id.value);
        break;
    case 11: set(TicketField::State, m_catalog->firstStateOf(StateType::Solved).value); break;
    case 12: set(TicketField::State, m_catalog->firstStateOf(StateType::Open).value); break;
    case 14:
    case 15: workAtRandom(ticket); break;
    case 13: {
        const TicketId target = m_tickets[below(int(m_tickets.size()))];
        Command merge = Command::make(m_ada, MergeTickets{target, 0, {{ticket, 0}}, true, {}});
        if (!await(desk().submit(merge)) || below(2) == 0)
            break;
        m_fixture->advanceClock(30 * minuteMs);
        m_moved += 30 * minuteMs;
        must(UnmergeTicket{ticket, {}, {}});
        break;
    }
    }
}

/// Also long ago, before the ticket was there.
void ReportContract::workAtRandom(TicketId ticket)
{
    LogWork log;
    log.ticket = ticket;
    log.minutes = 1 + below(90);
    log.activity = QStringList{{}, QStringLiteral("Analysis"), QStringLiteral("On site")}[below(3)];
    log.at = below(2) == 0 ? 0 : m_begin + qint64(below(int(m_moved / minuteMs) + 1)) * minuteMs;
    const CommandAnswer answer = must(log, below(2) == 0 ? m_ada : m_cleo);
    if (below(4) == 0)
        must(RemoveWork{ticket, WorkEntryId{answer.id}}, m_ada);
}

void ReportContract::makeWorld(quint32 seed)
{
    m_random.seed(seed);
    SlaPolicy policy;
    policy.name = QStringLiteral("Everybody");
    for (const auto &[kind, minutes] :
         {std::pair{SlaTargetKind::FirstResponse, 240}, std::pair{SlaTargetKind::NextResponse, 300},
          std::pair{SlaTargetKind::Resolution, 1'500}}) {
        SlaTarget target = usualTarget(kind);
        target.otherwise = TimeAmount{TimeBasis::Business, minutes * minuteMs};
        policy.targets.append(target);
    }
    must(SaveSlaPolicy{policy, SlaScope::NewTickets});
    for (int i = 0; i < 45; ++i) {
        const qint64 step = (1 + below(600)) * minuteMs;
        m_fixture->advanceClock(step);
        m_moved += step;
        m_tickets.append(open(QStringLiteral("Ticket %1").arg(i), below(4) != 0));
        for (int k = 0; k < 6; ++k) {
            const qint64 wait = (1 + below(i % 3 == 0 ? 900 : 200)) * minuteMs;
            m_fixture->advanceClock(wait);
            m_moved += wait;
            actAtRandom(m_tickets[below(int(m_tickets.size()))]);
        }
        m_now = m_begin + m_moved;
        // Facts follow: what was counted is moved, merged, undone and judged anew later.
        if (i % 4 == 3)
            (void)ask({});
    }
    m_catalog = expected(await(desk().catalog()));
}

ReportOracle ReportContract::oracle()
{
    QVector<OracleTicket> tickets;
    for (const TicketRow &row : expected(await(desk().rows(m_tickets, {})))) {
        OracleTicket ticket;
        ticket.head = row.head;
        ticket.sla = expected(await(desk().ticketSla(row.head.id, {})));
        ticket.authors = m_authors;
        for (const WorkEntry &work : expected(await(desk().ticket(row.head.id, {}))).work) {
            if (work.ticket == row.head.id)
                ticket.work.append(work);
        }
        tickets.append(ticket);
    }
    return {m_catalog, tickets, m_now};
}

Condition ReportContract::randomTickets()
{
    switch (below(8)) {
    case 0: return Condition::is(ConditionField::Queue, {m_queues[below(3)].value, m_queues[below(3)].value});
    case 1: return Condition::negate(Condition::is(ConditionField::Priority, {m_catalog->priorities[1].id.value}));
    case 2: return Condition::is(ConditionField::StateType, {qint64(StateType::Solved), qint64(StateType::Open)});
    case 3: return Condition::has({QStringLiteral("red")});
    case 4:
        return Condition::all(
            {Condition::isSet(ConditionField::Owner),
             Condition::textTest(ConditionField::Subject, ConditionOperator::Contains, QStringLiteral("3"))});
    default: return Condition::all();
    }
}

Report ReportContract::randomReport()
{
    Report report;
    report.measure = ReportMeasure(below(reportMeasureCount));
    const QVector<ReportStatistic> statistics = statisticsOf(report.measure);
    report.statistic = statistics[below(int(statistics.size()))];
    report.clock = ReportClock(below(3));
    report.variant = ReportVariant(below(3));
    report.days = 1 + below(6);
    QVector<ReportDimension> possible = dimensionsOf(report.measure);
    for (int i = below(3); i > 0; --i) {
        const ReportDimension by = possible.takeAt(below(int(possible.size())));
        if (isSpan(by) && std::any_of(report.by.cbegin(), report.by.cend(), isSpan))
            continue;
        report.by.append(by);
    }
    report.zone = QVector<QString>{QString(), QStringLiteral("UTC"), QStringLiteral("Europe/Berlin"),
                                   QStringLiteral("America/New_York"), QStringLiteral("Asia/Kolkata")}[below(5)];
    report.period.span = ReportSpan(below(reportSpanCount));
    report.period.days = 1 + below(40);
    if (report.period.span == ReportSpan::Between) {
        report.period.from = m_begin + qint64(below(int(m_moved / minuteMs))) * minuteMs;
        report.period.to = report.period.from + (1 + below(20 * 1440)) * minuteMs;
    }
    report.tickets = randomTickets();
    if (below(3) == 0) {
        report.comparison = ReportComparison(1 + below(3));
        report.otherTickets = randomTickets();
    }
    if (below(6) == 0 && !m_catalog->calendars.isEmpty())
        report.calendar = m_catalog->calendars.first().id;
    report.limit = QVector<int>{0, 1, 2, 12}[below(4)];
    if (report.by.isEmpty() && hasSurvival(report.measure) && below(2) == 0)
        report.picture = ReportPicture::Survival;
    return report;
}

ReportAnswer ReportContract::ask(const Report &report)
{
    return ask(report, m_ada);
}

ReportAnswer ReportContract::ask(const Report &report, PersonId me)
{
    return expected(await(desk().report({report, me, m_now})));
}

qint64 ReportContract::listed(const CountedTickets &counted)
{
    return listed(counted, m_ada);
}

qint64 ReportContract::listed(const CountedTickets &counted, PersonId me)
{
    TicketQuery query;
    query.me = me;
    query.now = m_now;
    query.counted = counted;
    if (++m_lists % 5 == 0)
        checkBeginning(query);
    return expected(await(desk().tickets(query))).ids.size();
}

/// What is found soon of a list stands at its beginning.
void ReportContract::checkBeginning(TicketQuery query)
{
    query.sort = {m_lists % 2 == 0 ? ListColumn::Created : ListColumn::Updated, m_lists % 3 == 0};
    const QVector<TicketId> whole = expected(await(desk().tickets(query))).ids;
    query.beginning = 1 + int(m_lists % 7);
    const QVector<TicketId> beginning = expected(await(desk().tickets(query))).ids;
    if (beginning.isEmpty())
        return;
    ++m_beginnings;
    const bool isExact = beginning == whole.mid(0, query.beginning);
    m_exactBeginnings += isExact ? 1 : 0;
    if (isExact)
        return;
    // A ticket that is younger than what was counted of it may be missing, where young ones come first.
    QVERIFY2(query.sort == (ListSort{ListColumn::Created, true}), qPrintable(nameOf(query.counted->report)));
    QVector<TicketId> both;
    std::copy_if(whole.cbegin(), whole.cend(), std::back_inserter(both),
                 [&beginning](TicketId id) { return beginning.contains(id); });
    QVERIFY2(beginning == both, qPrintable(nameOf(query.counted->report)));
}

void ReportContract::checkCell(const QString &place, const ReportCell &cell, const ReportOracle::Value &expected,
                               const Report &report)
{
    const auto told = [](const std::optional<qint64> &value) {
        return value ? QString::number(*value) : QStringLiteral("none");
    };
    const QString where = nameOf(report) + QLatin1String(" at ") + place;
    QVERIFY2(cell.value == expected.value, qPrintable(where + QLatin1String(": ") + told(cell.value)
                                                      + QLatin1String(" and should be ") + told(expected.value)));
    QVERIFY2(
        cell.tickets == expected.tickets,
        qPrintable(where + QStringLiteral(": %1 tickets and should be %2").arg(cell.tickets).arg(expected.tickets)));
    if (report.statistic != ReportStatistic::Count)
        QVERIFY2(cell.of == expected.of,
                 qPrintable(where + QStringLiteral(": of %1 and should be %2").arg(cell.of).arg(expected.of)));
    QVERIFY2(cell.open == expected.open,
             qPrintable(where + QStringLiteral(": %1 open and should be %2").arg(cell.open).arg(expected.open)));
    ++m_checked;
}

CountedTickets ReportContract::countedOf(const Report &report, const ReportAnswer &answer, qsizetype cell,
                                         bool compared)
{
    CountedTickets counted{report, {}, {}, 0, compared};
    const qsizetype width = answer.axes.size() > 1 ? answer.axes[1].entries.size() : 1;
    for (qsizetype i = 0; i < answer.axes.size(); ++i) {
        const ReportAxis &axis = answer.axes[i];
        const qsizetype place = i == 0 ? cell / width : cell % width;
        counted.keys.append(axis.entries[place].key);
        if (!axis.others || place < axis.entries.size() - 1)
            continue;
        const bool also = i > 0 && counted.keys.first() == -1 && answer.axes.first().others;
        if (!also)
            counted.exceptDimension = int(i);
        for (qsizetype k = 0; k < place; ++k)
            (also ? counted.alsoExcept : counted.except).append(axis.entries[k].key);
    }
    return counted;
}

/// When a span ends, to the minute.
Instant ReportContract::endOfSpan(ReportDimension dimension, qint64 key, const ReportAnswer &answer)
{
    Instant at = answer.interval.from;
    while (at < answer.interval.to && ReportOracle::timeKey(dimension, answer.zone, at) <= key)
        at = std::min(at + 15 * minuteMs, answer.interval.to);
    while (at > answer.interval.from && ReportOracle::timeKey(dimension, answer.zone, at - minuteMs) > key)
        at -= minuteMs;
    return at;
}

QVector<Occurrence> ReportContract::inCell(const ReportOracle &world, const Report &asked, const ReportAnswer &answer,
                                           qsizetype cell, const QVector<Occurrence> &all)
{
    const bool instants = asked.measure == ReportMeasure::Backlog || asked.measure == ReportMeasure::AgentLoad;
    const qsizetype width = answer.axes.size() > 1 ? answer.axes[1].entries.size() : 1;
    QVector<Occurrence> in = all;
    for (qsizetype i = 0; i < answer.axes.size(); ++i) {
        const ReportAxis &axis = answer.axes[i];
        if (instants && isSpan(axis.dimension))
            in = world.occurrences(
                asked, {answer.interval.from,
                        endOfSpan(axis.dimension, axis.entries[i == 0 ? cell / width : cell % width].key, answer)});
    }
    for (qsizetype i = 0; i < answer.axes.size(); ++i) {
        const ReportAxis &axis = answer.axes[i];
        const qsizetype place = i == 0 ? cell / width : cell % width;
        if (instants && isSpan(axis.dimension))
            continue;
        in.erase(std::remove_if(in.begin(), in.end(),
                                [&](const Occurrence &one) { return !isOfEntry(one, axis, place, answer.zone); }),
                 in.end());
    }
    return in;
}

/// Whether the oracle can tell what a cell says. It does not know how the spans of another period go with these, and
/// what has two tags that are not shown is in their cell twice.
bool ReportContract::isTold(const Report &report, const ReportAnswer &answer, qsizetype cell,
                            const ReportInterval &interval)
{
    const qsizetype width = answer.axes.size() > 1 ? answer.axes[1].entries.size() : 1;
    for (qsizetype i = 0; i < answer.axes.size(); ++i) {
        const ReportAxis &axis = answer.axes[i];
        if (isSpan(axis.dimension) && interval != answer.interval)
            return false;
        const qsizetype place = i == 0 ? cell / width : cell % width;
        if (axis.dimension == ReportDimension::Tag
            && ((axis.others && place == axis.entries.size() - 1) || axis.entries[place].key == 0))
            return report.measure == ReportMeasure::TicketsSolved && report.statistic == ReportStatistic::Count;
    }
    return true;
}

/// The report as one without rights: what somebody does not see is left out by its condition.
Report ReportContract::askedBy(const Report &report, bool compared, PersonId me) const
{
    Report asked = report;
    if (compared && report.comparison == ReportComparison::OtherTickets)
        asked.tickets = report.otherTickets;
    if (me == m_ben)
        asked.tickets = Condition::all(
            {asked.tickets, Condition::negate(Condition::is(ConditionField::Queue, {m_queues[1].value}))});
    return asked;
}

/// Each class of the histogram has the values of its time, and opens their tickets.
void ReportContract::checkSpread(const Report &report, const ReportAnswer &answer, PersonId me)
{
    QVector<Occurrence> all = m_oracle->occurrences(askedBy(report, false, me), answer.interval);
    all.removeIf([](const Occurrence &one) { return one.open; });
    QCOMPARE(std::accumulate(answer.spread.cbegin(), answer.spread.cend(), qint64(0)), all.size());
    QCOMPARE(answer.spreadTickets.size(), answer.spread.size());
    for (qsizetype i = 0; i < answer.spread.size(); ++i) {
        CountedTickets counted{report, {}, {}, 0, false};
        if (i > 0)
            counted.lasting = i * answer.spreadStep;
        if (i < answer.spread.size() - 1)
            counted.below = (i + 1) * answer.spreadStep;
        qint64 values = 0;
        QSet<TicketId> tickets;
        for (const Occurrence &one : std::as_const(all)) {
            if (one.value < counted.lasting.value_or(one.value) || (counted.below && one.value >= *counted.below))
                continue;
            ++values;
            tickets.insert(one.ticket);
        }
        const QString where = nameOf(report) + QStringLiteral(", class %1").arg(i);
        QVERIFY2(answer.spread[i] == values, qPrintable(where));
        QVERIFY2(answer.spreadTickets[i] == tickets.size(), qPrintable(where));
        if (values > 0 && i % 3 == 0)
            QVERIFY2(listed(counted, me) == tickets.size(), qPrintable(where));
    }
}

/// Each point of the curve says what Kaplan and Meier do, and opens the tickets at risk.
void ReportContract::checkSurvival(const Report &report, const ReportAnswer &answer, PersonId me)
{
    const QVector<ReportOracle::Lasting> all = m_oracle->lasting(askedBy(report, false, me), answer.interval);
    QCOMPARE(answer.survival.isEmpty(), all.isEmpty());
    std::optional<qint64> median;
    for (const ReportOracle::Lasting &one : all) {
        if (one.ended && ReportOracle::survivalAfter(all, one.lasted) <= 0.5 + 1e-9
            && one.lasted < median.value_or(one.lasted + 1))
            median = one.lasted;
    }
    QVERIFY2(answer.survivalMedian == median, qPrintable(nameOf(report)));
    for (qsizetype i = 0; i < answer.survival.size(); ++i) {
        const ReportSurvivalPoint &point = answer.survival[i];
        const double share = ReportOracle::survivalAfter(all, point.after);
        qint64 atRisk = 0;
        QSet<TicketId> tickets;
        for (const ReportOracle::Lasting &one : all) {
            if (one.lasted < point.after)
                continue;
            ++atRisk;
            tickets.insert(one.ticket);
        }
        const QString where = nameOf(report) + QStringLiteral(", survival after %1").arg(point.after);
        QVERIFY2(std::abs(double(point.share) - share * 100'000) <= 1,
                 qPrintable(where + QStringLiteral(": %1, not %2").arg(point.share).arg(share * 100'000)));
        QVERIFY2(point.atRisk == atRisk, qPrintable(where));
        QVERIFY2(point.tickets == tickets.size(), qPrintable(where));
        CountedTickets counted{report, {}, {}, 0, false};
        counted.survival = true;
        if (i > 0)
            counted.lasting = point.after;
        if (i % 8 == 0)
            QVERIFY2(listed(counted, me) == tickets.size(), qPrintable(where));
        ++m_curves;
    }
}

void ReportContract::checkCells(const Report &report, const ReportAnswer &answer, const QVector<ReportCell> &cells,
                                const ReportCell &total, const ReportInterval &interval, bool compared, PersonId me)
{
    const Report asked = askedBy(report, compared, me);
    const QVector<Occurrence> all = m_oracle->occurrences(asked, interval);
    checkCell(QStringLiteral("total"), total, ReportOracle::valueOf(report, all, all), report);
    if (QTest::currentTestFailed())
        return;
    const qint64 list = listed({report, {}, {}, 0, compared}, me);
    QVERIFY2(list == total.tickets,
             qPrintable(nameOf(report) + QStringLiteral(": a list of %1, counted %2").arg(list).arg(total.tickets)));
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const CountedTickets counted = countedOf(report, answer, i, compared);
        const QString place = (compared ? QStringLiteral("compared ") : QString()) + keyWords(counted.keys);
        if (isTold(report, answer, i, interval))
            checkCell(place, cells[i], ReportOracle::valueOf(report, inCell(*m_oracle, asked, answer, i, all), all),
                      report);
        if (QTest::currentTestFailed())
            return;
        if (i % 3 != 0 && std::count(counted.keys.cbegin(), counted.keys.cend(), -1) < 2)
            continue;
        const qint64 rows = listed(counted, me);
        QVERIFY2(rows == cells[i].tickets,
                 qPrintable(nameOf(report) + QLatin1String(" at ") + place
                            + QStringLiteral(": a list of %1, counted %2").arg(rows).arg(cells[i].tickets)));
    }
}

void ReportContract::check(const Report &report, PersonId me)
{
    const ReportAnswer answer = ask(report, me);
    QCOMPARE(answer.notCounted, qint64(0));
    QCOMPARE(answer.axes.size(), report.by.size());
    qsizetype cells = answer.axes.isEmpty() ? 0 : 1;
    for (const ReportAxis &axis : answer.axes)
        cells *= axis.entries.size();
    QCOMPARE(answer.cells.size(), cells);
    checkCells(report, answer, answer.cells, answer.total, answer.interval, false, me);
    if (isDuration(report.measure) && report.by.isEmpty() && !QTest::currentTestFailed())
        checkSpread(report, answer, me);
    if (asksSurvival(report) && !QTest::currentTestFailed())
        checkSurvival(report, answer, me);
    if (QTest::currentTestFailed() || report.comparison == ReportComparison::None)
        return;
    QVERIFY(answer.comparedWith.has_value());
    QCOMPARE(answer.compared.size(), cells);
    checkCells(report, answer, answer.compared, answer.comparedTotal, *answer.comparedWith, true, me);
}

void ReportContract::randomReportsAreRight_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 5; ++seed)
        QTest::addRow("desk %u", seed) << seed;
}

void ReportContract::randomReportsAreRight()
{
    QFETCH(quint32, seed);
    makeWorld(seed);
    m_oracle.emplace(oracle());
    m_checked = 0;
    m_curves = 0;
    m_beginnings = 0;
    m_exactBeginnings = 0;
    for (int i = 0; i < m_reportsOfDesk; ++i) {
        const Report report = randomReport();
        QVERIFY2(reportProblems(report).isEmpty(), qPrintable(nameOf(report)));
        const bool agents =
            report.by.contains(ReportDimension::Owner) || report.by.contains(ReportDimension::OwnerThen);
        // The desk itself, who sees everything, and who does not.
        check(report, i % 4 == 3 && !agents ? m_ben : i % 4 == 1 ? PersonId{} : m_ada);
        if (QTest::currentTestFailed())
            return;
    }
    for (int i = 0; i < m_reportsOfDesk / 2; ++i) {
        check(randomCompliance(), i % 3 == 2 ? m_ben : i % 3 == 1 ? PersonId{} : m_ada);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_checked >= m_reportsOfDesk * 4, qPrintable(QString::number(m_checked)));
    for (const ReportMeasure measure : {ReportMeasure::FirstResponse, ReportMeasure::NextResponse,
                                        ReportMeasure::Resolution, ReportMeasure::FirstResolution}) {
        Report curve = randomReport();
        curve.measure = measure;
        curve.statistic = ReportStatistic::Median;
        curve.by.clear();
        curve.picture = ReportPicture::Survival;
        check(curve, m_ada);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY(m_curves > 0);
    QVERIFY2(m_beginnings > 0 && m_exactBeginnings * 10 >= m_beginnings * 9,
             qPrintable(QStringLiteral("%1 of %2").arg(m_exactBeginnings).arg(m_beginnings)));
}

} // namespace deskhand::test
