// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ledger_lines.h"

#include "models/sla_words.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace deskhand {

namespace {

constexpr qsizetype longLedger = 24; ///< intervals: about two ordinary weeks

struct LedgerWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::Ledger)
};

/// A part of a ledger inside of one local day.
struct DayPiece {
    QTime from; ///< of the day
    QTime to;   ///< 00:00: its end
    LedgerEntry entry;

    [[nodiscard]] bool isLike(const DayPiece &other) const
    {
        return from == other.from && to == other.to && entry.counted == other.entry.counted
               && entry.reason == other.entry.reason && entry.name == other.entry.name
               && entry.stateId == other.entry.stateId && entry.to - entry.from == other.entry.to - other.entry.from;
    }
};

struct LedgerDay {
    QDate date;
    QVector<DayPiece> pieces;

    [[nodiscard]] bool isLike(const LedgerDay &other) const
    {
        return std::equal(pieces.cbegin(), pieces.cend(), other.pieces.cbegin(), other.pieces.cend(),
                          [](const DayPiece &a, const DayPiece &b) { return a.isLike(b); });
    }
    [[nodiscard]] qint64 counted() const
    {
        qint64 sum = 0;
        for (const DayPiece &piece : pieces)
            sum += piece.entry.counted ? piece.entry.to - piece.entry.from : 0;
        return sum;
    }
};

QVector<LedgerDay> daysOf(const QVector<LedgerEntry> &ledger, const QTimeZone &zone)
{
    QVector<LedgerDay> days;
    for (LedgerEntry rest : ledger) {
        while (rest.from < rest.to) {
            const QDateTime begin = QDateTime::fromMSecsSinceEpoch(rest.from, zone);
            const Instant midnight = begin.date().addDays(1).startOfDay(zone).toMSecsSinceEpoch();
            LedgerEntry part = rest;
            part.to = std::min(rest.to, midnight);
            if (days.isEmpty() || days.last().date != begin.date())
                days.append({begin.date(), {}});
            const QTime end = part.to == midnight ? QTime(0, 0) : QDateTime::fromMSecsSinceEpoch(part.to, zone).time();
            days.last().pieces.append({begin.time(), end, part});
            rest.from = part.to;
        }
    }
    return days;
}

