// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/desk_passwords.h"

#include "base/deliver.h"

namespace deskhand {

DeskPasswords::DeskPasswords(PasswordStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
}

DeskPasswords::~DeskPasswords()
{
    for (QString &password : m_session)
        password.fill(u'\0'); // what is in memory no longer may end up in a core file
}

QFuture<Result<QString>> DeskPasswords::find(const ServerPlace &place)
{
    const QString account = serverIdentity(place);
    const auto known = m_session.constFind(account);
    return known != m_session.cend() ? readyFuture(Result<QString>(*known)) : m_store.read(account);
}

void DeskPasswords::use(const ServerPlace &place, const QString &password)
{
    m_session.insert(serverIdentity(place), password);
}

QFuture<Result<void>> DeskPasswords::keep(const ServerPlace &place, const QString &password)
{
    use(place, password);
    return m_store.write(serverIdentity(place), password);
}

QFuture<Result<void>> DeskPasswords::forget(const ServerPlace &place)
{
    m_session.remove(serverIdentity(place));
    return m_store.remove(serverIdentity(place));
}

} // namespace deskhand
