// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/article.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVector>

namespace deskhand {

struct ParsedAttachment {
    QString name;
    QString type;
    QByteArray bytes;
    QByteArray sha256; ///< 32 raw bytes
    bool isInline = false;
    QString contentId; ///< without angle brackets
};

/// What was understood of one mail. Made by mail/mime_parser.h; plain values, so that the jobs need no MIME library.
struct ParsedMail {
    QString subject;
    QVector<MailAddress> from;
    QVector<MailAddress> to;
    QVector<MailAddress> cc;
    QVector<MailAddress> replyTo;
    QString messageId;      ///< without angle brackets, as are the two below
    QStringList inReplyTo;
    QStringList references;
    Instant date = 0;       ///< 0: absent or not a date
    int dateOffsetMinutes = 0; ///< zone of the Date header, to print it as it was written
    QString text;           ///< plain body, converted from HTML where there is only that
    QString reply;          ///< text without quote and signature
    QString quoted;         ///< the rest of text after reply
    QString html;           ///< safe HTML of the whole body; empty: there was none
    QString replyHtml;      ///< safe HTML of the new part; replyHtml + quotedHtml show the same as html
    QString quotedHtml;
    QVector<ParsedAttachment> attachments;
    QString autoSubmitted;  ///< folded value of Auto-Submitted; empty: absent
    bool automatic = false; ///< any sign of reliability 5.1: never to be answered automatically
    bool bounce = false;    ///< delivery report
    bool list = false;      ///< from a mailing list
    QStringList defects;    ///< stable names such as "missing-boundary"; empty: a clean mail
};

} // namespace deskhand
