// SPDX-License-Identifier: GPL-3.0-or-later
// HTML of a mail: whatever it is, what comes out has only the elements, attributes and links of the contract in
// mail/html_sanitizer.h, and sanitising it again (without looking
// for quotes anew) changes nothing.
#include "mail/html_sanitizer.h"

#include <QRegularExpression>
#include <QSet>

#include <cstdint>
#include <cstdlib>

using namespace deskhand;

namespace {

void require(bool holds, const char *what, const QString &html)
{
    if (holds)
        return;
    qCritical("%s: %s", what, qPrintable(html));
    std::abort();
}

QSet<QString> words(const char *list)
{
    const QStringList split = QString::fromLatin1(list).split(u' ');
    return QSet<QString>(split.cbegin(), split.cend());
}

void checkTag(const QString &name, const QString &attributes, const QString &html)
{
    static const QSet<QString> elements =
        words("p br div span blockquote pre code b strong i em u s sub sup h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table "
              "thead tbody tr th td hr a img font");
    static const QSet<QString> names =
        words("href title src alt width height colspan rowspan align color style data-part");
    static const QRegularExpression attribute(QStringLiteral("\\s([^\\s=\"]+)(=\"([^\"]*)\")?"));
    static const QRegularExpression link(QStringLiteral("^(https?|mailto|tel):"));
    static const QRegularExpression picture(
        QStringLiteral("^(cid:|data:image/(png|jpeg|gif|webp);base64,|deskhand-remote:\\d+$)"));
    require(elements.contains(name), "foreign element", html);
    auto matches = attribute.globalMatch(attributes);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString value = match.captured(3);
        require(names.contains(match.captured(1)), "foreign attribute", html);
        if (match.captured(1) == QLatin1String("href"))
            require(link.match(value).hasMatch(), "foreign link", html);
        if (match.captured(1) == QLatin1String("src"))
            require(picture.match(value).hasMatch(), "foreign picture", html);
        if (match.captured(1) == QLatin1String("style"))
            require(!value.contains(QLatin1String("url("), Qt::CaseInsensitive), "style loads something", html);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const QRegularExpression tag(QStringLiteral("<(/?)([^\\s>/]*)([^>]*)>"));
    const QString input = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const SafeHtml safe = sanitizeHtml(input);
    auto tags = tag.globalMatch(safe.html);
    while (tags.hasNext()) {
        const auto match = tags.next();
        checkTag(match.captured(2), match.captured(3), safe.html);
    }
    const QString again = sanitizeHtml(safe.html, {}, false).html;
    require(again == safe.html, "not stable", safe.html + QStringLiteral("\n-- becomes --\n") + again);
    return 0;
}
