// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/mailbox_fetch.h"

#include "operations/jobs/refresh_token.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype settleAtOnce = 50;
constexpr int refusalsUntilRejected = 5;
constexpr qsizetype listedAtOnce = 10'000; ///< see MailInbox::list()
constexpr qint64 backlogStep = 100;        ///< the backlog is written again after so many mails

bool isTooLarge(const Error &error)
{
    return error.code == ErrorCode::Invalid
           && error.payload.value(QStringLiteral("reason")).toString() == QLatin1String("too-large");
}

Error stoppedError()
{
    return Error{ErrorCode::Cancelled, QStringLiteral("jobs.fetch"), QStringLiteral("stopped"), {}};
}

} // namespace

MailboxFetch::MailboxFetch(const MailJobPorts &ports, MailStoreThread &store, HeldLease &lease, MailboxWork work,
                           KeepGoing keepGoing)
    : m_ports(ports)
    , m_store(store)
    , m_lease(lease)
    , m_work(std::move(work))
    , m_keepGoing(std::move(keepGoing))
    , m_saved(m_work.progress)
{
    m_work.progress.mailbox = m_work.mailbox.id;
}

FetchRound MailboxFetch::round(Instant sliceEnd)
{
    MailboxProgress &progress = m_work.progress;
    progress.triedAt = m_ports.clock->now();
    int stored = 0;
    m_storeFailed = false;
    m_settleFailed = false;
    Result<void> ready = m_inbox ? Result<void>() : open();
    if (ready)
        ready = list();
    if (ready)
        ready = settleEarlier();
    if (!ready)
        return ended(ready.error(), stored);
    if (!m_inbox) // deleting by POP3 ends the session
        return {FetchRound::End::More, {}, stored};
    while (!m_todo.empty()) {
        const bool sliceOver = sliceEnd != 0 && m_ports.clock->now() >= sliceEnd;
        if (sliceOver || !m_keepGoing())
            break;
        const Result<bool> fetched = fetchOne(m_todo.front());
        if (!fetched)
            return ended(fetched.error(), stored);
        m_todo.pop_front();
        progress.backlog = qint64(m_todo.size());
        stored += *fetched ? 1 : 0;
        if (m_saved.backlog - progress.backlog >= backlogStep) {
            if (const Result<void> noted = saveProgress(); !noted)
                return ended(noted.error(), stored);
        }
        if (m_fetched.size() >= settleAtOnce && !isPop3()) {
            if (const Result<void> settled = settleFetched(); !settled)
                return ended(settled.error(), stored);
        }
        if (!m_inbox) // the mail was too large, and the session is gone with it
            return {FetchRound::End::More, {}, stored};
    }
    if (const Result<void> settled = settleFetched(); !settled)
        return ended(settled.error(), stored);
    if (!m_todo.empty())
        return {m_keepGoing() ? FetchRound::End::More : FetchRound::End::Stopped, {}, stored};
    if (m_hasMore)
        return {FetchRound::End::More, {}, stored};
    if (isPop3())
        close(); // only a new session sees new mails
    return {FetchRound::End::Done, {}, stored};
}

FetchRound MailboxFetch::ended(const Error &error, int stored)
{
    FetchRound round{FetchRound::End::ServerProblem, error, stored};
    if (m_storeFailed)
        round.end = FetchRound::End::StoreProblem;
    else if (m_settleFailed)
        round.end = FetchRound::End::More; // in a new session, which leaves that alone for a while
    else if (error.code == ErrorCode::Cancelled)
        round.end = FetchRound::End::Stopped;
    m_inbox.reset();
    m_fetched.clear(); // they are stored, and settled as earlier ones
    return round;
}

Result<void> MailboxFetch::open()
{
    const Result<MailSecrets> opened = openSecrets(m_ports, m_work);
    if (!opened)
        return opened.error();
    const auto refreshed = [this](const QByteArray &token) {
        keepRefreshToken(m_ports, m_store, m_lease, token, &m_work);
    };
    Result<std::unique_ptr<MailInbox>> inbox =
        m_ports.transport->openInbox(m_work.mailbox, *opened, m_keepGoing, refreshed);
    if (!inbox)
        return inbox.error();
    m_inbox = *std::move(inbox);
    m_folder = m_inbox->folder().name;
    m_met = false;
    m_nextKey = 0;
    m_todo.clear();
    m_fetched.clear();
    return {};
}

