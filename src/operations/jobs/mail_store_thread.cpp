// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/mail_store_thread.h"

namespace deskhand {

MailStoreThread::MailStoreThread(Opener open)
    : m_open(std::move(open))
    , m_thread([this] { work(); })
{
}

MailStoreThread::~MailStoreThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_given.notify_one();
    m_thread.join();
}

void MailStoreThread::give(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_given.notify_one();
}

void MailStoreThread::work()
{
    std::unique_ptr<MailStore> store;
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_given.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
            if (m_jobs.empty())
                return;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        Error opening;
        if (!store) {
            Result<std::unique_ptr<MailStore>> opened = m_open();
            if (opened)
                store = *std::move(opened);
            else
                opening = opened.error();
        }
        if (!job(store.get(), opening))
            store.reset();
    }
}

} // namespace deskhand
