// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reports/report_sending_text.h"

#include "operations/report_mail.h"

#include <QCoreApplication>

namespace deskhand {
namespace {

/// The words of the log of sendings.
class SendingWords
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::ReportSendings)

public:
    [[nodiscard]] static QString problem(const ReportSending &sending);
    [[nodiscard]] static QString line(const QVector<ReportSending> &ofOneTime, const Catalog &catalog,
                                      const QString &when);

private:
    [[nodiscard]] static QString name(const ReportSending &sending, const Catalog &catalog)
    {
        const Person *reader = catalog.agent(sending.reader);
        return reader ? displayName(*reader) : tr("somebody");
    }
    [[nodiscard]] static QString people(const QVector<ReportSending> &sendings, const Catalog &catalog)
    {
        return sendings.size() == 1 ? name(sendings.first(), catalog) : tr("%n people", nullptr, int(sendings.size()));
    }
};

QString SendingWords::problem(const ReportSending &sending)
{
    switch (sending.state) {
    case DeliveryState::Withdrawn:
    case DeliveryState::Sent:
    case DeliveryState::Queued:
    case DeliveryState::Sending: return {};
    case DeliveryState::Delayed:
        return sending.problem.isEmpty() ? tr("it is tried again") : tr("it is tried again: %1").arg(sending.problem);
    case DeliveryState::Failed:
    case DeliveryState::Bounced:
        return sending.problem.isEmpty() ? tr("it came back") : tr("it came back: %1").arg(sending.problem);
    case DeliveryState::None: break;
    }
    struct Word {
        QLatin1String problem;
        QString text;
    };
    const Word words[] = {
        {reportproblem::inactive, tr("no longer an active agent")},
        {reportproblem::noAddress, tr("there is no address")},
        {reportproblem::ownAddress, tr("the address is one of the desk's own mailboxes")},
        {reportproblem::noMailbox, tr("no mailbox sends")},
        {reportproblem::gone, tr("the report was deleted, or is not shared any more")},
        {reportproblem::denied, tr("they may see nothing of it")},
        {reportproblem::notPainted, tr("the mail could not be made; the log of the jobs says why")},
    };
    for (const Word &word : words) {
        if (sending.problem == word.problem)
            return word.text;
    }
    return sending.problem.isEmpty() ? tr("it could not be sent") : sending.problem;
}

QString SendingWords::line(const QVector<ReportSending> &ofOneTime, const Catalog &catalog, const QString &when)
{
    QVector<ReportSending> sent;
    QVector<ReportSending> waiting;
    QStringList parts;
    QStringList failures;
    for (const ReportSending &sending : ofOneTime) {
        const QString why = problem(sending);
        if (!why.isEmpty())
            failures.append(tr("not to %1: %2").arg(name(sending, catalog), why));
        else
            (sending.state == DeliveryState::Sent ? sent : waiting).append(sending);
    }
    if (!sent.isEmpty())
        parts.append(tr("sent to %1").arg(people(sent, catalog)));
    if (!waiting.isEmpty())
        parts.append(tr("on its way to %1").arg(people(waiting, catalog)));
    return tr("%1: %2", "when, what became of it").arg(when, (parts + failures).join(tr("; ")));
}

} // namespace

QString reportSendingProblem(const ReportSending &sending)
{
    return SendingWords::problem(sending);
}

QStringList reportSendingLines(const QVector<ReportSending> &sendings, ReportItemId schedule, const Catalog &catalog,
                               const TimeWords &times, Instant now, int most)
{
    QVector<Instant> order;
    QHash<Instant, QVector<ReportSending>> byTime;
    for (const ReportSending &sending : sendings) {
        if (sending.schedule != schedule)
            continue;
        if (!byTime.contains(sending.dueAt))
            order.append(sending.dueAt);
        byTime[sending.dueAt].prepend(sending);
    }
    QStringList lines;
    for (const Instant at : order.mid(0, most))
        lines.append(SendingWords::line(byTime.value(at), catalog, times.moment(at, now)));
    return lines;
}

} // namespace deskhand
