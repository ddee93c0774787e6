// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/desk.h"

#include <QObject>
#include <QSet>
#include <QVector>

namespace deskhand {

/// Two tickets that were made one are to be two again: which of the messages that came since belong to which. Desk and
/// catalog must outlive it; GUI thread.
class UnmergePresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostArticles = 200;

    UnmergePresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    /// `target`: the ticket that `merged` is shown in. changed() follows when its thread is known.
    void start(const TicketDetail &target, const MergedTicket &merged);
    [[nodiscard]] const MergedTicket &merged() const { return m_merged; }
    [[nodiscard]] const TicketDetail &target() const { return m_target; }
    /// Of the target, written since the merge; oldest first.
    [[nodiscard]] const QVector<Article> &later() const { return m_later; }
    /// Those of later() that go to the ticket that comes back. What its own people wrote does, until the person says
    /// otherwise.
    [[nodiscard]] const QSet<ArticleId> &taken() const { return m_taken; }
    void take(ArticleId article, bool toSource);
    void setWhy(const QString &why) { m_why = why; }
    [[nodiscard]] bool isReady() const { return m_loaded && !m_sending; }
    [[nodiscard]] bool isSending() const { return m_sending; }
    /// unmerged() or failed() follows.
    void submit();

Q_SIGNALS:
    void changed();
    void unmerged(const deskhand::MergedTicket &source);
    void failed(const deskhand::Error &error);

private:
    void takeThread(const ThreadPage &page);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    TicketDetail m_target;
    MergedTicket m_merged;
    QVector<Article> m_later;
    QSet<ArticleId> m_taken;
    QString m_why;
    bool m_loaded = false;
    bool m_sending = false;
    quint64 m_round = 0;
};

} // namespace deskhand
