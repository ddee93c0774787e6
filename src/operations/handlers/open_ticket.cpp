// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/articles.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/outgoing.h"
#include "operations/handlers/people.h"
#include "operations/handlers/ticket_checks.h"
#include "operations/sla_events.h"

#include "domain/number_format.h"

#include <algorithm>

namespace deskhand {
namespace {

PriorityId middlePriority(const Catalog &catalog)
{
    QVector<PriorityId> active;
    for (const Priority &priority : catalog.priorities) {
        if (priority.active)
            active.append(priority.id);
    }
    // Of four the third: the one below "high".
    return active.isEmpty() ? PriorityId() : active[active.size() / 2];
}

QueueId firstQueue(const Catalog &catalog)
{
    const auto found = std::find_if(catalog.queues.cbegin(), catalog.queues.cend(),
                                    [](const Queue &queue) { return queue.active && !queue.parent.isValid(); });
    return found == catalog.queues.cend() ? QueueId() : found->id;
}

TicketHead headOf(const CommandRun &run, const OpenTicket &open)
{
    TicketHead head;
    head.version = 1;
    head.subject = oneLine(open.subject, longestSubject);
    head.state = open.state.isValid() ? open.state : run.catalog->firstStateOf(StateType::New);
    head.priority = open.priority.isValid() ? open.priority : middlePriority(*run.catalog);
    head.queue = open.queue.isValid() ? open.queue : firstQueue(*run.catalog);
    head.category = open.category;
    head.owner = open.owner;
    head.requester = open.requester;
    head.channel = open.channel;
    head.tags = normalizedTags(open.tags);
    head.dueAt = open.dueAt;
    head.createdAt = open.createdAt != 0 ? qMin(open.createdAt, run.now) : run.now;
    head.updatedAt = eventTime(run, head.createdAt);
    return head;
}

Result<void> checkOpenTicket(CommandRun &run, const OpenTicket &open, const TicketHead &head)
{
    FieldErrors errors;
    if (head.subject.isEmpty() && run.isPerson())
        errors.add(TicketField::Subject, QLatin1String("required"));
    if (open.subject.size() > longestSubject && run.isPerson())
        errors.add(TicketField::Subject, QLatin1String("too-long"));
    checkState(run, head.state, &errors);
    checkPriority(run, head.priority, &errors);
    checkQueue(run, head.queue, &errors);
    checkCategory(run, head.category, &errors);
    checkOwner(run, head.owner, &errors);
    checkInstant(TicketField::DueAt, head.dueAt, &errors);
    const QString address = open.requesterAddress.address.trimmed();
    if (open.requester.isValid()) {
        if (const Result<Person> person = run.unit.person(open.requester); !person) {
            if (person.error().code != ErrorCode::NotFound)
                return person.error();
            errors.add(TicketField::Requester, QLatin1String("unknown"));
        }
    } else if (address.isEmpty() && open.requesterAddress.name.trimmed().isEmpty()) {
        errors.add(TicketField::Requester, QLatin1String("required"));
    } else if (run.isPerson() && !address.isEmpty() && !looksLikeAddress(address)) {
        errors.add(TicketField::Requester, QLatin1String("bad-format"));
    }
    if (open.article)
        checkArticle(run, *open.article, &errors);
    return errors.result(QStringLiteral("operations.openTicket"));
}

/// Requester, organization and number: what is only given to a ticket that will be.
Result<void> complete(CommandRun &run, const OpenTicket &open, TicketHead *head)
{
    if (!head->requester.isValid()) {
        const Result<PersonId> requester = findOrCreatePerson(run, open.requesterAddress);
        if (!requester)
            return requester.error();
        head->requester = *requester;
    }
    const Result<Person> requester = run.unit.person(head->requester);
    if (!requester)
        return requester.error();
    head->organization = requester->organization;
    const Result<qint64> counter = run.unit.nextTicketCounter();
    if (!counter)
        return counter.error();
    head->number = formatTicketNumber(run.catalog->numberFormat, *counter, head->createdAt);
    if (const State *state = run.catalog->state(head->state))
        setTicketState(head, *state, head->updatedAt);
    return {};
}

void recordOpening(CommandRun &run, const TicketHead &head)
{
    const bool imported = run.command.actorKind == ActorKind::Import;
    HistoryEntry entry = run.entry(imported ? QStringLiteral("imported") : QStringLiteral("opened"));
    entry.ticket = head.id;
    entry.version = head.version;
    entry.newValue = head.number;
    entry.newText = head.subject;
    run.history.append(std::move(entry));
    run.change(ChangeKind::TicketOpened, head.id);
}

/// The first article, in the version that opens the ticket; mailed when an agent writes to somebody outside.
Result<void> addFirstArticle(CommandRun &run, const OpenTicket &open, TicketHead *head, CommandAnswer *answer)
{
    const TicketHead opened = *head;
    NewArticle content = *open.article;
    const Result<std::optional<OutgoingPlan>> plan = planOutgoing(run, opened, &content, true);
    if (!plan)
        return plan.error();
    const Result<Article> article = addArticle(run, head, content);
    if (!article)
        return article.error();
    answer->article = article->id;
    if (Result<void> updated = run.unit.updateTicket(opened, *head); !updated)
        return updated;
    run.change(ChangeKind::ArticlePosted, head->id, article->id);
    if (*plan) {
        const Result<OutboundMailId> outbound = putReplyIntoOutbox(run, **plan, *article, opened, head, open.releaseAt);
        if (!outbound)
            return outbound.error();
        answer->outbound = *outbound;
    }
    return markOwnArticleRead(run, *article, true);
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const OpenTicket &open)
{
    const TicketHead head = headOf(run, open);
    if (Result<void> checked = checkOpenTicket(run, open, head); !checked)
        return checked.error();
    return openTicketUnchecked(run, open);
}

Result<CommandAnswer> openTicketUnchecked(CommandRun &run, const OpenTicket &open)
{
    TicketHead head = headOf(run, open);
    if (Result<void> completed = complete(run, open, &head); !completed)
        return completed.error();
    const Result<TicketId> id = run.unit.insertTicket(head);
    if (!id)
        return id.error();
    head.id = *id;
    noteNewTags(run, head.tags);
    recordOpening(run, head);
    noteOpened(run, head, open.article ? &*open.article : nullptr);
    CommandAnswer answer{head.id, head.number, {}, head.version, 0, {}};
    if (!open.article) {
        const Result<void> indexed = run.unit.indexTicket(head);
        return indexed ? Result<CommandAnswer>(answer) : Result<CommandAnswer>(indexed.error());
    }
    if (Result<void> added = addFirstArticle(run, open, &head, &answer); !added)
        return added.error();
    return answer;
}

} // namespace deskhand
