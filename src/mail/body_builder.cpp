// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/body_builder.h"

#include "mail/attachment_names.h"
#include "mail/charset_decoder.h"
#include "mail/encoded_words.h"
#include "mail/flowed_text.h"
#include "mail/header_block.h"
#include "mail/html_guard.h"
#include "mail/html_sanitizer.h"
#include "mail/tnef_decoder.h"
#include "mail/uuencode.h"

#include <QCryptographicHash>
#include <QHash>

namespace deskhand {
namespace {

/// One piece of the body: what the sender wrote once, as plain text, as HTML, or both.
struct BodyPiece {
    QString text;
    QString html;
    bool hasText = false;
    bool hasHtml = false;
};

bool isBodyType(const QByteArray &type)
{
    return type == "text/plain" || type == "text/html" || type == "text/enriched" || type == "text/richtext"
           || type == "text" || type == "text/x-unknown";
}

bool isTnef(const MimePart &part)
{
    return part.type == "application/ms-tnef" || part.type == "application/vnd.ms-tnef"
           || part.fileName.compare(QLatin1String("winmail.dat"), Qt::CaseInsensitive) == 0;
}

/// text/enriched (RFC 1896) read as plain text: commands go, doubled brackets and line ends are undone.
QString enrichedToPlain(const QString &enriched)
{
    QString text;
    for (qsizetype i = 0; i < enriched.size(); ++i) {
        if (enriched[i] == u'<' && i + 1 < enriched.size() && enriched[i + 1] == u'<') {
            text += u'<';
            ++i;
        } else if (enriched[i] == u'<') {
            const qsizetype close = enriched.indexOf(u'>', i);
            if (close < 0 || close - i > 64) {
                text += enriched[i];
                continue;
            }
            if (QStringView(enriched).sliced(i, close - i).compare(u"<param", Qt::CaseInsensitive) == 0) {
                const qsizetype end = enriched.indexOf(QLatin1String("</param>"), close, Qt::CaseInsensitive);
                i = end < 0 ? enriched.size() : end + 7;
            } else {
                i = close;
            }
        } else {
            text += enriched[i];
        }
    }
    return text;
}

class BodyBuilder
{
public:
    BodyBuilder(const MailLimits &limits, ParsedMail &mail, DefectNotes &defects)
        : m_limits(limits)
        , m_mail(mail)
        , m_defects(defects)
    {
    }

    void build(const MimePart &root)
    {
        QList<BodyPiece> pieces;
        walk(root, pieces, true, false);
        addTnefBody(pieces);
        joinPieces(pieces);
        markShownInBody();
        limitText();
    }

private:
    void walk(const MimePart &part, QList<BodyPiece> &pieces, bool first, bool related)
    {
        if (part.type == "multipart/alternative") {
            walkAlternatives(part, pieces, first);
            return;
        }
        if (part.type == "multipart/encrypted")
            m_mail.encrypted = true;
        if (part.isMultipart() && !(part.children.isEmpty() && !part.content.isEmpty())) {
            const bool relatedHere = part.type == "multipart/related";
            bool firstHere = first;
            for (const MimePart &child : part.children) {
                walk(child, pieces, firstHere, relatedHere);
                firstHere = false;
            }
            return;
        }
        if (isBody(part, pieces.isEmpty() && first)) {
            addText(part, pieces);
            // A text file that stands where the body does is both.
            if (!part.fileName.isEmpty())
                append(part.fileName, QString::fromLatin1(part.type), part.content, part.contentId, true, false);
        } else {
            addAttachment(part, related);
        }
    }

