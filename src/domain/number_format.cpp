// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/number_format.h"

#include <QDateTime>

namespace deskhand {
namespace {

Error badFormat(qsizetype position, const QString &detail)
{
    return Error{ErrorCode::Invalid,
                 QStringLiteral("domain.numberFormat"),
                 detail,
                 {{QStringLiteral("position"), int(position)}}};
}

/// Padding of "n:6"; 0 for a plain "n"; -1 when it is no counter.
int counterPadding(QStringView placeholder)
{
    if (placeholder == u"n")
        return 0;
    if (!placeholder.startsWith(u"n:"))
        return -1;
    bool ok = false;
    const int width = placeholder.mid(2).toInt(&ok);
    return ok && width >= 1 && width <= 18 ? width : -1;
}

bool isDatePlaceholder(QStringView placeholder)
{
    return placeholder == u"yyyy" || placeholder == u"yy" || placeholder == u"mm" || placeholder == u"dd";
}

QChar checkDigit(QStringView text)
{
    int sum = 0;
    int weight = 1;
    for (const QChar c : text) {
        if (!c.isDigit())
            continue;
        sum += c.digitValue() * weight;
        weight = 3 - weight;
    }
    const int digit = (10 - sum % 10) % 10;
    return QChar(u'0' + digit);
}

} // namespace

Result<void> checkNumberFormat(const QString &format)
{
    int counters = 0;
    for (qsizetype i = 0; i < format.size(); ++i) {
        if (format[i] == u'}')
            return badFormat(i, QStringLiteral("closing brace without an opening one"));
        if (format[i] < u' ' || format[i] > u'~')
            return badFormat(i, QStringLiteral("only ASCII signs are possible"));
        if (format[i] != u'{')
            continue;
        const qsizetype end = format.indexOf(u'}', i);
        if (end < 0)
            return badFormat(i, QStringLiteral("brace is not closed"));
        const QStringView placeholder = QStringView(format).mid(i + 1, end - i - 1);
        if (counterPadding(placeholder) >= 0)
            ++counters;
        else if (!isDatePlaceholder(placeholder) && placeholder != u"c")
            return badFormat(i, QStringLiteral("unknown placeholder"));
        i = end;
    }
    if (counters != 1)
        return badFormat(0, QStringLiteral("exactly one {n} is needed"));
    if (format.size() > 64)
        return badFormat(64, QStringLiteral("longer than 64 characters"));
    return {};
}

QString formatTicketNumber(const QString &format, qint64 counter, Instant at)
{
    const QDate date = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).date();
    QString number;
    for (qsizetype i = 0; i < format.size(); ++i) {
        if (format[i] != u'{') {
            number += format[i];
            continue;
        }
        const qsizetype end = format.indexOf(u'}', i);
        const QStringView placeholder = QStringView(format).mid(i + 1, end - i - 1);
        if (placeholder == u"yyyy")
            number += QString::number(date.year());
        else if (placeholder == u"yy")
            number += QString::number(date.year() % 100).rightJustified(2, u'0');
        else if (placeholder == u"mm")
            number += QString::number(date.month()).rightJustified(2, u'0');
        else if (placeholder == u"dd")
            number += QString::number(date.day()).rightJustified(2, u'0');
        else if (placeholder == u"c")
            number += checkDigit(number);
        else
            number += QString::number(counter).rightJustified(counterPadding(placeholder), u'0');
        i = end;
    }
    return number;
}

} // namespace deskhand
