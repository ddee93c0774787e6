// SPDX-License-Identifier: GPL-3.0-or-later
#include "replica/replica_store.h"

#include "operations/command_answer_json.h"
#include "store/connection.h"
#include "store/json_numbers.h"
#include "store/reading.h"
#include "store/sql_unit_of_work.h"
#include "wire/wire_command.h"

#include <algorithm>
#include <limits>

namespace deskhand {
namespace {

/// The store of a replica as the pipeline sees it: a number that is given here is not the desk's, and its clocks are
/// not told of what the desk has not heard of. A reply that waits to be sent has kept no promise: the service dates it
/// when it arrives, so until then the clocks stay as they came from there.
class ReplicaUnit final : public SqlUnitOfWork
{
public:
    using SqlUnitOfWork::SqlUnitOfWork;

    Result<CatalogPtr> catalog() override
    {
        if (!m_provisional) {
            const Result<CatalogPtr> known = SqlUnitOfWork::catalog();
            if (!known)
                return known;
            auto own = std::make_shared<Catalog>(**known);
            own->numberFormat = QStringLiteral("new-{n}");
            m_provisional = own;
        }
        return m_provisional;
    }
    Result<void> storeSla(const SlaResult &) override { return {}; }

private:
    CatalogPtr m_provisional;
};

Error notHere(TicketId ticket)
{
    return Error{ErrorCode::NotFound,
                 QStringLiteral("replica.run"),
                 QStringLiteral("the ticket is not on this computer"),
                 {{QStringLiteral("kept"), false}, {QStringLiteral("ticket"), ticket.value}}};
}

} // namespace

// Ids.

Result<qint64> ReplicaStore::aliasOf(int kind, qint64 local)
{
    Statement alias = m_connection.sql("replica.alias");
    return alias.bind(":kind", kind).bind(":local", local).runForNumber();
}

Result<void> ReplicaStore::addAlias(AliasKind kind, qint64 local, qint64 id)
{
    if (local < firstProvisionalId || id == 0 || id >= firstProvisionalId)
        return {};
    Statement add = m_connection.sql("replica.addAlias");
    return add.bind(":kind", int(kind)).bind(":local", local).bind(":id", id).run();
}

/// `seenArticles`: what was written here, and is not known there, becomes the newest that its author could see.
IdMapping ReplicaStore::mapping(bool seenArticles)
{
    const auto known = [this](int kind, qint64 id) {
        const Result<qint64> alias = id >= firstProvisionalId ? aliasOf(kind, id) : Result<qint64>(0);
        return alias && *alias != 0 ? *alias : id;
    };
    IdMapping ids;
    ids.ticket = [known](TicketId id) { return TicketId{known(TicketAlias, id.value)}; };
    ids.person = [known](PersonId id) { return PersonId{known(PersonAlias, id.value)}; };
    ids.view = [known](SavedViewId id) { return SavedViewId{known(ViewAlias, id.value)}; };
    ids.work = [known](WorkEntryId id) { return WorkEntryId{known(WorkAlias, id.value)}; };
    ids.article = [known](ArticleId id) { return ArticleId{known(ArticleAlias, id.value)}; };
    ids.seenArticle = [this, known, seenArticles](ArticleId id) {
        const ArticleId alias{known(ArticleAlias, id.value)};
        if (!seenArticles || !isProvisional(alias))
            return alias;
        Statement seen = m_connection.sql("replica.seenArticle");
        const Result<qint64> newest = seen.bind(":article", id).runForNumber();
        return newest ? ArticleId{*newest} : ArticleId();
    };
    return ids;
}

Result<PersonId> ReplicaStore::requesterOf(TicketId ticket)
{
    Statement head = m_connection.sql("ticket.headById");
    head.bind(":id", ticket);
    PersonId requester;
    if (head.next())
        requester = head.id<PersonId>(9);
    if (Result<void> status = head.status(); !status)
        return status.error();
    return requester;
}

// Running.

/// The version that the compare-and-set of a command has to begin at. What its author had seen of this outbox counts as
/// seen wherever it stands by now; what others did to one of its fields behind that stays a conflict.
Result<qint64> ReplicaStore::baseFor(const OutboxCommand &command, const ChangeTicket &change, bool forService)
{
    struct Entry {
        qint64 version;
        QString what;
        bool own;
    };
    QVector<Entry> entries;
    Statement since = m_connection.sql("replica.since");
    since.bind(":ticket", change.ticket).bind(":version", command.seen);
    while (since.next()) {
        if (forService && since.integer(3) >= firstProvisionalId)
            continue;
        const qint64 place = since.integer(2);
        entries.append({since.integer(0), since.text(1), place > 0 && place <= command.seenPlace});
    }
    if (Result<void> status = since.status(); !status)
        return status.error();
    qint64 base = command.seen;
    qint64 highest = std::numeric_limits<qint64>::max();
    for (const FieldChange &field : change.changes) {
        const QString name = ticketFieldName(field.field);
        qint64 own = command.seen;
        qint64 others = std::numeric_limits<qint64>::max();
        for (const Entry &entry : std::as_const(entries)) {
            if (entry.own && (entry.what == name || entry.what == u"opened")) {
                own = entry.version;
                others = std::numeric_limits<qint64>::max();
            } else if (entry.what == name && others == std::numeric_limits<qint64>::max()) {
                others = entry.version - 1;
            }
        }
        base = qMax(base, own);
        highest = qMin(highest, others);
    }
    return qMax<qint64>(1, qMin(base, highest));
}

Result<CommandBody> ReplicaStore::bodyForHere(const OutboxCommand &command, bool again)
{
    CommandBody body = mapped(command.command.body, mapping(true));
    if (auto *change = std::get_if<ChangeTicket>(&body)) {
        const Result<qint64> base = baseFor(command, *change, false);
        if (!base)
            return base.error();
        change->baseVersion = *base;
    } else if (auto *post = std::get_if<PostArticle>(&body)) {
        post->evenUnseen = post->evenUnseen || again; // it stays where its author can see it
    } else if (auto *mark = std::get_if<MarkRead>(&body)) {
        // What was written here is there to be read, whatever the service knows of it.
        mark->upTo = mapping(false).article(std::get<MarkRead>(command.command.body).upTo);
    }
    CommandBody given = command.command.body;
    const QVector<LookedAt> before = lookedAt(&given);
    const QVector<LookedAt> versions = lookedAt(&body);
    for (qsizetype i = 0; i < versions.size(); ++i) {
        qint64 &version = *versions[i].version;
        const bool isSettled = isProvisional(before[i].ticket) && !isProvisional(versions[i].ticket);
        if (again || isSettled)
            version = 0; // what has come since is for the service to compare
        else if (version != 0 && !isProvisional(versions[i].ticket))
            version = provisionalVersion(version); // as raiseVersion() makes it
    }
    return body;
}

/// The version that the service has to find where somebody had looked at one here: what this outbox has done since was
/// seen, what anybody else has done was not.
Result<qint64> ReplicaStore::versionFor(const OutboxCommand &command, TicketId given, TicketId ticket, qint64 lookedAt)
{
    if (lookedAt == 0)
        return 0;
    qint64 version = isProvisional(given) ? 0 : seenVersion(lookedAt);
    Statement since = m_connection.sql("replica.since");
    since.bind(":ticket", ticket).bind(":version", version);
    while (since.next()) {
        if (since.integer(3) >= firstProvisionalId)
            continue;
        const qint64 place = since.integer(2);
        if (place == 0 || place >= command.place)
            return qMax<qint64>(1, since.integer(0) - 1);
        version = since.integer(0);
    }
    if (Result<void> status = since.status(); !status)
        return status.error();
    return qMax<qint64>(1, version);
}

/// All tickets that a command is about. Errors: NotFound with payload "kept" when one of them is not here.
Result<QVector<TicketId>> ReplicaStore::concernsOf(const CommandBody &body)
{
    QVector<TicketId> wanted;
    const IdMapping ids = mapping(false);
    for (const TicketId ticket : concernedTickets(body))
        wanted.append(ids.ticket(ticket));
    if (const auto *decide = std::get_if<DecideHeldMail>(&body)) {
        Statement held = m_connection.sql("replica.heldMail");
        held.bind(":mail", decide->mail);
        if (!held.next()) {
            const Result<void> status = held.status();
            return status ? notHere({}) : status.error();
        }
        wanted.prepend(held.id<TicketId>(0));
    }
    if (const auto *remove = std::get_if<RemoveWork>(&body)) {
        // It may be of a ticket that was merged into the one that shows it.
        Statement work = m_connection.sql("work.byId");
        work.bind(":id", ids.work(remove->entry));
        if (work.next())
            wanted.append(work.id<TicketId>(1));
        if (Result<void> status = work.status(); !status)
            return status.error();
    }
    // A ticket that is shown in another one, and all above it, change together.
    const bool parts = std::holds_alternative<UnmergeTicket>(body);
    QVector<TicketId> concerns;
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const TicketId ticket = wanted[i];
        const Result<bool> kept = isKept(ticket);
        if (!kept)
            return kept.error();
        if (!*kept)
            return notHere(ticket);
        if (!concerns.contains(ticket))
            concerns.append(ticket);
        if (!parts)
            continue;
        Statement above = m_connection.sql("replica.mergedInto");
        const Result<qint64> into = above.bind(":ticket", ticket).runForNumber();
        if (!into)
            return into.error();
        if (*into != 0)
            wanted.append(TicketId{*into});
    }
    return concerns;
}

