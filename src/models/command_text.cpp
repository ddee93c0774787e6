// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/command_text.h"

#include "models/people_finder.h"
#include "models/ticket_text.h"
#include "models/time_text.h"

namespace deskhand {

namespace {

struct QueuedWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::CommandText)
};

QString changedFieldName(TicketField field)
{
    switch (field) {
    case TicketField::Subject: return TicketText::columnTitle(ListColumn::Subject);
    case TicketField::State: return TicketText::columnTitle(ListColumn::State);
    case TicketField::Priority: return TicketText::columnTitle(ListColumn::Priority);
    case TicketField::Queue: return TicketText::columnTitle(ListColumn::Queue);
    case TicketField::Category: return TicketText::columnTitle(ListColumn::Category);
    case TicketField::Owner: return TicketText::columnTitle(ListColumn::Owner);
    case TicketField::Requester: return TicketText::columnTitle(ListColumn::Requester);
    case TicketField::Tags: return TicketText::columnTitle(ListColumn::Tags);
    case TicketField::DueAt: return QueuedWords::tr("Due");
    case TicketField::PendingUntil: return QueuedWords::tr("Comes back");
    }
    return {};
}

QString tagChange(const FieldChange &change)
{
    QStringList parts;
    for (const QString &tag : change.addTags)
        parts.append(u'+' + tag);
    for (const QString &tag : change.removeTags)
        parts.append(QStringLiteral("−") + tag);
    return parts.join(u' ');
}

QString changedValue(const FieldChange &change, const Catalog &catalog, Instant now)
{
    const qint64 number = change.value.toLongLong();
    const auto named = [](const auto *thing) { return thing != nullptr ? thing->name : QString(); };
    switch (change.field) {
    case TicketField::Subject: return change.value.toString();
    case TicketField::State: return named(catalog.state(StateId{number}));
    case TicketField::Priority: return named(catalog.priority(PriorityId{number}));
    case TicketField::Queue: return catalog.queuePath(QueueId{number});
    case TicketField::Category: return number == 0 ? QueuedWords::tr("none") : catalog.categoryPath(CategoryId{number});
    case TicketField::Owner: {
        const Person *agent = catalog.agent(PersonId{number});
        return agent != nullptr ? displayName(*agent) : QueuedWords::tr("nobody");
    }
    case TicketField::Requester: return QueuedWords::tr("another person");
    case TicketField::Tags: return tagChange(change);
    case TicketField::DueAt:
    case TicketField::PendingUntil: return number == 0 ? QueuedWords::tr("none") : TimeWords().moment(number, now);
    }
    return {};
}

const NewArticle *articleOf(const Command &command)
{
    if (const auto *post = std::get_if<PostArticle>(&command.body))
        return &post->article;
    if (const auto *open = std::get_if<OpenTicket>(&command.body))
        return open->article ? &*open->article : nullptr;
    if (const auto *split = std::get_if<SplitTicket>(&command.body))
        return split->opened.article ? &*split->opened.article : nullptr;
    return nullptr;
}

QString articleWhat(const NewArticle &article)
{
    if (article.visibility == Visibility::Internal)
        return QueuedWords::tr("Internal note");
    return article.channel == Channel::Phone ? QueuedWords::tr("Call") : QueuedWords::tr("Reply");
}

} // namespace

QString CommandText::fieldName(TicketField field)
{
    return changedFieldName(field);
}

