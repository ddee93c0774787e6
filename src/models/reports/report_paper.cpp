// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_paper.h"

#include "base/result.h"
#include "models/charts/chart_words.h"
#include "models/reports/report_chart.h"
#include "models/time_text.h"

#include <QTimeZone>

#include <algorithm>

namespace deskhand {
namespace {

/// The words of what is mailed.
class PaperWords
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::ReportPaper)

public:
    PaperWords(const ReportLetter &letter, const QLocale &locale)
        : m_letter(letter)
        , m_locale(locale)
        , m_words(letter.catalog, locale)
        , m_isBuiltin(builtinDashboardFromName(letter.builtin, &m_builtin))
    {
    }

    [[nodiscard]] ReportPaper paper() const;

private:
    [[nodiscard]] ReportPaperCard card(const ReportLetterCard &card) const;
    [[nodiscard]] QString failure(const ReportLetterCard &card) const;
    [[nodiscard]] QString moment() const;
    [[nodiscard]] QString zone() const;
    [[nodiscard]] QString subject() const;
    [[nodiscard]] QString title() const { return m_isBuiltin ? ReportWords::dashboard(m_builtin) : m_letter.name; }

    const ReportLetter &m_letter;
    QLocale m_locale;
    ReportWords m_words;
    BuiltinDashboard m_builtin = BuiltinDashboard::Sla;
    bool m_isBuiltin;
};

QString PaperWords::zone() const
{
    return m_letter.schedule.zone.isEmpty() ? deskZone(*m_letter.catalog) : m_letter.schedule.zone;
}

QString PaperWords::moment() const
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(m_letter.dueAt, QTimeZone(zone().toLatin1()));
    return tr("%1 at %2 (%3)", "a date, a time and its zone")
        .arg(m_locale.toString(at.date(), QLocale::LongFormat), clockText(at.time(), m_locale), zone());
}

QString PaperWords::subject() const
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(m_letter.dueAt, QTimeZone(zone().toLatin1()));
    const QString text = tr("%1, %2", "subject of a report's mail: its name and date")
                             .arg(title(), m_locale.toString(at.date(), tr("d MMM yyyy", "format of a date")));
    return m_letter.trial ? tr("Trial: %1").arg(text) : text;
}

QString PaperWords::failure(const ReportLetterCard &card) const
{
    if (card.answer)
        return {};
    if (card.failure == errorCodeName(ErrorCode::Denied))
        return tr("Only admins, leads and managers of queues may compare people.");
    return tr("The report could not be made.");
}

ReportPaperCard PaperWords::card(const ReportLetterCard &given) const
{
    ReportPaperCard card;
    card.title = m_isBuiltin ? ReportWords::builtinCard(m_builtin, given.builtin) : given.title;
    if (card.title.isEmpty())
        card.title = m_words.title(given.report);
    card.failure = failure(given);
    const QString cardZone = given.answer                  ? given.answer->zone
                             : given.report.zone.isEmpty() ? deskZone(*m_letter.catalog)
                                                           : given.report.zone;
    card.period = m_words.period(given.report.period, cardZone);
    card.counting = m_words.howCounted(given.report, given.answer ? &*given.answer : nullptr);
    if (!given.answer)
        return card;
    const ReportAnswer &answer = *given.answer;
    if (given.report.period.span != ReportSpan::Between && answer.interval.to > answer.interval.from)
        card.period =
            tr("%1: %2", "a period and its dates").arg(card.period, m_words.interval(answer.interval, cardZone));
    card.number = m_words.amount(given.report, answer.total);
    card.note = m_words.note(given.report, answer.total);
    card.change = m_words.change(given.report, answer);
    card.tickets = tr("%Ln ticket(s)", nullptr, int(std::min<qint64>(answer.total.tickets, 1'000'000'000)));
    if (answer.notCounted > 0)
        card.caveat = tr("%Ln change(s) not counted yet", nullptr, int(std::min<qint64>(answer.notCounted, 1'000'000)));
    if (pictureOf(given.report) == ReportPicture::Number)
        return card;
    card.chart = chartOfReport(given.report, answer, m_words, card.title, m_letter.dueAt);
    ChartWords words;
    words.locale = m_locale;
    card.alt = words.summary(*card.chart);
    return card;
}

ReportPaper PaperWords::paper() const
{
    ReportPaper paper;
    paper.title = title();
    paper.desk = m_letter.catalog->deskName;
    paper.moment = moment();
    paper.subject = subject();
    if (!m_letter.scheduleName.isEmpty()) // else printed by whoever wanted it
        paper.why = m_letter.trial ? tr("This is a trial that you have asked for yourself.")
                                   : tr("You get this because “%1” is mailed to you %2.")
                                         .arg(m_letter.scheduleName, m_words.schedule(m_letter.schedule));
    paper.counted = tr("Counted are the tickets that you may see.");
    paper.where = tr("In Deskhand, under Reports, every number of “%1” opens its tickets.").arg(title());
    for (const ReportLetterCard &each : m_letter.cards)
        paper.cards.append(card(each));
    return paper;
}

} // namespace

ReportPaper reportPaper(const ReportLetter &letter, const QLocale &locale)
{
    return PaperWords(letter, locale).paper();
}

} // namespace deskhand