    /// All children say the same: the last HTML and the first plain text count, together one piece.
    void walkAlternatives(const MimePart &part, QList<BodyPiece> &pieces, bool first)
    {
        BodyPiece joined;
        for (const MimePart &child : part.children) {
            QList<BodyPiece> own;
            walk(child, own, first && !joined.hasText && !joined.hasHtml, false);
            for (const BodyPiece &piece : own) {
                if (piece.hasText && !joined.hasText) {
                    joined.text = piece.text;
                    joined.hasText = true;
                }
                if (piece.hasHtml) {
                    // A body of several parts inside one alternative is joined; a better alternative replaces it.
                    joined.html = joined.hasHtml && &piece != &own.first() ? joined.html + piece.html : piece.html;
                    joined.hasHtml = true;
                }
            }
        }
        if (joined.hasText || joined.hasHtml)
            pieces.append(joined);
    }

    [[nodiscard]] static bool isBody(const MimePart &part, bool couldBeFirst)
    {
        if (!isBodyType(part.type) || part.disposition == "attachment")
            return false;
        // A named text part is a file, unless it stands where the body does.
        return part.fileName.isEmpty() || couldBeFirst;
    }

    void addText(const MimePart &part, QList<BodyPiece> &pieces)
    {
        QString text = part.type == "text/html" ? decodeHtmlBytes(part.content, part.charset, m_defects)
                                                : decodeCharset(part.content, part.charset, m_defects);
        text = withUnixLineEnds(text, m_defects);
        BodyPiece piece;
        if (part.type == "text/html") {
            piece.html = text;
            piece.hasHtml = true;
        } else {
            if (part.type == "text/enriched" || part.type == "text/richtext")
                text = enrichedToPlain(text);
            if (part.flowed)
                text = unflowed(text, part.delSp);
            for (const UuencodedFile &file : takeUuencodedFiles(text, m_limits))
                append(file.name, QStringLiteral("application/octet-stream"), file.bytes, {}, false, true);
            piece.text = text;
            piece.hasText = true;
        }
        pieces.append(piece);
    }

    void addAttachment(const MimePart &part, bool related)
    {
        if (part.type == "application/pkcs7-mime" || part.type == "application/x-pkcs7-mime")
            m_mail.encrypted = true;
        QString name = part.fileName;
        if (name.isEmpty() && part.type.startsWith("message/") && part.type != "message/delivery-status")
            name = nestedSubject(part);
        const bool isInline =
            part.disposition == "inline" || (part.disposition.isEmpty() && related && !part.contentId.isEmpty());
        append(name, QString::fromLatin1(part.type), part.content, part.contentId, isInline, false);
        if (isTnef(part))
            unpackTnef(part);
    }

    /// A forwarded message is named after its subject.
    QString nestedSubject(const MimePart &part)
    {
        DefectNotes ignored;
        MailLimits few = m_limits;
        few.headerBlock = 16 * 1024;
        const HeaderBlock headers = HeaderBlock::read(part.content, few, ignored);
        const QString subject = decodeHeaderText(headers.value("Subject"), ignored, part.charset).left(100);
        return subject.isEmpty() ? QString()
                                 : QString(subject).replace(u'/', u'_').replace(u'\\', u'_') + QStringLiteral(".eml");
    }

    void unpackTnef(const MimePart &part)
    {
        const TnefContent content = decodeTnef(part.content, m_limits);
        if (!content.sound)
            m_defects.note(defect::tnefMalformed);
        if (content.cut)
            m_defects.note(defect::unpackedTooLarge);
        for (const TnefAttachment &attachment : content.attachments) {
            QString id = attachment.contentId;
            append(attachment.name, attachment.type, attachment.bytes, id.remove(u'<').remove(u'>').toUtf8(),
                   !id.isEmpty(), true);
        }
        if (!content.html.isEmpty()) {
            m_tnef.html = withUnixLineEnds(decodeCharset(content.html, content.codepage, m_defects), m_defects);
            m_tnef.hasHtml = true;
        }
        if (!content.text.trimmed().isEmpty()) {
            m_tnef.text = withUnixLineEnds(content.text, m_defects);
            m_tnef.hasText = true;
        }
        if (!content.rtf.isEmpty())
            append(QStringLiteral("message.rtf"), QStringLiteral("application/rtf"), content.rtf, {}, false, true);
    }