/// The mail is not here, only what is told of it: that somebody has decided is, and what comes of it comes from there.
Result<CommandOutcome> ReplicaStore::decideHere(const OutboxCommand &command, const DecideHeldMail &decide)
{
    CommandOutcome outcome;
    Change change;
    change.command = command.command.id;
    change.kind = ChangeKind::MailChanged;
    change.actor = m_me;
    {
        Statement held = m_connection.sql("replica.heldMail");
        held.bind(":mail", decide.mail);
        if (held.next())
            change.ticket = held.id<TicketId>(0);
        if (Result<void> status = held.status(); !status)
            return status.error();
    }
    Statement decided = m_connection.sql("mail.decideHeld");
    decided.bind(":id", decide.mail).bind(":decision", int(decide.decision)).bind(":ticket", TicketId());
    if (Result<void> ran = decided.bind(":by", m_me).bind(":at", m_clock->now()).run(); !ran)
        return ran.error();
    if (decided.changedRows() == 0)
        return Error{ErrorCode::Conflict,
                     QStringLiteral("replica.heldMail"),
                     QStringLiteral("somebody has decided about this mail"),
                     {{QStringLiteral("reason"), QStringLiteral("decided")}}};
    if (decide.decision == HeldDecision::Discard)
        outcome.answer.outcome = MailOutcome::Discarded;
    ReplicaEffect told;
    if (Result<void> appended = append({change}, &told); !appended)
        return appended.error();
    outcome.changes = told.changes;
    const Result<void> remembered = rememberAnswer(command, outcome.answer);
    return remembered ? Result<CommandOutcome>(outcome) : Result<CommandOutcome>(remembered.error());
}