QString CommandText::what(const Command &command)
{
    if (const auto *post = std::get_if<PostArticle>(&command.body))
        return articleWhat(post->article);
    if (std::holds_alternative<OpenTicket>(command.body))
        return tr("New ticket");
    if (const auto *change = std::get_if<ChangeTicket>(&command.body)) {
        QStringList fields;
        for (const FieldChange &one : change->changes)
            fields.append(changedFieldName(one.field));
        return tr("Change of %1").arg(fields.join(QStringLiteral(", ")));
    }
    if (const auto *mark = std::get_if<MarkRead>(&command.body))
        return mark->upTo.isValid() ? tr("Marked as read") : tr("Marked as unread");
    if (std::holds_alternative<MergeTickets>(command.body))
        return tr("Merge");
    if (std::holds_alternative<UnmergeTicket>(command.body))
        return tr("Unmerge");
    if (std::holds_alternative<SplitTicket>(command.body))
        return tr("Splitting off");
    if (std::holds_alternative<UndoSend>(command.body))
        return tr("Taking a reply back");
    if (std::holds_alternative<ReleaseMail>(command.body))
        return tr("Sending a mail");
    if (std::holds_alternative<SaveView>(command.body) || std::holds_alternative<DeleteView>(command.body))
        return tr("Change of a view");
    if (std::holds_alternative<SaveReportItem>(command.body) || std::holds_alternative<DeleteReportItem>(command.body))
        return tr("Change of a report");
    if (std::holds_alternative<LogWork>(command.body))
        return tr("Logged work");
    if (std::holds_alternative<RemoveWork>(command.body))
        return tr("Removing logged work");
    if (std::holds_alternative<RecordBreachReason>(command.body))
        return tr("Reason why a target was missed");
    if (const auto *decide = std::get_if<DecideHeldMail>(&command.body))
        return decide->decision == HeldDecision::Discard ? tr("Discarding a held mail") : tr("Letting a held mail in");
    return tr("Change of the desk");
}

QStringList CommandText::changes(const Command &command, const Catalog &catalog, Instant now)
{
    QStringList lines;
    const auto add = [&lines](const QString &name, const QString &value) {
        lines.append(QStringLiteral("%1: %2").arg(name, value));
    };
    if (const auto *change = std::get_if<ChangeTicket>(&command.body)) {
        for (const FieldChange &one : change->changes)
            add(changedFieldName(one.field), changedValue(one, catalog, now));
    }
    StateId state;
    if (const auto *post = std::get_if<PostArticle>(&command.body))
        state = post->state;
    if (const auto *open = std::get_if<OpenTicket>(&command.body)) {
        state = open->state;
        add(changedFieldName(TicketField::Subject), open->subject);
        if (open->queue.isValid())
            add(changedFieldName(TicketField::Queue), catalog.queuePath(open->queue));
    }
    if (const auto *split = std::get_if<SplitTicket>(&command.body)) {
        add(QueuedWords::tr("Messages"), QString::number(split->articles.size()));
        if (!split->opened.subject.isEmpty())
            add(changedFieldName(TicketField::Subject), split->opened.subject);
    }
    if (const auto *merge = std::get_if<MergeTickets>(&command.body))
        add(QueuedWords::tr("Tickets that are merged into it"), QString::number(merge->sources.size()));
    if (const auto *save = std::get_if<SaveView>(&command.body))
        add(QueuedWords::tr("View"), save->view.name);
    if (const State *named = catalog.state(state))
        add(changedFieldName(TicketField::State), named->name);
    return lines;
}

QString CommandText::text(const Command &command)
{
    const NewArticle *article = articleOf(command);
    if (article == nullptr)
        return {};
    return article->quotedText.isEmpty() ? article->text : article->text + QStringLiteral("\n\n") + article->quotedText;
}

QString CommandText::recipients(const Command &command)
{
    const NewArticle *article = articleOf(command);
    if (article == nullptr || article->visibility == Visibility::Internal)
        return {};
    const auto names = [](const QVector<MailAddress> &addresses) {
        QStringList list;
        for (const MailAddress &address : addresses)
            list.append(addressLine(address));
        return list.join(QStringLiteral(", "));
    };
    QStringList parts;
    if (!article->to.isEmpty())
        parts.append(tr("to %1").arg(names(article->to)));
    if (!article->cc.isEmpty())
        parts.append(tr("cc %1").arg(names(article->cc)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace deskhand
