// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/delivery.h"

#include <QByteArray>

namespace deskhand {

/// A file of a mail that is going out.
struct OutgoingFile {
    QString name;
    QString type;
    QByteArray bytes;
    bool isInline = false;
    QString contentId; ///< without angle brackets; what `cid:` in the HTML points to
};

/// All that a mail is made of; rendered once (see operations/mail_codec.h), and then only its bytes count.
struct OutgoingMail {
    MailAddress from;
    QVector<MailAddress> to;
    QVector<MailAddress> cc;
    QString subject;        ///< as it goes out, with the ticket's number
    QString messageId;      ///< without angle brackets, see domain/message_id.h
    QStringList references; ///< oldest first, the mail that is answered last
    Instant date = 0;

    QString text;       ///< plain: what was written, with its signature
    QString quotedText; ///< plain: the history below, already marked with "> "; empty: none
    QString html;       ///< safe HTML of the same; empty: made from `text`
    QString quotedHtml;
    QVector<OutgoingFile> files;

    bool automatic = false; ///< Auto-Submitted: auto-replied and all that keeps machines from answering
    bool generated = false; ///< the same with auto-generated: it answers nothing
    /// `html` is a whole document of this program's own making and goes out as it is, with the inline `files` that it
    /// shows; nothing in it may come from a stranger but as escaped text.
    bool ownDocument = false;
    QStringList loopChain; ///< desks that mails answered by this one came through; loopName() of `from` is appended
    QString language;      ///< BCP 47; empty: not said
};

/// What a report's mail is made of before it is known from where and to whom it goes.
struct ReportMail {
    QString subject;
    QString text;
    QString html;     ///< see OutgoingMail::ownDocument
    QString language; ///< BCP 47
    QVector<OutgoingFile> files;
};

/// How a desk calls itself in the loop chain of its mails: by the address that it sends from. A mail that comes in with
/// the name of one of our own mailboxes in its chain has been here before.
[[nodiscard]] QString loopName(const QString &address);

} // namespace deskhand
