// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/ticket.h"

#include <QMap>
#include <QString>
#include <QVector>

namespace deskhand {

/// Something in a row that could not be taken as it is.
struct ImportNote {
    qint64 row = 0;  ///< as a spreadsheet counts, the heading is row 1
    qint64 line = 0; ///< of the file
    QString column;  ///< empty: the row itself
    QString value;   ///< its beginning
    QString why;     ///< a stable word: "bad-time", "missing", "unknown-value", "unclosed-quote", "time-went-back" …
    bool skipped = true; ///< the row was; else it was taken without this value, or mended
};

struct ImportReport {
    qint64 rows = 0;        ///< without the heading
    qint64 skippedRows = 0; ///< of those
    qint64 mendedRows = 0;  ///< notes about rows that were taken
    qint64 cases = 0;       ///< tickets in the rows that were taken
    qint64 imported = 0;    ///< tickets
    qint64 known = 0;       ///< tickets that a run before has imported
    qint64 events = 0;      ///< rows of the tickets that were imported
    qint64 articles = 0;
    qint64 people = 0;                                                         ///< who were made
    QStringList states, priorities, queues, categories, organizations, agents; ///< that were made, or would be
    QMap<QString, qint64> why;                                                 ///< how often which note
    QVector<ImportNote> notes; ///< the first ones of them, see ImportLimits
    bool cancelled = false;
};

struct ImportProgress {
    enum class Phase { Reading, Writing };
    Phase phase = Phase::Reading;
    qint64 done = 0;  ///< rows, or tickets
    qint64 total = 0; ///< of tickets; 0: not known
    qint64 bytes = 0; ///< Reading: of the file
};

} // namespace deskhand
