// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_status.h"

#include "base/deliver.h"
#include "models/delivery_text.h"
#include "models/mailbox_words.h"
#include "models/undo_window.h"

#include <algorithm>

namespace deskhand {

namespace {

constexpr int minuteMs = 60'000;

bool isMailChange(const Change &change)
{
    return change.kind == ChangeKind::MailChanged || change.kind == ChangeKind::BulkLoaded;
}

} // namespace

MailStatus::MailStatus(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    connect(&desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        if (std::any_of(changes.cbegin(), changes.cend(), isMailChange))
            refresh();
    });
    m_minute.setInterval(minuteMs);
    connect(&m_minute, &QTimer::timeout, this, &MailStatus::refresh);
    m_minute.start();
    m_second.setSingleShot(true);
    connect(&m_second, &QTimer::timeout, this, [this] {
        schedule();
        Q_EMIT changed();
    });
}

void MailStatus::refresh()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    deliver(m_desk.mailReport(), this, [this](const Result<MailReport> &answer) {
        m_asking = false;
        if (answer) { // else what was known stays: the connection is said elsewhere
            m_report = *answer;
            schedule();
            Q_EMIT changed();
        }
        if (std::exchange(m_askAgain, false))
            refresh();
    });
}

void MailStatus::schedule()
{
    const qint64 left = m_report.nextDue - m_catalog.now();
    if (m_report.queued > 0 && left > 0 && left <= longestUndoWindow * 1000LL)
        m_second.start(int(left % 1000) + 1);
    else
        m_second.stop();
}

QStringList MailStatus::troubledMailboxes() const
{
    QStringList troubled;
    for (const MailboxReport &one : m_report.mailboxes) {
        if (!one.mailbox.active || one.mailbox.paused || one.progress.problem.isEmpty())
            continue;
        QString problem = MailboxWords::problem(one.progress.problem);
        if (problem.endsWith(u'.'))
            problem.chop(1);
        troubled.append(tr("%1: %2", "mailbox, problem").arg(one.mailbox.address, problem));
    }
    return troubled;
}

QStringList MailStatus::idleJobs() const
{
    const auto worked = [this](QLatin1String name) {
        return std::any_of(m_report.jobs.cbegin(), m_report.jobs.cend(),
                           [&](const JobReport &job) { return job.name == name && job.until > m_catalog.now(); });
    };
    const auto anyMailbox = [this](const auto &wants) {
        return std::any_of(m_report.mailboxes.cbegin(), m_report.mailboxes.cend(), [&](const MailboxReport &one) {
            return one.mailbox.active && !one.mailbox.paused && wants(one.mailbox);
        });
    };
    QStringList idle;
    const bool fetches = anyMailbox([](const Mailbox &box) { return box.protocol != MailProtocol::None; });
    const bool sends = anyMailbox([](const Mailbox &box) { return box.sends; });
    if (fetches && !worked(QLatin1String("mail-intake")))
        idle.append(tr("no one fetches mail"));
    if (sends && m_report.queued > 0 && !worked(QLatin1String("mail-delivery")))
        idle.append(tr("no one sends mail"));
    return idle;
}

QString MailStatus::queuedText() const
{
    if (m_report.queued <= 0)
        return {};
    const QString count = tr("%n queued", nullptr, int(m_report.queued));
    if (m_report.nextDue <= m_catalog.now())
        return count;
    return tr("%1 (sends %2)", "how many wait, when").arg(count, releaseText(m_report.nextDue, m_catalog.now()));
}

bool MailStatus::isShown() const
{
    return !text().isEmpty();
}

bool MailStatus::isTrouble() const
{
    return m_report.failed > 0 || !troubledMailboxes().isEmpty() || !idleJobs().isEmpty();
}

QString MailStatus::text() const
{
    QStringList parts;
    if (const QString queued = queuedText(); !queued.isEmpty())
        parts.append(queued);
    if (m_report.failed > 0)
        parts.append(tr("%n not delivered", nullptr, int(m_report.failed)));
    parts += idleJobs();
    const QStringList troubled = troubledMailboxes();
    if (troubled.size() == 1)
        parts.append(troubled.first());
    else if (troubled.size() > 1)
        parts.append(tr("%n mailbox(es) cannot be reached", nullptr, int(troubled.size())));
    if (parts.isEmpty() && !m_report.mailboxes.isEmpty())
        return tr("Mail");
    return parts.join(QStringLiteral(" · "));
}

QStringList MailStatus::details() const
{
    const Instant now = m_catalog.now();
    const TimeWords words;
    QStringList lines;
    for (const MailboxReport &one : m_report.mailboxes) {
        if (!one.mailbox.active)
            continue;
        QString line = one.mailbox.address + QStringLiteral(": ");
        if (one.mailbox.paused)
            line += tr("paused");
        else if (!one.progress.problem.isEmpty())
            line += MailboxWords::problem(one.progress.problem);
        else if (one.progress.reachedAt > 0)
            line += tr("all well %1").arg(words.ago(one.progress.reachedAt, now));
        else
            line += tr("not reached yet");
        if (one.progress.nextAt > now && !one.progress.problem.isEmpty())
            line += QStringLiteral(", ") + tr("tried again %1").arg(releaseText(one.progress.nextAt, now));
        if (one.progress.backlog > 0)
            line += QStringLiteral(", ") + tr("%n mail(s) to be fetched", nullptr, int(one.progress.backlog));
        lines.append(line);
    }
    for (const QString &idle : idleJobs())
        lines.append(tr("At this moment %1.", "…no one fetches mail").arg(idle));
    if (const QString queued = queuedText(); !queued.isEmpty())
        lines.append(queued);
    if (m_report.delayed > 0)
        lines.append(tr("%n delayed by a mail server", nullptr, int(m_report.delayed)));
    if (m_report.failed > 0)
        lines.append(tr("%n not delivered in the last seven days", nullptr, int(m_report.failed)));
    if (m_report.held > 0)
        lines.append(tr("%n held mail(s) wait for a decision", nullptr, int(m_report.held)));
    return lines;
}

} // namespace deskhand
