// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/desk_fixture.h"

#include <QMap>

namespace deskhand::test {

/// What a Result must hold; an error ends the program with its words: nothing can be tested then.
[[noreturn]] void failOn(const Error &error);
template <typename T>
T expected(const Result<T> &result)
{
    if (!result)
        failOn(result.error());
    return *result;
}

/// What is told in a feed, once: a door with a feed of its own tells of a ticket again, by no command.
[[nodiscard]] QVector<Change> newsOf(const DeskFixture &fixture, const QVector<Change> &changes);
/// Whether they follow a cursor, and each other, without a gap; in a feed of a door's own in their order.
[[nodiscard]] bool follow(const DeskFixture &fixture, qint64 cursor, const QVector<Change> &changes);

/// A small desk with one of everything, made through a door by commands: ten tickets, called a to j in the order of
/// their opening, one a minute. contract_world.cpp is the table that the contracts' expectations are read from.
class ContractWorld
{
public:
    explicit ContractWorld(DeskFixture &fixture);

    [[nodiscard]] TicketId ticket(char letter) const { return m_tickets.value(letter); }
    /// "cab": the tickets in the order given.
    [[nodiscard]] QString letters(const QVector<TicketId> &ids) const;
    [[nodiscard]] Instant minute(int n) const { return m_start + n * 60'000; }
    /// Minute 18: everything has happened.
    [[nodiscard]] Instant now() const { return minute(18); }
    [[nodiscard]] CatalogPtr catalog() const { return m_catalog; }

    PersonId ada; ///< the admin
    PersonId ben;
    PersonId cleo;
    PersonId rita;       ///< of Acme, VIP
    PersonId zoe;        ///< has no name
    ArticleId bensReply; ///< in b, followed by
    ArticleId adasNote;
    ArticleId customersPhoto; ///< in g, with an attachment

private:
    struct Opening;
    void addCatalog();
    void addPeople();
    void open(const Opening &opening);
    void addThreads();
    ArticleId post(char letter, const QString &text, PersonId agent, Visibility visibility = Visibility::Public);
    ArticleId customersWord(char letter, const QString &text, const QVector<NewAttachment> &attachments = {});
    CommandAnswer submit(const CommandBody &body, PersonId actor = {}, ActorKind kind = ActorKind::Person);
    void nextMinute() { m_fixture.advanceClock(60'000); }

    DeskFixture &m_fixture;
    Instant m_start = 0;
    CatalogPtr m_catalog;
    QMap<char, TicketId> m_tickets;
};

} // namespace deskhand::test
