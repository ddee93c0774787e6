// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "operations/command.h"

#include <QString>
#include <QVector>

namespace deskhand {

enum class DraftKind { Reply = 1, Note = 2, Call = 3, NewTicket = 4 };

/// Unsent text of one person, kept on this computer whatever happens to the ticket.
struct Draft {
    QString key; ///< unique: made by draftKey()
    DraftKind kind = DraftKind::Reply;
    TicketId ticket; ///< invalid for NewTicket
    PersonId author;
    ArticleId lastSeen; ///< newest article when writing began
    QString subject;
    QString html; ///< editor content
    QVector<MailAddress> to;
    QVector<MailAddress> cc;
    QVector<NewAttachment> attachments;
    QVariantMap fields; ///< further fields of a new ticket
    Instant savedAt = 0;
};

[[nodiscard]] QString draftKey(DraftKind kind, TicketId ticket, PersonId author);

/// Where drafts live. Saving returns after the bytes are durable. Not thread-safe: use from one thread.
class DraftStore
{
public:
    virtual ~DraftStore() = default;
    virtual Result<void> save(const Draft &draft) = 0;
    virtual Result<void> remove(const QString &key) = 0;
    /// All drafts, oldest first. A damaged one is set aside, never deleted, and reported in `damaged`.
    virtual Result<QVector<Draft>> load(QStringList *damaged) = 0;
};

} // namespace deskhand
