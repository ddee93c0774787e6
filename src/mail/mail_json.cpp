// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mail_json.h"

#include "mail/quote_detection.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTimeZone>

namespace deskhand {
namespace {

QJsonArray addressesToJson(const QList<MailAddress> &addresses)
{
    QJsonArray array;
    for (const MailAddress &address : addresses)
        array.append(QJsonObject{{QStringLiteral("name"), address.name}, {QStringLiteral("address"), address.address}});
    return array;
}

QJsonArray attachmentsToJson(const QList<MailAttachment> &attachments)
{
    QJsonArray array;
    for (const MailAttachment &attachment : attachments) {
        array.append(QJsonObject{{QStringLiteral("name"), attachment.name},
                                 {QStringLiteral("type"), attachment.type},
                                 {QStringLiteral("size"), attachment.bytes.size()},
                                 {QStringLiteral("sha256"), QString::fromLatin1(attachment.sha256)},
                                 {QStringLiteral("inline"), attachment.isInline},
                                 {QStringLiteral("content_id"), attachment.contentId}});
    }
    return array;
}

} // namespace

QString rfc3339(Instant instant, int offsetMinutes)
{
    if (instant == 0)
        return {};
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(instant, Qt::OffsetFromUTC, offsetMinutes * 60);
    return time.toString(Qt::ISODate);
}

QString replyOf(const ParsedMail &mail, const SafeHtml &safe)
{
    if (mail.textFromHtml && safe.hasQuote)
        return safe.reply;
    const QString byLines = replyText(mail.text);
    const bool foundNothing = byLines.size() == mail.text.trimmed().size();
    return foundNothing && safe.hasQuote ? safe.reply : byLines;
}

QJsonObject mailToJson(const ParsedMail &mail, const QString &file)
{
    const bool onlyHtml = !mail.html.isEmpty();
    const SafeHtml safe = onlyHtml ? sanitizeHtml(mail.html) : SafeHtml();
    const QString reply = replyOf(mail, safe);
    const QString date = rfc3339(mail.date, mail.dateOffsetMinutes);
    return QJsonObject{
        {QStringLiteral("file"), file},
        {QStringLiteral("subject"), mail.subject},
        {QStringLiteral("from"), addressesToJson(mail.from)},
        {QStringLiteral("to"), addressesToJson(mail.to)},
        {QStringLiteral("cc"), addressesToJson(mail.cc)},
        {QStringLiteral("reply_to"), addressesToJson(mail.replyTo)},
        {QStringLiteral("message_id"), mail.messageId},
        {QStringLiteral("in_reply_to"), mail.inReplyTo},
        {QStringLiteral("references"), QJsonArray::fromStringList(mail.references)},
        {QStringLiteral("date"), date.isEmpty() ? QJsonValue() : QJsonValue(date)},
        {QStringLiteral("text"), mail.text},
        {QStringLiteral("reply"), reply},
        {QStringLiteral("html"), safe.html},
        {QStringLiteral("attachments"), attachmentsToJson(mail.attachments)},
        {QStringLiteral("auto_submitted"), mail.autoSubmitted},
        {QStringLiteral("bounce"), mail.bounce},
        {QStringLiteral("list"), mail.list},
        {QStringLiteral("defects"), QJsonArray::fromStringList(mail.defects)},
    };
}

QJsonObject safeHtmlToJson(const SafeHtml &html)
{
    QJsonArray blocked;
    for (const BlockedResource &resource : html.blocked)
        blocked.append(QJsonObject{{QStringLiteral("kind"), resource.kind}, {QStringLiteral("url"), resource.url}});
    return QJsonObject{
        {QStringLiteral("html"), html.html}, {QStringLiteral("text"), html.text}, {QStringLiteral("blocked"), blocked}};
}

} // namespace deskhand
