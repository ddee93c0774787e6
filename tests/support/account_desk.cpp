// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/account_desk.h"

#include "store/connection.h"
#include "store/local_desk.h"
#include "store/new_desk.h"
#include "support/postgres_desk.h"
#include "support/test_desk.h"

#include <QFile>

namespace deskhand::test {
namespace {

template <typename T>
T expected(Result<T> result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
    return *std::move(result);
}

void expected(const Result<void> &result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
}

Result<SqlJobConnection::Opener> openerOf(bool isServer, const QString &place, const PostgresAddress &address)
{
    return isServer ? SqlJobConnection::ofServer(address) : SqlJobConnection::ofFile(place);
}

} // namespace

AccountDesk::AccountDesk(PostgresServer *server)
    : m_isServer(server != nullptr)
    , m_keys(makeSealKeys())
{
    const NewDesk desk{QStringLiteral("Desk"), QStringLiteral("Ada Admin"), QStringLiteral("ada@desk.example"), {}};
    if (server) {
        m_address = newDeskOnServer(*server, desk);
    } else {
        m_place = m_folder.filePath(QStringLiteral("a.desk"));
        expected(createDeskFile(m_place, desk));
    }
}

AccountDesk::~AccountDesk() = default;

std::unique_ptr<AccountStore> AccountDesk::open() const
{
    return expected(m_isServer ? openServerAccountStore(m_address) : openAccountStore(m_place));
}

AccountsOptions AccountDesk::options() const
{
    AccountsOptions options;
    options.openStore = [isServer = m_isServer, place = m_place, address = m_address] {
        return isServer ? openServerAccountStore(address) : openAccountStore(place);
    };
    options.clock = m_clock;
    options.keys = [keys = m_keys] { return Result<SealKeys>(keys); };
    options.cost = cheap();
    options.watchEvery = 50;
    return options;
}

PersonId AccountDesk::addAgent(const QString &name, const QString &address)
{
    Person person;
    person.name = name;
    person.address = address;
    person.role = PersonRole::Agent;
    const auto desk = expected(m_isServer ? LocalDesk::openServer(m_address) : LocalDesk::open(m_place));
    return PersonId{expected(await(desk->submit(Command::make(ada(), SavePerson{person})))).id};
}

void AccountDesk::changePerson(PersonId person, const std::function<void(Person &)> &change)
{
    const auto desk = expected(m_isServer ? LocalDesk::openServer(m_address) : LocalDesk::open(m_place));
    const CatalogPtr catalog = expected(await(desk->catalog()));
    Person changed = *catalog->agent(person);
    change(changed);
    expected(await(desk->submit(Command::make(ada(), SavePerson{changed}))));
}

PersonId AccountDesk::addAgentWithPassword(const QString &name, const QString &address, const QByteArray &password)
{
    const PersonId person = addAgent(name, address);
    givePassword(person, password);
    return person;
}

void AccountDesk::givePassword(PersonId person, const QByteArray &password)
{
    const auto store = open();
    const AccountChange change{ada(), m_clock->now()};
    if (!store->account(person))
        expected(store->createAccount(person, change));
    expected(store->setPassword(person, expected(hashPassword(password, cheap())), false, change));
}

qint64 AccountDesk::sql(const QByteArray &statement)
{
    const auto connection = expected(expected(openerOf(m_isServer, m_place, m_address))());
    return expected(connection->once(statement, "test.sql").runForNumber());
}

QByteArray AccountDesk::fileBytes() const
{
    QByteArray bytes;
    for (const char *end : {"", "-wal"}) {
        QFile file(m_place + QLatin1String(end));
        if (file.open(QIODevice::ReadOnly))
            bytes += file.readAll();
    }
    return bytes;
}

QByteArray base32Bytes(const QString &text)
{
    QByteArray bytes;
    quint32 bits = 0;
    int count = 0;
    for (const QChar sign : text) {
        bits = (bits << 5) | quint32(QByteArray("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567").indexOf(sign.toLatin1()));
        if ((count += 5) >= 8)
            bytes += char((bits >> (count -= 8)) & 0xff);
    }
    return bytes;
}

} // namespace deskhand::test
