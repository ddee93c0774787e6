// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/draft_store.h"

namespace deskhand {

/// Drafts in a folder of this person on this computer: one JSON file a draft, written beside, synced and renamed, so
/// that a kill at any instruction leaves the old or the new draft, never half of one. The bytes of attachments lie once
/// under their SHA-256 in `files/`, so that typing does not write them again; those that no draft names any more are
/// swept when the folder is read, unless a damaged draft may still name them.
///
/// Errors: Internal with the system's words in `detail`. A draft that cannot be read is renamed to `*.damaged`.
/// Not thread-safe: use from one thread. Two programs may share the folder: the newest save of a draft wins.
class DraftFiles final : public DraftStore
{
public:
    explicit DraftFiles(QString folder);

    Result<void> save(const Draft &draft) override;
    Result<void> remove(const QString &key) override;
    Result<QVector<Draft>> load(QStringList *damaged) override;

    [[nodiscard]] QString folder() const { return m_folder; }

private:
    Result<void> prepareFolders() const;
    Result<void> saveBytes(const QByteArray &bytes, const QString &name) const;
    void setAside(const QString &path, QStringList *damaged) const;
    void sweepFiles(const QVector<Draft> &drafts) const;
    void sweepTemporaries() const;

    QString m_folder;
};

} // namespace deskhand
