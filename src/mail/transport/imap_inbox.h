// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mail/transport/imap_dialogue.h"

namespace deskhand {

/// A folder on an IMAP server. Goes by UIDs only: what somebody else has read, moved or deleted meanwhile is seen as it
/// is, and what somebody has read is mail like any other.
class ImapInbox final : public MailInbox
{
public:
    ImapInbox(std::unique_ptr<MailChannel> channel, const Mailbox &mailbox, const MailCredentials &credentials);
    ~ImapInbox() override;

    /// Signs in and enters the folder. NotFound: there is none of that name.
    Result<void> enter();
    /// The steps of enter(), for who tells of them.
    Result<void> greet();
    Result<void> signIn() { return m_dialogue.signIn(); }
    Result<void> openFolder();

    [[nodiscard]] const RemoteFolder &folder() const override { return m_folder; }
    Result<QVector<RemoteMail>> list(qint64 from) override;
    Result<QByteArray> fetch(const RemoteMail &mail, qint64 limit) override;
    Result<void> settle(const QVector<RemoteMail> &mails) override;
    Result<bool> waitForMail(int seconds) override;
    Result<void> finish() override;

private:
    Result<ImapStatus> command(const QByteArray &text, const ImapDialogue::Seen &seen = {}, qint64 literals = 65536);
    Error broken(const Error &error);
    Result<void> askStatus();
    Result<QVector<quint32>> search(const QByteArray &what);
    Result<void> describe(QVector<RemoteMail> *mails, const QVector<quint32> &uids, qsizetype from, qsizetype count);
    Result<void> settleSome(const QVector<quint32> &uids);
    Result<void> store(const QVector<quint32> &uids, const QByteArray &flag);
    Result<void> move(const QVector<quint32> &uids);
    Result<void> moveByCopy(const QVector<quint32> &uids);
    Result<void> expunge(const QVector<quint32> &uids);
    Result<bool> anyLeft(const QVector<quint32> &uids);
    /// Runs a command that needs the target folder, which is made when it is missing.
    Result<ImapStatus> intoTarget(const QByteArray &text);
    Result<bool> idle(int milliseconds);
    Result<void> idleUntilSomething(int milliseconds, bool *came);

    std::unique_ptr<MailChannel> m_channel;
    Mailbox m_mailbox;
    ImapDialogue m_dialogue;
    RemoteFolder m_folder;
    bool m_fresh = true; ///< nothing may have happened since the folder was entered
    bool m_more = false; ///< list() has left out some
    bool m_broken = false;
};

} // namespace deskhand
