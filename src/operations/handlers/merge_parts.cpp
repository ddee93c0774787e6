// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/merge_parts.h"

#include <algorithm>
#include <tuple>

namespace deskhand {
namespace {

Result<void> addWhereShown(CommandRun &run, const TicketHead &head, QVariantMap *payload)
{
    if (!head.mergedInto.isValid())
        return {};
    const Result<TicketId> root = run.unit.rootOf(head.id);
    if (!root)
        return root.error();
    payload->insert(QStringLiteral("mergedInto"), QString::number(root->value));
    return {};
}

} // namespace

Result<void> checkNotMerged(CommandRun &run, const TicketHead &head)
{
    if (!head.mergedInto.isValid())
        return {};
    QVariantMap payload{{QStringLiteral("ticket"), QString::number(head.id.value)}};
    if (Result<void> found = addWhereShown(run, head, &payload); !found)
        return found;
    return Error{ErrorCode::Conflict, QStringLiteral("operations.merged"), QStringLiteral("the ticket was merged"),
                 payload};
}

Result<void> checkVersion(CommandRun &run, const TicketHead &head, qint64 lookedAt)
{
    if (lookedAt == 0 || head.version == lookedAt)
        return {};
    QVariantMap payload{{QStringLiteral("ticket"), QString::number(head.id.value)}};
    if (Result<void> found = addWhereShown(run, head, &payload); !found)
        return found;
    return Error{ErrorCode::Conflict, QStringLiteral("operations.version"),
                 QStringLiteral("somebody has changed the ticket"), payload};
}

Result<void> storeVersion(CommandRun &run, const TicketHead &before, TicketHead *after, const FieldReasons &reasons)
{
    after->version = before.version + 1;
    if (Result<void> stored = storeTicket(run, before, after, run.now, reasons); !stored)
        return stored;
    run.change(ChangeKind::TicketChanged, after->id);
    return {};
}

HistoryEntry mergeEntry(const CommandRun &run, const QString &what, const TicketHead &before, const QString &why)
{
    HistoryEntry entry = run.entry(what);
    entry.ticket = before.id;
    entry.version = before.version + 1;
    if (!why.isEmpty())
        entry.why = why;
    return entry;
}

void countThread(const QVector<ThreadEntry> &entries, const KnownSpeakers &known, TicketHead *head)
{
    head->articleCount = 0;
    head->attachmentCount = 0;
    head->lastArticle = {};
    head->lastArticleFromCustomer = false;
    for (const ThreadEntry &entry : entries) {
        if (entry.withdrawn)
            continue;
        ++head->articleCount;
        head->attachmentCount += entry.attachments;
        if (entry.id.value < head->lastArticle.value)
            continue;
        head->lastArticle = entry.id;
        head->lastArticleFromCustomer = known.value(entry.id, entry.senderRole == SenderRole::Customer);
    }
}

Instant newestContact(const QVector<ThreadEntry> &entries, Instant now)
{
    Instant newest = 0;
    for (const ThreadEntry &entry : entries) {
        if (!entry.withdrawn && entry.visibility == Visibility::Public)
            newest = qMax(newest, qMin(entry.createdAt, now));
    }
    return newest;
}

Result<QVector<SlaEvent>> eventsOfArticles(CommandRun &run, TicketId ticket, const QVector<ArticleId> &articles)
{
    const Result<SlaSubject> subject = run.unit.slaSubject(ticket);
    if (!subject)
        return subject.error();
    QVector<SlaEvent> events;
    for (const SlaEvent &event : subject->sla.events) {
        const bool isAboutArticle =
            event.kind >= SlaEventKind::CustomerSpoke && event.kind <= SlaEventKind::NoteWritten;
        if (isAboutArticle && articles.contains(ArticleId{event.value}))
            events.append(event);
    }
    return events;
}

void sortBySaying(QVector<SlaEvent> *events)
{
    std::sort(events->begin(), events->end(), [](const SlaEvent &left, const SlaEvent &right) {
        return std::tuple(left.at, left.value, int(left.kind)) < std::tuple(right.at, right.value, int(right.kind));
    });
}

} // namespace deskhand
