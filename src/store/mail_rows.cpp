// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/mail_rows.h"

#include "store/connection.h"
#include "store/mailbox_json.h"

namespace deskhand {

Result<QVector<Mailbox>> readMailboxes(Statement statement)
{
    QVector<Mailbox> mailboxes;
    while (statement.next()) {
        ColumnReader row(statement);
        Mailbox mailbox;
        mailbox.id = row.id<MailboxId>();
        mailbox.name = row.text();
        mailbox.address = row.text();
        mailbox.queue = row.id<QueueId>();
        mailbox.active = row.flag();
        mailbox.paused = row.flag();
        mailboxFromJson(row.bytes(), &mailbox);
        mailboxes.append(std::move(mailbox));
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return mailboxes;
}

MailText readMailText(ColumnReader &row)
{
    MailText text;
    text.id = row.id<MailTextId>();
    text.kind = row.enumerator<MailTextKind>();
    text.queue = row.id<QueueId>();
    text.agent = row.id<PersonId>();
    text.language = row.text();
    text.subject = row.text();
    text.text = row.text();
    text.active = row.flag();
    return text;
}

Result<QHash<MailboxId, MailboxProgress>> readMailProgress(Connection &connection)
{
    QHash<MailboxId, MailboxProgress> all;
    Statement statement = connection.sql("mail.progress");
    while (statement.next()) {
        ColumnReader row(statement);
        MailboxProgress progress;
        progress.mailbox = row.id<MailboxId>();
        progress.validity = row.integer();
        progress.firstKey = row.integer();
        progress.firstAt = row.integer();
        progress.backlog = row.integer();
        progress.triedAt = row.integer();
        progress.reachedAt = row.integer();
        progress.failures = int(row.integer());
        progress.problem = row.text();
        progress.detail = row.text();
        progress.nextAt = row.integer();
        all.insert(progress.mailbox, progress);
    }
    if (Result<void> status = statement.status(); !status)
        return status.error();
    return all;
}

} // namespace deskhand
