// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/unmerge_presenter.h"

#include "base/deliver.h"

namespace deskhand {

UnmergePresenter::UnmergePresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
}

void UnmergePresenter::start(const TicketDetail &target, const MergedTicket &merged)
{
    ++m_round;
    m_target = target;
    m_merged = merged;
    m_later.clear();
    m_taken.clear();
    m_why.clear();
    m_loaded = false;
    m_sending = false;
    Q_EMIT changed();
    deliver(m_desk.thread(ThreadQuery{target.row.head.id, {}, mostArticles, m_catalog.me()}), this,
            [this, round = m_round](const Result<ThreadPage> &page) {
                if (round != m_round)
                    return;
                if (page)
                    takeThread(*page);
                else
                    Q_EMIT failed(page.error());
            });
}

void UnmergePresenter::takeThread(const ThreadPage &page)
{
    // A mail may be older than its arrival: what counts is when it was stored.
    QHash<qint64, Instant> stored;
    for (const HistoryEntry &entry : page.history) {
        if (entry.what == QLatin1String("article"))
            stored.insert(entry.newValue.toLongLong(), entry.at);
    }
    // Who had a part in the source writes about the source.
    QSet<QString> people;
    for (const Article &article : page.articles) {
        if (article.origin == m_merged.ticket && article.senderRole == SenderRole::Customer)
            people.insert(article.from.address);
    }
    for (const Article &article : page.articles) {
        if (article.origin.isValid() || stored.value(article.id.value, article.createdAt) < m_merged.at)
            continue;
        m_later.append(article);
        const bool theirs = article.senderRole == SenderRole::Customer && people.contains(article.from.address)
                            && article.from.address != m_target.requester.address;
        if (theirs)
            m_taken.insert(article.id);
    }
    m_loaded = true;
    Q_EMIT changed();
}

void UnmergePresenter::take(ArticleId article, bool toSource)
{
    if (toSource)
        m_taken.insert(article);
    else
        m_taken.remove(article);
    Q_EMIT changed();
}

void UnmergePresenter::submit()
{
    if (!isReady())
        return;
    m_sending = true;
    UnmergeTicket back;
    back.source = m_merged.ticket;
    for (const Article &article : std::as_const(m_later)) {
        if (m_taken.contains(article.id))
            back.take.append(article.id);
    }
    back.why = m_why.simplified();
    Q_EMIT changed();
    deliver(m_desk.submit(Command::make(m_catalog.me(), back)), this,
            [this, round = m_round](const Result<CommandAnswer> &answer) {
                if (round != m_round)
                    return;
                m_sending = false;
                Q_EMIT changed();
                if (answer)
                    Q_EMIT unmerged(m_merged);
                else
                    Q_EMIT failed(answer.error());
            });
}

} // namespace deskhand