    /// What Outlook put only into winmail.dat is the body when there is no other.
    void addTnefBody(QList<BodyPiece> &pieces)
    {
        if (!m_tnef.hasHtml && !m_tnef.hasText)
            return;
        for (const BodyPiece &piece : pieces) {
            if (!piece.text.trimmed().isEmpty() || !piece.html.trimmed().isEmpty())
                return;
        }
        pieces = {m_tnef};
    }

    void append(const QString &rawName, const QString &type, const QByteArray &bytes, const QByteArray &contentId,
                bool isInline, bool unpacked)
    {
        MailAttachment attachment;
        attachment.type = type.isEmpty() ? QStringLiteral("application/octet-stream") : type;
        attachment.name = receivedFileName(rawName);
        if (attachment.name.isEmpty())
            attachment.name = madeUpFileName(attachment.type, ++m_unnamed);
        attachment.bytes = bytes;
        attachment.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
        attachment.contentId = QString::fromUtf8(contentId);
        attachment.isInline = isInline;
        attachment.unpacked = unpacked;
        m_mail.attachments.append(attachment);
    }

    void joinPieces(const QList<BodyPiece> &pieces)
    {
        bool anyHtml = false;
        m_mail.textFromHtml = !pieces.isEmpty();
        for (const BodyPiece &piece : pieces)
            anyHtml = anyHtml || piece.hasHtml;
        QStringList texts;
        for (const BodyPiece &piece : pieces) {
            const bool plain = piece.hasText && !(piece.text.trimmed().isEmpty() && piece.hasHtml);
            m_mail.textFromHtml = m_mail.textFromHtml && !plain;
            const QString text = plain ? piece.text : textOfHtml(piece.html);
            if (!text.isEmpty())
                texts.append(text);
            if (anyHtml)
                m_mail.html += piece.hasHtml ? piece.html : plainTextToHtml(piece.text);
        }
        // Parts of a mixed mail follow one another; each begins on a line of its own.
        for (const QString &text : texts) {
            if (!m_mail.text.isEmpty() && !m_mail.text.endsWith(u'\n'))
                m_mail.text += u'\n';
            m_mail.text += text;
        }
    }

    /// Hostile HTML costs up to the parser's whole budget of time: that is spent once a mail, not once a part.
    QString textOfHtml(const QString &html)
    {
        constexpr qint64 mostMilliseconds = 250;
        if (m_htmlMilliseconds > mostMilliseconds)
            return withoutTags(html);
        const qint64 start = workedMilliseconds();
        QString text = htmlToPlainText(html);
        m_htmlMilliseconds += workedMilliseconds() - start;
        return text;
    }

    void markShownInBody()
    {
        if (!m_mail.html.contains(QLatin1String("cid:"), Qt::CaseInsensitive))
            return;
        for (MailAttachment &attachment : m_mail.attachments) {
            if (!attachment.contentId.isEmpty()
                && m_mail.html.contains(QLatin1String("cid:") + attachment.contentId, Qt::CaseInsensitive)) {
                attachment.shownInBody = true;
                attachment.isInline = true;
            }
        }
    }

    void limitText()
    {
        for (QString *text : {&m_mail.text, &m_mail.html}) {
            if (text->size() > m_limits.text) {
                text->truncate(m_limits.text);
                m_defects.note(defect::textTooLong);
            }
        }
    }

    const MailLimits &m_limits;
    ParsedMail &m_mail;
    DefectNotes &m_defects;
    BodyPiece m_tnef;
    int m_unnamed = 0;
    qint64 m_htmlMilliseconds = 0;
};

} // namespace

void buildBody(const MimePart &root, const MailLimits &limits, ParsedMail &mail, DefectNotes &defects)
{
    BodyBuilder(limits, mail, defects).build(root);
}

} // namespace deskhand
