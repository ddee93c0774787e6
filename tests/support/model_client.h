// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk_recording.h"

#include <QObject>
#include <QRandomGenerator>

namespace deskhand::test {

/// Who a client is and what it works on.
struct ClientPlan {
    int client = 0;
    quint32 seed = 0; ///< the same for all clients of a run
    PersonId me;
    CatalogPtr catalog;
    QVector<TicketId> tickets;
};

/// An agent at a desk of its own who does random things to tickets that others work on too, and writes down what it
/// asked and was told. It often works on what it saw some time ago. Used in one thread, in which the desk lives; waits
/// there for every answer.
class ModelClient : public QObject
{
    Q_OBJECT

public:
    ModelClient(Desk &desk, ClientPlan plan);

    void step(); ///< one operation
    /// Hears on until the feed's end. False: it has not come in time.
    [[nodiscard]] bool hearUntil(qint64 seq);

    [[nodiscard]] const QVector<RecordedOperation> &operations() const { return m_operations; }
    [[nodiscard]] const HeardFeed &heard() const { return m_heard; }
    [[nodiscard]] const QStringList &problems() const { return m_problems; }

private:
    /// What the agent has on the screen.
    struct Seen {
        qint64 version = 0;
        ArticleId lastArticle;
    };

    void hear(const QVector<Change> &changes);
    void look(TicketId ticket);
    CommandBody change(RecordedOperation *operation);
    CommandBody post(RecordedOperation *operation);
    CommandBody tag(RecordedOperation *operation);
    CommandBody open(RecordedOperation *operation);
    QString randomValue(TicketField field);
    void submit(RecordedOperation *operation, const CommandBody &body);
    void note(const Result<CommandAnswer> &answer, RecordedOperation *operation);
    void repeat(const Command &command, const CommandAnswer &answer, const RecordedOperation &operation);
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    QString unique(const char *what) const;

    Desk &m_desk;
    ClientPlan m_plan;
    QRandomGenerator m_random;
    int m_number = 0;
    QHash<TicketId, Seen> m_seen;
    QHash<TicketId, qint64> m_own; ///< the last version that this client has made
    QVector<RecordedOperation> m_operations;
    HeardFeed m_heard;
    QStringList m_problems;
};

} // namespace deskhand::test
