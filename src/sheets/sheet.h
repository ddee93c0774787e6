// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <QVector>

#include <variant>

namespace deskhand {

/// A table that becomes a file. Values stay what they are (numbers, instants), so that a spreadsheet can go on with
/// them.

/// What a column's values are.
enum class SheetKind {
    Text,     ///< QString
    Count,    ///< double, whole
    Decimal,  ///< double
    Percent,  ///< double, 1 is 100 %
    Duration, ///< double, milliseconds
    Moment,   ///< double, an Instant
    Day,      ///< double, an Instant whose local date is meant
};

/// Empty, a number or a text. A text may stand in a column of numbers.
using SheetCell = std::variant<std::monostate, double, QString>;

struct SheetColumn {
    QString title;
    SheetKind kind = SheetKind::Text;
};

struct Sheet {
    QString name;      ///< of the tab
    QString title;     ///< above the table in a workbook; empty: none
    QStringList notes; ///< below the title: period, filter, how it is counted
    QVector<SheetColumn> columns;
    QVector<QVector<SheetCell>> rows;  ///< as long as columns, or shorter
    QTimeZone zone = QTimeZone::utc(); ///< that instants are written in
};

/// Comma-separated values as RFC 4180 has them, in UTF-8: lines end with CR LF, what has to be is quoted. Numbers have
/// a point, percentages are shares (0.93), durations are seconds (the head says so), instants ISO 8601 with their
/// offset. Title and notes are left out: a program reads this.
///
/// Safe to open in a spreadsheet: a text that it would take for a formula (OWASP "CSV Injection": one that begins with
/// = + - @, a tab, a carriage return or a line feed, also in full width) is quoted and gets an apostrophe in front.
struct CsvStyle {
    QChar separator = u',';
    bool byteOrderMark = false; ///< for spreadsheets that take UTF-8 for something else without it
};
[[nodiscard]] QByteArray csvOf(const Sheet &sheet, CsvStyle options = {});

/// One cell of such a file, for who writes rows one by one.
[[nodiscard]] QString csvText(const QString &text, QChar separator = u',');

/// A workbook of Office Open XML with a tab for each sheet: a bold head that stays in sight, columns as wide as their
/// content, a filter. Texts are texts, never formulas. Blocks; Invalid: more rows or columns than a sheet can have.
[[nodiscard]] Result<QByteArray> xlsxOf(const QVector<Sheet> &sheets);

inline constexpr int maxSheetRows = 1'048'576 - 64; ///< the format's limit, less what title and notes take
inline constexpr int maxSheetColumns = 16'384;

} // namespace deskhand
