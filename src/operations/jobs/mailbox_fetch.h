// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "operations/jobs/held_lease.h"
#include "operations/jobs/mail_job_ports.h"
#include "operations/jobs/mail_store_thread.h"

#include <QHash>
#include <QSet>

#include <deque>

namespace deskhand {

/// How a round at a mailbox ended.
struct FetchRound {
    enum class End {
        Done,          ///< nothing is left there
        More,          ///< its time was over
        ServerProblem, ///< `error` is the mailbox's; there is no session any more
        StoreProblem,  ///< `error` is the desk's
        Stopped,
    };
    End end = End::Done;
    Error error;
    int stored = 0;
};

/// Fetches one mailbox: what is on the server and not known here is stored durably, then flagged, moved or deleted
/// there. Keeps its session between rounds. Used by one thread.
///
/// Which mails are known is asked by (mailbox, folder, validity, key), never by flags that other programs set too. A
/// folder whose UIDVALIDITY is another, or whose UIDs have gone back without it (a server restored from a backup), is a
/// new one: its mails are fetched again, and AcceptMail knows them by their bytes. The validity that is stored has the
/// server's in its lower 32 bits and counts the times the UIDs went back above.
class MailboxFetch
{
public:
    MailboxFetch(const MailJobPorts &ports, MailStoreThread &store, HeldLease &lease, MailboxWork work,
                 KeepGoing keepGoing);

    /// Stores what can be stored until `sliceEnd` by the clock (0: everything).
    FetchRound round(Instant sliceEnd);
    /// Waits for mail, at most `seconds`, in a session that can; false: there is none, wait yourself.
    bool waitForMail(int seconds);
    void close();

    [[nodiscard]] bool isOpen() const { return bool(m_inbox); }
    [[nodiscard]] const MailboxWork &work() const { return m_work; }
    // How it went, for people.
    void noteFailure(const Error &error, Instant nextAt);
    Result<void> noteSuccess();

private:
    Result<void> open();
    Result<QSet<QString>> knownKeys();
    Result<void> meetFolder(const QVector<RemoteMail> &listed);
    Result<void> beginFromNowOn(const QVector<RemoteMail> &listed);
    [[nodiscard]] bool hasGoneBack(const QVector<RemoteMail> &listed) const;
    [[nodiscard]] bool isWanted(const RemoteMail &mail) const;
    Result<void> list();
    Result<bool> fetchOne(const RemoteMail &mail);
    Result<void> reject(const RemoteMail &mail, qint64 size, const QString &reason);
    Result<void> settleEarlier();
    Result<void> settleFetched();
    Result<void> settle(const QVector<RemoteMail> &mails, const QVector<MailArrivalId> &ids);
    [[nodiscard]] NewArrival arrival(const RemoteMail &mail) const;
    [[nodiscard]] FetchRound ended(const Error &error, int stored);
    Result<void> saveProgress();
    [[nodiscard]] bool isPop3() const { return m_work.mailbox.protocol == MailProtocol::Pop3; }

    struct Fetched {
        RemoteMail mail;
        MailArrivalId id;
    };

    /// Asks the store, and keeps in mind whose the error is.
    template <typename Work>
    std::invoke_result_t<Work, MailStore &> ask(Work work)
    {
        auto answer = m_store.run(std::move(work));
        m_storeFailed = !answer;
        if (m_storeFailed)
            m_lease.dropIfFenced(answer.error());
        return answer;
    }

    MailJobPorts m_ports;
    MailStoreThread &m_store;
    HeldLease &m_lease;
    MailboxWork m_work;
    KeepGoing m_keepGoing;
    std::unique_ptr<MailInbox> m_inbox;
    bool m_met = false;             ///< what is known of the folder has been read
    bool m_hasMore = false;         ///< the last list was not all
    bool m_storeFailed = false;     ///< the error that comes up now is the desk's
    bool m_settleFailed = false;    ///< it is about mails that are safe
    qint64 m_nextKey = 0;           ///< keys from here on have not been listed in this session
    QString m_folder;               ///< its name
    QSet<QString> m_known;          ///< keys of the folder that are stored, or wait in m_todo
    std::deque<RemoteMail> m_todo;  ///< listed, wanted, not stored
    QVector<Fetched> m_fetched;     ///< stored, not yet settled
    QHash<QString, int> m_failures; ///< mails that have broken a session, and how often
    Instant m_settleAgainAt = 0;    ///< the server refused to flag or move; what arrives is fetched all the same
    int m_settleFailures = 0;
    Error m_settleError;
    MailboxProgress m_saved;
};

} // namespace deskhand
