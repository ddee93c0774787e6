// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_values.h"

#include <QByteArray>

#include <array>

namespace deskhand {
namespace {

constexpr qsizetype longestLink = 8192;
constexpr qsizetype longestDataImage = 2 * 1024 * 1024;

bool isIgnoredInUrl(char16_t u)
{
    return u <= 0x20 || (u >= 0x7f && u <= 0xa0) || u == 0xad || (u >= 0x200b && u <= 0x200f)
           || (u >= 0x2028 && u <= 0x202f) || (u >= 0x2060 && u <= 0x206f) || u == 0xfeff || u == 0x3000 || u >= 0xfff0;
}

/// Without blanks at the ends; inner blanks become %20 after the scheme, everything else that is invisible goes.
QString cleanUrl(QStringView raw)
{
    QString clean;
    clean.reserve(raw.size());
    const QStringView trimmed = raw.trimmed();
    bool schemeSeen = false;
    for (qsizetype i = 0; i < trimmed.size(); ++i) {
        const QChar c = trimmed[i];
        if (c.isSurrogate()) {
            if (c.isHighSurrogate() && i + 1 < trimmed.size() && trimmed[i + 1].isLowSurrogate()) {
                clean += c;
                clean += trimmed[++i];
            }
        } else if (c == u' ' && schemeSeen) {
            clean += QStringLiteral("%20");
        } else if (!isIgnoredInUrl(c.unicode())) {
            schemeSeen = schemeSeen || c == u':';
            clean += c;
        }
    }
    return clean;
}

bool startsWithScheme(const QString &url, QLatin1String scheme)
{
    return url.startsWith(scheme, Qt::CaseInsensitive);
}

/// Scheme and "//" in lower case, forward slashes, and a host after them; empty otherwise.
QString webUrl(const QString &url, QLatin1String scheme)
{
    QString rest = url.sliced(scheme.size());
    qsizetype slashes = 0;
    while (slashes < rest.size() && (rest[slashes] == u'/' || rest[slashes] == u'\\'))
        ++slashes;
    rest = rest.sliced(slashes);
    if (slashes < 2 || rest.isEmpty() || QStringView(u"?#:@").contains(rest[0]))
        return {};
    return scheme + QLatin1String("//") + rest;
}

struct ImageType {
    const char *name;
    std::array<unsigned char, 4> magic;
    int magicLength;
};
constexpr ImageType imageTypes[] = {
    {"png", {0x89, 'P', 'N', 'G'}, 4}, {"jpeg", {0xff, 0xd8, 0xff, 0}, 3}, {"jpg", {0xff, 0xd8, 0xff, 0}, 3},
    {"gif", {'G', 'I', 'F', '8'}, 4},  {"webp", {'R', 'I', 'F', 'F'}, 4},
};

/// Only base64 pictures of the four types whose bytes begin as the type says.
QString checkedDataImage(const QString &url)
{
    const qsizetype comma = url.indexOf(u',');
    if (comma < 0 || comma > 64 || url.size() > longestDataImage)
        return {};
    const QString head = url.first(comma).toLower();
    for (const ImageType &type : imageTypes) {
        const QString expected = QLatin1String("data:image/") + QLatin1String(type.name) + QLatin1String(";base64");
        if (head != expected)
            continue;
        QByteArray base64;
        base64.reserve(url.size() - comma);
        for (const QChar c : QStringView(url).sliced(comma + 1)) {
            const char16_t u = c.unicode();
            const bool letter = (u >= 'A' && u <= 'Z') || (u >= 'a' && u <= 'z') || (u >= '0' && u <= '9') || u == '+'
                                || u == '/' || u == '=';
            if (!letter)
                return {};
            base64 += static_cast<char>(u);
        }
        const QByteArray begin = QByteArray::fromBase64(base64.first(qMin<qsizetype>(base64.size(), 64)));
        for (int i = 0; i < type.magicLength; ++i) {
            if (i >= begin.size() || static_cast<unsigned char>(begin[i]) != type.magic[static_cast<size_t>(i)])
                return {};
        }
        return expected + u',' + QLatin1String(base64);
    }
    return {};
}

bool isPlaceholder(const QString &url)
{
    constexpr QLatin1String scheme("deskhand-remote:");
    if (!url.startsWith(scheme) || url.size() == scheme.size() || url.size() > scheme.size() + 4)
        return false;
    for (const QChar c : QStringView(url).sliced(scheme.size())) {
        if (c < u'0' || c > u'9')
            return false;
    }
    return true;
}

QString contentIdUrl(const QString &url)
{
    QString id;
    for (const QChar c : QStringView(url).sliced(4)) {
        if (!QStringView(u"<>\"'`\\").contains(c))
            id += c;
    }
    return id.isEmpty() || id.size() > 998 ? QString() : QStringLiteral("cid:") + id;
}

} // namespace

QString safeLink(QStringView raw)
{
    if (raw.size() > longestLink)
        return {};
    const QString url = cleanUrl(raw);
    if (startsWithScheme(url, QLatin1String("http:")))
        return webUrl(url, QLatin1String("http:"));
    if (startsWithScheme(url, QLatin1String("https:")))
        return webUrl(url, QLatin1String("https:"));
    if (startsWithScheme(url, QLatin1String("mailto:")))
        return url.size() > 7 ? QLatin1String("mailto:") + url.sliced(7) : QString();
    if (startsWithScheme(url, QLatin1String("tel:")))
        return url.size() > 4 ? QLatin1String("tel:") + url.sliced(4) : QString();
    if (startsWithScheme(url, QLatin1String("www.")) && url.size() > 4 && url[4].isLetterOrNumber()
        && !url.contains(u':'))
        return QLatin1String("http://") + url;
    return {};
}

ImageSource imageSource(QStringView raw)
{
    if (raw.size() > longestDataImage)
        return {};
    const QString url = cleanUrl(raw);
    if (startsWithScheme(url, QLatin1String("cid:"))) {
        const QString cid = contentIdUrl(url);
        return cid.isEmpty() ? ImageSource() : ImageSource{ImageSource::ContentId, cid};
    }
    if (startsWithScheme(url, QLatin1String("data:"))) {
        const QString data = checkedDataImage(url);
        return data.isEmpty() ? ImageSource() : ImageSource{ImageSource::Data, data};
    }
    if (isPlaceholder(url))
        return {ImageSource::Placeholder, url};
    QString web;
    if (startsWithScheme(url, QLatin1String("http:")))
        web = webUrl(url, QLatin1String("http:"));
    else if (startsWithScheme(url, QLatin1String("https:")))
        web = webUrl(url, QLatin1String("https:"));
    else if (url.startsWith(QLatin1String("//")))
        web = webUrl(QLatin1String("https:") + url, QLatin1String("https:"));
    return web.isEmpty() || web.size() > longestLink ? ImageSource() : ImageSource{ImageSource::Remote, web};
}

} // namespace deskhand
