// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/sla_events.h"

namespace deskhand {
namespace {

SlaEvent stateEvent(const CommandRun &run, StateId state, Instant at)
{
    return {SlaEventKind::State, at, state.value, qint64(run.catalog->stateType(state))};
}

/// Who spoke first: an agent who opens a ticket by writing to the customer or on the phone; one who enters what
/// somebody wants has not yet said anything to them.
SenderRole openedBy(const CommandRun &run, const TicketHead &head, const NewArticle *article)
{
    const bool isCall = head.channel == Channel::Phone || (article && article->channel == Channel::Phone);
    const bool writes =
        article && article->senderRole == SenderRole::Agent && article->visibility == Visibility::Public;
    if (run.isPerson())
        return isCall || writes ? SenderRole::Agent : SenderRole::Customer;
    return article ? article->senderRole : SenderRole::System;
}

/// A mail that a program wrote without being asked: it may open a ticket, and is nobody's word.
bool isMachinesMail(const CommandRun &run)
{
    const auto *mail = std::get_if<AcceptMail>(&run.command.body);
    return mail && mail->nature != MailNature::Human;
}

} // namespace

void noteOpened(CommandRun &run, const TicketHead &head, const NewArticle *article)
{
    const Instant at = head.updatedAt;
    QVector<SlaEvent> &events = run.slaEvents[head.id];
    events.append({SlaEventKind::Opened, at, qint64(openedBy(run, head, article)), 0});
    events.append(stateEvent(run, head.state, at));
    events.append({SlaEventKind::Priority, at, head.priority.value, 0});
    events.append({SlaEventKind::Queue, at, head.queue.value, 0});
    if (head.owner.isValid())
        events.append({SlaEventKind::Owner, at, head.owner.value, 0});
}

void noteChanged(CommandRun &run, const TicketHead &before, const TicketHead &after, Instant at)
{
    if (!run.slaBefore.contains(before.id))
        run.slaBefore.insert(before.id, before);
    QVector<SlaEvent> events;
    if (after.state != before.state)
        events.append(stateEvent(run, after.state, at));
    if (after.priority != before.priority)
        events.append({SlaEventKind::Priority, at, after.priority.value, 0});
    if (after.queue != before.queue)
        events.append({SlaEventKind::Queue, at, after.queue.value, 0});
    if (after.owner != before.owner)
        events.append({SlaEventKind::Owner, at, after.owner.value, 0});
    if (!events.isEmpty())
        run.slaEvents[before.id] += events;
}

void noteArticle(CommandRun &run, const Article &article, const NewArticle &content, bool isContact, Instant at)
{
    const bool byMachine = content.automatic || run.command.actorKind == ActorKind::Rule || isMachinesMail(run);
    if (byMachine || !isContact)
        return;
    const bool isPublic = article.visibility == Visibility::Public;
    const auto note = [&](SlaEventKind kind) { run.slaEvents[article.ticket].append({kind, at, article.id.value, 0}); };
    if (article.senderRole == SenderRole::Customer && isPublic)
        note(SlaEventKind::CustomerSpoke);
    const bool byAgent = article.senderRole == SenderRole::Agent;
    // Whoever notes the customer's call has had it.
    const bool isCall = article.channel == Channel::Phone
                        && (byAgent || (run.isPerson() && article.senderRole == SenderRole::Customer));
    if (isCall)
        note(SlaEventKind::AgentCalled);
    else if (byAgent)
        note(isPublic ? SlaEventKind::AgentReplied : SlaEventKind::NoteWritten);
}

void noteWithdrawn(CommandRun &run, const Article &article, StateId state)
{
    const bool wasMerged = article.origin.isValid();
    const TicketId ticket = wasMerged ? article.origin : article.ticket;
    run.slaEvents[ticket].append({SlaEventKind::Withdrawn, run.now, article.id.value, state.value});
    if (wasMerged)
        run.change(ChangeKind::SlaRecomputed, ticket);
}

} // namespace deskhand
