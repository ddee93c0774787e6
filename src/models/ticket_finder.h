// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/desk.h"

#include <QAbstractListModel>
#include <QFuture>
#include <QSet>
#include <QTimer>

namespace deskhand {

/// Tickets to choose from: without words the open tickets of some requesters, with words the ticket of that number and
/// what is found. A newer question replaces an older one; typing is answered after a short rest. Desk and catalog must
/// outlive it; one thread.
class TicketFinder final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int shownTickets = 30;
    enum Role {
        TicketIdRole = Qt::UserRole, ///< qint64
        SubjectRole,                 ///< text from outside
        DetailRole,                  ///< "Sarah Lind · Network · 2 h"; text from outside
        StateTypeRole,               ///< int(StateType)
    };

    TicketFinder(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    /// Whose open tickets are offered, and which are not.
    void setAround(const QSet<PersonId> &requesters, const QSet<TicketId> &except);
    void find(const QString &text);
    [[nodiscard]] const TicketRow &row(int index) const { return m_rows.at(index); }
    [[nodiscard]] bool isAsking() const { return m_asking; }
    [[nodiscard]] QString text() const { return m_text; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole "#12 Subject".
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

Q_SIGNALS:
    void found();

private:
    void ask();
    void askNearby();
    void askWords(const QString &text);
    void takeIds(QVector<TicketId> ids);
    void show(const QVector<TicketRow> &rows);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    QSet<PersonId> m_requesters;
    QSet<TicketId> m_except;
    QString m_text;
    QVector<TicketRow> m_rows;
    QTimer m_rest;
    quint64 m_question = 0;
    bool m_asking = false;
    QFuture<Result<SearchHits>> m_search;
};

} // namespace deskhand
