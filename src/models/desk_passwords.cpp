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
    return find(serverIdentity(place));
}

QFuture<Result<QString>> DeskPasswords::find(const QString &account)
{
    const auto known = m_session.constFind(account);
    return known != m_session.cend() ? readyFuture(Result<QString>(*known)) : m_store.read(account);
}

void DeskPasswords::use(const ServerPlace &place, const QString &password)
{
    use(serverIdentity(place), password);
}

void DeskPasswords::use(const QString &account, const QString &secret)
{
    m_session.insert(account, secret);
}

QFuture<Result<void>> DeskPasswords::keep(const ServerPlace &place, const QString &password)
{
    return keep(serverIdentity(place), password);
}

QFuture<Result<void>> DeskPasswords::keep(const QString &account, const QString &secret)
{
    use(account, secret);
    return m_store.write(account, secret);
}

QFuture<Result<void>> DeskPasswords::forget(const ServerPlace &place)
{
    return forget(serverIdentity(place));
}

QFuture<Result<void>> DeskPasswords::forget(const QString &account)
{
    m_session.remove(account);
    return m_store.remove(account);
}

} // namespace deskhand
