// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/mail_transport.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QStringList>

#include <memory>
#include <mutex>

namespace deskhand::test {

/// A mail on a server in memory.
struct FakeServerMail {
    QByteArray bytes;
    Instant arrivedAt = 0;
    bool breaksSession = false; ///< asking for it ends the session
};

/// Accounts in memory behind MailTransport, one for each host, for what no real server does when it is asked to.
/// Members are under the mutex.
struct FakeAccount {
    std::mutex mutex;
    qint64 validity = 7;
    qint64 next = 1;
    QMap<qint64, FakeServerMail> mails;
    QSet<qint64> settled;
    QStringList journal; ///< "list", "fetch 3", "settle 3", "send …"
    bool hangs = false;
    int hanging = 0; ///< sessions that hang now
    bool refusesToSettle = false;
    bool isAway = false;

    // Sending.
    QVector<QByteArray> taken;
    int unknownAnswers = 0; ///< so many mails are taken without an answer
    int puttingOff = 0;     ///< so many mails are put off
    int mailsEach = 0;      ///< a session is ended after so many; 0: never

    qint64 add(const QByteArray &bytes, Instant arrivedAt = 0);
    [[nodiscard]] QStringList journalNow();
    [[nodiscard]] int settledNow();
    [[nodiscard]] QVector<QByteArray> takenNow();
};

class FakeMailTransport final : public MailTransport
{
public:
    /// Made when it is first asked for.
    [[nodiscard]] FakeAccount &account(const QString &host);
    /// A mailbox there, both ways.
    [[nodiscard]] static Mailbox mailbox(const QString &host);

    Result<std::unique_ptr<MailInbox>> openInbox(const Mailbox &mailbox, const MailSecrets &secrets,
                                                 const KeepGoing &keepGoing, const Refreshed &refreshed) override;
    Result<std::unique_ptr<MailOutlet>> openOutlet(const Mailbox &mailbox, const MailSecrets &secrets,
                                                   const KeepGoing &keepGoing, const Refreshed &refreshed) override;
    QVector<MailTestStep> testInbox(const Mailbox &mailbox, const MailSecrets &secrets, const KeepGoing &keepGoing,
                                    const std::function<void(const MailTestStep &)> &told) override;
    QVector<MailTestStep> testOutlet(const Mailbox &mailbox, const MailSecrets &secrets, const KeepGoing &keepGoing,
                                     const std::function<void(const MailTestStep &)> &told) override;

private:
    std::mutex m_mutex;
    QHash<QString, std::shared_ptr<FakeAccount>> m_accounts;
};

} // namespace deskhand::test
