// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/mail_threading.h"

#include "base/text_folding.h"
#include "domain/message_id.h"
#include "domain/queue_access.h"
#include "operations/handlers/post_article.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype mostIdsLookedAt = 40;
constexpr int articlesComparedForCopies = 20;
constexpr qint64 followUpDay = 24LL * 60 * 60 * 1000;

bool addressedTo(const QVector<MailAddress> &recipients, const QString &folded)
{
    return std::any_of(recipients.cbegin(), recipients.cend(),
                       [&folded](const MailAddress &one) { return foldText(one.address) == folded; });
}

/// Collects what a mail claims; each ticket is looked at once.
class ClaimCollector
{
public:
    ClaimCollector(CommandRun &run, const AcceptMail &mail, const MailSender &sender, OldNumbers *oldNumbers)
        : m_run(run)
        , m_mail(mail)
        , m_sender(sender)
        , m_oldNumbers(oldNumbers)
    {
    }

    Result<QVector<ThreadClaim>> collect()
    {
        for (const auto step : {&ClaimCollector::signedIds, &ClaimCollector::storedIds, &ClaimCollector::numbers}) {
            if (Result<void> done = (this->*step)(); !done)
                return done.error();
        }
        return m_claims;
    }

private:
    Result<void> signedIds()
    {
        const Result<QByteArray> key = m_run.unit.mailSigningKey();
        if (!key)
            return key.error();
        for (const QString &id : m_mail.article.answeredIds.mid(0, mostIdsLookedAt)) {
            SignedTicket ours;
            if (!readMessageId(*key, id, &ours))
                continue;
            // What we sent may have been split off to another ticket since.
            const Result<TicketId> now = m_run.unit.ticketOfMessage({id});
            if (!now)
                return now.error();
            if (Result<void> added = add(ClaimKind::SignedId, now->isValid() ? *now : ours.ticket); !added)
                return added;
        }
        return tokens();
    }

    /// Programs that answer by themselves write to the envelope's sender, and some name no mail that they answer.
    Result<void> tokens()
    {
        for (const QString &address : m_mail.addressedTo) {
            const QString token = tokenOfAddress(address);
            if (token.isEmpty())
                continue;
            const Result<OutboundMailId> id = m_run.unit.outboundOfToken(token);
            if (!id)
                return id.error();
            if (!id->isValid())
                continue;
            const Result<OutboundMail> outbound = m_run.unit.outbound(*id);
            if (!outbound)
                return outbound.error();
            if (Result<void> added = add(ClaimKind::SignedId, outbound->delivery.ticket); !added)
                return added;
        }
        return {};
    }

    /// What this mail answers; a mail that came before what it answers has left that id with its ticket, too.
    Result<void> storedIds()
    {
        QStringList ids = m_mail.article.answeredIds.mid(0, mostIdsLookedAt);
        if (!m_mail.article.messageId.isEmpty())
            ids.append(m_mail.article.messageId);
        for (const QString &id : std::as_const(ids)) {
            const Result<TicketId> ticket = m_run.unit.ticketOfMessage({id});
            if (!ticket)
                return ticket.error();
            if (Result<void> added = add(ClaimKind::StoredId, *ticket); !added)
                return added;
        }
        return {};
    }

    Result<void> numbers()
    {
        const bool isReply = isReplySubject(m_mail.subject);
        for (const SubjectNumber &found : numbersInSubject(m_mail.subject)) {
            const Result<TicketId> ticket = m_run.unit.ticketOfNumber(found.number);
            if (!ticket)
                return ticket.error();
            const ClaimKind kind = found.hooked || isReply ? ClaimKind::HookedNumber : ClaimKind::BareNumber;
            if (Result<void> added = add(kind, *ticket); !added)
                return added;
        }
        return {};
    }

    Result<void> add(ClaimKind kind, TicketId claimed)
    {
        if (!claimed.isValid())
            return {};
        const Result<TicketId> root = m_run.unit.rootOf(claimed);
        if (!root) // of a desk that this one was copied from, say
            return root.error().code == ErrorCode::NotFound ? Result<void>() : root.error();
        const TicketId ticket = *root;
        if (ticket != claimed && !m_oldNumbers->contains(ticket))
            m_oldNumbers->insert(ticket, claimed);
        const auto known = std::find_if(m_claims.cbegin(), m_claims.cend(),
                                        [ticket](const ThreadClaim &claim) { return claim.ticket == ticket; });
        if (known != m_claims.cend()) {
            ThreadClaim again = *known;
            again.kind = kind;
            if (known->kind != kind)
                m_claims.append(again);
            return {};
        }
        const Result<TicketHead> head = m_run.unit.ticket(ticket);
        if (!head)
            return head.error();
        ThreadClaim claim{kind, ticket, false, false, false};
        const Result<bool> participant = isPart(*head);
        if (!participant)
            return participant.error();
        claim.participant = *participant;
        claim.sameOrganization =
            !m_sender.twin && head->organization.isValid() && head->organization == m_sender.organization;
        claim.provenAgent =
            m_sender.agent && m_sender.proven && seesQueue(*m_run.catalog, m_sender.agent->id, head->queue);
        m_claims.append(claim);
        return {};
    }

    /// Participants are known by folded addresses. Somebody whose address only looks like one of them is none.
    Result<bool> isPart(const TicketHead &head)
    {
        if (m_sender.folded.isEmpty())
            return false;
        if (!m_sender.twin)
            return m_run.unit.isParticipant(head.id, m_sender.folded);
        const Result<Person> requester = m_run.unit.person(head.requester);
        if (!requester)
            return requester.error();
        return requester->address.compare(m_sender.address.address, Qt::CaseInsensitive) == 0;
    }

