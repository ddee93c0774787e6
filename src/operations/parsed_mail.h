// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace deskhand {

/// A part of a mail that is not its text.
struct MailAttachment {
    QString name;          ///< last path segment only, safe to show; never empty (made up from the type when missing)
    QString type;          ///< lower-case media type, "application/octet-stream" when unknown
    QByteArray bytes;      ///< decoded
    QByteArray sha256;     ///< of `bytes`, lower-case hex
    QString contentId;     ///< without angle brackets; what `cid:` in the HTML points to
    bool isInline = false; ///< sent to be shown inside the text rather than beside it
    bool shownInBody = false; ///< the HTML body refers to it by `cid:`
    bool unpacked = false;    ///< came out of a container (winmail.dat, uuencoded text) that is kept as well
};

/// What was understood of a mail. Plain data: `mail` fills it, `operations` works with it.
/// All text is free of NUL characters and uses "\n" line ends.
struct ParsedMail {
    QString subject;
    QList<MailAddress> from;
    QList<MailAddress> to;
    QList<MailAddress> cc;
    QList<MailAddress> replyTo;
    QList<MailAddress>
        deliveredTo; ///< Delivered-To, X-Original-To, Envelope-To: which of our mailboxes it came through

    QString messageId;      ///< without angle brackets; empty when missing
    QString inReplyTo;      ///< first id only
    QStringList references; ///< oldest first

    Instant date = 0;          ///< of the Date header; 0 when absent or unreadable
    int dateOffsetMinutes = 0; ///< the sender's zone, east positive
    QString rawDate;           ///< the header as written
    Instant received = 0;      ///< of the topmost Received header: the best guess when `date` is 0 or absurd

    QString text;              ///< plain body; made from `html` when there is no plain one
    bool textFromHtml = false; ///< there was no plain body
    QString html;              ///< body as sent, NOT safe to show: see mail/html_sanitizer.h; empty when there is none
    QList<MailAttachment> attachments;

    bool autoSubmitted = false;  ///< a machine wrote it: vacation notes, notifications, reports
    bool bounce = false;         ///< says that a mail could not be delivered, or not yet
    bool feedbackReport = false; ///< abuse report (RFC 5965)
    bool list = false;           ///< came through a mailing list or is bulk mail with an unsubscribe header
    bool encrypted = false;      ///< the text is inside an encrypted part that is kept as attachment

    /// Why nothing may answer this mail by itself, as stable names ("auto-submitted", "null-return-path", …).
    /// Empty: an automatic answer does no harm. Own addresses and rate limits are checked elsewhere.
    QStringList autoResponseSigns;
    /// The loop chain that this program's own mails carry (X-Deskhand-Loop), oldest first.
    QStringList loopChain;

    /// What was wrong with the mail, as stable names ("charset-unknown", "no-closing-boundary", …), each once.
    QStringList defects;
};

} // namespace deskhand
