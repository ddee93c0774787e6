// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql_mail_store.h"

#include "store/connection.h"
#include "store/mail_rows.h"
#include "store/reading.h"

#include <algorithm>

namespace deskhand {

SqlMailStore::SqlMailStore(SqlJobConnection::Opener opener)
    : m_job(std::move(opener))
{
}

Result<std::optional<Lease>> SqlMailStore::takeLease(const QString &name, const QString &owner, Instant now,
                                                     qint64 milliseconds)
{
    return m_job.takeLease(name, owner, now, milliseconds);
}

Result<Lease> SqlMailStore::renewLease(const Lease &lease, Instant now, qint64 milliseconds)
{
    return m_job.renewLease(lease, now, milliseconds);
}

Result<void> SqlMailStore::releaseLease(const Lease &lease)
{
    return m_job.releaseLease(lease);
}

Result<void> SqlMailStore::noteFailures(const Lease &lease, int failures, const QString &problem, Instant at)
{
    return m_job.noteFailures(lease, failures, problem, at);
}

Result<QVector<MailboxWork>> SqlMailStore::mailboxes()
{
    QVector<MailboxWork> works;
    const Result<void> done = m_job.look([&works](Connection &connection) -> Result<void> {
        Result<QVector<Mailbox>> found = readMailboxes(connection.sql("job.mailboxes"));
        if (!found)
            return found.error();
        Result<QHash<MailboxId, MailboxProgress>> progress = readMailProgress(connection);
        if (!progress)
            return progress.error();
        for (const Mailbox &mailbox : *found) {
            works.append(MailboxWork{mailbox, {}, progress->value(mailbox.id)});
            works.last().progress.mailbox = mailbox.id;
        }
        Statement secrets = connection.sql("job.secrets");
        while (secrets.next()) {
            const auto id = secrets.id<MailboxId>(0);
            const auto work =
                std::find_if(works.begin(), works.end(), [id](const MailboxWork &one) { return one.mailbox.id == id; });
            if (work != works.end())
                work->sealed.insert(MailSecret(secrets.integer(1)), secrets.bytes(2));
        }
        return secrets.status();
    });
    return done ? Result<QVector<MailboxWork>>(works) : Result<QVector<MailboxWork>>(done.error());
}

Result<void> SqlMailStore::noteProgress(const Lease &lease, const MailboxProgress &progress)
{
    return m_job.changeUnder(lease, [&progress](Connection &connection) {
        Statement note = connection.sql("job.noteProgress");
        note.bind(":mailbox", progress.mailbox).bind(":validity", progress.validity);
        note.bind(":firstKey", progress.firstKey).bind(":firstAt", progress.firstAt);
        note.bind(":backlog", progress.backlog).bind(":triedAt", progress.triedAt);
        note.bind(":reachedAt", progress.reachedAt).bind(":failures", progress.failures);
        note.bind(":problem", progress.problem).bind(":detail", progress.detail).bind(":nextAt", progress.nextAt);
        return note.run();
    });
}

Result<void> SqlMailStore::storeSecret(const Lease &lease, MailboxId mailbox, MailSecret secret,
                                       const QByteArray &sealed)
{
    return m_job.changeUnder(lease, [&](Connection &connection) {
        Statement forget = connection.sql("catalog.forgetSecret");
        const Result<void> forgotten = forget.bind(":mailbox", mailbox).bind(":secret", int(secret)).run();
        if (!forgotten)
            return forgotten;
        Statement insert = connection.sql("catalog.insertSecret");
        return insert.bind(":mailbox", mailbox).bind(":secret", int(secret)).bind(":sealed", sealed).run();
    });
}

Result<std::unique_ptr<MailStore>> openMailStore(const QString &path)
{
    Result<SqlJobConnection::Opener> opener = SqlJobConnection::ofFile(path);
    return opener ? Result<std::unique_ptr<MailStore>>(std::make_unique<SqlMailStore>(*std::move(opener)))
                  : Result<std::unique_ptr<MailStore>>(opener.error());
}

Result<std::unique_ptr<MailStore>> openServerMailStore(const PostgresAddress &address)
{
    Result<SqlJobConnection::Opener> opener = SqlJobConnection::ofServer(address);
    return opener ? Result<std::unique_ptr<MailStore>>(std::make_unique<SqlMailStore>(*std::move(opener)))
                  : Result<std::unique_ptr<MailStore>>(opener.error());
}

} // namespace deskhand
