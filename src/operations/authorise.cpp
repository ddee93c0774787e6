// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/authorise.h"

#include "domain/queue_access.h"

#include <algorithm>
#include <type_traits>

namespace deskhand {
namespace {

Error denied(const char *why)
{
    return Error{ErrorCode::Denied, QStringLiteral("operations.authorise"), QString::fromLatin1(why), {}};
}

Result<void> mayTouchView(CommandRun &run, SavedViewId id)
{
    const Result<SavedView> view = run.unit.view(id);
    if (!view)
        return view.error();
    const bool mine = view->owner == run.actor->id;
    // A private view is not there for others.
    if (!mine && !view->shared)
        return Error{ErrorCode::NotFound, QStringLiteral("store.view"), QStringLiteral("no such id"), {}};
    return mine || (view->shared && run.actor->admin) ? Result<void>() : denied("the view belongs to somebody else");
}

/// In which language the desk writes to somebody is for them to say.
bool isOwnLanguage(const CommandRun &run, const Person &person)
{
    Person same = *run.actor;
    same.language = person.language;
    return same == person;
}

Result<void> maySavePerson(CommandRun &run, const Person &person)
{
    if (run.actor->admin || isOwnLanguage(run, person))
        return {};
    const bool concernsAgent = person.role == PersonRole::Agent || run.catalog->agent(person.id);
    return concernsAgent || person.admin || person.supervisor ? denied("agents are for admins") : Result<void>();
}

/// A ticket that the actor does not see is not there for them, whatever they want of it.
Result<void> seesTicket(CommandRun &run, TicketId ticket)
{
    const auto queues = queuesSeenBy(*run.catalog, run.actor->id);
    if (!queues)
        return {};
    const Result<TicketHead> head = run.unit.ticket(ticket);
    if (!head)
        return head.error();
    return queues->contains(head->queue)
               ? Result<void>()
               : Error{ErrorCode::NotFound, QStringLiteral("store.ticket"), QStringLiteral("no such id"), {}};
}

template <typename Body, typename... Bodies>
constexpr bool isOneOf = (std::is_same_v<Body, Bodies> || ...);

template <typename Body>
constexpr bool isAboutTicket =
    isOneOf<Body, PostArticle, ChangeTicket, MarkRead, RecordBreachReason, SplitTicket, LogWork>;

/// A mail on its way belongs to its author; those who run the desk may step in.
Result<void> mayTouchOutgoing(CommandRun &run, OutboundMailId id)
{
    const Result<OutboundMail> mail = run.unit.outbound(id);
    if (!mail)
        return mail.error();
    if (Result<void> sees = seesTicket(run, mail->delivery.ticket); !sees)
        return sees;
    const bool mine = mail->delivery.author == run.actor->id;
    return mine || run.actor->admin || run.actor->supervisor ? Result<void>()
                                                             : denied("the mail was written by somebody else");
}

/// What is not shared is not there for others, also not for admins; what is, its owner and admins change.
Result<void> mayTouchReport(CommandRun &run, ReportItemId id)
{
    const Result<ReportItem> item = run.unit.reportItem(id);
    if (!item)
        return item.error();
    if (item->owner == run.actor->id)
        return {};
    if (!item->shared)
        return Error{ErrorCode::NotFound, QStringLiteral("store.report"), QStringLiteral("no such id"), {}};
    return run.actor->admin ? Result<void>() : denied("the report belongs to somebody else");
}

/// Who sees the ticket that a held mail claims, and the one that it shall join; mail that claims none is everybody's.
Result<void> mayDecideHeld(CommandRun &run, const DecideHeldMail &decide)
{
    const Result<HeldMailContent> held = run.unit.held(decide.mail);
    if (!held)
        return held.error();
    for (const TicketId ticket : {held->mail.ticket, decide.ticket}) {
        if (!ticket.isValid())
            continue;
        if (Result<void> sees = seesTicket(run, ticket); !sees)
            return sees;
    }
    const auto queues = queuesSeenBy(*run.catalog, run.actor->id);
    if (held->mail.ticket.isValid() || !queues)
        return {};
    // What claims no ticket is there for whoever sees the queue that it would come to.
    return queues->contains(queueOfMailbox(*run.catalog, held->mail.mailbox))
               ? Result<void>()
               : Error{ErrorCode::NotFound, QStringLiteral("store.held"), QStringLiteral("no such id"), {}};
}

/// Who merges changes every one of them; looked at in the order of ids, in which everybody locks them.
Result<void> mayMerge(CommandRun &run, const MergeTickets &merge)
{
    QVector<TicketId> tickets{merge.target};
    for (const MergeSource &source : merge.sources)
        tickets.append(source.ticket);
    std::sort(tickets.begin(), tickets.end(), [](TicketId left, TicketId right) { return left.value < right.value; });
    for (const TicketId ticket : std::as_const(tickets)) {
        if (Result<void> sees = seesTicket(run, ticket); !sees)
            return sees;
    }
    return {};
}

/// Both the source and what shows it now, with all between them.
Result<void> mayUnmerge(CommandRun &run, TicketId source)
{
    for (TicketId ticket = source; ticket.isValid();) {
        if (Result<void> sees = seesTicket(run, ticket); !sees)
            return sees;
        const Result<TicketHead> head = run.unit.ticket(ticket);
        if (!head)
            return head.error();
        ticket = head->mergedInto;
    }
    return {};
}

/// What somebody has noted of their time is theirs.
Result<void> mayRemoveWork(CommandRun &run, const RemoveWork &remove)
{
    if (Result<void> sees = seesTicket(run, remove.ticket); !sees)
        return sees;
    const Result<WorkEntry> work = run.unit.workEntry(remove.entry);
    if (!work)
        return work.error();
    // Of another ticket: the handler says that there is none.
    const Result<TicketId> shownIn = run.unit.rootOf(work->ticket);
    if (!shownIn)
        return shownIn.error();
    const bool may = mayRemove(*run.actor, *work) || *shownIn != remove.ticket;
    return may ? Result<void>() : denied("the work was logged by somebody else");
}

/// One's own signature is one's own affair.
Result<void> maySaveText(CommandRun &run, const MailText &text)
{
    const bool mine = text.kind == MailTextKind::AgentSignature && text.agent == run.actor->id;
    return mine || run.actor->admin ? Result<void>() : denied("only for admins");
}

Result<void> mayTouchText(CommandRun &run, MailTextId id)
{
    for (const MailText &text : run.catalog->mailTexts) {
        if (text.id == id)
            return maySaveText(run, text);
    }
    return {}; // the handler says that there is none
}

Result<void> maySaveMailText(CommandRun &run, const MailText &text)
{
    const Result<void> existing = mayTouchText(run, text.id);
    return existing ? maySaveText(run, text) : existing;
}

template <typename Body>
constexpr bool forAdmins =
    isOneOf<Body, SaveQueue, SaveCategory, SaveState, SavePriority, SaveDeskSettings, SaveMailbox, SaveMailSettings,
            SaveCalendar, SaveSlaPolicy, OrderSlaPolicies, CancelSlaTask>;

template <typename Body>
Result<void> mayDo(CommandRun &run, const Body &body)
{
    if constexpr (isAboutTicket<Body>)
        return seesTicket(run, body.ticket);
    else if constexpr (std::is_same_v<Body, MergeTickets>)
        return mayMerge(run, body);
    else if constexpr (std::is_same_v<Body, UnmergeTicket>)
        return mayUnmerge(run, body.source);
    else if constexpr (std::is_same_v<Body, RemoveWork>)
        return mayRemoveWork(run, body);
    else if constexpr (std::is_same_v<Body, SaveView>)
        return body.view.id.isValid() ? mayTouchView(run, body.view.id) : Result<void>();
    else if constexpr (std::is_same_v<Body, DeleteView>)
        return mayTouchView(run, body.view);
    else if constexpr (std::is_same_v<Body, SavePerson>)
        return maySavePerson(run, body.person);
    else if constexpr (std::is_same_v<Body, SaveReportItem>)
        return body.item.id.isValid() ? mayTouchReport(run, body.item.id) : Result<void>();
    else if constexpr (std::is_same_v<Body, DeleteReportItem>)
        return mayTouchReport(run, body.item);
    else if constexpr (std::is_same_v<Body, RecordReportSending>)
        return denied("reports are sent by jobs");
    else if constexpr (isOneOf<Body, AcceptMail, RecordDelivery>)
        return denied("mail comes in and goes out through jobs");
    else if constexpr (isOneOf<Body, RecalculateSla, ReachSlaLevels>)
        return denied("clocks are worked by jobs");
    else if constexpr (isOneOf<Body, UndoSend, ReleaseMail>)
        return mayTouchOutgoing(run, body.mail);
    else if constexpr (std::is_same_v<Body, DecideHeldMail>)
        return mayDecideHeld(run, body);
    else if constexpr (std::is_same_v<Body, SaveMailText>)
        return maySaveMailText(run, body.text);
    else if constexpr (std::is_same_v<Body, DeleteMailText>)
        return mayTouchText(run, body.text);
    else if constexpr (forAdmins<Body>)
        return run.actor->admin ? Result<void>() : denied("only for admins");
    else
        return {};
}

} // namespace

Result<void> authorise(CommandRun &run)
{
    if (!run.isPerson())
        return {};
    if (!run.actor) {
        // Somebody who is no agent, or nobody at all.
        if (run.command.actor.isValid() && run.unit.person(run.command.actor))
            return denied("only agents work in the desk");
        return Error{
            ErrorCode::Unauthenticated, QStringLiteral("operations.authorise"), QStringLiteral("no such person"), {}};
    }
    if (!run.actor->active)
        return denied("the agent is not active");
    return std::visit([&run](const auto &body) { return mayDo(run, body); }, run.command.body);
}

} // namespace deskhand
