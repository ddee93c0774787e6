// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/thread_items.h"

#include "models/history_text.h"

#include <QHash>

#include <algorithm>

namespace deskhand {

namespace {

// An article's own entry in history names it in newValue; gives the id of that entry.
QHash<qint64, qint64> ownEntries(const QVector<HistoryEntry> &history)
{
    QHash<qint64, qint64> entries;
    for (const HistoryEntry &entry : history) {
        if (entry.what == QLatin1String("article"))
            entries.insert(entry.newValue.toLongLong(), entry.id);
    }
    return entries;
}

void appendEvents(QVector<ThreadItem> &items, QVector<HistoryEntry> &waiting)
{
    for (QVector<HistoryEntry> &group : groupHistory(waiting)) {
        ThreadItem item;
        item.kind = ThreadItem::Kind::Events;
        item.events = std::move(group);
        items.append(item);
    }
    waiting.clear();
}

} // namespace

bool ThreadItem::isSameRow(const ThreadItem &other) const
{
    if (kind != other.kind)
        return false;
    if (kind == Kind::Article)
        return article.id == other.article.id;
    return kind != Kind::Events || events.first().id == other.events.first().id;
}

bool ThreadItem::isSameContent(const ThreadItem &other) const
{
    switch (kind) {
    case Kind::Earlier: return earlier == other.earlier;
    case Kind::NewMark: return true;
    case Kind::Article: return article == other.article && delivery == other.delivery && origin == other.origin;
    case Kind::Events:
        return std::equal(events.cbegin(), events.cend(), other.events.cbegin(), other.events.cend(),
                          [](const HistoryEntry &a, const HistoryEntry &b) { return a.id == b.id; });
    }
    return false;
}

QVector<ThreadItem> arrangeThread(const ThreadState &state)
{
    QVector<ThreadItem> items;
    if (state.earlier > 0) {
        ThreadItem earlier;
        earlier.kind = ThreadItem::Kind::Earlier;
        earlier.earlier = state.earlier;
        items.append(earlier);
    }
    const QHash<qint64, qint64> own = ownEntries(state.history);
    QVector<HistoryEntry> waiting;
    qsizetype next = 0;
    bool marked = !state.markNew;
    for (const Article &article : state.articles) {
        const auto entry = own.constFind(article.id.value);
        while (next < state.history.size()) {
            const HistoryEntry &event = state.history.at(next);
            const bool before = entry != own.constEnd() ? event.id < *entry : event.at < article.createdAt;
            if (!before)
                break;
            if (isEventOfThread(event))
                waiting.append(event);
            ++next;
        }
        appendEvents(items, waiting);
        if (!marked && article.id > state.readUpTo && article.author != state.me) {
            marked = true;
            ThreadItem mark;
            mark.kind = ThreadItem::Kind::NewMark;
            if (article.position > 1) // a thread that is new as a whole needs no line saying so
                items.append(mark);
        }
        ThreadItem item;
        item.article = article;
        if (const auto mail = state.deliveries.constFind(article.id); mail != state.deliveries.constEnd())
            item.delivery = *mail;
        if (article.origin.isValid())
            item.origin = state.origins.value(article.origin);
        items.append(item);
    }
    for (; next < state.history.size(); ++next) {
        if (isEventOfThread(state.history.at(next)))
            waiting.append(state.history.at(next));
    }
    appendEvents(items, waiting);
    return items;
}

} // namespace deskhand
