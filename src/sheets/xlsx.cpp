// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet.h"

#include <QDateTime>
#include <QFile>
#include <QSet>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

namespace deskhand {

namespace {

constexpr int longestCell = 32'767; ///< of the format
constexpr int longestTab = 31;
constexpr double widestColumn = 60;
constexpr double narrowestColumn = 8;
constexpr double millisecondsADay = 86'400'000;

/// Formats of a workbook; it owns them.
struct SheetFormats {
    lxw_format *title;
    lxw_format *note;
    lxw_format *head;
    lxw_format *headOfNumbers;
    lxw_format *values[7];
};

SheetFormats formatsOf(lxw_workbook *workbook)
{
    SheetFormats formats{};
    const auto made = [workbook](const char *number) {
        lxw_format *format = workbook_add_format(workbook);
        if (number)
            format_set_num_format(format, number);
        return format;
    };
    formats.title = made(nullptr);
    format_set_bold(formats.title);
    format_set_font_size(formats.title, 14);
    formats.note = made(nullptr);
    format_set_font_color(formats.note, 0x59636E);
    formats.head = made(nullptr);
    formats.headOfNumbers = made(nullptr);
    for (lxw_format *head : {formats.head, formats.headOfNumbers}) {
        format_set_bold(head);
        format_set_bottom(head, LXW_BORDER_THIN);
    }
    format_set_align(formats.headOfNumbers, LXW_ALIGN_RIGHT);
    // In the order of SheetKind.
    const char *numbers[] = {"@", "#,##0", "#,##0.00", "0.0%", "[h]:mm:ss", "yyyy\\-mm\\-dd hh:mm", "yyyy\\-mm\\-dd"};
    for (int kind = 0; kind < 7; ++kind)
        formats.values[kind] = made(kind == 0 ? nullptr : numbers[kind]);
    return formats;
}

/// A name that the format takes, and that no other tab has.
QString tabName(const QString &wanted, int number, QSet<QString> *taken)
{
    QString name;
    for (const QChar character : wanted) {
        const bool refused = QStringLiteral("[]:*?/\\").contains(character) || character < u' ';
        name.append(refused ? QChar(u' ') : character);
    }
    while (name.startsWith(u'\'') || name.endsWith(u'\''))
        name = name.startsWith(u'\'') ? name.mid(1) : name.chopped(1);
    name = name.simplified().left(longestTab).trimmed();
    if (name.isEmpty())
        name = QStringLiteral("Sheet%1").arg(number);
    for (int again = 2; taken->contains(name.toCaseFolded()); ++again) {
        const QString tail = QStringLiteral(" %1").arg(again);
        name = name.left(longestTab - int(tail.size())) + tail;
    }
    taken->insert(name.toCaseFolded());
    return name;
}

/// Days since 30 December 1899, as the format counts, of the wall clock in `zone`.
double serialDay(double instant, const QTimeZone &zone, bool wholeDays)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(qint64(instant), zone);
    const double days = double(QDate(1899, 12, 30).daysTo(local.date()));
    return wholeDays ? days : days + local.time().msecsSinceStartOfDay() / millisecondsADay;
}

double stored(double value, SheetKind kind, const QTimeZone &zone)
{
    switch (kind) {
    case SheetKind::Duration: return value / millisecondsADay;
    case SheetKind::Moment: return serialDay(value, zone, false);
    case SheetKind::Day: return serialDay(value, zone, true);
    default: return value;
    }
}

double widthFor(const SheetCell &cell, SheetKind kind)
{
    if (const auto *text = std::get_if<QString>(&cell))
        return double(text->size());
    if (!std::holds_alternative<double>(cell))
        return 0;
    switch (kind) {
    case SheetKind::Moment: return 16;
    case SheetKind::Day: return 10;
    case SheetKind::Duration: return 10;
    default: return std::log10(std::abs(std::get<double>(cell)) + 1) * 1.3 + 4;
    }
}

QByteArray cellText(const QString &text)
{
    return text.left(longestCell).toUtf8();
}

void writeRows(lxw_worksheet *tab, const Sheet &sheet, const SheetFormats &formats, lxw_row_t row)
{
    for (const QVector<SheetCell> &cells : sheet.rows) {
        for (int column = 0; column < sheet.columns.size() && column < cells.size(); ++column) {
            const SheetKind kind = sheet.columns[column].kind;
            const SheetCell &cell = cells[column];
            if (const auto *text = std::get_if<QString>(&cell); text && !text->isEmpty())
                worksheet_write_string(tab, row, lxw_col_t(column), cellText(*text).constData(), formats.values[0]);
            else if (const auto *number = std::get_if<double>(&cell); number && std::isfinite(*number))
                worksheet_write_number(tab, row, lxw_col_t(column), stored(*number, kind, sheet.zone),
                                       formats.values[int(kind)]);
        }
        ++row;
    }
}

void writeSheet(lxw_worksheet *tab, const Sheet &sheet, const SheetFormats &formats)
{
    lxw_row_t row = 0;
    if (!sheet.title.isEmpty())
        worksheet_write_string(tab, row++, 0, cellText(sheet.title).constData(), formats.title);
    for (const QString &note : sheet.notes)
        worksheet_write_string(tab, row++, 0, cellText(note).constData(), formats.note);
    if (row > 0)
        ++row;
    for (int column = 0; column < sheet.columns.size(); ++column) {
        const SheetColumn &head = sheet.columns[column];
        worksheet_write_string(tab, row, lxw_col_t(column), cellText(head.title).constData(),
                               head.kind == SheetKind::Text ? formats.head : formats.headOfNumbers);
        double width = double(head.title.size()) + 2; // the filter's arrow
        for (const QVector<SheetCell> &cells : sheet.rows)
            width = std::max(width, widthFor(cells.value(column), head.kind));
        worksheet_set_column(tab, lxw_col_t(column), lxw_col_t(column),
                             std::clamp(width + 1, narrowestColumn, widestColumn), nullptr);
    }
    worksheet_freeze_panes(tab, row + 1, 0);
    if (!sheet.columns.isEmpty() && !sheet.rows.isEmpty())
        worksheet_autofilter(tab, row, 0, row + lxw_row_t(sheet.rows.size()), lxw_col_t(sheet.columns.size() - 1));
    writeRows(tab, sheet, formats, row + 1);
}

Error sheetError(ErrorCode code, const QString &detail)
{
    return {code, QStringLiteral("sheets.xlsx"), detail, {}};
}

} // namespace

