// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/outgoing_html.h"

#include "mail/body_writer.h"
#include "mail/header_writer.h"
#include "mail/html_sanitizer.h"

#include <QCryptographicHash>
#include <QRegularExpression>

namespace deskhand {
namespace {

using namespace Qt::Literals::StringLiterals;

/// What a person has written may be longer than what is shown of a stranger's mail.
HtmlLimits writerLimits()
{
    HtmlLimits limits;
    limits.input = 64 * 1024 * 1024;
    limits.text = 16 * 1024 * 1024;
    limits.dataImages = 48 * 1024 * 1024;
    limits.images = 2000;
    limits.links = 50'000;
    return limits;
}

bool isCleanContentId(const QString &id)
{
    static const QRegularExpression clean(uR"(\A[A-Za-z0-9._@+=-]{1,200}\z)"_s);
    return clean.match(id).hasMatch();
}

class HtmlMaker
{
public:
    explicit HtmlMaker(const OutgoingMail &mail)
        : m_mail(mail)
        , m_taken(mail.files.size(), false)
        , m_ids(mail.files.size())
    {
    }

    /// A document of our own making: nothing is taken out of it, and what it shows is beside it.
    OutgoingHtml makeOwn()
    {
        m_out.html = mailText(m_mail.html);
        for (const OutgoingFile &file : m_mail.files)
            (file.isInline && isCleanContentId(file.contentId) ? m_out.pictures : m_out.files).append(file);
        return m_out;
    }

    OutgoingHtml make()
    {
        const QString body = part(m_mail.html, m_mail.text) + part(m_mail.quotedHtml, m_mail.quotedText);
        QString head = u"<!DOCTYPE html>\n<html"_s;
        if (isLanguageTag(m_mail.language))
            head += u" lang=\""_s + m_mail.language + u'"';
        m_out.html =
            head + u"><head><meta charset=\"utf-8\"></head><body>\n"_s + mailText(body) + u"\n</body></html>\n"_s;
        for (qsizetype i = 0; i < m_mail.files.size(); ++i) {
            OutgoingFile file = m_mail.files[i];
            if (m_taken[i]) {
                file.contentId = m_ids[i];
                m_out.pictures.append(file);
            } else {
                m_out.files.append(file);
            }
        }
        m_out.pictures += m_pictures;
        return m_out;
    }

private:
    QString part(const QString &html, const QString &text)
    {
        if (html.isEmpty())
            return text.isEmpty() ? QString() : plainTextToHtml(text);
        const SafeHtml safe = sanitizeHtml(html, writerLimits(), false);
        m_out.cut = m_out.cut || safe.cut;
        QString out = safe.html;
        static const QRegularExpression marks(uR"( data-part="[a-z]*")"_s);
        out.remove(marks);
        return withPictures(out);
    }

    QString withPictures(const QString &html)
    {
        static const QRegularExpression image(uR"(<img\b[^>]*>)"_s);
        static const QRegularExpression source(uR"x(\bsrc="([^"]*)")x"_s);
        QString out;
        qsizetype copied = 0;
        QRegularExpressionMatchIterator images = image.globalMatch(html);
        while (images.hasNext()) {
            const QRegularExpressionMatch match = images.next();
            out += QStringView(html).sliced(copied, match.capturedStart() - copied);
            copied = match.capturedEnd();
            QString tag = match.captured();
            const QRegularExpressionMatch where = source.match(tag);
            const QString id = pictureId(where.captured(1));
            if (id.isEmpty())
                continue;
            tag.replace(where.capturedStart(1), where.capturedLength(1), u"cid:"_s + id);
            out += tag;
        }
        return out + html.mid(copied);
    }

    /// The Content-ID of what an <img> shows; empty: nothing of this mail.
    QString pictureId(const QString &source)
    {
        if (source.startsWith("cid:"_L1)) {
            const QString wanted = unescaped(source.mid(4));
            for (qsizetype i = 0; i < m_mail.files.size(); ++i) {
                if (m_mail.files[i].contentId != wanted || wanted.isEmpty())
                    continue;
                m_taken[i] = true;
                if (m_ids[i].isEmpty())
                    m_ids[i] = isCleanContentId(wanted) ? wanted
                                                        : u"file%1.%2@mail"_s.arg(i).arg(digest(m_mail.files[i].bytes));
                return m_ids[i].toHtmlEscaped();
            }
            return {};
        }
        static const QRegularExpression data(uR"(^data:(image/(png|jpeg|gif|webp));base64,)"_s);
        const QRegularExpressionMatch match = data.match(source);
        if (!match.hasMatch())
            return {};
        OutgoingFile picture;
        picture.type = match.captured(1);
        picture.bytes = QByteArray::fromBase64(source.mid(match.capturedLength()).toLatin1());
        picture.isInline = true;
        picture.contentId = digest(picture.bytes) + u"@picture"_s;
        for (const OutgoingFile &known : m_pictures) {
            if (known.contentId == picture.contentId)
                return known.contentId;
        }
        picture.name = u"image-%1.%2"_s.arg(m_pictures.size() + 1).arg(match.captured(2));
        m_pictures.append(picture);
        return picture.contentId;
    }

    static QString digest(const QByteArray &bytes)
    {
        return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(24));
    }

    static QString unescaped(QString text)
    {
        return text.replace(u"&lt;"_s, u"<"_s)
            .replace(u"&gt;"_s, u">"_s)
            .replace(u"&quot;"_s, u"\""_s)
            .replace(u"&amp;"_s, u"&"_s);
    }

    const OutgoingMail &m_mail;
    QVector<bool> m_taken; ///< by file: the HTML shows it
    QVector<QString> m_ids;
    QVector<OutgoingFile> m_pictures; ///< that were inside the HTML
    OutgoingHtml m_out;
};

} // namespace

OutgoingHtml outgoingHtml(const OutgoingMail &mail)
{
    return mail.ownDocument ? HtmlMaker(mail).makeOwn() : HtmlMaker(mail).make();
}

} // namespace deskhand
