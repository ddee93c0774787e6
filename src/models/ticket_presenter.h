// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "operations/desk.h"

#include <QFuture>
#include <QObject>
#include <QVector>

#include <optional>

namespace deskhand {

/// The open ticket: what the header and the side panel show, and the changes a person makes to it.
///
/// A change is shown at once and sent with the version the person was looking at; changes wait for each other, so that
/// one's own second change never conflicts with the first. A refused change comes back as a conflict with both values.
/// Desk and catalog must outlive it; one thread.
class TicketPresenter : public QObject
{
    Q_OBJECT

public:
    TicketPresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent = nullptr);

    /// Shows another ticket; an invalid id shows none.
    void open(TicketId ticket);
    [[nodiscard]] TicketId ticket() const { return m_ticket; }
    [[nodiscard]] bool isLoaded() const { return m_detail.has_value(); }
    /// Only when isLoaded().
    [[nodiscard]] const TicketDetail &detail() const { return *m_detail; }
    /// The head with changes on their way already in it. Only when isLoaded().
    [[nodiscard]] TicketHead head() const;

    void setSubject(const QString &subject);
    void setState(StateId state, Instant pendingUntil = 0);
    void setPriority(PriorityId priority);
    void setQueue(QueueId queue);
    void setCategory(CategoryId category);
    void setOwner(PersonId owner);
    void setRequester(PersonId requester);
    void setDue(Instant due);
    void changeTags(const QStringList &add, const QStringList &remove);

    [[nodiscard]] const QVector<FieldConflict> &conflicts() const { return m_conflicts; }
    /// Sets the refused value after all, on top of what is there now.
    void takeMine(int conflict);
    /// Leaves what the colleague set.
    void keepTheirs(int conflict);

    /// Says that the person has this article before the eyes; older than what was read: nothing.
    void markRead(ArticleId upTo);
    void markUnread();

Q_SIGNALS:
    void opened();  ///< detail() of another ticket is there
    void changed(); ///< detail(), head() or the catalog differ
    void closed();
    void conflictsChanged();
    void failed(const deskhand::Error &error);

private:
    void reload();
    void takeDetail(const Result<TicketDetail> &answer);
    void onChanged(const QVector<Change> &changes);
    void enqueue(QVector<FieldChange> changes);
    void submitNext();
    void submitLeft(TicketId left, const QVector<FieldChange> &changes);
    void takeAnswer(const Result<CommandAnswer> &answer);

    Desk &m_desk;
    const CatalogHolder &m_catalog;
    TicketId m_ticket;
    std::optional<TicketDetail> m_detail;
    QFuture<Result<TicketDetail>> m_wish;
    QVector<QVector<FieldChange>> m_queue; ///< not yet answered, the first is under way when m_busy
    qint64 m_version = 0;                  ///< newest version this person has seen or made
    QVector<FieldConflict> m_conflicts;
    ArticleId m_marked;
    bool m_busy = false;
    bool m_loading = false;
    bool m_loadAgain = false;
};

/// Applies a change to a head for showing it before the desk has answered.
void applyFieldChange(TicketHead &head, const FieldChange &change);

} // namespace deskhand