Result<QByteArray> xlsxOf(const QVector<Sheet> &sheets)
{
    for (const Sheet &sheet : sheets) {
        if (sheet.rows.size() > maxSheetRows || sheet.columns.size() > maxSheetColumns)
            return sheetError(ErrorCode::Invalid,
                              QStringLiteral("%1 rows and %2 columns are more than a sheet can have")
                                  .arg(sheet.rows.size())
                                  .arg(sheet.columns.size()));
    }
    // The library writes files, and its own temporary ones, only: all of them in a folder that nobody else can read.
    const QTemporaryDir folder;
    if (!folder.isValid())
        return sheetError(ErrorCode::Internal, folder.errorString());
    const QString path = folder.filePath(QStringLiteral("workbook.xlsx"));
    QByteArray place = QFile::encodeName(folder.path());
    lxw_workbook_options options{};
    options.tmpdir = place.data();
    lxw_workbook *workbook = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    if (!workbook)
        return sheetError(ErrorCode::Internal, QStringLiteral("out of memory"));
    const SheetFormats formats = formatsOf(workbook);
    QSet<QString> taken;
    int number = 0;
    for (const Sheet &sheet : sheets) {
        const QByteArray name = tabName(sheet.name, ++number, &taken).toUtf8();
        if (lxw_worksheet *tab = workbook_add_worksheet(workbook, name.constData()))
            writeSheet(tab, sheet, formats);
    }
    if (sheets.isEmpty())
        workbook_add_worksheet(workbook, nullptr);
    if (const lxw_error failed = workbook_close(workbook); failed != LXW_NO_ERROR)
        return sheetError(ErrorCode::Internal, QString::fromUtf8(lxw_strerror(failed)));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return sheetError(ErrorCode::Internal, file.errorString());
    return file.readAll();
}

} // namespace deskhand
