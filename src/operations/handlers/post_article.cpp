// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/post_article.h"

#include "operations/handlers/articles.h"
#include "operations/handlers/handlers.h"
#include "operations/handlers/merge_parts.h"
#include "operations/handlers/outgoing.h"
#include "operations/handlers/ticket_checks.h"

namespace deskhand {
namespace {

bool isPendingType(StateType type)
{
    return type == StateType::PendingReminder || type == StateType::PendingAuto;
}

Result<void> checkPostArticle(const CommandRun &run, const PostArticle &post, const TicketHead &head)
{
    FieldErrors errors;
    checkArticle(run, post.article, &errors);
    if (post.state.isValid() && post.state != head.state)
        checkState(run, post.state, &errors);
    checkInstant(TicketField::PendingUntil, post.pendingUntil, &errors);
    const StateType type = run.catalog->stateType(post.state.isValid() ? post.state : head.state);
    if (post.pendingUntil > 0 && !isPendingType(type))
        errors.add(TicketField::PendingUntil, QLatin1String("not-pending"));
    return errors.result(QStringLiteral("operations.postArticle"));
}

/// The state that follows from an article by itself; null: none.
const State *impliedState(const CommandRun &run, const TicketHead &head, const NewArticle &article, QString *reason)
{
    const StateType type = run.catalog->stateType(head.state);
    const bool agentsReply = article.senderRole == SenderRole::Agent && article.visibility == Visibility::Public;
    const bool customersWord = article.senderRole == SenderRole::Customer && !article.automatic;
    const bool waits = isPendingType(type) || type == StateType::Solved;
    if (agentsReply && type == StateType::New)
        *reason = QStringLiteral("first-reply");
    else if (customersWord && waits)
        *reason = QStringLiteral("follow-up");
    else
        return nullptr;
    return run.catalog->state(run.catalog->firstStateOf(StateType::Open));
}

void applyState(const CommandRun &run, const PostArticle &post, const Posting &posting, Instant at, TicketHead *head,
                FieldReasons *reasons)
{
    if (posting.quiet)
        return;
    if (const State *reopened =
            posting.reopens ? run.catalog->state(run.catalog->firstStateOf(StateType::Open)) : nullptr) {
        setTicketState(head, *reopened, at);
        reasons->insert(TicketField::State, QStringLiteral("follow-up"));
    } else if (post.state.isValid()) {
        if (const State *wanted = run.catalog->state(post.state))
            setTicketState(head, *wanted, at);
    } else {
        QString reason;
        if (const State *implied = impliedState(run, *head, post.article, &reason)) {
            setTicketState(head, *implied, at);
            reasons->insert(TicketField::State, reason);
            reasons->insert(TicketField::PendingUntil, reason);
        }
    }
    if (post.pendingUntil != 0)
        head->pendingUntil = post.pendingUntil;
}

/// Conflict when the author does not know the newest word of somebody else.
Result<void> checkUnseen(CommandRun &run, const PostArticle &post, const TicketHead &head)
{
    const bool asks = run.isPerson() && post.article.senderRole == SenderRole::Agent && post.lastSeen.isValid()
                      && !post.evenUnseen && post.lastSeen.value < head.lastArticle.value;
    if (!asks)
        return {};
    const Result<QVector<ArticleId>> unseen = run.unit.articlesOfOthers(head.id, post.lastSeen, run.command.actor);
    if (!unseen)
        return unseen.error();
    if (unseen->isEmpty())
        return {};
    QStringList ids;
    for (const ArticleId id : *unseen)
        ids.append(QString::number(id.value));
    return Error{ErrorCode::Conflict,
                 QStringLiteral("operations.postArticle"),
                 QStringLiteral("written without having seen the newest articles"),
                 {{QStringLiteral("unseen"), ids}}};
}

} // namespace

Result<CommandAnswer> handleCommand(CommandRun &run, const PostArticle &post)
{
    const Result<TicketHead> before = run.unit.ticket(post.ticket);
    if (!before)
        return before.error();
    if (Result<void> live = checkNotMerged(run, *before); !live)
        return live.error();
    if (Result<void> checked = checkPostArticle(run, post, *before); !checked)
        return checked.error();
    if (Result<void> seen = checkUnseen(run, post, *before); !seen)
        return seen.error();
    return postIntoTicket(run, post, *before, {});
}

Result<CommandAnswer> postIntoTicket(CommandRun &run, const PostArticle &post, const TicketHead &before,
                                     const Posting &posting)
{
    NewArticle content = post.article;
    const Result<std::optional<OutgoingPlan>> plan = planOutgoing(run, before, &content, false);
    if (!plan)
        return plan.error();
    TicketHead after = before;
    const Result<Article> article = addArticle(run, &after, content, !posting.quiet);
    if (!article)
        return article.error();
    const Instant at = eventTime(run, article->createdAt);
    FieldReasons reasons;
    applyState(run, post, posting, at, &after, &reasons);

    HistoryEntry entry = run.entry(QStringLiteral("article"));
    entry.ticket = after.id;
    entry.version = before.version + 1;
    entry.newValue = QString::number(article->id.value);
    if (!posting.why.isEmpty())
        entry.why = posting.why;
    run.history.append(std::move(entry));
    if (Result<void> stored = storeTicket(run, before, &after, at, reasons); !stored)
        return stored.error();
    run.change(ChangeKind::ArticlePosted, after.id, article->id);
    CommandAnswer answer{after.id, after.number, article->id, after.version, 0, {}};
    if (*plan) {
        const Result<OutboundMailId> outbound =
            putReplyIntoOutbox(run, **plan, *article, before, &after, post.releaseAt);
        if (!outbound)
            return outbound.error();
        answer.outbound = *outbound;
    }
    const bool sawAll = !post.lastSeen.isValid() || post.lastSeen.value >= before.lastArticle.value;
    if (Result<void> marked = markOwnArticleRead(run, *article, sawAll); !marked)
        return marked.error();
    return answer;
}

} // namespace deskhand