Result<void> MailboxFetch::list()
{
    const Result<QVector<RemoteMail>> listed = m_inbox->list(m_nextKey);
    if (!listed)
        return listed.error();
    m_hasMore = !isPop3() && listed->size() >= listedAtOnce;
    if (!m_met) {
        if (const Result<void> met = meetFolder(*listed); !met)
            return met;
    }
    QVector<RemoteMail> last; // what has broken a session comes after all others, the most often at the end
    for (const RemoteMail &mail : *listed) {
        if (m_known.contains(mail.key) || !isWanted(mail))
            continue;
        m_known.insert(mail.key);
        if (m_failures.contains(mail.key))
            last.append(mail);
        else
            m_todo.push_back(mail);
    }
    std::sort(last.begin(), last.end(), [this](const RemoteMail &a, const RemoteMail &b) {
        return m_failures.value(a.key) < m_failures.value(b.key);
    });
    m_todo.insert(m_todo.end(), last.cbegin(), last.cend());
    for (const RemoteMail &mail : *listed) {
        if (!isPop3())
            m_nextKey = std::max(m_nextKey, mail.key.toLongLong() + 1);
    }
    m_work.progress.backlog = qint64(m_todo.size());
    return m_work.progress.backlog > m_saved.backlog ? saveProgress() : Result<void>();
}

bool MailboxFetch::isWanted(const RemoteMail &mail) const
{
    constexpr qint64 clockSlack = 10 * 60 * 1000;
    constexpr qint64 day = 24 * 60 * 60 * 1000;
    const MailboxProgress &progress = m_work.progress;
    if (m_work.mailbox.first == FirstFetch::Everything || progress.firstAt == 0 || isPop3())
        return true;
    // Keys of before another validity say nothing. Where the key is low and the mail young, somebody has named another
    // folder since: it is wanted.
    if (progress.firstKey != 0)
        return mail.key.toLongLong() >= progress.firstKey
               || (mail.arrivedAt != 0 && mail.arrivedAt >= progress.firstAt + day);
    return mail.arrivedAt == 0 || mail.arrivedAt >= progress.firstAt - clockSlack;
}

Result<bool> MailboxFetch::fetchOne(const RemoteMail &mail)
{
    const Result<QByteArray> raw = m_inbox->fetch(mail, m_work.mailbox.largestMail);
    if (!raw) {
        const ErrorCode code = raw.error().code;
        if (isTooLarge(raw.error())) {
            m_inbox.reset();
            m_fetched.clear();
            const Result<void> rejected = reject(mail, mail.size, QStringLiteral("too-large"));
            return rejected ? Result<bool>(false) : Result<bool>(rejected.error());
        }
        if (code == ErrorCode::NotFound) // somebody took it away meanwhile
            return false;
        const int failures = code == ErrorCode::Cancelled ? 0 : ++m_failures[mail.key];
        if (code != ErrorCode::Denied) // the session is gone
            return raw.error();
        const Result<void> given = failures < refusalsUntilRejected
                                       ? Result<void>() // asked for again in the next session
                                       : reject(mail, mail.size, QStringLiteral("refused-by-server"));
        return given ? Result<bool>(false) : Result<bool>(given.error());
    }
    if (!m_lease.isHeld())
        return stoppedError();
    const Result<MailArrivalId> id =
        ask([&](MailStore &store) { return store.storeArrival(m_lease.lease(), arrival(mail), *raw); });
    if (!id)
        return id.error();
    m_failures.remove(mail.key);
    if (id->isValid())
        m_fetched.append({mail, *id});
    return id->isValid();
}

Result<void> MailboxFetch::reject(const RemoteMail &mail, qint64 size, const QString &reason)
{
    return ask([&](MailStore &store) { return store.rejectArrival(m_lease.lease(), arrival(mail), size, reason); });
}

NewArrival MailboxFetch::arrival(const RemoteMail &mail) const
{
    return {m_work.mailbox.id, m_folder, m_work.progress.validity, mail.key, m_ports.clock->now()};
}

} // namespace deskhand
