// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/mail_writer.h"

#include "mail/attachment_names.h"
#include "mail/body_writer.h"
#include "mail/charset_decoder.h"
#include "mail/header_writer.h"
#include "mail/outgoing_html.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

namespace deskhand {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr qsizetype mostReferences = 8 * 1024; ///< bytes
constexpr int mostHops = 20;

/// A part, or a tree of them, ready to be written.
struct WrittenPart {
    QByteArray headers; ///< Content-… fields
    QByteArray body;
    QByteArray multipart; ///< subtype and parameters; empty: a leaf
    QList<WrittenPart> children;
};

Error cannotWrite(const QString &detail, const QString &field, const QString &address = {})
{
    Error error{ErrorCode::Invalid, u"mail.write"_s, detail, {{u"field"_s, field}}};
    if (!address.isEmpty())
        error.payload.insert(u"address"_s, address);
    return error;
}

Result<void> checkAddresses(const OutgoingMail &mail)
{
    if (sendableAddress(mail.from.address).isEmpty())
        return cannotWrite(u"no sender that can be sent from"_s, u"from"_s, mail.from.address);
    if (mail.to.isEmpty() && mail.cc.isEmpty())
        return cannotWrite(u"no recipient"_s, u"to"_s);
    for (const MailAddress &address : mail.to) {
        if (sendableAddress(address.address).isEmpty())
            return cannotWrite(u"an address that cannot be sent to"_s, u"to"_s, address.address);
    }
    for (const MailAddress &address : mail.cc) {
        if (sendableAddress(address.address).isEmpty())
            return cannotWrite(u"an address that cannot be sent to"_s, u"cc"_s, address.address);
    }
    if (!isCleanMessageId(mail.messageId))
        return cannotWrite(u"no Message-ID"_s, u"messageId"_s);
    return {};
}

/// The first and as many of the newest as fit.
QStringList shortenedReferences(const QStringList &references)
{
    QStringList clean;
    for (const QString &id : references) {
        if (isCleanMessageId(id) && !clean.contains(id))
            clean.append(id);
    }
    if (clean.isEmpty())
        return clean;
    constexpr qsizetype around = 5; // " <", ">", line end
    qsizetype room = mostReferences - 14 - clean.first().size() - around;
    qsizetype from = clean.size();
    while (from > 1 && clean[from - 1].size() + around <= room) {
        --from;
        room -= clean[from].size() + around;
    }
    return QStringList{clean.first()} + clean.mid(from);
}

QStringList loopWords(const OutgoingMail &mail)
{
    static const QRegularExpression unclean(u"[^A-Za-z0-9._@+-]"_s);
    QStringList words;
    for (const QString &hop : mail.loopChain)
        words.append(hop.left(200).remove(unclean));
    words.removeAll(QString());
    words = words.mid(qMax(0, words.size() - mostHops + 1));
    words.append(loopName(mail.from.address));
    return words;
}

QByteArray mailHeaders(const OutgoingMail &mail)
{
    QByteArray out = "Date: " + headerDate(mail.date) + "\r\n";
    out += addressField("From", {mail.from});
    out += addressField("To", mail.to);
    out += addressField("Cc", mail.cc);
    out += textField("Subject", mail.subject);
    out += idField("Message-ID", {mail.messageId});
    QStringList references = shortenedReferences(mail.references);
    references.removeAll(mail.messageId);
    if (!references.isEmpty()) {
        out += idField("In-Reply-To", {references.last()});
        out += idField("References", references);
    }
    out += "MIME-Version: 1.0\r\n";
    if (mail.automatic)
        out += "Auto-Submitted: auto-replied\r\nX-Auto-Response-Suppress: All\r\n";
    else if (mail.generated)
        out += "Auto-Submitted: auto-generated\r\nX-Auto-Response-Suppress: All\r\n";
    out += wordsField("X-Deskhand-Loop", loopWords(mail));
    if (isLanguageTag(mail.language))
        out += "Content-Language: " + mail.language.toLatin1() + "\r\n";
    return out;
}

WrittenPart textPart(const QByteArray &type, const QString &text)
{
    const EncodedBody body = encodeText(text);
    WrittenPart part;
    part.headers = "Content-Type: " + type + "\r\nContent-Transfer-Encoding: " + body.encoding + "\r\n";
    part.body = body.bytes;
    return part;
}

/// Multiparts and mails may not be encoded (RFC 2046 5.2.1), which their bytes might not survive: they go as files.
QByteArray fileType(const OutgoingFile &file)
{
    static const QRegularExpression clean(uR"(\A[a-z0-9][a-z0-9.+-]{0,60}/[a-z0-9][a-z0-9.+_-]{0,90}\z)"_s);
    const QString type = file.type.toLower();
    if (!clean.match(type).hasMatch() || type.startsWith("multipart/"_L1) || type.startsWith("message/"_L1))
        return "application/octet-stream";
    if (type.startsWith("text/"_L1) && isValidUtf8(file.bytes))
        return type.toLatin1() + "; charset=utf-8";
    return type.toLatin1();
}

WrittenPart filePart(const OutgoingFile &file, int number, bool shown)
{
    QString name = receivedFileName(file.name);
    if (name.isEmpty())
        name = madeUpFileName(file.type, number);
    const EncodedBody body = encodeFile(file.bytes);
    WrittenPart part;
    part.headers = "Content-Type: " + fileType(file) + legacyParameter("name", name) + "\r\nContent-Transfer-Encoding: "
                   + body.encoding + "\r\nContent-Disposition: " + (shown ? "inline" : "attachment")
                   + parameter("filename", name) + "\r\n";
    if (shown)
        part.headers += "Content-ID: <" + file.contentId.toLatin1() + ">\r\n";
    part.body = body.bytes;
    return part;
}

WrittenPart multipart(const QByteArray &kind, const QList<WrittenPart> &children)
{
    WrittenPart part;
    part.multipart = kind;
    part.children = children;
    return part;
}

/// Writes the tree with separators that come from the Message-ID and stand in none of its parts.
class TreeWriter
{
public:
    explicit TreeWriter(const QString &messageId)
        : m_seed(messageId.toUtf8())
    {
    }

