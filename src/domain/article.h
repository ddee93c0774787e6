// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "domain/ticket.h"

#include <QByteArray>
#include <QString>
#include <QVector>

namespace deskhand {

/// Whether the requester's side may see an article. The numbers are stored: never reorder.
enum class Visibility { Public = 1, Internal = 2 };

/// For whom the article speaks. The numbers are stored: never reorder.
enum class SenderRole { Customer = 1, Agent = 2, System = 3 };

struct MailAddress {
    QString name;
    QString address;

    bool operator==(const MailAddress &) const = default;
};

/// A file at an article; its bytes are stored once under their SHA-256.
struct Attachment {
    AttachmentId id;
    ArticleId article;
    QString name;      ///< as the sender wrote it: untrusted, never a path
    QString type;      ///< declared MIME type
    qint64 size = 0;   ///< bytes
    QByteArray sha256; ///< 32 raw bytes
    bool isInline = false;
    QString contentId; ///< without angle brackets; empty: none

    bool operator==(const Attachment &) const = default;
};

/// One entry of a ticket's thread. Append-only: never changed after it was stored.
/// A reply is Public, a note Internal, a call has Channel::Phone (inbound: SenderRole::Customer).
struct Article {
    ArticleId id;
    TicketId ticket;  ///< where it is shown
    TicketId origin;  ///< to which it belongs while that is merged into `ticket`; invalid: to `ticket` itself
    int position = 0; ///< 1, 2, 3 … in the order of ids, withdrawn ones counted: the order of the thread
    Visibility visibility = Visibility::Public;
    SenderRole senderRole = SenderRole::Customer;
    Channel channel = Channel::Email;
    PersonId author;  ///< invalid: a system entry
    MailAddress from; ///< as it was written then
    QVector<MailAddress> to;
    QVector<MailAddress> cc;
    QString subject;          ///< of the mail; empty when it is the ticket's
    QString text;             ///< what was newly written, plain
    QString quotedText;       ///< quote and signature after it, folded in view; whole text = text + quotedText
    QString html;             ///< safe HTML (see mail/html_sanitizer.h) of the new part; empty: plain text only
    QString quotedHtml;       ///< safe HTML of the folded part
    Instant createdAt = 0;    ///< date of the mail or of writing
    QStringList remoteImages; ///< URLs that `deskhand-remote:N` in the HTML stands for; loaded only when a person asks
    QString messageId;        ///< without angle brackets; empty: none
    QByteArray rawSha256;     ///< raw mail in the blob store; empty: none
    QVector<Attachment> attachments;

    bool operator==(const Article &) const = default;
};

/// Who changed something. The numbers are stored: never reorder.
enum class ActorKind { Person = 1, Rule = 2, Import = 3, System = 4 };

/// One change of one field, or one event, of a ticket. Append-only and hash-chained per desk.
struct HistoryEntry {
    qint64 id = 0;
    TicketId ticket;
    qint64 version = 0; ///< the ticket's version that this change made
    Instant at = 0;
    ActorKind actorKind = ActorKind::Person;
    PersonId actor;
    QString actorName; ///< as it was then
    QString what; ///< a ticketFieldName, or "opened", "article", "conflict", "imported", "merged" …; without a ticket
                  ///< "saved-queue" …
    QString oldValue; ///< stored form: ids as numbers, instants as ms, tags joined by a blank; empty: none
    QString newValue;
    QString oldText; ///< name snapshot of the old value for people
    QString newText;
    /// Comment, rule name or import run; may be empty. "conflict": name of the field (oldValue is what stayed, newValue
    /// what was refused). State changes that follow from an article: "first-reply" or "follow-up".
    QString why;
    CommandId command;
};

} // namespace deskhand
