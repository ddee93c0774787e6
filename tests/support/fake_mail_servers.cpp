// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fake_mail_servers.h"

#include "operations/jobs/job_signal.h"

namespace deskhand::test {
namespace {

Error fakeError(ErrorCode code, const QString &detail)
{
    return Error{code, QStringLiteral("test.server"), detail, {}};
}

/// Until it is stopped, or the server comes to itself.
Result<void> hang(FakeAccount &account, const KeepGoing &keepGoing)
{
    JobSignal tick;
    const SystemClock clock;
    std::unique_lock lock(account.mutex);
    ++account.hanging;
    while (account.hangs && keepGoing()) {
        lock.unlock();
        tick.waitUntil(clock, clock.now() + 5);
        lock.lock();
    }
    --account.hanging;
    return account.hangs ? Result<void>(fakeError(ErrorCode::Cancelled, QStringLiteral("stopped"))) : Result<void>();
}

class FakeInbox final : public MailInbox
{
public:
    FakeInbox(FakeAccount &account, const QString &name, KeepGoing keepGoing)
        : m_account(account)
        , m_keepGoing(std::move(keepGoing))
    {
        const std::lock_guard lock(account.mutex);
        m_folder.name = name;
        m_folder.validity = account.validity;
        m_folder.nextKey = account.next;
        m_folder.messages = account.mails.size();
        m_folder.canIdle = true;
    }

    const RemoteFolder &folder() const override { return m_folder; }

    Result<QVector<RemoteMail>> list(qint64 from) override
    {
        const std::lock_guard lock(m_account.mutex);
        m_account.journal.append(QStringLiteral("list"));
        QVector<RemoteMail> listed;
        for (auto mail = m_account.mails.cbegin(); mail != m_account.mails.cend(); ++mail) {
            if (mail.key() >= from)
                listed.append({QString::number(mail.key()), mail->bytes.size(), mail->arrivedAt});
        }
        return listed;
    }

    Result<QByteArray> fetch(const RemoteMail &mail, qint64 limit) override
    {
        const std::lock_guard lock(m_account.mutex);
        m_account.journal.append(QStringLiteral("fetch ") + mail.key);
        const auto found = m_account.mails.constFind(mail.key.toLongLong());
        if (found == m_account.mails.cend())
            return fakeError(ErrorCode::NotFound, QStringLiteral("gone"));
        if (found->breaksSession)
            return fakeError(ErrorCode::Offline, QStringLiteral("the connection was reset"));
        if (found->bytes.size() > limit) {
            Error error = fakeError(ErrorCode::Invalid, QStringLiteral("too large"));
            error.payload.insert(QStringLiteral("reason"), QStringLiteral("too-large"));
            return error;
        }
        return found->bytes;
    }

    Result<void> settle(const QVector<RemoteMail> &mails) override
    {
        const std::lock_guard lock(m_account.mutex);
        if (m_account.refusesToSettle)
            return fakeError(ErrorCode::Denied, QStringLiteral("NO flags are not for you"));
        for (const RemoteMail &mail : mails) {
            m_account.journal.append(QStringLiteral("settle ") + mail.key);
            m_account.settled.insert(mail.key.toLongLong());
        }
        return {};
    }

    /// Until there is more than the session has seen.
    Result<bool> waitForMail(int) override
    {
        JobSignal tick;
        const SystemClock clock;
        while (m_keepGoing()) {
            {
                const std::lock_guard lock(m_account.mutex);
                if (m_account.validity != m_folder.validity)
                    return fakeError(ErrorCode::Offline, QStringLiteral("BYE"));
                if (m_account.next != m_seen) {
                    m_seen = m_account.next;
                    return true;
                }
            }
            tick.waitUntil(clock, clock.now() + 5);
        }
        return fakeError(ErrorCode::Cancelled, QStringLiteral("stopped"));
    }

    Result<void> finish() override { return {}; }

private:
    FakeAccount &m_account;
    KeepGoing m_keepGoing;
    RemoteFolder m_folder;
    qint64 m_seen = 0;
};

class FakeOutlet final : public MailOutlet
{
public:
    explicit FakeOutlet(FakeAccount &account)
        : m_account(account)
    {
    }

