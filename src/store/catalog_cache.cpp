// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/catalog_cache.h"

#include "store/reading.h"

namespace deskhand {

Result<CatalogPtr> CatalogCache::get(Connection &connection)
{
    // The version first: when the catalogue changes in between, it is kept under a version that is already old.
    const Result<qint64> version = readCatalogVersion(connection);
    if (!version)
        return version.error();
    {
        const std::lock_guard lock(m_mutex);
        if (m_catalog && m_version == *version)
            return m_catalog;
    }
    Result<CatalogPtr> read = readCatalog(connection, slaVersions());
    if (read) {
        const std::lock_guard lock(m_mutex);
        if (*version >= m_version) {
            m_catalog = *read;
            m_version = *version;
        }
    }
    return read;
}

SlaVersionsPtr CatalogCache::slaVersions()
{
    const std::lock_guard lock(m_mutex);
    return m_catalog ? m_catalog->slaVersions : SlaVersionsPtr();
}

} // namespace deskhand
