// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of commands that were given here, once the service or a person has said so.
#include "replica/replica_store.h"

#include "operations/command_answer_json.h"
#include "store/connection.h"
#include "wire/wire_command.h"

namespace deskhand {
namespace {

constexpr qint64 settledAreKeptMs = 30LL * 86'400'000;

QString answerText(const CommandAnswer &answer)
{
    return QString::fromUtf8(commandAnswerToJson(answer));
}

} // namespace

Result<void> ReplicaStore::setState(qint64 place, QueuedState state, const QString &answer, const QString &problem)
{
    Statement set = m_connection.sql("replica.setState");
    set.bind(":place", place).bind(":state", int(state)).bind(":answer", answer).bind(":problem", problem);
    return set.run();
}

Result<void> ReplicaStore::settleRow(qint64 place)
{
    Statement settle = m_connection.sql("replica.settle");
    return settle.bind(":place", place).run();
}

Result<void> ReplicaStore::rememberAnswer(const OutboxCommand &command, const CommandAnswer &answer)
{
    Statement forgetAnswer = m_connection.sql("replica.forgetAnswer");
    if (Result<void> ran = forgetAnswer.bind(":command", command.command.id.toRfc4122()).run(); !ran)
        return ran;
    Statement remember = m_connection.sql("command.remember");
    remember.bind(":command", command.command.id.toRfc4122()).bind(":actor", m_me).bind(":at", command.at);
    return remember.bind(":answer", answerText(answer)).run();
}

/// What was made here has its own names now.
Result<void> ReplicaStore::takeAliases(const OutboxCommand &command, const CommandAnswer &answer, ReplicaEffect *effect)
{
    CommandAnswer here;
    {
        Statement earlier = m_connection.sql("command.answer");
        earlier.bind(":command", command.command.id.toRfc4122());
        if (earlier.next()) {
            if (const Result<CommandAnswer> read = commandAnswerFromJson(earlier.text(0).toUtf8()))
                here = *read;
        }
        if (Result<void> status = earlier.status(); !status)
            return status;
    }
    if (Result<void> added = addAlias(ArticleAlias, here.article.value, answer.article.value); !added)
        return added;
    if (Result<void> added = addAlias(TicketAlias, here.ticket.value, answer.ticket.value); !added)
        return added;
    if (std::holds_alternative<LogWork>(command.command.body)) {
        if (Result<void> added = addAlias(WorkAlias, here.id, answer.id); !added)
            return added;
    }
    if (isOfViews(command.command.body))
        return takeViewAlias(command, here, answer, effect);
    if (!isProvisional(here.ticket) || isProvisional(answer.ticket) || here.ticket == answer.ticket)
        return {};
    effect->settledFrom = here.ticket;
    effect->settledTo = answer.ticket;
    effect->settledNumber = answer.ticketNumber;
    return {};
}

/// A view that was saved here has the service's id from now on.
Result<void> ReplicaStore::takeViewAlias(const OutboxCommand &command, const CommandAnswer &here,
                                         const CommandAnswer &answer, ReplicaEffect *effect)
{
    if (!std::holds_alternative<SaveView>(command.command.body) || here.id < firstProvisionalId || answer.id == 0)
        return {};
    if (Result<void> added = addAlias(ViewAlias, here.id, answer.id); !added)
        return added;
    Statement rename = m_connection.sql("replica.renameView");
    if (Result<void> renamed = rename.bind(":local", here.id).bind(":id", answer.id).run(); !renamed)
        return renamed;
    effect->viewFrom = SavedViewId{here.id};
    effect->viewTo = SavedViewId{answer.id};
    Change change;
    change.kind = ChangeKind::ViewChanged;
    return append({change}, effect);
}

Result<QVector<ArticleId>> ReplicaStore::threadOf(TicketId ticket)
{
    QVector<ArticleId> articles;
    Statement thread = m_connection.sql("replica.thread");
    thread.bind(":ticket", ticket);
    while (thread.next())
        articles.append(thread.id<ArticleId>(0));
    if (Result<void> status = thread.status(); !status)
        return status.error();
    return articles;
}

/// Copies are the first articles of the ticket that they were made for, in the same order here and there. What is
/// pending may be about them.
Result<void> ReplicaStore::aliasCopies(const OutboxCommand &command, const QVector<ArticleId> &here, TicketId now,
                                       ReplicaEffect *effect)
{
    const auto *split = std::get_if<SplitTicket>(&command.command.body);
    if (!split || !split->copy)
        return {};
    const Result<QVector<ArticleId>> there = threadOf(now);
    if (!there)
        return there.error();
    for (qsizetype i = 0; i < split->articles.size() && i < here.size() && i < there->size(); ++i) {
        if (Result<void> added = addAlias(ArticleAlias, here[i].value, (*there)[i].value); !added)
            return added;
    }
    return rebase({now}, {}, effect);
}

Result<ReplicaEffect> ReplicaStore::settle(const CommandId &id, const CommandAnswer &answer, const ReplicaRows *rows,
                                           const ReplicaScope &scope)
{
    return inTransaction([&](ReplicaEffect *effect) -> Result<void> {
        const Result<OutboxCommand> known = command(id);
        if (!known)
            return known.error();
        effect->answer = answer;
        effect->queueChanged = true;
        if (Result<void> aliased = takeAliases(*known, answer, effect); !aliased)
            return aliased;
        if (Result<void> remembered = rememberAnswer(*known, answer); !remembered)
            return remembered;
        const Result<void> settled = answer.conflicts.isEmpty()
                                         ? settleRow(known->place)
                                         : setState(known->place, QueuedState::Conflict, answerText(answer), {});
        if (!settled)
            return settled;
        Statement forgetOld = m_connection.sql("replica.dropSettled");
        if (Result<void> ran = forgetOld.bind(":before", m_clock->now() - settledAreKeptMs).run(); !ran)
            return ran;
        PersonId requesterHere;
        QVector<ArticleId> threadHere;
        if (effect->settledFrom.isValid()) {
            const Result<QVector<ArticleId>> thread = threadOf(effect->settledFrom);
            if (!thread)
                return thread.error();
            threadHere = *thread;
            const Result<PersonId> requester = requesterOf(effect->settledFrom);
            if (!requester)
                return requester.error();
            requesterHere = *requester;
            if (Result<void> gone = forget({effect->settledFrom}, effect); !gone)
                return gone;
            for (const char *move : {"replica.moveConcerns", "replica.moveCommands"}) {
                Statement moved = m_connection.once(m_connection.fragment(move), move);
                moved.bind(":ticket", effect->settledFrom).bind(":now", effect->settledTo);
                if (Result<void> ran = moved.run(); !ran)
                    return ran;
            }
        }
        if (rows) {
            if (Result<void> written = writeRows(*rows, scope, effect); !written)
                return written;
        }
        if (!threadHere.isEmpty()) {
            if (Result<void> aliased = aliasCopies(*known, threadHere, effect->settledTo, effect); !aliased)
                return aliased;
        }
        if (isProvisional(requesterHere)) {
            const Result<PersonId> requester = requesterOf(effect->settledTo);
            if (!requester)
                return requester.error();
            Statement add = m_connection.sql("replica.addAlias");
            add.bind(":kind", int(PersonAlias)).bind(":local", requesterHere).bind(":id", *requester);
            if (Result<void> added = requester->isValid() ? add.run() : Result<void>(); !added)
                return added;
            if (Result<void> dropped = m_connection.sql("replica.dropNewPeople").run(); !dropped)
                return dropped;
        }
        for (const TicketId ticket : {answer.ticket, effect->settledFrom}) {
            if (!ticket.isValid())
                continue;
            if (Result<void> told = appendTicketChange(ticket, effect); !told)
                return told;
        }
        if (!answer.outbound.isValid())
            return {};
        Change mail;
        mail.kind = ChangeKind::MailChanged;
        mail.ticket = answer.ticket;
        return append({mail}, effect);
    });
}

Result<ReplicaEffect> ReplicaStore::refuse(const CommandId &id, QueuedState state, const Error &error)
{
    return inTransaction([&](ReplicaEffect *effect) -> Result<void> {
        const Result<OutboxCommand> known = command(id);
        if (!known)
            return known.error();
        effect->queueChanged = true;
        if (Result<void> set = setState(known->place, state, {}, errorToText(error)); !set)
            return set;
        if (isOfViews(known->command.body))
            return putSettingsBack(effect);
        // A ticket that was opened here stays to be seen, with its text, until somebody has decided.
        const bool opens = std::holds_alternative<OpenTicket>(known->command.body);
        return opens ? Result<void>() : rebase(known->concerns, {}, effect);
    });
}

/// With those that build on a ticket that then does not exist.
Result<void> ReplicaStore::dropRow(const OutboxCommand &dropped, ReplicaEffect *effect)
{
    QVector<OutboxCommand> all{dropped};
    QVector<TicketId> touched = dropped.concerns;
    const QVector<TicketId> made = madeTickets(dropped);
    if (!made.isEmpty()) {
        const Result<QVector<OutboxCommand>> open = queue();
        if (!open)
            return open.error();
        for (const OutboxCommand &other : *open) {
            const bool builds = std::any_of(other.concerns.cbegin(), other.concerns.cend(),
                                            [&made](TicketId ticket) { return made.contains(ticket); });
            if (!builds || other.place == dropped.place)
                continue;
            all.append(other);
            touched += other.concerns;
        }
    }
    for (const OutboxCommand &row : std::as_const(all)) {
        Statement drop = m_connection.sql("replica.dropCommand");
        if (Result<void> ran = drop.bind(":place", row.place).run(); !ran)
            return ran;
        Statement concerns = m_connection.sql("replica.dropConcerns");
        if (Result<void> ran = concerns.bind(":place", row.place).run(); !ran)
            return ran;
        Statement answer = m_connection.sql("replica.forgetAnswer");
        if (Result<void> ran = answer.bind(":command", row.command.id.toRfc4122()).run(); !ran)
            return ran;
    }
    if (isOfViews(dropped.command.body))
        return putSettingsBack(effect);
    if (Result<void> back = rebase(touched, {}, effect); !back)
        return back;
    if (made.isEmpty())
        return {};
    if (Result<void> gone = forget(made, effect); !gone)
        return gone;
    return m_connection.sql("replica.dropNewPeople").run();
}

Result<ReplicaEffect> ReplicaStore::drop(const CommandId &id)
{
    return inTransaction([&](ReplicaEffect *effect) -> Result<void> {
        const Result<OutboxCommand> known = command(id);
        if (!known)
            return known.error();
        effect->queueChanged = true;
        switch (known->state) {
        case 0: return Error{ErrorCode::NotFound, QStringLiteral("replica.drop"), {}, {}};
        case int(QueuedState::Conflict): return settleRow(known->place);
        case int(QueuedState::Sending):
            return Error{ErrorCode::Conflict, QStringLiteral("replica.drop"), QStringLiteral("it was sent"), {}};
        default: return dropRow(*known, effect);
        }
    });
}

Result<ReplicaEffect> ReplicaStore::insist(const CommandId &id)
{
    std::optional<Command> again;
    Result<ReplicaEffect> done = inTransaction([&](ReplicaEffect *effect) -> Result<void> {
        Result<OutboxCommand> known = command(id);
        if (!known)
            return known.error();
        effect->queueChanged = true;
        if (known->state == int(QueuedState::Conflict)) {
            // What was refused of it, over what is there now.
            const auto *change = std::get_if<ChangeTicket>(&known->command.body);
            if (change) {
                ChangeTicket wanted = *change;
                wanted.changes.clear();
                for (const FieldChange &field : change->changes) {
                    if (std::any_of(known->conflicts.cbegin(), known->conflicts.cend(),
                                    [&](const FieldConflict &conflict) { return conflict.field == field.field; }))
                        wanted.changes.append(field);
                }
                const Result<qint64> version = versionOf(known->ticket);
                if (!version)
                    return version.error();
                wanted.ticket = known->ticket;
                wanted.baseVersion = *version;
                again = Command::make(m_me, wanted);
                again->why = known->command.why;
            }
            return settleRow(known->place);
        }
        if (known->state != int(QueuedState::Held) && known->state != int(QueuedState::Refused))
            return Error{ErrorCode::NotFound, QStringLiteral("replica.insist"), {}, {}};
        if (auto *post = std::get_if<PostArticle>(&known->command.body))
            post->evenUnseen = true;
        for (const LookedAt &looked : lookedAt(&known->command.body))
            *looked.version = 0; // whatever has come since
        qint64 seen = known->seen;
        if (std::holds_alternative<ChangeTicket>(known->command.body) && !known->concerns.isEmpty()) {
            const Result<qint64> version = versionOf(known->concerns.first());
            if (!version)
                return version.error();
            seen = qMin(seen, seenVersion(*version)); // a desk that was restored is behind it
        }
        Statement set = m_connection.sql("replica.setCommand");
        set.bind(":place", known->place).bind(":command", encodeCommand(known->command)).bind(":seen", seen);
        if (Result<void> ran = set.bind(":seenPlace", known->seenPlace).run(); !ran)
            return ran;
        if (Result<void> waits = setState(known->place, QueuedState::Waiting, {}, {}); !waits)
            return waits;
        for (const TicketId ticket : std::as_const(known->concerns)) {
            if (Result<void> based = ensureBase(ticket, effect); !based)
                return based;
        }
        if (isOfViews(known->command.body))
            return putSettingsBack(effect);
        return rebase(known->concerns, {}, effect);
    });
    if (!done || !again)
        return done;
    Result<ReplicaEffect> ran = run(*again);
    if (ran) {
        ran->changes = done->changes + ran->changes;
        ran->queueChanged = true;
    }
    return ran;
}

} // namespace deskhand