    Result<SmtpOutcome> send(const QByteArray &bytes, const QString &, const QVector<MailAddress> &recipients) override
    {
        const std::lock_guard lock(m_account.mutex);
        if (m_account.isAway)
            return fakeError(ErrorCode::Offline, QStringLiteral("gone"));
        if (m_account.mailsEach > 0 && ++m_mails > m_account.mailsEach)
            return fakeError(ErrorCode::Offline, QStringLiteral("421 too many mails"));
        SmtpOutcome outcome;
        for (const MailAddress &recipient : recipients) {
            RecipientDelivery delivery;
            delivery.address = recipient;
            const bool isSent = m_account.puttingOff == 0 && m_account.unknownAnswers == 0;
            delivery.state = isSent ? DeliveryState::Sent : DeliveryState::Delayed;
            outcome.recipients.append(delivery);
        }
        if (m_account.puttingOff > 0) {
            --m_account.puttingOff;
            return outcome;
        }
        m_account.taken.append(bytes);
        outcome.unknown = m_account.unknownAnswers > 0;
        m_account.unknownAnswers -= outcome.unknown ? 1 : 0;
        return outcome;
    }

private:
    FakeAccount &m_account;
    int m_mails = 0;
};

} // namespace

qint64 FakeAccount::add(const QByteArray &bytes, Instant arrivedAt)
{
    const std::lock_guard lock(mutex);
    mails.insert(next, {bytes, arrivedAt, false});
    return next++;
}

QStringList FakeAccount::journalNow()
{
    const std::lock_guard lock(mutex);
    return journal;
}

int FakeAccount::settledNow()
{
    const std::lock_guard lock(mutex);
    return int(settled.size());
}

QVector<QByteArray> FakeAccount::takenNow()
{
    const std::lock_guard lock(mutex);
    return taken;
}

FakeAccount &FakeMailTransport::account(const QString &host)
{
    const std::lock_guard lock(m_mutex);
    std::shared_ptr<FakeAccount> &account = m_accounts[host];
    if (!account)
        account = std::make_shared<FakeAccount>();
    return *account;
}

Mailbox FakeMailTransport::mailbox(const QString &host)
{
    Mailbox mailbox;
    mailbox.name = host;
    mailbox.address = QStringLiteral("desk@") + host;
    mailbox.incoming.host = mailbox.outgoing.host = host;
    mailbox.incoming.user = mailbox.outgoing.user = QStringLiteral("desk");
    mailbox.first = FirstFetch::Everything;
    mailbox.pollSeconds = 5;
    return mailbox;
}

Result<std::unique_ptr<MailInbox>> FakeMailTransport::openInbox(const Mailbox &mailbox, const MailSecrets &,
                                                                const KeepGoing &keepGoing, const Refreshed &)
{
    FakeAccount &there = account(mailbox.incoming.host);
    if (const Result<void> awake = hang(there, keepGoing); !awake)
        return awake.error();
    if (const std::lock_guard lock(there.mutex); there.isAway)
        return fakeError(ErrorCode::Offline, QStringLiteral("no connection"));
    return std::unique_ptr<MailInbox>(std::make_unique<FakeInbox>(there, mailbox.folder, keepGoing));
}

Result<std::unique_ptr<MailOutlet>> FakeMailTransport::openOutlet(const Mailbox &mailbox, const MailSecrets &,
                                                                  const KeepGoing &keepGoing, const Refreshed &)
{
    FakeAccount &there = account(mailbox.outgoing.host);
    if (const Result<void> awake = hang(there, keepGoing); !awake)
        return awake.error();
    if (const std::lock_guard lock(there.mutex); there.isAway)
        return fakeError(ErrorCode::Offline, QStringLiteral("no connection"));
    return std::unique_ptr<MailOutlet>(std::make_unique<FakeOutlet>(there));
}

QVector<MailTestStep> FakeMailTransport::testInbox(const Mailbox &, const MailSecrets &, const KeepGoing &,
                                                   const std::function<void(const MailTestStep &)> &)
{
    return {};
}

QVector<MailTestStep> FakeMailTransport::testOutlet(const Mailbox &, const MailSecrets &, const KeepGoing &,
                                                    const std::function<void(const MailTestStep &)> &)
{
    return {};
}

} // namespace deskhand::test
