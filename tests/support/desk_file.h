// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/bulk_load.h"
#include "store/connection.h"

#include <QTemporaryDir>

namespace deskhand::test {

/// A desk in a temporary file, filled through the bulk loader, with connections to look at it. A failure ends the test
/// program: nothing can be tested then.
class DeskFile
{
public:
    DeskFile();

    [[nodiscard]] QString path() const;
    [[nodiscard]] std::unique_ptr<Connection> connect(ConnectionUse use = ConnectionUse::Read) const;

    /// One load from begin() to finish(). Agents of the catalog are stored too unless `people` has their ids.
    void load(const Catalog &catalog, const QVector<Person> &people, const QVector<BulkTicket> &tickets,
              const QHash<PersonId, QVector<QPair<TicketId, ArticleId>>> &marks = {}) const;
    /// What clocks say is calculated while loading; this says something else, for tests that have no policies.
    void setClocks(const QVector<TicketHead> &heads) const;

private:
    QTemporaryDir m_folder;
    std::shared_ptr<const StatementCatalogue> m_statements;
};

/// A requester; the id is given.
[[nodiscard]] Person requester(qint64 id, const QString &name, const QString &address);

/// A ticket with one public article for each text. Ids of articles are `id * 1000 + position`.
[[nodiscard]] BulkTicket bulkTicket(qint64 id, PersonId requester, const QString &subject, const QStringList &texts);

} // namespace deskhand::test
