// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/thread_model.h"

#include "base/deliver.h"
#include "models/history_text.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>

namespace deskhand {

ThreadModel::ThreadModel(Desk &desk, QObject *parent)
    : QAbstractListModel(parent)
    , m_desk(desk)
{
    connect(&desk, &Desk::changed, this, &ThreadModel::onChanged);
}

void ThreadModel::open(TicketId ticket, PersonId me)
{
    m_pageWish.cancel();
    m_earlierWish.cancel();
    beginResetModel();
    m_ticket = ticket;
    m_state = {};
    m_state.me = me;
    m_items.clear();
    m_loaded = false;
    m_loadingEarlier = false;
    m_refreshing = false;
    m_refreshAgain = false;
    endResetModel();
    if (ticket.isValid())
        refresh();
}

void ThreadModel::close()
{
    open({}, {});
}

void ThreadModel::setReadUpTo(ArticleId article)
{
    m_state.readUpTo = article;
    m_state.markNew = true;
    if (m_loaded)
        rearrange();
}

void ThreadModel::setOrigins(const QHash<TicketId, QString> &numbers)
{
    if (numbers == m_state.origins)
        return;
    m_state.origins = numbers;
    if (m_loaded)
        rearrange();
}

ArticleId ThreadModel::newestArticle() const
{
    return m_state.articles.isEmpty() ? ArticleId() : m_state.articles.last().id;
}

int ThreadModel::rowOf(ArticleId article) const
{
    const auto found = std::find_if(m_items.cbegin(), m_items.cend(), [article](const ThreadItem &item) {
        return item.kind == ThreadItem::Kind::Article && item.article.id == article;
    });
    return found == m_items.cend() ? -1 : int(found - m_items.cbegin());
}

int ThreadModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant ThreadModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    const ThreadItem &shown = m_items.at(index.row());
    switch (shown.kind) {
    case ThreadItem::Kind::Earlier: return tr("%n earlier message(s)", nullptr, shown.earlier);
    case ThreadItem::Kind::NewMark: return tr("New");
    case ThreadItem::Kind::Article: return shown.article.text;
    case ThreadItem::Kind::Events: {
        const HistoryLine line = historyLine(shown.events, TimeWords(), QDateTime::currentMSecsSinceEpoch());
        return QString(line.who + u' ' + line.what);
    }
    }
    return {};
}

void ThreadModel::onChanged(const QVector<Change> &changes)
{
    const bool concerned = std::any_of(changes.cbegin(), changes.cend(), [this](const Change &change) {
        return change.ticket == m_ticket
               && (change.kind == ChangeKind::ArticlePosted || change.kind == ChangeKind::TicketChanged
                   || change.kind == ChangeKind::MailChanged);
    });
    if (concerned && m_ticket.isValid())
        refresh();
}

