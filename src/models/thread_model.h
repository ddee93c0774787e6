// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/thread_items.h"
#include "operations/desk.h"

#include <QAbstractListModel>
#include <QFuture>

namespace deskhand {

/// The thread of one ticket: the newest page at once, older ones when asked for, new ones as they arrive. Rows are only
/// ever put before or behind what is there, so that a view can keep what is being read where it is.
class ThreadModel : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int firstPage = 20;
    static constexpr int olderPage = 50;

    /// `desk` must outlive the model.
    explicit ThreadModel(Desk &desk, QObject *parent = nullptr);

    /// Shows another ticket to `me`.
    void open(TicketId ticket, PersonId me);
    void close();
    /// Where the reader had stopped: the line "new" stands behind it, unless all of the thread is new.
    void setReadUpTo(ArticleId article);
    /// Numbers of the tickets that were merged into this one: their articles say where they come from.
    void setOrigins(const QHash<TicketId, QString> &numbers);
    /// The next older page; earlierLoaded() when it is there. Nothing when there is none, or one is on its way.
    void loadEarlier();

    [[nodiscard]] TicketId ticket() const { return m_ticket; }
    [[nodiscard]] PersonId me() const { return m_state.me; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool isLoadingEarlier() const { return m_loadingEarlier; }
    [[nodiscard]] int earlierCount() const { return m_state.earlier; }
    [[nodiscard]] const ThreadItem &item(int row) const { return m_items.at(row); }
    [[nodiscard]] const QVector<Article> &articles() const { return m_state.articles; }
    [[nodiscard]] ArticleId newestArticle() const;
    /// -1: not loaded.
    [[nodiscard]] int rowOf(ArticleId article) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Qt::DisplayRole and Qt::AccessibleTextRole: the row as plain text.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void opened();                   ///< the newest page of a ticket is there
    void articlesArrived(int count); ///< while it was open, by anybody
    void articlesWithdrawn();        ///< somebody took them back before they were mailed
    void earlierLoaded();
    void failed(const deskhand::Error &error);

private:
    void onChanged(const QVector<Change> &changes);
    void refresh();
    void takeNewest(const ThreadPage &page);
    void takeEarlier(const ThreadPage &page);
    void rearrange();
    /// Another ticket was merged in, or taken out: what was loaded no longer joins what is there now.
    [[nodiscard]] bool isRewoven(const ThreadPage &page) const;
    void mergeDeliveries(const ThreadPage &page);
    /// Articles that were taken back are no longer in the page.
    void dropWithdrawn(const ThreadPage &page);
    /// What a replica has done by itself has other entries as soon as the service has done it, too.
    void dropEntriesFrom(const ThreadPage &page);
    void mergeHistory(const QVector<HistoryEntry> &entries);

    Desk &m_desk;
    TicketId m_ticket;
    ThreadState m_state;
    QVector<ThreadItem> m_items;
    QFuture<Result<ThreadPage>> m_pageWish;
    QFuture<Result<ThreadPage>> m_earlierWish;
    bool m_loaded = false;
    bool m_loadingEarlier = false;
    bool m_refreshing = false;
    bool m_refreshAgain = false;
};

} // namespace deskhand
