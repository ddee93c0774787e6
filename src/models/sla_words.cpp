// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sla_words.h"

#include "domain/catalog.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace deskhand {

namespace {

struct SlaTexts {
    Q_DECLARE_TR_FUNCTIONS(deskhand::SlaWords)
};

constexpr qint64 slaSecond = 1000;
constexpr qint64 slaMinute = 60 * slaSecond;
constexpr qint64 slaHour = 60 * slaMinute;
constexpr qint64 slaDay = 24 * slaHour;
constexpr qint64 longestAmount = 10 * 366 * slaDay;
constexpr int mostWorkingDays = 2600;

QString reasonText(LedgerReason reason, const QString &name, qint64 stateId, const Catalog &catalog)
{
    switch (reason) {
    case LedgerReason::Working: return SlaTexts::tr("working time");
    case LedgerReason::Always: return SlaTexts::tr("counts round the clock");
    case LedgerReason::Closed: return SlaTexts::tr("outside of working hours");
    case LedgerReason::Holiday: return name.isEmpty() ? SlaTexts::tr("holiday") : name;
    case LedgerReason::Solved: return SlaTexts::tr("solved, until it was reopened");
    case LedgerReason::Paused: break;
    }
    const State *state = stateId != 0 ? catalog.state(StateId{stateId}) : nullptr;
    const QString cause = state ? state->name : name;
    return cause.isEmpty() ? SlaTexts::tr("paused") : SlaTexts::tr("paused: %1", "a state").arg(cause);
}

/// Milliseconds of "1h30m", "1.5 h", "90 min"; nothing when it is something else.
std::optional<qint64> spanFromText(const QString &text)
{
    static const QRegularExpression piece(QStringLiteral("\\s*(\\d+(?:[.,]\\d+)?)\\s*(d|h|min|m|s)(?![a-z])\\s*"));
    double sum = 0;
    qsizetype at = 0;
    while (at < text.size()) {
        const QRegularExpressionMatch match =
            piece.match(text, at, QRegularExpression::NormalMatch, QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return {};
        const double number = match.captured(1).replace(u',', u'.').toDouble();
        const QString unit = match.captured(2);
        const qint64 size = unit == u"d" ? slaDay : unit == u"h" ? slaHour : unit == u"s" ? slaSecond : slaMinute;
        sum += number * double(size);
        at = match.capturedEnd();
        if (sum > double(longestAmount))
            return longestAmount + 1;
    }
    return at == 0 ? std::optional<qint64>() : std::llround(sum / slaSecond) * slaSecond;
}

std::optional<TimeAmount> refuse(QString *problem, const QString &why)
{
    if (problem)
        *problem = why;
    return {};
}

} // namespace

QString slaWaitsText()
{
    return SlaTexts::tr("What waits to be sent does not count until the service has it.");
}

QString slaTargetText(SlaTargetKind kind)
{
    switch (kind) {
    case SlaTargetKind::None: break;
    case SlaTargetKind::FirstResponse: return SlaTexts::tr("First response");
    case SlaTargetKind::NextResponse: return SlaTexts::tr("Next response");
    case SlaTargetKind::Update: return SlaTexts::tr("Update interval");
    case SlaTargetKind::Resolution: return SlaTexts::tr("Resolution");
    case SlaTargetKind::TimeToOwn: return SlaTexts::tr("Time to own");
    case SlaTargetKind::TimeInQueue: return SlaTexts::tr("Time in queue");
    }
    return {};
}

QString slaTargetHint(SlaTargetKind kind)
{
    switch (kind) {
    case SlaTargetKind::None: break;
    case SlaTargetKind::FirstResponse: return SlaTexts::tr("Until somebody has answered a new ticket.");
    case SlaTargetKind::NextResponse:
        return SlaTexts::tr("Until the oldest message of the customer that nobody has answered is answered.");
    case SlaTargetKind::Update: return SlaTexts::tr("The customer hears something at least this often.");
    case SlaTargetKind::Resolution: return SlaTexts::tr("Until the ticket is solved.");
    case SlaTargetKind::TimeToOwn: return SlaTexts::tr("Internal: until somebody owns the ticket.");
    case SlaTargetKind::TimeInQueue:
        return SlaTexts::tr("Internal: until this team has solved the ticket or handed it on.");
    }
    return {};
}

QString slaStateText(SlaState state)
{
    switch (state) {
    case SlaState::Running: return SlaTexts::tr("running");
    case SlaState::Paused: return SlaTexts::tr("paused");
    case SlaState::Met: return SlaTexts::tr("met");
    case SlaState::Breached: return SlaTexts::tr("missed");
    case SlaState::Cancelled: return SlaTexts::tr("cancelled");
    }
    return {};
}

QString slaBreachCauseText(BreachCause cause)
{
    switch (cause) {
    case BreachCause::Time: return SlaTexts::tr("the time was up");
    case BreachCause::PriorityChange: return SlaTexts::tr("the priority was changed, and the new time was up already");
    case BreachCause::PolicyChange: return SlaTexts::tr("the policy was changed, and the new time was up already");
    case BreachCause::Merge: return SlaTexts::tr("a ticket was merged whose time was up already");
    }
    return {};
}

QString slaSpanText(qint64 milliseconds)
{
    const qint64 seconds = qAbs(milliseconds) / slaSecond;
    const QLocale locale;
    QStringList parts;
    const auto add = [&parts](qint64 number, const QString &text) {
        if (number != 0)
            parts.append(text);
    };
    add(seconds / 3600, SlaTexts::tr("%1 h").arg(locale.toString(seconds / 3600)));
    add(seconds / 60 % 60, SlaTexts::tr("%1 min").arg(seconds / 60 % 60));
    add(seconds % 60, SlaTexts::tr("%1 s").arg(seconds % 60));
    return parts.isEmpty() ? SlaTexts::tr("%1 min").arg(0) : parts.join(u' ');
}

QString slaAmountText(const TimeAmount &amount)
{
    if (amount.basis == TimeBasis::WorkingDays)
        return QString::number(amount.amount) + QStringLiteral("wd");
    const qint64 seconds = amount.amount / slaSecond;
    QString text;
    if (seconds >= 3600)
        text += QString::number(seconds / 3600) + u'h';
    if (seconds / 60 % 60 != 0)
        text += QString::number(seconds / 60 % 60) + u'm';
    if (seconds % 60 != 0 || text.isEmpty())
        text += QString::number(seconds % 60) + u's';
    return amount.basis == TimeBasis::Calendar ? text + QStringLiteral(" calendar") : text;
}

std::optional<TimeAmount> slaAmountFromText(const QString &text, QString *problem)
{
    static const QRegularExpression days(QStringLiteral("^(\\d{1,9})\\s*wd$"));
    static const QRegularExpression ending(QStringLiteral("\\s*(calendar|cal|24/7|business|working)$"));
    static const QRegularExpression day(QStringLiteral("\\d\\s*d"));
    QString rest = text.trimmed().toLower();
    if (const auto match = days.match(rest); match.hasMatch()) {
        const qint64 count = match.captured(1).toLongLong();
        if (count > mostWorkingDays)
            return refuse(problem, SlaTexts::tr("That is longer than ten years."));
        return TimeAmount{TimeBasis::WorkingDays, count};
    }
    TimeBasis basis = TimeBasis::Business;
    if (const auto match = ending.match(rest); match.hasMatch()) {
        const QString word = match.captured(1);
        if (word != u"business" && word != u"working")
            basis = TimeBasis::Calendar;
        rest.truncate(match.capturedStart());
    }
    if (basis == TimeBasis::Business && day.match(rest).hasMatch())
        return refuse(problem, SlaTexts::tr("A day of working time has no length of its own: write 2wd for working "
                                            "days, or 48h."));
    const std::optional<qint64> span = spanFromText(rest);
    if (!span)
        return refuse(problem, SlaTexts::tr("Write 30m, 4h, 1h30m, 2wd (working days) or 90m calendar."));
    if (*span <= 0)
        return refuse(problem, SlaTexts::tr("The time must be longer than nothing; leave it empty to promise "
                                            "nothing."));
    if (*span > longestAmount)
        return refuse(problem, SlaTexts::tr("That is longer than ten years."));
    return TimeAmount{basis, *span};
}

QString slaPromiseText(const TimeAmount &amount)
{
    switch (amount.basis) {
    case TimeBasis::Business: return SlaTexts::tr("%1 of working time").arg(slaSpanText(amount.amount));
    case TimeBasis::Calendar: return SlaTexts::tr("%1 round the clock").arg(slaSpanText(amount.amount));
    case TimeBasis::WorkingDays: break;
    }
    return amount.amount == 0 ? SlaTexts::tr("the same working day")
                              : SlaTexts::tr("%n working day(s)", nullptr, int(amount.amount));
}

namespace {

QString offsetText(SlaLevel::When when, qint64 amount)
{
    switch (when) {
    case SlaLevel::When::Percent: return SlaTexts::tr("at %1 %").arg(amount);
    case SlaLevel::When::Before: return SlaTexts::tr("%1 before it is due").arg(slaSpanText(amount));
    case SlaLevel::When::After: break;
    }
    return amount == 0 ? SlaTexts::tr("when it is due") : SlaTexts::tr("%1 after it was due").arg(slaSpanText(amount));
}

} // namespace

QString slaLevelText(const SlaLevel &level)
{
    const QString offset = offsetText(level.when, level.amount);
    return level.name.isEmpty() ? offset : SlaTexts::tr("%1: %2", "name of a level: when").arg(level.name, offset);
}

QString slaLevelText(const QString &nameOrOffset)
{
    static const QRegularExpression percent(QStringLiteral("^(\\d+)%$"));
    static const QRegularExpression span(QStringLiteral("^([+-])(\\d+)$"));
    if (nameOrOffset.isEmpty())
        return slaStateText(SlaState::Breached);
    if (const auto match = percent.match(nameOrOffset); match.hasMatch())
        return offsetText(SlaLevel::When::Percent, match.captured(1).toLongLong());
    if (const auto match = span.match(nameOrOffset); match.hasMatch())
        return offsetText(match.captured(1) == u"-" ? SlaLevel::When::Before : SlaLevel::When::After,
                          match.captured(2).toLongLong());
    return nameOrOffset;
}

QString ledgerReasonText(const LedgerEntry &entry, const Catalog &catalog)
{
    return reasonText(entry.reason, entry.name, entry.stateId, catalog);
}

QString ledgerReasonText(const Pause &pause, const Catalog &catalog)
{
    return reasonText(pause.reason, pause.name, pause.stateId, catalog);
}

} // namespace deskhand
