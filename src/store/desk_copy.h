// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/postgres_address.h"

#include <QByteArray>
#include <QString>
#include <QVector>

#include <functional>
#include <optional>

namespace deskhand {

/// Where a desk is: a file of SQLite, or a database on a server.
struct DeskPlace {
    QString file;
    std::optional<PostgresAddress> server;

    /// From what people type: a path, or an address as postgresAddressFromUrl() reads it. Errors: Invalid.
    [[nodiscard]] static Result<DeskPlace> fromText(const QString &text);
    /// The same for the same desk, without user and password.
    [[nodiscard]] QString name() const;
};

struct DeskCopyProgress {
    enum class Phase { Tables, Search, Indexes, Check };
    Phase phase = Phase::Tables;
    QString what; ///< the table
    qint64 done = 0;
    qint64 total = 0;
};

struct DeskCopyOptions {
    qsizetype rowsPerBatch = 100'000;
    qsizetype bytesPerBatch = 32 * 1024 * 1024;
    int ticketsPerBatch = 20'000; ///< of the search index
    /// The source may go on being changed: it is copied, and compared, as it was when the copy began. A copy that was
    /// stopped is then of no use.
    bool whileUsed = false;
    /// Called in the calling thread, after each batch.
    std::function<void(const DeskCopyProgress &)> progress;
};

struct DeskCopyReport {
    enum class Begun {
        Fresh,
        Resumed, ///< an earlier call had been stopped
        Anew,    ///< the desk had changed since an earlier call, or its copy had been found wrong
    };
    struct Table {
        QString name;
        qint64 rows = 0;
        QByteArray sha256; ///< of the rows in the form of CopyRows, in the order of the key; the same on both sides
    };

    Begun begun = Begun::Fresh;
    QVector<Table> tables;
    qint64 searchRows = 0;
};

/// Copies a whole desk, from and to either kind of database: every table, the history with its chain, attachments, the
/// feed, and a search index made anew. The target is a file that is not there or a database without a desk. Both are
/// compared in the end, row by row; only then the target can be opened as a desk.
///
/// Stopped anywhere, also by a kill or a lost connection, the same call goes on where it was. The source is read in one
/// state and must not be changed until the copy is whole (but see DeskCopyOptions::whileUsed). Blocks; any thread
/// without a GUI.
///
/// Errors: Conflict with "problem" in the payload ("target-not-empty": it was left alone; "source-changed": the next
/// call begins anew), Integrity (the tables named are not the same; the next call begins anew), Busy (somebody else
/// copies there), TooOld and TooNew (the source's schema), Invalid (onto itself), those of opening.
[[nodiscard]] Result<DeskCopyReport> copyDesk(const DeskPlace &from, const DeskPlace &to,
                                              const DeskCopyOptions &options = {});

} // namespace deskhand