Result<CommandOutcome> ReplicaStore::runHere(const OutboxCommand &command, bool again)
{
    if (Result<void> begun = m_connection.sql("replica.savepoint").run(); !begun)
        return begun.error();
    const auto run = [&]() -> Result<CommandOutcome> {
        Statement next = m_connection.sql("replica.setNext");
        next.bind(":next", firstProvisionalId + (command.place << provisionalIdBits));
        if (Result<void> set = next.run(); !set)
            return set.error();
        Statement forgetAnswer = m_connection.sql("replica.forgetAnswer");
        if (Result<void> ran = forgetAnswer.bind(":command", command.command.id.toRfc4122()).run(); !ran)
            return ran.error();
        const Result<qint64> feedEnd = m_connection.sql("feed.cursor").runForNumber();
        if (!feedEnd)
            return feedEnd.error();
        Command here = command.command;
        Result<CommandBody> body = bodyForHere(command, again);
        if (!body)
            return body.error();
        here.body = *std::move(body);
        if (!isLook(here.body)) {
            for (const TicketId ticket : command.concerns) {
                if (Result<void> raised = raiseVersion(ticket); !raised)
                    return raised.error();
            }
        }
        const auto *decide = std::get_if<DecideHeldMail>(&here.body);
        const ManualClock then(command.at);
        ReplicaUnit unit(m_connection, m_cache, m_index);
        Result<CommandOutcome> ran = decide ? decideHere(command, *decide) : runCommand(here, unit, then);
        if (!ran || !again)
            return ran;
        // It was told when it was done first.
        Statement forgetChanges = m_connection.sql("replica.forgetChanges");
        const Result<void> forgotten = forgetChanges.bind(":end", *feedEnd).run();
        return forgotten ? ran : Result<CommandOutcome>(forgotten.error());
    };
    const Result<CommandOutcome> outcome = run();
    if (!outcome) {
        if (Result<void> back = m_connection.sql("replica.rollBackTo").run(); !back)
            return back.error();
    }
    if (Result<void> released = m_connection.sql("replica.release").run(); !released)
        return released.error();
    return outcome;
}

