// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mail_article.h"

#include "mail/defects.h"
#include "mail/html_sanitizer.h"
#include "mail/quote_detection.h"

#include <QFileInfo>

#include <algorithm>

namespace deskhand {
namespace {

constexpr qsizetype longestText = 1024 * 1024;

/// Where the run of quote and signature at the end begins; the size when the mail ends in new text.
qsizetype foldedTail(const QList<TextPart> &parts, qsizetype size)
{
    qsizetype tail = size;
    bool hasReply = false;
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        if (part->kind == PartKind::Reply) {
            hasReply = true;
            break;
        }
        // A forwarded mail is what the sender wants to be read.
        if (part->kind == PartKind::Forward)
            return size;
        tail = part->start;
    }
    return hasReply ? tail : size;
}

void splitText(const QString &text, NewArticle *article)
{
    const QString shown = text.left(longestText);
    const qsizetype tail = foldedTail(splitPlainText(shown), shown.size());
    article->text = shown.left(tail);
    article->quotedText = shown.mid(tail);
}

/// Cuts the HTML before the first marked part when nothing but marked parts follows it.
void splitHtml(const QString &html, NewArticle *article)
{
    static const QString mark = QStringLiteral("<div data-part=\"");
    const qsizetype cut = html.indexOf(mark);
    article->html = html;
    if (cut <= 0 || html.mid(cut + mark.size()).startsWith(u"forward"))
        return;
    // Balanced <div>s from there to the end, one after the other: then both halves stand for themselves.
    qsizetype at = cut;
    while (at < html.size()) {
        if (!html.mid(at, mark.size()).startsWith(mark))
            return;
        int depth = 0;
        do {
            const qsizetype open = html.indexOf(QStringLiteral("<div"), at);
            const qsizetype close = html.indexOf(QStringLiteral("</div>"), at);
            if (close < 0)
                return;
            const bool opens = open >= 0 && open < close;
            depth += opens ? 1 : -1;
            at = opens ? open + 4 : close + 6;
        } while (depth > 0);
    }
    const QString head = html.left(cut);
    // Inside an element that is still open both halves would be broken.
    if (head.count(QStringLiteral("<div")) != head.count(QStringLiteral("</div>"))
        || head.count(QStringLiteral("<td")) != head.count(QStringLiteral("</td>"))
        || head.count(QStringLiteral("<blockquote")) != head.count(QStringLiteral("</blockquote>")))
        return;
    article->html = head;
    article->quotedHtml = html.mid(cut);
}

QString fileNameFor(const RawMail &raw)
{
    QString name = QFileInfo(raw.file).fileName();
    if (raw.number > 0)
        name += QStringLiteral("-%1").arg(raw.number);
    return name.endsWith(u".eml") ? name : name + QStringLiteral(".eml");
}

/// Newest first: what it answers directly, then up the thread.
QStringList answeredIds(const ParsedMail &mail)
{
    QStringList ids;
    if (!mail.inReplyTo.isEmpty())
        ids.append(mail.inReplyTo);
    for (auto id = mail.references.crbegin(); id != mail.references.crend(); ++id)
        ids.append(*id);
    ids.removeAll(mail.messageId);
    ids.removeDuplicates();
    return ids;
}

/// What is wrong with a mail so that a part of it was not looked at; empty: nothing.
QString problemOf(const ParsedMail &mail)
{
    for (const QLatin1String name : {defect::noHeaders, defect::unparsable, defect::tooManyParts, defect::tooDeep,
                                     defect::headersTooLarge, defect::tooManyHeaders}) {
        if (mail.defects.contains(name))
            return name;
    }
    return {};
}

} // namespace

AcceptMail acceptMailFrom(const ParsedMail &mail, const RawMail &raw, const QString &source)
{
    AcceptMail accept;
    accept.source = source;
    accept.subject = mail.subject;
    NewArticle &article = accept.article;
    article.senderRole = SenderRole::Customer;
    article.channel = Channel::Email;
    article.from = mail.from.value(0, mail.replyTo.value(0));
    article.to = mail.to;
    article.cc = mail.cc;
    article.subject = mail.subject;
    article.messageId = mail.messageId;
    article.answeredIds = answeredIds(mail);
    article.createdAt = mail.date != 0 ? mail.date : mail.received;
    article.automatic = mail.autoSubmitted || mail.bounce || !mail.autoResponseSigns.isEmpty();
    article.raw = raw.bytes;
    splitText(mail.text, &article);
    if (!mail.html.isEmpty()) {
        const SafeHtml safe = sanitizeHtml(mail.html);
        splitHtml(safe.html, &article);
        article.remoteImages = safe.remoteImages;
    }
    for (const MailAttachment &part : mail.attachments)
        article.attachments.append({part.name, part.type, part.bytes, part.isInline, part.contentId});
    // What is too long to be shown is there to be opened.
    if (mail.text.size() > longestText)
        article.attachments.append(
            {QStringLiteral("mail-text.txt"), QStringLiteral("text/plain"), mail.text.toUtf8(), false, {}});
    accept.problem = problemOf(mail);
    if (!accept.problem.isEmpty()) {
        if (accept.subject.isEmpty())
            accept.subject = fileNameFor(raw);
        article.attachments.append(
            {fileNameFor(raw), QStringLiteral("application/octet-stream"), raw.bytes, false, {}});
    }
    return accept;
}

} // namespace deskhand
