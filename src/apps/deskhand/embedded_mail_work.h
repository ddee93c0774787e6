// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/mail_worker.h"
#include "store/local_desk.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace deskhand {

/// Receives and sends the mail of a desk in a file while it is open here; a team's desk is worked by `deskhandctl
/// work`. There is no worker as long as there is no mailbox in use. The desk outlives it.
class EmbeddedMailWork final : public QObject
{
    Q_OBJECT

public:
    /// `keys`: folder of the desks' keys, see replica/seal_key_file.h.
    EmbeddedMailWork(LocalDesk &desk, const QString &file, const QString &keys, QObject *parent = nullptr);
    /// Ends the work: within a second or so.
    ~EmbeddedMailWork() override;

    [[nodiscard]] bool isWorking() const { return bool(m_worker); }

private:
    void look();
    void startOrEnd(bool wanted);

    LocalDesk &m_desk;
    QString m_file;
    QString m_keys;
    QTimer m_soon; ///< several changes, one look
    std::unique_ptr<MailWorker> m_worker;
};

} // namespace deskhand
