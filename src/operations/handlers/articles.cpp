// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/articles.h"

#include "operations/handlers/people.h"
#include "operations/sla_events.h"

#include <algorithm>

namespace deskhand {
namespace {

bool isEmptyArticle(const NewArticle &article)
{
    return article.text.trimmed().isEmpty() && article.html.trimmed().isEmpty()
           && article.quotedText.trimmed().isEmpty() && article.quotedHtml.trimmed().isEmpty()
           && article.attachments.isEmpty();
}

bool allLookLikeAddresses(const QVector<MailAddress> &addresses)
{
    return std::all_of(addresses.cbegin(), addresses.cend(),
                       [](const MailAddress &address) { return looksLikeAddress(address.address); });
}

Result<PersonId> authorOf(CommandRun &run, const TicketHead &head, const NewArticle &content)
{
    if (content.author.isValid())
        return content.author;
    switch (content.senderRole) {
    case SenderRole::Agent: return run.command.actor;
    case SenderRole::System: return PersonId();
    case SenderRole::Customer: break;
    }
    const bool namesSender = !content.from.address.isEmpty() || !content.from.name.isEmpty();
    return namesSender ? findOrCreatePerson(run, content.from) : Result<PersonId>(head.requester);
}

Result<MailAddress> senderOf(CommandRun &run, const NewArticle &content, PersonId author)
{
    const bool given = !content.from.address.isEmpty() || !content.from.name.isEmpty();
    if (given || !author.isValid())
        return content.from;
    if (const Person *agent = run.catalog->agent(author))
        return MailAddress{agent->name, agent->address};
    const Result<Person> person = run.unit.person(author);
    if (!person)
        return person.error();
    return MailAddress{person->name, person->address};
}

int countedAttachments(const QVector<Attachment> &attachments)
{
    return int(std::count_if(attachments.cbegin(), attachments.cend(),
                             [](const Attachment &attachment) { return !attachment.isInline; }));
}

} // namespace

void checkArticle(const CommandRun &run, const NewArticle &article, FieldErrors *errors)
{
    if (!run.isPerson())
        return;
    if (isEmptyArticle(article))
        errors->add(QStringLiteral("text"), QLatin1String("required"));
    if (article.senderRole == SenderRole::System)
        errors->add(QStringLiteral("author"), QLatin1String("reserved"));
    const bool speaksForAnother =
        article.senderRole == SenderRole::Agent && article.author.isValid() && article.author != run.command.actor;
    if (speaksForAnother)
        errors->add(QStringLiteral("author"), QLatin1String("not-yours"));
    if (!allLookLikeAddresses(article.to))
        errors->add(QStringLiteral("to"), QLatin1String("bad-format"));
    if (!allLookLikeAddresses(article.cc))
        errors->add(QStringLiteral("cc"), QLatin1String("bad-format"));
}

Result<Article> addArticle(CommandRun &run, TicketHead *head, const NewArticle &content, bool isContact)
{
    const Result<PersonId> author = authorOf(run, *head, content);
    if (!author)
        return author.error();
    Result<MailAddress> from = senderOf(run, content, *author);
    if (!from)
        return from.error();
    Article article;
    article.ticket = head->id;
    article.position = head->articleCount + 1;
    article.visibility = content.visibility;
    article.senderRole = content.senderRole;
    article.channel = content.channel;
    article.author = *author;
    article.from = *std::move(from);
    article.to = content.to;
    article.cc = content.cc;
    article.subject = oneLine(content.subject, 1000);
    article.text = content.text;
    article.quotedText = content.quotedText;
    article.html = content.html;
    article.quotedHtml = content.quotedHtml;
    article.remoteImages = content.remoteImages;
    article.createdAt = content.createdAt != 0 ? content.createdAt : run.now;
    article.messageId = content.messageId;
    Result<Article> stored = run.unit.insertArticle(article, content);
    if (!stored)
        return stored;
    ++head->articleCount;
    head->attachmentCount += countedAttachments(stored->attachments);
    head->lastArticle = stored->id;
    noteArticle(run, *stored, content, isContact, eventTime(run, article.createdAt));
    if (!isContact)
        return stored;
    head->lastArticleFromCustomer = article.senderRole == SenderRole::Customer;
    if (article.visibility == Visibility::Public)
        head->lastContactAt = qMax(head->lastContactAt, eventTime(run, article.createdAt));
    return stored;
}

Instant eventTime(const CommandRun &run, Instant ownDate)
{
    const bool happenedEarlier = run.command.actorKind == ActorKind::Import && ownDate != 0;
    return happenedEarlier ? qMin(ownDate, run.now) : run.now;
}

Result<void> markOwnArticleRead(CommandRun &run, const Article &article, bool sawAll)
{
    if (!run.isPerson() || !sawAll || article.author != run.command.actor)
        return {};
    return run.unit.setReadMark(run.command.actor, article.ticket, article.id);
}

} // namespace deskhand
