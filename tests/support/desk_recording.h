// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/desk.h"

#include <QDataStream>
#include <QHash>
#include <QMap>

namespace deskhand::test {

/// One thing that a client asked of a desk, and what it was told: an entry of the history that a model checks, in the
/// form of Jepsen's (invoke, then ok, fail or unknown).
struct RecordedOperation {
    enum class Kind { Change, Post, MarkRead, Open };
    enum class Outcome {
        Ok,
        Held,    ///< a reply or note that was not posted because of something unseen
        Failed,  ///< it has not happened
        Unknown, ///< the connection broke and nobody asked again
    };

    int client = 0;
    int number = 0; ///< 1, 2, 3 … of its client
    Kind kind = Kind::Change;
    CommandId command;
    PersonId actor; ///< invalid: the customer's word
    TicketId ticket;
    qint64 baseVersion = 0;
    QMap<TicketField, QString> fields; ///< stored forms, as in HistoryEntry
    QStringList addTags;
    QStringList removeTags;
    QString text; ///< of an article, or the subject of a new ticket: no other operation has it
    bool isPublic = false;
    ArticleId lastSeen;
    bool evenUnseen = false;
    ArticleId upTo; ///< MarkRead

    Outcome outcome = Outcome::Unknown;
    qint64 version = 0; ///< as answered
    ArticleId article;  ///< as answered
    QVector<FieldConflict> conflicts;
    QStringList unseen; ///< why it was held
};

/// What a client heard of the feed: it must be one contiguous run of it.
struct HeardFeed {
    int client = 0;
    qint64 first = 0; ///< 0: nothing
    qint64 last = 0;
    qint64 count = 0;
    quint64 digest = 0; ///< of all changes in the order they came

    void add(const Change &change);
    bool operator==(const HeardFeed &) const = default;
};

/// What is in a desk, read through its door.
struct DumpedArticle {
    ArticleId id;
    int position = 0;
    PersonId author;
    SenderRole role = SenderRole::Agent;
    QString text;
};

struct DumpedTicket {
    TicketHead head;
    QVector<DumpedArticle> articles;
    QVector<HistoryEntry> history; ///< oldest first
};

struct DeskDump {
    QMap<TicketId, DumpedTicket> tickets;
    QVector<Change> feed; ///< after the start of the recording
    QHash<QPair<PersonId, TicketId>, ArticleId> readUpTo;
};

struct Recording {
    QMap<TicketId, TicketHead> initial; ///< tickets that were there at the start
    qint64 feedStart = 0;
    QVector<RecordedOperation> operations;
    QVector<HeardFeed> heard;
    QStringList problems; ///< what a client saw with its own eyes: reads that go back, a repetition with another answer
    DeskDump desk;
};

/// Reads everything that the model wants to know. `readers`: whose read marks. Ends the program when something cannot
/// be read.
[[nodiscard]] DeskDump dumpDesk(Desk &desk, qint64 feedStart, const QVector<PersonId> &readers,
                                const QVector<TicketId> &markedTickets);

QDataStream &operator<<(QDataStream &out, const RecordedOperation &operation);
QDataStream &operator>>(QDataStream &in, RecordedOperation &operation);
QDataStream &operator<<(QDataStream &out, const HeardFeed &heard);
QDataStream &operator>>(QDataStream &in, HeardFeed &heard);

} // namespace deskhand::test
