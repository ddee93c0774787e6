// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk_sla.h"

#include "operations/sla_replanning.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace deskhand {
namespace {

/// Something that has happened to the ticket after it was opened. Of one version: articles, then fields in the order of
/// the events' kinds.
struct ToldLater {
    qint64 version = 1;
    int place = 0;
    qsizetype source = 0; ///< place in the thread or the history
    SlaEvent event;
};

constexpr int placeOfArticles = 0;

/// Invalid kind 0: the field is none that clocks care for.
SlaEventKind kindOfField(const QString &what)
{
    if (what == u"state")
        return SlaEventKind::State;
    if (what == u"priority")
        return SlaEventKind::Priority;
    if (what == u"queue")
        return SlaEventKind::Queue;
    return what == u"owner" ? SlaEventKind::Owner : SlaEventKind{};
}

/// Who spoke first: see operations/sla_events.cpp.
SenderRole roleOfOpener(const BulkTicket &ticket)
{
    const auto isEntryOfFirst = [&ticket](const HistoryEntry &entry) {
        return entry.what == u"article" && entry.newValue == QString::number(ticket.articles.first().id.value);
    };
    // An article with an entry of its own came later.
    const bool hasFirst =
        !ticket.articles.isEmpty() && std::none_of(ticket.history.cbegin(), ticket.history.cend(), isEntryOfFirst);
    const Article *first = hasFirst ? &ticket.articles.first() : nullptr;
    const bool byPerson = !ticket.history.isEmpty() && ticket.history.first().what == u"opened"
                          && ticket.history.first().actorKind == ActorKind::Person;
    if (!byPerson)
        return first ? first->senderRole : SenderRole::System;
    const bool isCall = ticket.head.channel == Channel::Phone || (first && first->channel == Channel::Phone);
    const bool writes = first && first->senderRole == SenderRole::Agent && first->visibility == Visibility::Public;
    return isCall || writes ? SenderRole::Agent : SenderRole::Customer;
}

/// The ticket as it was opened.
TicketHead firstHead(const BulkTicket &ticket)
{
    TicketHead head = ticket.head;
    for (auto entry = ticket.history.crbegin(); entry != ticket.history.crend(); ++entry) {
        const qint64 before = entry->oldValue.toLongLong();
        switch (kindOfField(entry->what)) {
        case SlaEventKind::State: head.state = StateId{before}; break;
        case SlaEventKind::Priority: head.priority = PriorityId{before}; break;
        case SlaEventKind::Queue: head.queue = QueueId{before}; break;
        case SlaEventKind::Owner: head.owner = PersonId{before}; break;
        default: break;
        }
    }
    return head;
}

void addArticleEvents(const Article &article, qint64 version, qsizetype source, Instant at, QVector<ToldLater> *told)
{
    const auto add = [&](SlaEventKind kind) {
        told->append({version, placeOfArticles, source, SlaEvent{kind, at, article.id.value, 0}});
    };
    const bool byCustomer = article.senderRole == SenderRole::Customer;
    const bool isCall = article.channel == Channel::Phone;
    if (byCustomer && article.visibility == Visibility::Public)
        add(SlaEventKind::CustomerSpoke);
    if (article.senderRole == SenderRole::System)
        return;
    if (isCall)
        add(SlaEventKind::AgentCalled);
    else if (!byCustomer)
        add(article.visibility == Visibility::Public ? SlaEventKind::AgentReplied : SlaEventKind::NoteWritten);
}

QVector<ToldLater> toldLater(const BulkTicket &ticket, const Catalog &catalog)
{
    QVector<ToldLater> told;
    QHash<qint64, const HistoryEntry *> entries;
    for (qsizetype i = 0; i < ticket.history.size(); ++i) {
        const HistoryEntry &entry = ticket.history[i];
        const SlaEventKind kind = kindOfField(entry.what);
        const qint64 value = entry.newValue.toLongLong();
        if (entry.what == u"article")
            entries.insert(value, &entry);
        if (kind == SlaEventKind{})
            continue;
        const qint64 other = kind == SlaEventKind::State ? qint64(catalog.stateType(StateId{value})) : 0;
        told.append({entry.version, int(kind), i, SlaEvent{kind, entry.at, value, other}});
    }
    for (qsizetype i = 0; i < ticket.articles.size(); ++i) {
        const Article &article = ticket.articles[i];
        const HistoryEntry *entry = entries.value(article.id.value);
        addArticleEvents(article, entry ? entry->version : 1, i, entry ? entry->at : article.createdAt, &told);
    }
    std::sort(told.begin(), told.end(), [](const ToldLater &a, const ToldLater &b) {
        return std::tie(a.version, a.place, a.source, a.event.kind)
               < std::tie(b.version, b.place, b.source, b.event.kind);
    });
    Instant latest = ticket.head.createdAt;
    for (ToldLater &one : told) {
        latest = std::max(latest, one.event.at);
        one.event.at = latest;
    }
    return told;
}

void applyTo(TicketHead *head, const SlaEvent &event)
{
    switch (event.kind) {
    case SlaEventKind::State: head->state = StateId{event.value}; break;
    case SlaEventKind::Priority: head->priority = PriorityId{event.value}; break;
    case SlaEventKind::Queue: head->queue = QueueId{event.value}; break;
    case SlaEventKind::Owner: head->owner = PersonId{event.value}; break;
    default: break;
    }
}

/// Makes the log of a ticket, choosing its policy anew after each change of a field.
class LogMaker
{
public:
    LogMaker(TicketFacts facts, CatalogPtr catalog)
        : m_facts(std::move(facts))
        , m_catalog(std::move(catalog))
    {
    }

