// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/draft_store.h"

#include <QHash>

namespace deskhand::test {

/// Drafts that outlive whoever writes them, but not the test.
class MemoryDrafts final : public DraftStore
{
public:
    Result<void> save(const Draft &draft) override
    {
        drafts.insert(draft.key, draft);
        return {};
    }
    Result<void> remove(const QString &key) override
    {
        drafts.remove(key);
        return {};
    }
    Result<QVector<Draft>> load(QStringList *) override { return QVector<Draft>(drafts.cbegin(), drafts.cend()); }

    QHash<QString, Draft> drafts;
};

} // namespace deskhand::test
