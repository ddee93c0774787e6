// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/desk_copy.h"
#include "store/migrations.h"

#include <QLockFile>

#include <memory>

namespace deskhand {

/// The desk that is copied to, while it is not one yet: its schema is there, without what is quicker made at the end,
/// and a table with the copier's notes, which are written with the rows they are about. Of one copier at a time.
class DeskCopyTarget
{
public:
    /// What is copied into it.
    struct Source {
        QString name;
        QString mark; ///< the state it is in
    };

    /// Makes it, or finds the unfinished copy of the same source. Errors: as copyDesk().
    [[nodiscard]] static Result<std::unique_ptr<DeskCopyTarget>> open(const DeskPlace &place, const Source &source);

    [[nodiscard]] Connection &connection() { return *m_connection; }
    [[nodiscard]] DeskCopyReport::Begun begun() const { return m_begun; }

    // Errors of all: of the store.

    /// A note's number; 0 when there is none.
    [[nodiscard]] Result<qint64> note(const QString &key);
    Result<void> setNote(const QString &key, qint64 value);

    /// What was left for the end: indexes, foreign keys, triggers.
    Result<void> makeParts(const std::function<void(qint64 done, qint64 total)> &progress);
    /// After the last row: statistics of the large tables, and everything is on the disk.
    Result<void> settle(const QVector<QByteArray> &large);
    /// The next call has to begin anew.
    Result<void> giveUp();
    /// From here on it is a desk.
    Result<void> finish();

private:
    DeskCopyTarget(const DeskPlace &place, QVector<Migration> migrations);
    Result<void> openFile(const Source &source);
    Result<void> openServer(const Source &source);
    Result<void> connect(ConnectionUse use, const QString &file);
    Result<void> makeFile(const Source &source);
    Result<void> make(const Source &source, bool again);
    Result<void> makeSchema();
    Result<bool> canGoOn(const Source &source);
    Result<QString> textNote(const QString &key);
    Result<void> setTextNote(const QString &key, const QString &value);

    DeskPlace m_place;
    QVector<Migration> m_migrations;
    std::unique_ptr<QLockFile> m_lock; ///< beside a file
    std::unique_ptr<Connection> m_connection;
    DeskCopyReport::Begun m_begun = DeskCopyReport::Begun::Fresh;
};

/// A connection to a desk for reading all of it. Errors: of opening.
[[nodiscard]] Result<std::unique_ptr<Connection>> openForCopying(const DeskPlace &place);

} // namespace deskhand
