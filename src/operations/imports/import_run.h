// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/imports/import_table.h"
#include "operations/unit_of_work.h"

namespace deskhand {

/// A desk as an import writes it: its file or its database, in transactions of its own.
class ImportStore
{
public:
    using Work = std::function<Result<void>(UnitOfWork &)>;

    virtual ~ImportStore() = default;
    /// All of it is durable when it returns without an error, and nothing of it otherwise. Errors: of the work and of
    /// the store; Busy: another program writes.
    virtual Result<void> change(const Work &work) = 0;
    /// Whatever the work writes is taken back.
    virtual Result<void> tryOut(const Work &work) = 0;
};

struct ImportOptions {
    bool dryRun = false; ///< nothing stays written; the report says what would be
    bool resume = false; ///< tickets of this source that are there already are passed over; else they are an error
    Instant now = 0;
    ImportNoteSink note;         ///< all of them, as they come; may be empty
    ImportProgressSink progress; ///< may be empty
};

/// Reads a file and stores its tickets with their history: as what it was, and as something that is over. Nobody is
/// notified, nothing is mailed, no level fires, and nothing is promised for them.
///
/// Some hundred tickets are one transaction, with the uuid of each, made of the source and the number of the case:
/// killed at any instant, the next run (with `resume`) passes over what is there and goes on behind it.
///
/// Errors: of readImportTable() and of the store; Conflict (payload "known"): there are tickets of this source already,
/// and `resume` is not set. After Cancelled what was written stays.
[[nodiscard]] Result<ImportReport> importTickets(ImportStore &store, const ImportMapping &mapping,
                                                 CsvReader::Source source, const ImportOptions &options);

/// The uuid of the command that a case counts as.
[[nodiscard]] CommandId importedCaseId(const QString &source, const QString &number);

} // namespace deskhand
