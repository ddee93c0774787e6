// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/new_desk.h"
#include "store/postgres_connection.h"
#include "store/postgres_rights.h"
#include "store/reading.h"
#include "store/sql_mail_store.h"
#include "store/sql_unit_of_work.h"
#include "store/sqlite_connection.h"
#include "support/postgres_desk.h"
#include "support/postgres_server.h"

#include <QTemporaryDir>

#include <type_traits>

namespace deskhand::test {

inline constexpr Instant mailStart = 1'772'441'000'000;
inline constexpr qint64 mailMinute = 60'000;

/// What a Result must hold; an error ends the program.
template <typename T>
T must(const Result<T> &result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
    return *result;
}

inline void must(const Result<void> &result)
{
    if (!result)
        qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
}

template <typename T>
bool isFenced(const Result<T> &result)
{
    return !result && result.error().code == ErrorCode::Conflict
           && result.error().payload.value(QStringLiteral("reason")).toString() == u"fenced";
}

inline Lease leaseOf(MailStore &store, const QString &owner, Instant now = mailStart)
{
    const auto taken = must(store.takeLease(QStringLiteral("mail-intake"), owner, now, mailMinute));
    if (!taken)
        qFatal("somebody else holds it");
    return *taken;
}

inline NewArrival arrivalAt(MailboxId mailbox, int key)
{
    return {mailbox, QStringLiteral("INBOX"), 7, QString::number(key), mailStart};
}

inline MailboxProgress progressOf(MailboxId mailbox)
{
    MailboxProgress progress;
    progress.mailbox = mailbox;
    return progress;
}

/// A fresh desk in a file or on a server, with a mailbox, its store and a way to look into it.
class MailPlace
{
public:
    /// `asService`: its store comes in with a service's login.
    explicit MailPlace(PostgresServer *server, bool asService = false)
        : m_dialect(server ? SqlDialect::Postgres : SqlDialect::Sqlite)
        , m_statements(std::make_shared<const StatementCatalogue>(*StatementCatalogue::load(m_dialect)))
    {
        const NewDesk desk{QStringLiteral("Desk"), QStringLiteral("Ada"), QStringLiteral("ada@desk.example")};
        if (server)
            address = newDeskOnServer(*server, desk);
        else if (const Result<void> made = createDeskFile(file(), desk); !made)
            qFatal("%s", qPrintable(made.error().detail));
        m_connection = connect();
        workers = address;
        if (asService)
            workers.user = makeService();
        store = open();
        fill();
    }

    [[nodiscard]] QString file() const { return m_folder.filePath(QStringLiteral("mail.desk")); }
    [[nodiscard]] Connection &connection() { return *m_connection; }
    [[nodiscard]] std::unique_ptr<Connection> connect() const
    {
        auto opened = m_dialect == SqlDialect::Postgres
                          ? PostgresConnection::open(address, ConnectionUse::Write, m_statements)
                          : SqliteConnection::open(file(), ConnectionUse::Write, m_statements, 2000);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return *std::move(opened);
    }
    [[nodiscard]] std::unique_ptr<MailStore> open() const
    {
        auto opened = m_dialect == SqlDialect::Postgres ? openServerMailStore(workers) : openMailStore(file());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        return *std::move(opened);
    }
    /// What the pipeline does, in one transaction.
    template <typename Fn>
    auto change(Fn fn)
    {
        using Answer = decltype(fn(std::declval<UnitOfWork &>()));
        SearchIndex index(*m_connection);
        SqlUnitOfWork unit(*m_connection, m_cache, index);
        Result<void> begun = unit.begin();
        if (!begun)
            qFatal("%s", qPrintable(begun.error().detail));
        auto result = fn(static_cast<UnitOfWork &>(unit));
        if (!result)
            qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
        if (const Result<void> committed = unit.commit(); !committed)
            qFatal("%s", qPrintable(committed.error().detail));
        if constexpr (!std::is_same_v<Answer, Result<void>>)
            return *std::move(result);
    }
    TicketId openTicket();
    /// An acknowledgement to to0@customer.example, to1@customer.example, …, with the bytes "mail 1", "mail 2", …
    OutboundMailId queueMail(Instant releaseAt, int recipients = 1);
    [[nodiscard]] MailDelivery delivery(OutboundMailId id)
    {
        return change([id](UnitOfWork &unit) { return unit.outbound(id); }).delivery;
    }
    void settle(MailArrivalId id, MailOutcome outcome, const QString &reason = {})
    {
        change([&](UnitOfWork &unit) { return unit.settleArrival(id, outcome, reason, {}, {}); });
    }
    [[nodiscard]] qint64 number(const char *sql)
    {
        return m_connection->once(sql, "test.number").runForNumber().value_or(-1);
    }

