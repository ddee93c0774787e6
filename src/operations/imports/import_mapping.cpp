// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/imports/import_mapping.h"

#include <QDateTime>
#include <QLocale>

namespace deskhand {

QStringList columnsOfTemplate(const QString &text)
{
    QStringList columns;
    qsizetype from = 0;
    for (;;) {
        const qsizetype open = text.indexOf(u'{', from);
        const qsizetype close = open < 0 ? -1 : text.indexOf(u'}', open);
        if (close < 0)
            return columns;
        columns.append(text.mid(open + 1, close - open - 1));
        from = close + 1;
    }
}

QStringList ImportMapping::columns() const
{
    QStringList columns;
    const auto add = [&columns](const QString &column) {
        if (!column.isEmpty() && !columns.contains(column))
            columns.append(column);
    };
    const auto addField = [&add](const ImportField &field) {
        add(field.column);
        const QStringList named = columnsOfTemplate(field.text);
        for (const QString &column : named)
            add(column);
    };
    for (const ImportField *field : {&number, &time, &subject, &text, &requester, &address, &organization, &queue,
                                     &category, &priority, &state, &owner, &channel, &actor, &opened, &solved, &closed})
        addField(*field);
    add(reassigned);
    for (const ImportMessage &message : messages) {
        for (const ImportField *field : {&message.text, &message.from, &message.author, &message.isInternal})
            addField(*field);
    }
    for (const ImportVerdict &verdict : verdicts)
        add(verdict.column);
    for (const ImportTag &tag : tags)
        add(tag.column);
    return columns;
}

std::optional<Instant> parseImportTime(const QString &text, const QStringList &formats, const QTimeZone &zone)
{
    constexpr Instant latest = 253'402'300'800'000; // the end of the year 9999
    const auto inRange = [](Instant at) { return at > 0 && at < latest ? std::optional<Instant>(at) : std::nullopt; };
    const QString trimmed = text.trimmed();
    for (const QString &format : formats) {
        if (format == u"unix" || format == u"unix-ms") {
            bool ok = false;
            const double number = trimmed.toDouble(&ok);
            const double scaled = format == u"unix" ? number * 1000 : number;
            if (ok && scaled > 0 && scaled < double(latest))
                return Instant(scaled);
            continue;
        }
        if (format == u"iso") {
            QDateTime moment = QDateTime::fromString(trimmed, Qt::ISODateWithMs);
            if (!moment.isValid() && trimmed.size() == 10) // a date alone
                moment = QDateTime(QDate::fromString(trimmed, Qt::ISODate), QTime(0, 0));
            if (!moment.isValid())
                continue;
            if (moment.timeSpec() == Qt::LocalTime)
                moment = QDateTime(moment.date(), moment.time(), zone);
            return inRange(moment.toMSecsSinceEpoch());
        }
        const QDateTime moment = QLocale::c().toDateTime(trimmed, format);
        if (moment.isValid())
            return inRange(QDateTime(moment.date(), moment.time(), zone).toMSecsSinceEpoch());
    }
    return {};
}

} // namespace deskhand
