// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets/sheet.h"

#include <QDateTime>
#include <QLocale>

#include <cmath>

namespace deskhand {

namespace {

bool looksLikeFormula(const QString &text)
{
    static const QString beginnings = QStringLiteral("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");
    return !text.isEmpty() && beginnings.contains(text.front());
}

QString plainNumber(double value)
{
    if (value == std::floor(value) && std::abs(value) < 1e15)
        return QString::number(qint64(value));
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString csvNumber(double value, SheetKind kind, const QTimeZone &zone)
{
    if (!std::isfinite(value))
        return {};
    switch (kind) {
    case SheetKind::Duration: return plainNumber(value / 1000);
    case SheetKind::Moment: return QDateTime::fromMSecsSinceEpoch(qint64(value), zone).toString(Qt::ISODate);
    case SheetKind::Day: return QDateTime::fromMSecsSinceEpoch(qint64(value), zone).date().toString(Qt::ISODate);
    default: return plainNumber(value);
    }
}

} // namespace

QString csvText(const QString &text, QChar separator)
{
    const bool formula = looksLikeFormula(text);
    const bool quoted = formula || text.contains(separator) || text.contains(u'"') || text.contains(u'\n')
                        || text.contains(u'\r') || text.startsWith(u' ') || text.endsWith(u' ');
    if (!quoted)
        return text;
    QString inside = text;
    inside.replace(u'"', QStringLiteral("\"\""));
    return u'"' + (formula ? QStringLiteral("'") : QString()) + inside + u'"';
}

QByteArray csvOf(const Sheet &sheet, CsvStyle options)
{
    QString all;
    QStringList line;
    const auto finishLine = [&] {
        all += line.join(options.separator) + QStringLiteral("\r\n");
        line.clear();
    };
    for (const SheetColumn &column : sheet.columns) {
        const bool inSeconds = column.kind == SheetKind::Duration;
        line.append(csvText(inSeconds ? column.title + QStringLiteral(" (s)") : column.title, options.separator));
    }
    finishLine();
    for (const QVector<SheetCell> &row : sheet.rows) {
        for (int column = 0; column < sheet.columns.size(); ++column) {
            const SheetCell cell = row.value(column);
            if (const auto *number = std::get_if<double>(&cell))
                line.append(csvNumber(*number, sheet.columns[column].kind, sheet.zone));
            else if (const auto *text = std::get_if<QString>(&cell))
                line.append(csvText(*text, options.separator));
            else
                line.append(QString());
        }
        finishLine();
    }
    QByteArray bytes = all.toUtf8();
    return options.byteOrderMark ? QByteArrayLiteral("\xEF\xBB\xBF") + bytes : bytes;
}

} // namespace deskhand
