// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/catalog.h"

#include <mutex>

namespace deskhand {

class Connection;

/// The catalogue as it was read last, for all connections of a process. Asks the desk for its catalogue version each
/// time, so that it notices other processes too. Thread-safe.
class CatalogCache
{
public:
    /// Not inside of a transaction that has changed the catalogue: it may be rolled back. Errors: of the connection.
    [[nodiscard]] Result<CatalogPtr> get(Connection &connection);
    /// Of the catalogue that was read last: versions never change, so that they are worth keeping. Null before.
    [[nodiscard]] SlaVersionsPtr slaVersions();

private:
    std::mutex m_mutex;
    CatalogPtr m_catalog;
    qint64 m_version = -1;
};

} // namespace deskhand
