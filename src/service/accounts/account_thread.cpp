// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accounts/account_thread.h"

#include <chrono>
#include <utility>

namespace deskhand {
namespace {

constexpr size_t mostJobs = 2000;
constexpr std::chrono::seconds longestWait{15};

Error accountsStopped()
{
    return Error{ErrorCode::Cancelled, QStringLiteral("accounts"), QStringLiteral("the service stops"), {}};
}

Error waitedTooLong()
{
    return Error{ErrorCode::Timeout, QStringLiteral("accounts"), QStringLiteral("the desk does not answer"), {}};
}

Error tooManyWait()
{
    return Error{ErrorCode::Busy,
                 QStringLiteral("accounts"),
                 QStringLiteral("too many wait"),
                 {{QStringLiteral("reason"), QStringLiteral("load")}, {QStringLiteral("retryAfter"), 1}}};
}

} // namespace

AccountThread::AccountThread(Opener opener, int lookEvery, std::function<void(AccountStore &)> look)
    : m_opener(std::move(opener))
    , m_lookEvery(lookEvery)
    , m_look(std::move(look))
{
}

AccountThread::~AccountThread()
{
    stop();
}

void AccountThread::start()
{
    m_thread = std::thread([this] { work(); });
}

void AccountThread::post(const Job &job)
{
    std::unique_lock lock(m_mutex);
    if (m_stopped || m_jobs.size() >= mostJobs) {
        const Error refusal = m_stopped ? accountsStopped() : tooManyWait();
        lock.unlock();
        job(refusal);
        return;
    }
    m_jobs.push_back({job, std::chrono::steady_clock::now()});
    m_more.notify_one();
}

void AccountThread::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_more.notify_one();
    }
    if (m_thread.joinable())
        m_thread.join();
    std::deque<Waiting> left;
    {
        const std::lock_guard lock(m_mutex);
        left.swap(m_jobs);
    }
    for (const Waiting &waiting : left)
        waiting.job(accountsStopped());
}

Result<AccountStore *> AccountThread::store()
{
    if (!m_store) {
        Result<std::unique_ptr<AccountStore>> opened = m_opener();
        if (!opened)
            return opened.error();
        m_store = *std::move(opened);
    }
    return m_store.get();
}

void AccountThread::lookAgain()
{
    if (const Result<AccountStore *> opened = store(); opened)
        m_look(**opened);
}

void AccountThread::work()
{
    using Clock = std::chrono::steady_clock;
    Clock::time_point nextLook = Clock::now();
    for (;;) {
        Waiting next;
        {
            std::unique_lock lock(m_mutex);
            m_more.wait_until(lock, nextLook, [this] { return m_stopped || !m_jobs.empty(); });
            if (m_stopped)
                break;
            if (Clock::now() < nextLook && !m_jobs.empty()) {
                next = std::move(m_jobs.front());
                m_jobs.pop_front();
            }
        }
        if (next.job) {
            next.job(Clock::now() - next.since < longestWait ? store() : Result<AccountStore *>(waitedTooLong()));
        } else if (Clock::now() >= nextLook) {
            lookAgain();
            nextLook = Clock::now() + std::chrono::milliseconds(m_lookEvery);
        }
    }
    m_store.reset();
}

} // namespace deskhand
