// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/list_spec.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace deskhand {

/// Asks the desk which tickets a list holds, one question at a time: a newer one cancels the older. What a report has
/// counted may be long in coming: its beginning is asked for besides, and is the first answer if it comes before.
/// Asking again because of changes is spaced by what the last answer cost, so that a list of a million does not keep
/// the reader busy.
class ListSource final : public QObject
{
    Q_OBJECT

public:
    ListSource(Desk &desk, const CatalogHolder &holder, QObject *parent = nullptr);

    /// Starts asking at once. answered(…, true) or failed() follow.
    void ask(const ListSpec &spec);
    /// The same question after a while; answered(…, false).
    void askAgainSoon();
    /// The same question now.
    void retry();
    void cancel();

    [[nodiscard]] const ListSpec &spec() const { return m_spec; }
    [[nodiscard]] bool isAsking() const { return m_asking; }
    /// Of a search: what was found around the words, and whether there is more than was asked for, or of a list: than
    /// has come so far.
    [[nodiscard]] const QHash<TicketId, QString> &excerpts() const { return m_excerpts; }
    [[nodiscard]] bool hasMore() const { return m_more; }

    static constexpr int searchLimit = 500;
    static constexpr int beginningLimit = 128;

Q_SIGNALS:
    /// `first`: the first answer to this spec.
    void answered(const deskhand::TicketList &list, bool first);
    void failed(const deskhand::Error &error, bool first);

private:
    void start();
    void askList(quint64 number);
    void askBeginning(const TicketQuery &query, quint64 number);
    void takeBeginning(quint64 number, const Result<TicketList> &answer);
    void askSearch(quint64 number);
    void take(quint64 number, const Result<TicketList> &answer);
    [[nodiscard]] int pauseMs() const;

    Desk &m_desk;
    const CatalogHolder &m_holder;
    ListSpec m_spec;
    QTimer m_again;
    QTimer m_minute; ///< asks again where the condition depends on the time
    QElapsedTimer m_since;
    qint64 m_lastCostMs = 0;
    QFuture<Result<TicketList>> m_listFuture;
    QFuture<Result<TicketList>> m_beginningFuture;
    QFuture<Result<SearchHits>> m_searchFuture;
    QHash<TicketId, QString> m_excerpts;
    quint64 m_number = 0;
    bool m_more = false;
    bool m_asking = false;
    bool m_first = true;
    bool m_wantAgain = false; ///< a change arrived while a question was under way
};

} // namespace deskhand
