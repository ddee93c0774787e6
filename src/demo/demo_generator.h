// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/bulk_load.h"

#include <QPair>
#include <QStringList>
#include <QVector>

#include <memory>

namespace deskhand {

/// The end of the demo's time unless told otherwise: Friday, 2026-11-20, 15:30 UTC.
constexpr Instant demoDefaultEnd = 1'795'188'600'000;

struct DemoOptions {
    qint64 tickets = 5000; ///< at least 1
    quint64 seed = 1;
    Instant end = demoDefaultEnd; ///< "today": the newest ticket is some minutes before it, the oldest a year
};

/// Makes up a company and a year of its tickets. The same options give the same bytes on every machine. The tickets
/// come in the order of their opening, batch by batch, so that any number fits into memory. Not thread-safe; may run in
/// a thread of its own.
class DemoGenerator
{
public:
    /// Invalid: the texts of the demo have a mistake (a test says where).
    [[nodiscard]] static Result<std::unique_ptr<DemoGenerator>> create(const DemoOptions &options);
    ~DemoGenerator();

    [[nodiscard]] const Catalog &catalog() const;
    [[nodiscard]] QVector<Person> people() const;
    [[nodiscard]] QVector<Organization> organizations() const;
    /// The agent whom the demo's window belongs to.
    [[nodiscard]] PersonId demoAgent() const;
    /// That agent's own saved views: name, condition as text, sort column, "asc" or "desc", columns, column to group
    /// by.
    [[nodiscard]] QVector<QStringList> viewTexts() const;

    /// The next tickets, at most `count`; fewer only at the end, then none.
    [[nodiscard]] QVector<BulkTicket> next(int count);
    /// How far the demo agent has read the tickets made so far, where it is not to the end: the article, invalid: none.
    [[nodiscard]] QVector<QPair<TicketId, ArticleId>> unread() const;

private:
    struct Parts;
    explicit DemoGenerator(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace deskhand