    CommandRun &m_run;
    const AcceptMail &m_mail;
    const MailSender &m_sender;
    OldNumbers *m_oldNumbers;
    QVector<ThreadClaim> m_claims;
};

bool isProvenAgent(const MailSender &sender)
{
    return sender.agent && sender.proven;
}

/// An agent who writes by mail: their article is the requester's to see when it went to the requester.
Result<void> makeAgentsArticle(CommandRun &run, const MailSender &sender, const TicketHead &head, NewArticle *content)
{
    const Result<Person> requester = run.unit.person(head.requester);
    if (!requester)
        return requester.error();
    const QString folded = foldText(requester->address);
    const bool requesterGotIt =
        !folded.isEmpty() && (addressedTo(content->to, folded) || addressedTo(content->cc, folded));
    content->senderRole = SenderRole::Agent;
    content->author = sender.agent->id;
    content->visibility = requesterGotIt ? Visibility::Public : Visibility::Internal;
    return {};
}

void noteUnprovenAgent(CommandRun &run, const CommandAnswer &answer)
{
    HistoryEntry entry = run.entry(QStringLiteral("unproven-agent"));
    entry.ticket = answer.ticket;
    entry.version = answer.version;
    entry.newValue = QString::number(answer.article.value);
    run.history.append(std::move(entry));
}

} // namespace

Result<ThreadMatch> findThread(CommandRun &run, const AcceptMail &mail, const MailSender &sender,
                               OldNumbers *oldNumbers)
{
    const Result<QVector<ThreadClaim>> claims = ClaimCollector(run, mail, sender, oldNumbers).collect();
    if (!claims)
        return claims.error();
    return matchThread(*claims);
}

Result<void> noteOldNumber(CommandRun &run, const CommandAnswer &answer, TicketId old)
{
    if (!old.isValid() || old == answer.ticket)
        return {};
    const Result<TicketHead> head = run.unit.ticket(old);
    if (!head)
        return head.error();
    HistoryEntry entry = run.entry(QStringLiteral("old-number"));
    entry.ticket = answer.ticket;
    entry.version = answer.version;
    entry.oldValue = QString::number(answer.article.value);
    entry.newValue = QString::number(old.value);
    entry.newText = head->number;
    run.history.append(std::move(entry));
    return {};
}

Result<std::optional<Article>> copyOfMail(CommandRun &run, const AcceptMail &mail, const MailSender &sender)
{
    if (mail.article.messageId.isEmpty())
        return std::optional<Article>();
    const Result<TicketId> origin = run.unit.ticketOfMessage({mail.article.messageId});
    if (!origin)
        return origin.error();
    if (!origin->isValid())
        return std::optional<Article>();
    const Result<TicketId> ticket = run.unit.rootOf(*origin);
    if (!ticket)
        return ticket.error();
    const Result<QVector<Article>> articles = run.unit.newestArticles(*ticket, articlesComparedForCopies);
    if (!articles)
        return articles.error();
    const auto same = std::find_if(articles->cbegin(), articles->cend(), [&](const Article &article) {
        return article.messageId == mail.article.messageId && article.text == mail.article.text
               && article.quotedText == mail.article.quotedText && foldText(article.from.address) == sender.folded
               && article.attachments.size() == mail.article.attachments.size();
    });
    return same == articles->cend() ? std::optional<Article>() : std::optional<Article>(*same);
}

bool isMereThanks(const AcceptMail &mail)
{
    return mail.thanks
           && std::all_of(mail.article.attachments.cbegin(), mail.article.attachments.cend(),
                          [](const NewAttachment &file) { return file.isInline; });
}

FollowUp followUpOf(const CommandRun &run, const TicketHead &head, const AcceptMail &mail, const MailSender &sender)
{
    if (mail.nature == MailNature::AutoReply || isMereThanks(mail))
        return FollowUp::JoinQuietly;
    const StateType type = run.catalog->stateType(head.state);
    if (type == StateType::Merged)
        return FollowUp::NewTicket;
    if (type != StateType::Closed || isProvenAgent(sender))
        return FollowUp::Join;
    const Queue *queue = run.catalog->queue(head.queue);
    const Queue policy = queue ? *queue : Queue();
    switch (policy.followUp) {
    case FollowUpPolicy::Reopen: return FollowUp::Reopen;
    case FollowUpPolicy::NewTicket: return FollowUp::NewTicket;
    case FollowUpPolicy::ReopenForDays: break;
    }
    const bool lately = run.now - head.closedAt <= policy.followUpDays * followUpDay;
    return lately ? FollowUp::Reopen : FollowUp::NewTicket;
}

Result<CommandAnswer> joinTicket(CommandRun &run, const AcceptMail &mail, const MailSender &sender,
                                 const TicketHead &head, FollowUp followUp)
{
    PostArticle post;
    post.ticket = head.id;
    post.article = mail.article;
    // Only what answers by itself leaves a solved ticket alone; a notification is news.
    post.article.automatic = mail.nature == MailNature::AutoReply;
    post.article.senderRole = SenderRole::Customer;
    post.article.visibility = Visibility::Public;
    if (isProvenAgent(sender)) {
        if (Result<void> made = makeAgentsArticle(run, sender, head, &post.article); !made)
            return made.error();
    }
    Posting posting;
    posting.quiet = followUp == FollowUp::JoinQuietly;
    posting.reopens = followUp == FollowUp::Reopen;
    if (posting.quiet)
        posting.why = isMereThanks(mail) ? QStringLiteral("thanks") : QStringLiteral("auto-reply");
    Result<CommandAnswer> answer = postIntoTicket(run, post, head, posting);
    if (!answer)
        return answer;
    if (sender.agent && !sender.proven)
        noteUnprovenAgent(run, *answer);
    answer->outcome = MailOutcome::FollowUp;
    return answer;
}

} // namespace deskhand
