// SPDX-License-Identifier: GPL-3.0-or-later
// Of MailboxFetch: which folder this is, what is wanted of it, what becomes of mails there, and how far it is.
#include "operations/jobs/mailbox_fetch.h"
#include "operations/jobs/retry_times.h"

#include <algorithm>
#include <utility>

namespace deskhand {
namespace {

constexpr int settleEarlierAtOnce = 500;
constexpr qint64 serverValidityMask = 0xffffffff;
constexpr qint64 restoredOnce = serverValidityMask + 1;
constexpr qint64 noteReachedEvery = 60 * 1000; // ms
constexpr qsizetype longestDetail = 500;

} // namespace

Result<void> MailboxFetch::meetFolder(const QVector<RemoteMail> &listed)
{
    MailboxProgress &progress = m_work.progress;
    const RemoteFolder &folder = m_inbox->folder();
    const bool isAnother = (progress.validity & serverValidityMask) != folder.validity;
    if (progress.validity != 0 && isAnother)
        progress.firstKey = 0; // of the keys of before
    if (isAnother)
        progress.validity = folder.validity;
    Result<QSet<QString>> known = knownKeys();
    if (!known)
        return known.error();
    m_known = *std::move(known);
    if (hasGoneBack(listed)) {
        progress.validity += restoredOnce;
        progress.firstKey = 0;
        known = knownKeys();
        if (!known)
            return known.error();
        m_known = *std::move(known);
    }
    if (m_work.mailbox.first == FirstFetch::FromNowOn && progress.firstAt == 0) {
        if (const Result<void> begun = beginFromNowOn(listed); !begun)
            return begun;
    }
    m_met = true;
    return progress.validity != m_saved.validity || progress.firstAt != m_saved.firstAt
                   || progress.firstKey != m_saved.firstKey
               ? saveProgress()
               : Result<void>();
}

Result<QSet<QString>> MailboxFetch::knownKeys()
{
    return ask(
        [&](MailStore &store) { return store.knownKeys(m_work.mailbox.id, m_folder, m_work.progress.validity); });
}

/// UIDNEXT is above every UID that there ever was. A server that lists mails at or above its own UIDNEXT does not know
/// what it says, and is not believed.
bool MailboxFetch::hasGoneBack(const QVector<RemoteMail> &listed) const
{
    const qint64 next = m_inbox->folder().nextKey;
    if (isPop3() || next == 0)
        return false;
    const bool isPlausible = std::all_of(listed.cbegin(), listed.cend(),
                                         [next](const RemoteMail &mail) { return mail.key.toLongLong() < next; });
    return isPlausible && std::any_of(m_known.cbegin(), m_known.cend(), [next](const QString &key) {
               return key.toLongLong() >= next;
           });
}

Result<void> MailboxFetch::beginFromNowOn(const QVector<RemoteMail> &listed)
{
    MailboxProgress &progress = m_work.progress;
    if (isPop3()) {
        // Nothing but its UIDL tells one mail from another: each of those that are there is put on record.
        for (const RemoteMail &mail : listed) {
            if (m_known.contains(mail.key))
                continue;
            if (const Result<void> rejected = reject(mail, mail.size, QStringLiteral("before-first")); !rejected)
                return rejected;
            m_known.insert(mail.key);
        }
    } else {
        qint64 highest = 0;
        for (const RemoteMail &mail : listed)
            highest = std::max(highest, mail.key.toLongLong());
        // What came between opening the folder and listing it is new.
        const qint64 next = m_inbox->folder().nextKey;
        progress.firstKey = next != 0 ? next : highest + 1;
    }
    progress.firstAt = m_ports.clock->now();
    return {};
}

Result<void> MailboxFetch::settleEarlier()
{
    if (m_ports.clock->now() < m_settleAgainAt)
        return {};
    for (;;) {
        const Result<QVector<UnsettledArrival>> earlier =
            ask([&](MailStore &store) { return store.unsettledArrivals(m_work.mailbox.id, settleEarlierAtOnce); });
        if (!earlier)
            return earlier.error();
        if (earlier->isEmpty())
            return {};
        QVector<RemoteMail> mails;
        QVector<MailArrivalId> ids;
        for (const UnsettledArrival &arrival : *earlier) {
            ids.append(arrival.id);
            // Keys of another folder, or of before another validity, lead to other mails today.
            if (arrival.folder == m_folder && arrival.validity == m_work.progress.validity)
                mails.append(RemoteMail{arrival.key, 0, 0});
        }
        const Result<void> settled = settle(mails, ids);
        if (!settled || !m_inbox || ids.size() < settleEarlierAtOnce)
            return settled;
    }
}

Result<void> MailboxFetch::settleFetched()
{
    const QVector<Fetched> fetched = std::exchange(m_fetched, {});
    if (fetched.isEmpty() || m_ports.clock->now() < m_settleAgainAt)
        return {}; // settled as earlier ones, when the server does such things again
    QVector<RemoteMail> mails;
    QVector<MailArrivalId> ids;
    for (const Fetched &one : fetched) {
        mails.append(one.mail);
        ids.append(one.id);
    }
    return settle(mails, ids);
}

Result<void> MailboxFetch::settle(const QVector<RemoteMail> &mails, const QVector<MailArrivalId> &ids)
{
    if (!m_lease.isHeld())
        return Error{ErrorCode::Cancelled, QStringLiteral("jobs.fetch"), QStringLiteral("stopped"), {}};
    Result<void> settled = mails.isEmpty() ? Result<void>() : m_inbox->settle(mails);
    const bool deletesAtTheEnd = isPop3() && m_work.mailbox.after == AfterFetch::Delete && !mails.isEmpty();
    if (settled && deletesAtTheEnd) {
        settled = m_inbox->finish();
        m_inbox.reset();
    }
    if (!settled) {
        // What the server refuses to do with mails that are safe must not stop those that come.
        if (settled.error().code != ErrorCode::Cancelled) {
            ++m_settleFailures;
            m_settleAgainAt = m_ports.clock->now() + mailboxRetryDelay(m_settleFailures, false);
            m_settleError = settled.error();
            m_settleFailed = true;
        }
        return settled;
    }
    m_settleFailures = 0;
    return ask([&](MailStore &store) { return store.markSettled(m_lease.lease(), ids); });
}

bool MailboxFetch::waitForMail(int seconds)
{
    const bool canWait = m_inbox && !isPop3() && m_work.mailbox.idle && m_inbox->folder().canIdle;
    if (!canWait)
        return false;
    if (!m_inbox->waitForMail(seconds))
        m_inbox.reset(); // the next round opens another one
    return true;
}

void MailboxFetch::close()
{
    if (m_inbox)
        (void)m_inbox->finish(); // all that matters is stored and settled
    m_inbox.reset();
}

Result<void> MailboxFetch::saveProgress()
{
    if (!m_lease.isHeld())
        return Error{ErrorCode::Cancelled, QStringLiteral("jobs.fetch"), QStringLiteral("stopped"), {}};
    const Result<void> noted =
        ask([&](MailStore &store) { return store.noteProgress(m_lease.lease(), m_work.progress); });
    if (noted)
        m_saved = m_work.progress;
    return noted;
}

void MailboxFetch::noteFailure(const Error &error, Instant nextAt)
{
    MailboxProgress &progress = m_work.progress;
    ++progress.failures;
    progress.problem = mailProblemName(error);
    progress.detail = error.detail.left(longestDetail);
    progress.nextAt = nextAt;
    (void)saveProgress(); // what cannot be written now is written with the next attempt
}

Result<void> MailboxFetch::noteSuccess()
{
    MailboxProgress &progress = m_work.progress;
    progress.failures = 0;
    progress.reachedAt = m_ports.clock->now();
    progress.nextAt = 0;
    progress.problem = m_settleFailures > 0 ? QStringLiteral("not-settled") : QString();
    progress.detail = m_settleFailures > 0 ? m_settleError.detail.left(longestDetail) : QString();
    const bool worthIt = progress.problem != m_saved.problem || progress.failures != m_saved.failures
                         || progress.backlog != m_saved.backlog
                         || progress.reachedAt - m_saved.reachedAt >= noteReachedEvery;
    return worthIt ? saveProgress() : Result<void>();
}

} // namespace deskhand
