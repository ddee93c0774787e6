// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_access.h"

#include <QObject>
#include <QThreadPool>

#include <atomic>
#include <memory>

namespace deskhand {

/// MailAccess from this computer: servers are tested in threads of their own, sign-in goes through the person's
/// browser, and keys are files in the program's settings. Create and destroy it in the GUI's thread; the destructor
/// waits for what is being stopped, at most a second.
class MailAccessHere final : public QObject, public MailAccess
{
    Q_OBJECT

public:
    /// The secrets of a saved mailbox, opened with the desk's key where this computer has it. Called in other threads.
    using SavedSecrets = std::function<Result<MailSecrets>(MailboxId mailbox, const QString &sealKey)>;

    /// `keyFolder`: where new keys are written; empty: another computer does the desk's work.
    /// `sealKey`: MailSettings::sealKey as it is now; called in the GUI's thread.
    MailAccessHere(std::shared_ptr<MailTransport> transport, const QString &keyFolder, SavedSecrets savedSecrets,
                   std::function<QString()> sealKey);
    ~MailAccessHere() override;

    QFuture<MailTestStep> test(MailHalf half, const Mailbox &mailbox, const MailSecrets &typed) override;
    QFuture<Result<QByteArray>> signIn(const Mailbox &mailbox, const QByteArray &clientSecret,
                                       std::function<void(const QUrl &page)> browse) override;
    QFuture<Result<QString>> makeSealKey() override;

private:
    std::shared_ptr<MailTransport> m_transport;
    QString m_keyFolder;
    SavedSecrets m_savedSecrets;
    std::function<QString()> m_sealKey;
    std::shared_ptr<std::atomic<bool>> m_ending;
    QThreadPool m_pool;
};

} // namespace deskhand
