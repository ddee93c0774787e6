// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/work_presenter.h"

#include "base/deliver.h"
#include "models/charts/chart_words.h"
#include "models/pending_marks.h"
#include "models/time_text.h"

#include <algorithm>

namespace deskhand {

namespace {

constexpr double msPerMinute = 60'000;

} // namespace

WorkPresenter::WorkPresenter(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    connect(&desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        const bool concerns = std::any_of(changes.cbegin(), changes.cend(), [this](const Change &change) {
            return m_ticket.isValid() && (change.ticket == m_ticket || change.kind == ChangeKind::BulkLoaded);
        });
        if (concerns)
            reload();
    });
}

void WorkPresenter::start(const TicketDetail &ticket)
{
    m_ticket = ticket.row.head.id;
    m_number = ticket.row.head.number;
    m_time.clear();
    m_activity.clear();
    m_note.clear();
    m_day = QDateTime::fromMSecsSinceEpoch(m_catalog.now()).date();
    m_sending = false;
    take(ticket.work);
}

void WorkPresenter::take(const QVector<WorkEntry> &entries)
{
    m_entries = entries;
    std::reverse(m_entries.begin(), m_entries.end());
    Q_EMIT changed();
}

void WorkPresenter::reload()
{
    deliver(m_desk.ticket(m_ticket, m_catalog.me()), this,
            [this, ticket = m_ticket](const Result<TicketDetail> &answer) {
                if (answer && ticket == m_ticket) // else what is known stays
                    take(answer->work);
            });
}

void WorkPresenter::setTime(const QString &text)
{
    m_time = text.trimmed();
    Q_EMIT changed();
}

std::optional<int> WorkPresenter::minutes() const
{
    return workMinutesFromText(m_time);
}

QString WorkPresenter::timeHint() const
{
    if (m_time.isEmpty())
        return {};
    const std::optional<int> understood = minutes();
    return understood ? timeText(*understood) : tr("Write it as 45 (minutes), 1h 30, 1:30 or 1.5h, up to a week.");
}

QString WorkPresenter::timeText(qint64 minutes)
{
    return ChartWords().hours(double(minutes) * msPerMinute);
}

QString WorkPresenter::total() const
{
    return m_entries.isEmpty() ? QString() : timeText(minutesOf(m_entries));
}

QString WorkPresenter::detailsOf(const WorkEntry &entry) const
{
    const Person *person = m_catalog.catalog()->agent(entry.person);
    QStringList parts;
    if (person != nullptr)
        parts.append(displayName(*person));
    parts.append(TimeWords().day(entry.at, m_catalog.now()));
    if (!entry.activity.isEmpty())
        parts.append(entry.activity);
    const QString line = parts.join(QStringLiteral(", "));
    return entry.note.isEmpty() ? line : line + QStringLiteral(": ") + entry.note;
}

QStringList WorkPresenter::activities() const
{
    QStringList names{tr("Analysis"), tr("Repair"), tr("Conversation"),
                      tr("On site"),  tr("Travel"), tr("Documentation")};
    for (const WorkEntry &entry : m_entries) {
        if (!entry.activity.isEmpty() && !names.contains(entry.activity, Qt::CaseInsensitive))
            names.append(entry.activity);
    }
    return names;
}

bool WorkPresenter::mayRemove(const WorkEntry &entry) const
{
    const Person *me = m_catalog.catalog()->agent(m_catalog.me());
    return me != nullptr && deskhand::mayRemove(*me, entry);
}

/// Of another day at the same time of it: nobody asked for more.
Instant WorkPresenter::doneAt() const
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_catalog.now());
    return !m_day.isValid() || m_day == now.date() ? 0 : QDateTime(m_day, now.time()).toMSecsSinceEpoch();
}

void WorkPresenter::submit()
{
    const std::optional<int> spent = minutes();
    if (!spent || m_sending)
        return;
    LogWork log;
    log.ticket = m_ticket;
    log.minutes = *spent;
    log.at = doneAt();
    log.activity = m_activity.trimmed();
    log.note = m_note.trimmed();
    m_sending = true;
    Q_EMIT changed();
    deliver(m_desk.submit(Command::make(m_catalog.me(), log)), this,
            [this, spent = *spent](const Result<CommandAnswer> &answer) {
                m_sending = false;
                Q_EMIT changed();
                if (answer)
                    Q_EMIT logged(WorkEntryId{answer->id}, spent, answer->id >= provisionalFrom);
                else
                    Q_EMIT failed(answer.error());
            });
}

void WorkPresenter::remove(WorkEntryId entry)
{
    deliver(m_desk.submit(Command::make(m_catalog.me(), RemoveWork{m_ticket, entry})), this,
            [this](const Result<CommandAnswer> &answer) {
                if (!answer) {
                    Q_EMIT failed(answer.error());
                    return;
                }
                reload(); // also where nobody tells of it
                Q_EMIT removed();
            });
}

} // namespace deskhand