Result<void> ReplicaStore::addConcern(TicketId ticket, qint64 place)
{
    Statement concern = m_connection.sql("replica.concern");
    return concern.bind(":ticket", ticket).bind(":place", place).run();
}

/// What the author of a change had in front of them.
Result<void> ReplicaStore::noteSeen(OutboxCommand *command)
{
    const auto *change = std::get_if<ChangeTicket>(&command->command.body);
    if (!change)
        return {};
    // Versions of a ticket that was opened here are its own, whatever the ticket is called by now.
    command->seen = isProvisional(change->ticket) ? 0 : seenVersion(change->baseVersion);
    Statement seen = m_connection.sql("replica.seenPlace");
    seen.bind(":ticket", command->ticket).bind(":version", change->baseVersion);
    const Result<qint64> place = seen.runForNumber();
    if (!place)
        return place.error();
    command->seenPlace = *place;
    return {};
}

Result<QHash<TicketId, TicketRow>> ReplicaStore::rowsOf(const QVector<TicketId> &tickets)
{
    const Result<CatalogPtr> known = catalog();
    if (!known)
        return known.error();
    const Result<QVector<TicketRow>> rows = readTicketRows(m_connection, **known, tickets, m_me);
    if (!rows)
        return rows.error();
    QHash<TicketId, TicketRow> byTicket;
    for (const TicketRow &row : *rows)
        byTicket.insert(row.head.id, row);
    return byTicket;
}

/// What a person has done is shown, and counted, without a question.
Result<void> ReplicaStore::addRows(const QHash<TicketId, TicketRow> &before, QVector<Change> *changes)
{
    QVector<TicketId> changed;
    for (const Change &change : std::as_const(*changes)) {
        if (change.ticket.isValid() && !changed.contains(change.ticket))
            changed.append(change.ticket);
    }
    const Result<QHash<TicketId, TicketRow>> after = rowsOf(changed);
    if (!after)
        return after.error();
    for (Change &change : *changes) {
        if (const auto row = before.constFind(change.ticket); row != before.constEnd())
            change.before = *row;
        if (const auto row = after->constFind(change.ticket); row != after->constEnd())
            change.after = *row;
    }
    return {};
}

