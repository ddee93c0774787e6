// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/handlers/merge_sums.h"

#include <algorithm>

namespace deskhand {

QStringList without(const QStringList &tags, const QStringList &others)
{
    QStringList rest;
    for (const QString &tag : tags) {
        if (!others.contains(tag))
            rest.append(tag);
    }
    return rest;
}

QStringList ownTags(const TicketHead &target, const QVector<TicketMerge> &merges)
{
    QStringList given;
    for (const TicketMerge &merge : merges)
        given += merge.tagsGiven;
    return without(target.tags, given);
}

Instant contactOf(const QVector<TicketMerge> &merges)
{
    Instant latest = 0;
    for (const TicketMerge &merge : merges)
        latest = qMax(latest, merge.was.lastContactAt);
    return latest;
}

Instant ownContact(const TicketHead &target, const QVector<TicketMerge> &merges)
{
    if (merges.isEmpty())
        return target.lastContactAt;
    const Instant base = merges.last().targetContactAt;
    return target.lastContactAt > qMax(base, contactOf(merges)) ? target.lastContactAt : base;
}

void joinHeads(const TicketHead &source, TicketHead *target)
{
    target->articleCount += source.articleCount;
    target->attachmentCount += source.attachmentCount;
    if (source.lastArticle.value > target->lastArticle.value) {
        target->lastArticle = source.lastArticle;
        target->lastArticleFromCustomer = source.lastArticleFromCustomer;
    }
    target->lastContactAt = qMax(target->lastContactAt, source.lastContactAt);
    QStringList tags = target->tags + source.tags;
    tags.removeDuplicates();
    tags.sort();
    target->tags = tags;
}

} // namespace deskhand