    QByteArray write(const WrittenPart &part)
    {
        if (part.multipart.isEmpty())
            return part.headers + "\r\n" + part.body;
        QList<QByteArray> children;
        for (const WrittenPart &child : part.children)
            children.append(write(child));
        const QByteArray boundary = freeBoundary(children);
        QByteArray out = "Content-Type: multipart/" + part.multipart + ";\r\n boundary=\"" + boundary + "\"\r\n\r\n";
        for (const QByteArray &child : children)
            out += "--" + boundary + "\r\n" + child + "\r\n";
        return out + "--" + boundary + "--\r\n";
    }

private:
    QByteArray freeBoundary(const QList<QByteArray> &children)
    {
        for (;;) {
            const QByteArray digest =
                QCryptographicHash::hash(m_seed + ' ' + QByteArray::number(++m_number), QCryptographicHash::Sha256);
            const QByteArray boundary = "=_" + digest.toHex().left(32);
            if (std::none_of(children.begin(), children.end(),
                             [&](const QByteArray &child) { return child.contains(boundary); }))
                return boundary;
        }
    }

    QByteArray m_seed;
    int m_number = 0;
};

QString plainText(const OutgoingMail &mail)
{
    QString text = mailText(mail.text);
    QString quoted = mailText(mail.quotedText);
    while (text.endsWith(u'\n'))
        text.chop(1);
    if (!quoted.isEmpty() && !text.isEmpty())
        text += u"\n\n"_s;
    else
        text += u'\n';
    return flowedText(text, quoted);
}

} // namespace

Result<QByteArray> writeMail(const OutgoingMail &mail)
{
    if (const Result<void> checked = checkAddresses(mail); !checked)
        return checked.error();
    const OutgoingHtml html = outgoingHtml(mail);
    if (html.cut)
        return cannotWrite(u"more HTML than can be sent"_s, u"html"_s);
    WrittenPart shown = textPart("text/html; charset=utf-8", html.html);
    int number = 0;
    if (!html.pictures.isEmpty()) {
        QList<WrittenPart> related{shown};
        for (const OutgoingFile &picture : html.pictures)
            related.append(filePart(picture, ++number, true));
        shown = multipart("related; type=\"text/html\"", related);
    }
    WrittenPart root =
        multipart("alternative", {textPart("text/plain; charset=utf-8; format=flowed", plainText(mail)), shown});
    if (!html.files.isEmpty()) {
        QList<WrittenPart> mixed{root};
        for (const OutgoingFile &file : html.files)
            mixed.append(filePart(file, ++number, false));
        root = multipart("mixed", mixed);
    }
    return mailHeaders(mail) + TreeWriter(mail.messageId).write(root);
}

} // namespace deskhand