void ThreadModel::refresh()
{
    if (m_refreshing) {
        m_refreshAgain = true;
        return;
    }
    m_refreshing = true;
    const TicketId asked = m_ticket;
    m_pageWish = m_desk.thread(ThreadQuery{m_ticket, {}, firstPage, m_state.me});
    deliver(m_pageWish, this, [this, asked](const Result<ThreadPage> &page) {
        if (asked != m_ticket)
            return;
        m_refreshing = false;
        if (page)
            takeNewest(*page);
        else if (page.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(page.error());
        if (std::exchange(m_refreshAgain, false))
            refresh();
    });
}

void ThreadModel::mergeHistory(const QVector<HistoryEntry> &entries)
{
    m_state.history += entries;
    std::sort(m_state.history.begin(), m_state.history.end(),
              [](const HistoryEntry &a, const HistoryEntry &b) { return a.id < b.id; });
    const auto last = std::unique(m_state.history.begin(), m_state.history.end(),
                                  [](const HistoryEntry &a, const HistoryEntry &b) { return a.id == b.id; });
    m_state.history.erase(last, m_state.history.end());
}

void ThreadModel::dropEntriesFrom(const ThreadPage &page)
{
    // The newest page tells everything from its first article on, or from the beginning.
    if (page.articlesBefore > 0 && page.history.isEmpty())
        return;
    const qint64 first = page.articlesBefore == 0 ? 0 : page.history.first().id;
    m_state.history.removeIf([first](const HistoryEntry &entry) { return entry.id >= first; });
}

void ThreadModel::mergeDeliveries(const ThreadPage &page)
{
    for (const MailDelivery &mail : page.deliveries)
        m_state.deliveries.insert(mail.article, mail);
}

void ThreadModel::dropWithdrawn(const ThreadPage &page)
{
    const int from = page.articles.isEmpty() ? 0 : page.articles.first().position;
    QSet<ArticleId> there;
    for (const Article &article : page.articles)
        there.insert(article.id);
    const qsizetype gone = m_state.articles.removeIf(
        [&](const Article &article) { return article.position >= from && !there.contains(article.id); });
    if (gone > 0) {
        rearrange();
        Q_EMIT articlesWithdrawn();
    }
}

bool ThreadModel::isRewoven(const ThreadPage &page) const
{
    // Of those that are still there: what was written here gets another id when the service has taken it.
    ArticleId newest;
    for (const Article &article : page.articles) {
        const bool known = std::any_of(m_state.articles.cbegin(), m_state.articles.cend(),
                                       [&article](const Article &one) { return one.id == article.id; });
        if (known)
            newest = std::max(newest, article.id);
    }
    return std::any_of(page.articles.cbegin(), page.articles.cend(), [&](const Article &article) {
        const auto known = std::find_if(m_state.articles.cbegin(), m_state.articles.cend(),
                                        [&article](const Article &one) { return one.id == article.id; });
        if (known == m_state.articles.cend())
            return article.id < newest; // it stands between what is here
        return known->position != article.position;
    });
}

void ThreadModel::takeNewest(const ThreadPage &page)
{
    mergeDeliveries(page);
    const bool rewoven = m_loaded && isRewoven(page);
    if (m_loaded && !rewoven)
        dropWithdrawn(page);
    const int known = m_state.articles.isEmpty() ? 0 : m_state.articles.last().position;
    const bool gap = m_loaded && !page.articles.isEmpty() && page.articles.first().position > known + 1;
    if (!m_loaded || gap || rewoven) { // after a gap (hundreds arrived at once) what was loaded no longer joins
        m_state.articles = page.articles;
        m_state.history = page.history;
        m_state.earlier = page.articlesBefore;
        const bool first = !std::exchange(m_loaded, true);
        beginResetModel();
        m_items = arrangeThread(m_state);
        endResetModel();
        if (first)
            Q_EMIT opened();
        return;
    }
    int arrived = 0;
    for (const Article &article : page.articles) {
        if (article.position > known) {
            m_state.articles.append(article);
            ++arrived;
        }
    }
    dropEntriesFrom(page);
    mergeHistory(page.history);
    rearrange();
    if (arrived > 0)
        Q_EMIT articlesArrived(arrived);
}

void ThreadModel::loadEarlier()
{
    if (m_loadingEarlier || m_state.earlier == 0 || m_state.articles.isEmpty())
        return;
    m_loadingEarlier = true;
    const TicketId asked = m_ticket;
    m_earlierWish = m_desk.thread(ThreadQuery{m_ticket, m_state.articles.first().id, olderPage, m_state.me});
    deliver(m_earlierWish, this, [this, asked](const Result<ThreadPage> &page) {
        if (asked != m_ticket)
            return;
        m_loadingEarlier = false;
        if (page)
            takeEarlier(*page);
        else if (page.error().code != ErrorCode::Cancelled)
            Q_EMIT failed(page.error());
    });
}

void ThreadModel::takeEarlier(const ThreadPage &page)
{
    const int known = m_state.articles.isEmpty() ? 0 : m_state.articles.first().position;
    QVector<Article> older;
    for (const Article &article : page.articles) {
        if (article.position < known)
            older.append(article);
    }
    m_state.articles = older + m_state.articles;
    m_state.earlier = older.isEmpty() ? 0 : page.articlesBefore;
    mergeDeliveries(page);
    mergeHistory(page.history);
    rearrange();
    Q_EMIT earlierLoaded();
}

// Tells the view only of rows that came, went or changed between those that stayed.
void ThreadModel::rearrange()
{
    const QVector<ThreadItem> wanted = arrangeThread(m_state);
    const int oldCount = int(m_items.size());
    const int newCount = int(wanted.size());
    int head = 0;
    while (head < oldCount && head < newCount && m_items.at(head).isSameRow(wanted.at(head)))
        ++head;
    int tail = 0;
    while (tail < oldCount - head && tail < newCount - head
           && m_items.at(oldCount - 1 - tail).isSameRow(wanted.at(newCount - 1 - tail)))
        ++tail;
    if (oldCount - head - tail > 0) {
        beginRemoveRows({}, head, oldCount - tail - 1);
        m_items.remove(head, oldCount - head - tail);
        endRemoveRows();
    }
    if (newCount - head - tail > 0) {
        beginInsertRows({}, head, newCount - tail - 1);
        m_items = m_items.mid(0, head) + wanted.mid(head, newCount - head - tail) + m_items.mid(head);
        endInsertRows();
    }
    for (int row = 0; row < newCount; ++row) {
        if (!m_items.at(row).isSameContent(wanted.at(row))) {
            m_items[row] = wanted.at(row);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

} // namespace deskhand
