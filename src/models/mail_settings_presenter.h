// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/mail_overview.h"

#include <QTimer>

namespace deskhand {

/// What an administrator says about mail for the whole desk, and for each queue. What is set holds at once, and is with
/// the desk a moment after the last change. `overview` outlives it; GUI thread.
class MailSettingsPresenter final : public QObject
{
    Q_OBJECT

public:
    static constexpr int pauseMs = 600;

    explicit MailSettingsPresenter(MailOverview &overview, QObject *parent = nullptr);
    /// What waits is given to the desk.
    ~MailSettingsPresenter() override;

    [[nodiscard]] const MailSettings &settings() const { return m_settings; }
    void setSettings(const MailSettings &settings);

    /// By place in the tree: a queue comes after the one that it is in. Inactive ones are left out.
    [[nodiscard]] QVector<Queue> queues() const;
    /// As the desk has it, or as it was set a moment ago; a queue without id: unknown.
    [[nodiscard]] Queue queue(QueueId id) const;
    /// Only what is of mail is taken: mailbox, acknowledges, followUp, followUpDays.
    void setQueue(const Queue &queue);
    /// Name of the mailbox that sends for it.
    [[nodiscard]] QString senderText(const Queue &queue) const;
    /// "reopens for 14 days".
    [[nodiscard]] static QString followUpText(const Queue &queue);

    /// Gives what waits to the desk now.
    void flush();

Q_SIGNALS:
    void changed();
    void saved();
    void failed(const deskhand::Error &error); ///< what the desk has is shown again

private:
    void take();
    void submit(const CommandBody &body);

    MailOverview &m_overview;
    MailSettings m_settings;
    QHash<QueueId, Queue> m_setQueues; ///< as set, until the desk has shown them
    QSet<QueueId> m_queuesToSave;
    QTimer m_pause;
    bool m_settingsWait = false;
    int m_underWay = 0;
};

} // namespace deskhand
