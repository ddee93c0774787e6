// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations/jobs/arrival_reader.h"

namespace deskhand {
namespace {

constexpr size_t mostAhead = 16;
constexpr qint64 mostBytesAhead = 64 * 1024 * 1024;

} // namespace

ArrivalReader::ArrivalReader(const MailJobPorts &ports)
    : m_ports(ports)
    , m_thread([this] { work(); })
{
}

ArrivalReader::~ArrivalReader()
{
    stop();
    m_thread.join();
}

void ArrivalReader::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    m_changed.notify_all();
}

void ArrivalReader::start(const QVector<PendingArrival> &arrivals, const QHash<MailboxId, Mailbox> &mailboxes)
{
    const std::lock_guard lock(m_mutex);
    m_wanted.assign(arrivals.cbegin(), arrivals.cend());
    m_mailboxes = mailboxes;
    m_changed.notify_all();
}

std::optional<ReadArrival> ArrivalReader::take()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_stopping || !m_read.empty() || (m_wanted.empty() && !m_isReading); });
    if (m_stopping || m_read.empty())
        return {};
    ReadArrival next = std::move(m_read.front());
    m_read.pop_front();
    m_readBytes -= next.arrival.size;
    m_changed.notify_all();
    return next;
}

bool ArrivalReader::hasRoom() const
{
    return m_read.empty() || (m_read.size() < mostAhead && m_readBytes < mostBytesAhead);
}

void ArrivalReader::work()
{
    std::unique_ptr<MailStore> store;
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_stopping || (!m_wanted.empty() && hasRoom()); });
        if (m_stopping)
            return;
        const PendingArrival arrival = m_wanted.front();
        m_wanted.pop_front();
        m_isReading = true;
        // One that was put away since has only its name left; what its server says of senders no longer counts.
        Mailbox mailbox = m_mailboxes.value(arrival.mailbox);
        mailbox.id = arrival.mailbox;
        lock.unlock();
        ReadArrival read{arrival, Error{}};
        if (!store) {
            Result<std::unique_ptr<MailStore>> opened = m_ports.openStore();
            if (opened)
                store = *std::move(opened);
            else
                read.accept = opened.error();
        }
        if (store)
            read = this->read(store.get(), arrival, mailbox);
        if (!read.accept && read.accept.error().code == ErrorCode::Offline)
            store.reset();
        lock.lock();
        m_isReading = false;
        m_readBytes += arrival.size;
        m_read.push_back(std::move(read));
        m_changed.notify_all();
    }
}

ReadArrival ArrivalReader::read(MailStore *store, const PendingArrival &arrival, const Mailbox &mailbox) const
{
    const Result<QByteArray> raw = store->rawMail(arrival.sha256);
    if (!raw)
        return {arrival, raw.error()};
    AcceptMail accept = m_ports.codec->read(*raw, mailSourceOf(arrival.mailbox), &mailbox);
    accept.mailbox = arrival.mailbox;
    accept.arrival = arrival.id;
    return {arrival, std::move(accept)};
}

} // namespace deskhand