QString clockTime(const QTime &time)
{
    return time.toString(time.second() != 0 ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

QString endTime(const QTime &time)
{
    return time == QTime(0, 0) ? QStringLiteral("24:00") : clockTime(time);
}

QString shortDay(const QDate &date, const QLocale &locale)
{
    return locale.dayName(date.dayOfWeek(), QLocale::ShortFormat) + u' '
           + locale.toString(date, LedgerWords::tr("d MMM", "day and short month, as QLocale writes formats"));
}

QString whyOf(const LedgerEntry &entry, const LedgerStyle &style)
{
    const QString text = ledgerReasonText(entry, *style.catalog);
    return entry.reason == LedgerReason::Holiday && !entry.name.isEmpty() ? LedgerWords::tr("holiday: %1").arg(text)
                                                                          : text;
}

QString dayWhy(const LedgerDay &day, const LedgerStyle &style)
{
    if (day.pieces.size() == 1)
        return whyOf(day.pieces.first().entry, style);
    // Closed hours around the frames say nothing that the frames do not say.
    QStringList parts;
    QStringList times;
    const LedgerEntry *open = nullptr;
    const auto flush = [&] {
        if (open != nullptr)
            parts.append(LedgerWords::tr("%1 %2", "times of day and what they were")
                             .arg(times.join(QStringLiteral(", ")), whyOf(*open, style)));
        times.clear();
        open = nullptr;
    };
    for (const DayPiece &piece : day.pieces) {
        if (piece.entry.reason == LedgerReason::Closed)
            continue;
        if (open != nullptr
            && (open->reason != piece.entry.reason || open->name != piece.entry.name
                || open->stateId != piece.entry.stateId))
            flush();
        open = &piece.entry;
        times.append(clockTime(piece.from) + u'–' + endTime(piece.to));
    }
    flush();
    return parts.isEmpty() ? whyOf(day.pieces.first().entry, style) : parts.join(QStringLiteral("; "));
}

QString daysWhen(const LedgerDay &first, const LedgerDay &last, const QLocale &locale)
{
    const bool whole = first.pieces.first().from == QTime(0, 0) && last.pieces.last().to == QTime(0, 0);
    if (first.date == last.date) {
        const QString day = shortDay(first.date, locale);
        return whole ? day
                     : day + u' ' + clockTime(first.pieces.first().from) + QStringLiteral(" – ")
                           + endTime(last.pieces.last().to);
    }
    const int count = int(first.date.daysTo(last.date)) + 1;
    return LedgerWords::tr("%1 – %2, %n day(s)", "first and last day", count)
        .arg(shortDay(first.date, locale), shortDay(last.date, locale));
}

QVector<LedgerLine> foldedLines(const QVector<LedgerEntry> &ledger, const LedgerStyle &style)
{
    const QVector<LedgerDay> days = daysOf(ledger, style.zone);
    QVector<LedgerLine> lines;
    for (qsizetype first = 0; first < days.size();) {
        qsizetype last = first;
        while (last + 1 < days.size() && days.at(last).date.addDays(1) == days.at(last + 1).date
               && days.at(first).isLike(days.at(last + 1)))
            ++last;
        LedgerLine line;
        line.from = days.at(first).pieces.first().entry.from;
        line.to = days.at(last).pieces.last().entry.to;
        line.when = daysWhen(days.at(first), days.at(last), style.locale);
        line.why = dayWhy(days.at(first), style);
        line.counted = days.at(first).counted() * (last - first + 1);
        line.counts = line.counted > 0;
        lines.append(line);
        first = last + 1;
    }
    return lines;
}

QString intervalWhen(const LedgerEntry &entry, const LedgerStyle &style)
{
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(entry.from, style.zone);
    const QDateTime to = QDateTime::fromMSecsSinceEpoch(entry.to, style.zone);
    const QString begin = shortDay(from.date(), style.locale) + u' ' + clockTime(from.time());
    const bool endsThatDay =
        to.date() == from.date() || (to.time() == QTime(0, 0) && to.date() == from.date().addDays(1));
    return begin + QStringLiteral(" – ")
           + (endsThatDay ? endTime(to.time()) : shortDay(to.date(), style.locale) + u' ' + clockTime(to.time()));
}

} // namespace

QVector<LedgerLine> ledgerLines(const QVector<LedgerEntry> &ledger, const LedgerStyle &style, qint64 start, bool ahead)
{
    QVector<LedgerLine> lines;
    if (style.foldDays) {
        lines = foldedLines(ledger, style);
    } else {
        for (const LedgerEntry &entry : ledger) {
            LedgerLine line;
            line.from = entry.from;
            line.to = entry.to;
            line.when = intervalWhen(entry, style);
            line.why = whyOf(entry, style);
            line.counted = entry.counted ? entry.to - entry.from : 0;
            line.counts = entry.counted;
            lines.append(line);
        }
    }
    qint64 sum = start;
    for (LedgerLine &line : lines) {
        sum += line.counted;
        line.sum = sum;
        line.ahead = ahead;
    }
    return lines;
}

CutLedger cutLedger(const QVector<LedgerEntry> &ledger, Instant at)
{
    CutLedger cut;
    for (const LedgerEntry &entry : ledger) {
        if (entry.from < at) {
            cut.before.append(entry);
            cut.before.last().to = std::min(entry.to, at);
        }
        if (entry.to > at) {
            cut.after.append(entry);
            cut.after.last().from = std::max(entry.from, at);
        }
    }
    return cut;
}

bool isLongLedger(const QVector<LedgerEntry> &ledger)
{
    return ledger.size() > longLedger;
}

} // namespace deskhand
