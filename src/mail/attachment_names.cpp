// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/attachment_names.h"

#include <QSet>

namespace deskhand {
namespace {

bool isInvisible(char16_t u)
{
    return u < 0x20 || (u >= 0x7f && u < 0xa0) || u == 0xad || (u >= 0x200b && u <= 0x200f)
           || (u >= 0x2028 && u <= 0x202e) || (u >= 0x2060 && u <= 0x206f) || u == 0xfeff
           || (u >= 0xfff9 && u <= 0xfffb);
}

bool isReservedDevice(const QString &name)
{
    static const QSet<QString> reserved = [] {
        QSet<QString> names = {QStringLiteral("con"), QStringLiteral("prn"), QStringLiteral("aux"),
                               QStringLiteral("nul")};
        for (int i = 0; i <= 9; ++i)
            names << QStringLiteral("com%1").arg(i) << QStringLiteral("lpt%1").arg(i);
        return names;
    }();
    return reserved.contains(name.section(u'.', 0, 0).trimmed().toLower());
}

struct TypeExtension {
    const char *type;
    const char *extension;
};

constexpr TypeExtension typeExtensions[] = {
    {"message/rfc822", "eml"},
    {"text/plain", "txt"},
    {"text/html", "html"},
    {"text/calendar", "ics"},
    {"text/csv", "csv"},
    {"text/vcard", "vcf"},
    {"text/x-vcard", "vcf"},
    {"text/directory", "vcf"},
    {"text/rfc822-headers", "txt"},
    {"text/xml", "xml"},
    {"message/delivery-status", "txt"},
    {"message/disposition-notification", "txt"},
    {"message/feedback-report", "txt"},
    {"image/jpeg", "jpg"},
    {"image/jpg", "jpg"},
    {"image/png", "png"},
    {"image/gif", "gif"},
    {"image/webp", "webp"},
    {"image/bmp", "bmp"},
    {"image/svg+xml", "svg"},
    {"image/tiff", "tif"},
    {"image/heic", "heic"},
    {"application/pdf", "pdf"},
    {"application/zip", "zip"},
    {"application/json", "json"},
    {"application/xml", "xml"},
    {"application/rtf", "rtf"},
    {"application/msword", "doc"},
    {"application/pgp-signature", "asc"},
    {"application/pgp-encrypted", "asc"},
    {"application/pgp-keys", "asc"},
    {"application/pkcs7-signature", "p7s"},
    {"application/x-pkcs7-signature", "p7s"},
    {"application/pkcs7-mime", "p7m"},
    {"application/x-pkcs7-mime", "p7m"},
    {"application/ms-tnef", "dat"},
    {"audio/mpeg", "mp3"},
    {"audio/wav", "wav"},
    {"video/mp4", "mp4"},
    {"video/mpeg", "mpg"},
};

} // namespace

QString receivedFileName(const QString &name)
{
    QString clean;
    clean.reserve(name.size());
    bool folded = false;
    for (const QChar c : name) {
        const char16_t u = c.unicode();
        if (isInvisible(u)) {
            // A fold inside a name stands for one blank.
            folded = u == u'\n' || u == u'\t';
            if (folded && !clean.endsWith(u' '))
                clean += u' ';
        } else if (c != u' ' || !clean.endsWith(u' ') || !folded) {
            clean += c;
            folded = false;
        }
    }
    if (const qsizetype slash = qMax(clean.lastIndexOf(u'/'), clean.lastIndexOf(u'\\'));
        slash >= 0 && slash + 1 < clean.size())
        clean = clean.sliced(slash + 1);
    for (QChar &c : clean) {
        if (QStringView(u"<>:\"/\\|?*").contains(c))
            c = u'_';
    }
    clean = clean.trimmed();
    while (clean.endsWith(u'.') || clean.endsWith(u' '))
        clean.chop(1);
    if (isReservedDevice(clean))
        clean.prepend(u'_');
    constexpr qsizetype longest = 200;
    if (clean.size() > longest) {
        const qsizetype dot = clean.lastIndexOf(u'.');
        const QString extension = dot > 0 && clean.size() - dot <= 20 ? clean.sliced(dot) : QString();
        clean = clean.first(longest - extension.size());
        if (clean.back().isHighSurrogate())
            clean.chop(1);
        clean += extension;
    }
    return clean;
}

QString madeUpFileName(const QString &type, int number)
{
    QString stem = type.section(u'/', 0, 0);
    QString extension = QStringLiteral("bin");
    for (const TypeExtension &entry : typeExtensions) {
        if (type == QLatin1String(entry.type))
            extension = QLatin1String(entry.extension);
    }
    if (stem == QLatin1String("application") || stem.isEmpty())
        stem = QStringLiteral("attachment");
    return QStringLiteral("%1-%2.%3").arg(stem).arg(number).arg(extension);
}

} // namespace deskhand