Result<ReplicaEffect> ReplicaStore::run(const Command &given)
{
    return inTransaction([&](ReplicaEffect *effect) -> Result<void> {
        Statement earlier = m_connection.sql("command.answer");
        earlier.bind(":command", given.id.toRfc4122());
        if (earlier.next()) {
            Result<CommandAnswer> answer = commandAnswerFromJson(earlier.text(0).toUtf8());
            if (!answer)
                return answer.error();
            effect->answer = *std::move(answer);
            return {};
        }
        OutboxCommand command;
        command.command = given;
        command.at = m_clock->now();
        Result<QVector<TicketId>> concerns = concernsOf(given.body);
        if (!concerns)
            return concerns.error();
        command.concerns = *std::move(concerns);
        command.ticket = command.concerns.isEmpty() ? TicketId() : command.concerns.first();
        if (Result<void> noted = noteSeen(&command); !noted)
            return noted;
        Statement add = m_connection.sql("replica.addCommand");
        add.bind(":id", given.id.toRfc4122()).bind(":at", command.at).bind(":ticket", command.ticket);
        add.bind(":seen", command.seen).bind(":seenPlace", command.seenPlace).bind(":command", encodeCommand(given));
        const auto *open = std::get_if<OpenTicket>(&given.body);
        const Result<qint64> place = add.bind(":subject", open ? open->subject : QString()).runForNumber();
        if (!place)
            return place.error();
        command.place = *place;
        for (const TicketId ticket : std::as_const(command.concerns)) {
            if (Result<void> based = ensureBase(ticket, effect); !based)
                return based;
            if (Result<void> concerned = addConcern(ticket, command.place); !concerned)
                return concerned;
        }
        const Result<QHash<TicketId, TicketRow>> before = rowsOf(command.concerns);
        if (!before)
            return before.error();
        const Result<CommandOutcome> outcome = runHere(command, false);
        if (!outcome)
            return outcome.error();
        effect->answer = outcome->answer;
        effect->queueChanged = true;
        effect->changes = outcome->changes;
        if (Result<void> added = addRows(*before, &effect->changes); !added)
            return added;
        const CommandAnswer &answer = outcome->answer;
        if (answer.ticket.isValid() && !command.concerns.contains(answer.ticket)) {
            if (Result<void> concerned = addConcern(answer.ticket, command.place); !concerned)
                return concerned;
            if (Result<void> kept = keep(answer.ticket, 0, effect); !kept)
                return kept;
        }
        if (answer.article.isValid()) {
            Statement seen = m_connection.sql("replica.rememberSeen");
            if (Result<void> ran = seen.bind(":article", answer.article).bind(":ticket", answer.ticket).run(); !ran)
                return ran;
        }
        Statement made = m_connection.sql("replica.setMade");
        return made.bind(":place", command.place).bind(":made", answer.version).bind(":ticket", answer.ticket).run();
    });
}

// Settling.

Result<Command> ReplicaStore::beginSending(const CommandId &id)
{
    ReplicaTransaction transaction(m_connection, m_index);
    if (const Result<void> begun = transaction.begin(); !begun)
        return begun.error();
    const Result<OutboxCommand> known = command(id);
    if (!known)
        return known.error();
    if (known->state != int(QueuedState::Waiting) && known->state != int(QueuedState::Sending))
        return Error{ErrorCode::NotFound, QStringLiteral("replica.send"), QStringLiteral("it does not wait"), {}};
    Statement begin = m_connection.sql("replica.beginSending");
    if (const Result<void> begun = begin.bind(":place", known->place).run(); !begun)
        return begun.error();
    Command sent = known->command;
    sent.body = mapped(sent.body, mapping(true));
    if (auto *change = std::get_if<ChangeTicket>(&sent.body)) {
        const Result<qint64> base = baseFor(*known, *change, true);
        if (!base)
            return base.error();
        change->baseVersion = *base;
    }
    CommandBody given = known->command.body;
    const QVector<LookedAt> before = lookedAt(&given);
    const QVector<LookedAt> versions = lookedAt(&sent.body);
    for (qsizetype i = 0; i < versions.size(); ++i) {
        const Result<qint64> version = versionFor(*known, before[i].ticket, versions[i].ticket, *before[i].version);
        if (!version)
            return version.error();
        *versions[i].version = *version;
    }
    if (const Result<void> committed = transaction.commit(); !committed)
        return committed.error();
    return sent;
}

} // namespace deskhand
