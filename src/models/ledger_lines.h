// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/catalog.h"

#include <QLocale>
#include <QTimeZone>
#include <QVector>

namespace deskhand {

/// A line of a clock's ledger for people.
struct LedgerLine {
    Instant from = 0;
    Instant to = 0;
    QString when; ///< "Mon 2 March 09:12 – 17:00", "Mon 2 – Fri 6 March, 5 days"
    QString why;  ///< "working time", "paused: Waiting for customer", "09:00–17:00 working time"
    qint64 counted = 0;
    qint64 sum = 0;      ///< counted up to the end of this line
    bool counts = false; ///< something of it
    bool ahead = false;  ///< has not happened yet: as it is expected
    bool operator==(const LedgerLine &) const = default;
};

/// How a ledger is written.
struct LedgerStyle {
    CatalogPtr catalog; ///< for names of states
    QTimeZone zone;     ///< whose days and times of day are shown
    QLocale locale;
    bool foldDays = false; ///< days that are alike stand in one line
};

/// One line an interval, or one a run of equal days. `start` and `ahead` are as in LedgerLine: the sum before the first
/// line, and whether these are expected. The sum of the last line = start + countedTime(ledger).
[[nodiscard]] QVector<LedgerLine> ledgerLines(const QVector<LedgerEntry> &ledger, const LedgerStyle &style,
                                              qint64 start = 0, bool ahead = false);

/// The parts of a ledger before and from `at` on; an interval that it lies in is cut.
struct CutLedger {
    QVector<LedgerEntry> before;
    QVector<LedgerEntry> after;
};
[[nodiscard]] CutLedger cutLedger(const QVector<LedgerEntry> &ledger, Instant at);

/// Whether one line an interval is more than people read.
[[nodiscard]] bool isLongLedger(const QVector<LedgerEntry> &ledger);

} // namespace deskhand
