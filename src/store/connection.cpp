// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <algorithm>
#include <atomic>

namespace deskhand {
namespace {

constexpr size_t composedStatementsKept = 48;

std::atomic<qint64> lastSerial = 0;

} // namespace

Connection::Connection(std::shared_ptr<const StatementCatalogue> catalogue)
    : m_serial(++lastSerial)
    , m_catalogue(std::move(catalogue))
{
}

Connection::~Connection() = default;

void Connection::dropStatements()
{
    m_named.clear();
    m_composed.clear();
}

Statement Connection::sql(const char *name)
{
    const auto cached = m_named.find(name);
    if (cached != m_named.end() && !cached->second->inUse)
        return use(cached->second.get(), name);
    const QByteArray *text = m_catalogue->find(name);
    if (!text)
        return Statement(
            Error{ErrorCode::Internal, QString::fromLatin1(name), QStringLiteral("no such statement"), {}});
    if (cached != m_named.end()) // in use further up
        return once(*text, name);
    auto slot = std::make_unique<Slot>();
    slot->text = *text;
    Slot *raw = slot.get();
    m_named.emplace(name, std::move(slot));
    return use(raw, name);
}

Statement Connection::composed(const QByteArray &text, const char *name)
{
    const auto found =
        std::find_if(m_composed.begin(), m_composed.end(), [&](const auto &slot) { return slot->text == text; });
    if (found != m_composed.end()) {
        if ((*found)->inUse)
            return once(text, name);
        std::rotate(m_composed.begin(), found, found + 1);
        return use(m_composed.front().get(), name);
    }
    if (m_composed.size() >= composedStatementsKept && !m_composed.back()->inUse)
        m_composed.pop_back();
    auto slot = std::make_unique<Slot>();
    slot->text = text;
    m_composed.push_front(std::move(slot));
    return use(m_composed.front().get(), name);
}

Statement Connection::once(const QByteArray &text, const char *name)
{
    Result<std::unique_ptr<PreparedStatement>> prepared = prepare(text, name, Keep::Once);
    return prepared ? Statement(*std::move(prepared), name) : Statement(prepared.error());
}

QByteArray Connection::fragment(const char *name) const
{
    const QByteArray *text = m_catalogue->find(name);
    return text ? *text : QByteArray();
}

Statement Connection::use(Slot *slot, const char *name)
{
    if (!slot->statement) {
        Result<std::unique_ptr<PreparedStatement>> prepared = prepare(slot->text, name, Keep::Prepared);
        if (!prepared)
            return Statement(prepared.error());
        slot->statement = *std::move(prepared);
    }
    slot->inUse = true;
    return Statement(slot->statement.get(), &slot->inUse, name);
}

} // namespace deskhand