    PostgresAddress address; ///< as its owner
    PostgresAddress workers;
    std::unique_ptr<MailStore> store;
    MailboxId mailbox;
    TicketId ticket;

private:
    void fill();
    [[nodiscard]] QString makeService() const;

    QTemporaryDir m_folder;
    SqlDialect m_dialect;
    std::shared_ptr<const StatementCatalogue> m_statements;
    CatalogCache m_cache;
    std::unique_ptr<Connection> m_connection;
    int m_mails = 0;
};

inline QString MailPlace::makeService() const
{
    const QString role = address.database + QStringLiteral("-worker");
    must(setUpRights(address));
    must(addLogin(address, role, PersonId(), QStringLiteral("unused")));
    return role;
}

inline void MailPlace::fill()
{
    Mailbox support;
    support.name = QStringLiteral("Support");
    support.address = QStringLiteral("support@desk.example");
    mailbox = change([&support](UnitOfWork &unit) { return unit.saveMailbox(support); });
    ticket = openTicket();
}

inline TicketId MailPlace::openTicket()
{
    return change([](UnitOfWork &unit) -> Result<TicketId> {
        Person rita;
        rita.name = QStringLiteral("Rita");
        rita.address = QStringLiteral("rita@customer.example");
        Result<PersonId> requester = unit.findPerson({rita.name, rita.address});
        if (requester && !requester->isValid())
            requester = unit.savePerson(rita);
        if (!requester)
            return requester.error();
        const Result<CatalogPtr> catalog = unit.catalog();
        if (!catalog)
            return catalog.error();
        TicketHead head;
        head.number = QString::number(must(unit.nextTicketCounter()));
        head.version = 1;
        head.subject = QStringLiteral("Printer");
        head.state = (*catalog)->states.first().id;
        head.priority = (*catalog)->priorities.first().id;
        head.queue = (*catalog)->queues.first().id;
        head.requester = *requester;
        head.channel = Channel::Email;
        head.createdAt = head.updatedAt = mailStart;
        Result<TicketId> id = unit.insertTicket(head);
        if (id) {
            head.id = *id;
            must(unit.indexTicket(head));
        }
        return id;
    });
}

inline OutboundMailId MailPlace::queueMail(Instant releaseAt, int recipients)
{
    OutboundMail mail;
    mail.delivery.ticket = ticket;
    mail.delivery.mailbox = mailbox;
    mail.delivery.kind = MailKind::Acknowledgement;
    mail.delivery.subject = QStringLiteral("Re: Printer");
    mail.delivery.messageId = QStringLiteral("dh.1.n%1.abc@desk.example").arg(++m_mails);
    mail.delivery.createdAt = mailStart;
    mail.delivery.releaseAt = releaseAt;
    mail.envelopeFrom = QStringLiteral("support@desk.example");
    mail.bytes = "mail " + QByteArray::number(m_mails);
    for (int i = 0; i < recipients; ++i) {
        RecipientDelivery recipient;
        recipient.address.address = QStringLiteral("to%1@customer.example").arg(i);
        mail.delivery.recipients.append(recipient);
    }
    return change([&mail](UnitOfWork &unit) { return unit.insertOutbound(mail); });
}

} // namespace deskhand::test
