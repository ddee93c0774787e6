// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/ticket.h"
#include "operations/command.h"
#include "operations/desk.h"

#include <QHash>
#include <QRandomGenerator>
#include <QStringList>
#include <QVector>

namespace deskhand {
class ReplicaDesk;
}

namespace deskhand::test {

/// What somebody has asked for at a desk of their own, and what they had in front of them.
struct PartitionWish {
    enum class Kind { Change, Post, Open, Tag } kind = Kind::Change;
    enum class Fate {
        Unknown, ///< nobody has told them: it may have happened, once
        Kept,    ///< they were told that it is done, or will be
        GivenUp, ///< they were told that it is not, or have given it up
    };
    CommandId id;
    TicketId ticket;
    TicketField field = TicketField::Subject;
    QString wanted;   ///< a field's stored form, a text or a subject that nobody else has
    QStringList seen; ///< values of the field that they have ever had in front of them
    Fate fate = Fate::Unknown;
    QString why; ///< it was given up, for whoever looks for a fault
};

/// What happens to somebody who works, at the moment it does: what is noted here has happened even when their program
/// dies right after.
class PartitionJournal
{
public:
    virtual ~PartitionJournal() = default;
    virtual void looked(TicketId ticket, TicketField field, const QString &value) = 0;
    virtual void wished(const PartitionWish &wish) = 0; ///< right before it is given
    virtual void answered(const CommandId &id, PartitionWish::Fate fate, const QString &why) = 0;
    virtual void givesUp(const CommandId &id, const QString &why) = 0; ///< right before
    virtual void gaveUp(const CommandId &id, bool done) = 0;
};

/// All that has happened to one person.
class PartitionMemory final : public PartitionJournal
{
public:
    void looked(TicketId ticket, TicketField field, const QString &value) override;
    void wished(const PartitionWish &wish) override;
    void answered(const CommandId &id, PartitionWish::Fate fate, const QString &why) override;
    void givesUp(const CommandId &id, const QString &why) override;
    void gaveUp(const CommandId &id, bool done) override;

    [[nodiscard]] const QVector<PartitionWish> &wishes() const { return m_wishes; }

private:
    PartitionWish *find(const CommandId &id);

    QHash<QPair<qint64, int>, QStringList> m_seen;
    QVector<PartitionWish> m_wishes;
    PartitionWish::Fate m_before = PartitionWish::Fate::Unknown; ///< of what is being given up
};

/// A person at a replica who changes, writes, tags, reads and opens tickets at random.
class PartitionAgent
{
public:
    /// `serial`: what they write begins to count there, so that nobody else writes the same. All outlive it.
    PartitionAgent(ReplicaDesk &desk, PersonId me, qint64 serial, QRandomGenerator &random, PartitionJournal &journal);

    /// Does one thing about a ticket that is here.
    void work();
    /// Looks at what needs attention: at all of it, or now and then.
    void decide(bool all);

private:
    [[nodiscard]] QString unique(const char *what);
    void look(const TicketHead &head);
    void submit(const CommandBody &body, PartitionWish wish);
    void change(const TicketHead &head);
    void tag(const TicketHead &head);
    void post(const TicketHead &head);
    void openTicket();

    ReplicaDesk &m_desk;
    PersonId m_me;
    qint64 m_serial;
    QRandomGenerator &m_random;
    PartitionJournal &m_journal;
};

/// A field of a ticket as history stores it.
[[nodiscard]] QString storedForm(const TicketHead &head, TicketField field);

/// What a desk says of its tickets, as lines that are the same wherever the same is known.
[[nodiscard]] QStringList toldOf(Desk &desk, const QVector<TicketId> &ids, PersonId me);
/// The first line in which somebody's differ; empty: none.
[[nodiscard]] QString firstDifference(const QStringList &here, const QStringList &there);

/// Holds what people were told against what a desk has in the end.
class PartitionJudge
{
public:
    /// Reads everything. `me`: an admin.
    PartitionJudge(Desk &desk, const QVector<TicketId> &ids, PersonId me);

    void judge(int client, const PartitionWish &wish, QStringList *wrong) const;

private:
    QStringList m_texts;
    QStringList m_subjects; ///< those that there are and those that there were
    QHash<CommandId, QVector<HistoryEntry>> m_entries;
};

} // namespace deskhand::test
