// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/report_mailer.h"

#include "base/logging.h"
#include "domain/catalog.h"
#include "operations/jobs/desk_trouble.h"
#include "operations/report_mail.h"

#include <algorithm>
#include <array>

namespace deskhand {
namespace {

const QUuid reportSendingNamespace(QStringLiteral("{5d7c1b52-0c4f-4f0b-9a56-8f3a1d2e6b90}"));
constexpr std::array<qint64, 4> writeAgainAfter{10'000, 60'000, 5 * 60'000, 15 * 60'000}; // ms
constexpr qint64 factsAgainAfter = 10'000;

QString keyOfSending(ReportItemId schedule, PersonId reader, Instant dueAt)
{
    return QStringLiteral("%1/%2/%3").arg(schedule.value).arg(reader.value).arg(dueAt);
}

/// Whether there is (still) something to send.
bool isThere(const ScheduledReport &scheduled)
{
    BuiltinDashboard dashboard{};
    const QString &builtin = std::get<ReportSchedule>(scheduled.schedule.content).builtin;
    return scheduled.item || builtinDashboardFromName(builtin, &dashboard);
}

bool seesNothing(const ReportLetter &letter)
{
    return std::all_of(letter.cards.cbegin(), letter.cards.cend(),
                       [](const ReportLetterCard &card) { return card.failure == errorCodeName(ErrorCode::Denied); });
}

bool lacksFacts(const ReportLetter &letter)
{
    return std::any_of(letter.cards.cbegin(), letter.cards.cend(),
                       [](const ReportLetterCard &card) { return card.answer && card.answer->notCounted > 0; });
}

} // namespace

Command reportSendingCommand(RecordReportSending record)
{
    Command command;
    command.id =
        QUuid::createUuidV5(reportSendingNamespace, keyOfSending(record.schedule, record.reader, record.dueAt));
    command.actorKind = ActorKind::System;
    command.why = QStringLiteral("report-mail");
    command.body = std::move(record);
    return command;
}

Result<ReportLetter> letterFor(const ReportMailPorts &ports, const CatalogPtr &catalog,
                               const ScheduledReport &scheduled, PersonId reader, Instant dueAt)
{
    ReportLetter letter;
    letter.catalog = catalog;
    letter.reader = reader;
    if (const Person *person = catalog->agent(reader))
        letter.language = person->language;
    letter.scheduleName = scheduled.schedule.name;
    letter.schedule = std::get<ReportSchedule>(scheduled.schedule.content);
    letter.dueAt = dueAt;
    BuiltinDashboard dashboard{};
    if (scheduled.item) {
        letter.name = scheduled.item->name;
        letter.cards = letterCards(*scheduled.item);
    } else if (builtinDashboardFromName(letter.schedule.builtin, &dashboard)) {
        letter.builtin = letter.schedule.builtin;
        letter.name = letter.builtin;
        letter.cards = letterCards(dashboard);
    }
    for (ReportLetterCard &card : letter.cards) {
        Result<ReportAnswer> answer = ports.ask({card.report, reader, dueAt});
        if (answer)
            card.answer = *std::move(answer);
        else if (isTroubleOfDesk(answer.error()) || answer.error().code == ErrorCode::Cancelled)
            return answer.error();
        else
            card.failure = errorCodeName(answer.error().code);
    }
    return letter;
}

ReportMailer::ReportMailer(ReportMailPorts ports, const QString &owner)
    : m_ports(std::move(ports))
    , m_job(
          {QStringLiteral("report-mail"), owner, m_ports.openStore, m_ports.clock},
          [this](ReportStore &store, HeldLease &lease, const JobSignal &signal) { return look(store, lease, signal); })
{
}

ReportMailer::~ReportMailer()
{
    stop();
}

void ReportMailer::start()
{
    m_job.start();
}

Result<void> ReportMailer::runOnce()
{
    return m_job.runOnce();
}

void ReportMailer::stop()
{
    m_job.stop();
}

void ReportMailer::wake()
{
    m_job.wake();
}

Result<ReportJob::Next> ReportMailer::look(ReportStore &store, HeldLease &lease, const JobSignal &signal)
{
    const Result<CatalogPtr> catalog = store.catalog();
    if (!catalog)
        return catalog.error();
    const Result<QVector<ScheduledReport>> schedules = store.schedules();
    if (!schedules)
        return schedules.error();
    const auto goesOn = [&] { return lease.isHeld() && !signal.isStopping(); };
    const QString zone = deskZone(**catalog);
    const Instant now = m_ports.clock->now();
    Instant next = now + lookEvery;
    m_waiting.clear();
    for (const ScheduledReport &scheduled : *schedules) {
        if (!goesOn())
            break;
        const auto &schedule = std::get<ReportSchedule>(scheduled.schedule.content);
        const Instant due = lastSending(schedule, zone, now);
        if (due > scheduled.since) {
            if (Result<void> sent = sendDue(store, *catalog, scheduled, due, goesOn); !sent)
                return sent.error();
        }
        if (const Instant following = nextSending(schedule, zone, now); following > now)
            next = std::min(next, following);
    }
    // What is no longer the newest time of a schedule is not tried again.
    m_attempts.removeIf([this](const auto &attempts) { return !m_waiting.contains(attempts.key()); });
    for (const Attempts &attempts : std::as_const(m_attempts))
        next = std::min(next, std::max(attempts.nextAt, m_ports.clock->now()));
    return ReportJob::Next{next};
}

Result<void> ReportMailer::sendDue(ReportStore &store, const CatalogPtr &catalog, const ScheduledReport &scheduled,
                                   Instant dueAt, const std::function<bool()> &goesOn)
{
    const Result<QSet<PersonId>> known = store.sentTo(scheduled.schedule.id, dueAt);
    if (!known)
        return known.error();
    for (const PersonId reader : std::get<ReportSchedule>(scheduled.schedule.content).readers) {
        if (known->contains(reader))
            continue;
        const QString key = keyOfSending(scheduled.schedule.id, reader, dueAt);
        m_waiting.insert(key);
        const auto attempts = m_attempts.constFind(key);
        if (attempts != m_attempts.cend() && attempts->nextAt > m_ports.clock->now())
            continue;
        if (!goesOn())
            return {};
        if (Result<void> sent = sendTo(store, catalog, scheduled, reader, dueAt, goesOn); !sent)
            return sent;
    }
    return {};
}

Result<void> ReportMailer::sendTo(ReportStore &store, const CatalogPtr &catalog, const ScheduledReport &scheduled,
                                  PersonId reader, Instant dueAt, const std::function<bool()> &goesOn)
{
    const QString key = keyOfSending(scheduled.schedule.id, reader, dueAt);
    QString problem = reportReaderProblem(*catalog, reader);
    if (problem.isEmpty() && !isThere(scheduled))
        problem = reportproblem::gone;
    if (problem.isEmpty() && !catalog->sendingMailbox({}))
        problem = reportproblem::noMailbox;
    if (!problem.isEmpty())
        return note(scheduled, reader, dueAt, problem);
    const Result<ReportLetter> letter = letterFor(m_ports, catalog, scheduled, reader, dueAt);
    if (!letter)
        return letter.error();
    if (seesNothing(*letter))
        return note(scheduled, reader, dueAt, reportproblem::denied);
    if (lacksFacts(*letter) && m_ports.clock->now() < dueAt + waitsForFacts) {
        m_attempts[key].nextAt = m_ports.clock->now() + factsAgainAfter;
        return {};
    }
    Result<ReportMail> mail = m_ports.write(*letter, goesOn);
    if (!mail && !goesOn())
        return {};
    if (!mail) {
        m_job.countFailure();
        return postpone(key, mail.error().detail) ? Result<void>()
                                                  : note(scheduled, reader, dueAt, reportproblem::notPainted);
    }
    // Whoever has written for long may have lost the lease, and another program was faster.
    const Result<QSet<PersonId>> known = store.sentTo(scheduled.schedule.id, dueAt);
    if (!known)
        return known.error();
    if (known->contains(reader)) {
        m_attempts.remove(key);
        return {};
    }
    RecordReportSending record{scheduled.schedule.id, reader, dueAt, {}, *std::move(mail)};
    const Result<CommandAnswer> recorded = m_ports.submit(reportSendingCommand(std::move(record)));
    if (!recorded && isTroubleOfDesk(recorded.error()))
        return recorded.error();
    const bool deleted = !recorded && recorded.error().code == ErrorCode::NotFound; // the schedule, meanwhile
    if (!recorded && !deleted) {
        m_job.countFailure();
        return postpone(key, recorded.error().detail) ? Result<void>()
                                                      : note(scheduled, reader, dueAt, reportproblem::notPainted);
    }
    m_attempts.remove(key);
    m_mailed += recorded && recorded->outbound.isValid() ? 1 : 0;
    return {};
}

Result<void> ReportMailer::note(const ScheduledReport &scheduled, PersonId reader, Instant dueAt,
                                const QString &problem)
{
    qCWarning(lcOperations).noquote() << "the report" << scheduled.schedule.name << "is not mailed to" << reader.value
                                      << ":" << problem;
    RecordReportSending record{scheduled.schedule.id, reader, dueAt, problem, {}};
    const Result<CommandAnswer> recorded = m_ports.submit(reportSendingCommand(std::move(record)));
    if (!recorded && recorded.error().code != ErrorCode::NotFound)
        return recorded.error();
    m_attempts.remove(keyOfSending(scheduled.schedule.id, reader, dueAt));
    return {};
}

/// False: it was tried often enough.
bool ReportMailer::postpone(const QString &key, const QString &why)
{
    Attempts &attempts = m_attempts[key];
    ++attempts.made;
    qCWarning(lcOperations).noquote() << "the mail of the report" << key << "could not be written, attempt"
                                      << attempts.made << ":" << why;
    if (attempts.made >= mostAttempts)
        return false;
    const size_t place = std::min(size_t(attempts.made - 1), writeAgainAfter.size() - 1);
    attempts.nextAt = m_ports.clock->now() + writeAgainAfter[place];
    return true;
}

} // namespace deskhand