    void open(SenderRole opener)
    {
        const TicketHead &head = m_facts.head;
        const Instant at = head.createdAt;
        m_events = {{SlaEventKind::Opened, at, qint64(opener), 0},
                    {SlaEventKind::State, at, head.state.value, qint64(m_catalog->stateType(head.state))},
                    {SlaEventKind::Priority, at, head.priority.value, 0},
                    {SlaEventKind::Queue, at, head.queue.value, 0}};
        if (head.owner.isValid())
            m_events.append({SlaEventKind::Owner, at, head.owner.value, 0});
        choose(at);
    }

    void add(const QVector<ToldLater> &told)
    {
        for (qsizetype i = 0; i < told.size(); ++i) {
            m_events.append(told[i].event);
            applyTo(&m_facts.head, told[i].event);
            const bool isLast = i + 1 == told.size() || told[i + 1].version != told[i].version;
            if (isLast && told[i].place != placeOfArticles)
                choose(told[i].event.at);
        }
    }

    [[nodiscard]] QVector<SlaEvent> take() { return std::move(m_events); }

private:
    void choose(Instant at)
    {
        const SlaPolicy *policy = policyFor(m_facts, *m_catalog, ConditionContext{m_catalog, {}, at});
        const BusinessCalendar *calendar = policy ? calendarFor(*policy, m_facts.head.queue, *m_catalog) : nullptr;
        const SlaChoice choice{policy ? policy->versionId : SlaPolicyVersionId(),
                               calendar ? calendar->versionId : CalendarVersionId()};
        if (choice == m_choice)
            return;
        m_choice = choice;
        m_events.append({SlaEventKind::Policy, at, choice.policy.value, choice.calendar.value});
    }

    TicketFacts m_facts;
    CatalogPtr m_catalog;
    SlaChoice m_choice;
    QVector<SlaEvent> m_events;
};

} // namespace

BulkSla slaOfBulkTicket(const BulkTicket &ticket, const QString &requesterName, const QString &requesterAddress,
                        const CatalogPtr &catalog, Instant now)
{
    BulkSla sla;
    sla.events = ticket.slaEvents;
    if (sla.events.isEmpty()) {
        LogMaker log(TicketFacts{firstHead(ticket), requesterName, requesterAddress, false}, catalog);
        log.open(roleOfOpener(ticket));
        log.add(toldLater(ticket, *catalog));
        sla.events = log.take();
    }
    const SlaVersions &versions = *catalog->slaVersions;
    sla.clocks = replayClocks(sla.events, versions);
    if (sla.clocks.isEmpty())
        return sla;
    for (const SlaMoment &moment : momentsToCome(sla.events, sla.clocks, {}, versions)) {
        if (moment.at > now)
            break;
        sla.fired.append(SlaFired{moment.target, moment.cycle, moment.level, moment.at, 0});
    }
    sla.summary = summaryOf(sla.events, sla.clocks, sla.fired, versions);
    return sla;
}

} // namespace deskhand
