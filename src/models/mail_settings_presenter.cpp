// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_settings_presenter.h"

#include "base/deliver.h"

#include <functional>

namespace deskhand {

MailSettingsPresenter::MailSettingsPresenter(MailOverview &overview, QObject *parent)
    : QObject(parent)
    , m_overview(overview)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &MailSettingsPresenter::flush);
    connect(&overview, &MailOverview::changed, this, &MailSettingsPresenter::take);
    take();
}

MailSettingsPresenter::~MailSettingsPresenter()
{
    flush();
}

void MailSettingsPresenter::take()
{
    if (m_settingsWait || !m_queuesToSave.isEmpty() || m_underWay > 0)
        return; // what the person set is newer
    m_setQueues.clear();
    m_settings = m_overview.setup().settings;
    Q_EMIT changed();
}

void MailSettingsPresenter::setSettings(const MailSettings &settings)
{
    if (m_settings == settings)
        return;
    m_settings = settings;
    m_settingsWait = true;
    m_pause.start();
    Q_EMIT changed();
}

QVector<Queue> MailSettingsPresenter::queues() const
{
    const CatalogPtr catalog = m_overview.catalog().catalog();
    QVector<Queue> found;
    const std::function<void(QueueId)> add = [&](QueueId parent) {
        for (const Queue &one : catalog->queues) {
            if (one.parent != parent || !one.active)
                continue;
            found.append(queue(one.id));
            add(one.id);
        }
    };
    add({});
    return found;
}

Queue MailSettingsPresenter::queue(QueueId id) const
{
    if (m_setQueues.contains(id))
        return m_setQueues.value(id);
    const Queue *found = m_overview.catalog().catalog()->queue(id);
    return found ? *found : Queue{};
}

void MailSettingsPresenter::setQueue(const Queue &queue)
{
    Queue now = this->queue(queue.id);
    if (!now.id.isValid())
        return;
    const Queue before = now;
    now.mailbox = queue.mailbox;
    now.acknowledges = queue.acknowledges;
    now.followUp = queue.followUp;
    now.followUpDays = queue.followUpDays;
    if (now == before)
        return;
    m_setQueues.insert(now.id, now);
    m_queuesToSave.insert(now.id);
    m_pause.start();
    Q_EMIT changed();
}

QString MailSettingsPresenter::senderText(const Queue &queue) const
{
    const CatalogPtr catalog = m_overview.catalog().catalog();
    const Mailbox *mailbox =
        queue.mailbox.isValid() ? catalog->mailbox(queue.mailbox) : catalog->sendingMailbox(queue.id);
    if (!mailbox)
        return tr("none");
    return mailbox->name.isEmpty() ? mailbox->address : mailbox->name;
}

QString MailSettingsPresenter::followUpText(const Queue &queue)
{
    switch (queue.followUp) {
    case FollowUpPolicy::Reopen: return tr("always reopens");
    case FollowUpPolicy::ReopenForDays: return tr("reopens for %n day(s)", nullptr, queue.followUpDays);
    case FollowUpPolicy::NewTicket: break;
    }
    return tr("a new ticket");
}

void MailSettingsPresenter::flush()
{
    m_pause.stop();
    if (std::exchange(m_settingsWait, false)) {
        MailSettings settings = m_settings;
        settings.sealKey = m_overview.setup().settings.sealKey; // not set here
        submit(SaveMailSettings{settings});
    }
    const CatalogPtr catalog = m_overview.catalog().catalog();
    const QSet<QueueId> waiting = std::exchange(m_queuesToSave, {});
    for (const QueueId id : waiting) {
        const Queue set = m_setQueues.value(id);
        const Queue *known = catalog->queue(id);
        if (!known)
            continue;
        Queue queue = *known; // its other fields as they are by now
        queue.mailbox = set.mailbox;
        queue.acknowledges = set.acknowledges;
        queue.followUp = set.followUp;
        queue.followUpDays = set.followUpDays;
        submit(SaveQueue{queue});
    }
}

void MailSettingsPresenter::submit(const CommandBody &body)
{
    ++m_underWay;
    const Command command = Command::make(m_overview.catalog().me(), body);
    deliver(m_overview.desk().submit(command), this, [this](const Result<CommandAnswer> &answer) {
        --m_underWay;
        if (answer)
            Q_EMIT saved();
        else
            Q_EMIT failed(answer.error());
        m_overview.refresh();
    });
}

} // namespace deskhand
