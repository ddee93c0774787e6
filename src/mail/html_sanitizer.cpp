// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_sanitizer.h"

#include "mail/html_builder.h"
#include "mail/html_guard.h"
#include "mail/html_normalizer.h"
#include "mail/html_quotes.h"

namespace deskhand {
namespace {

QByteArray htmlInput(QStringView html, const HtmlLimits &limits, bool &cut)
{
    if (html.size() > limits.input) {
        html = html.first(limits.input);
        if (html.back().isHighSurrogate())
            html.chop(1);
        cut = true;
    }
    QByteArray utf8 = html.toUtf8();
    utf8.replace('\0', QByteArray());
    return utf8;
}

/// The text of HTML that is too hostile for the parser: everything between angle brackets goes.
QString strippedText(const QByteArray &utf8, qsizetype limit)
{
    QString text;
    const QString all = QString::fromUtf8(utf8);
    bool inTag = false;
    for (const QChar c : all) {
        if (c == u'<')
            inTag = true;
        else if (c == u'>' && inTag)
            inTag = false;
        else if (!inTag)
            text += c;
        if (text.size() >= limit)
            break;
    }
    return cleanHtmlText(text);
}

SafeHtml asPlainText(const QByteArray &utf8, const HtmlLimits &limits)
{
    // What was markup is mostly blanks now; a tenth of the text limit is more than anybody reads.
    SafeHtml safe;
    safe.text = strippedText(utf8, limits.text / 10).trimmed();
    safe.reply = safe.text;
    safe.html = plainTextToHtml(safe.text);
    safe.cut = true;
    return safe;
}

} // namespace

SafeHtml sanitizeHtml(QStringView html, const HtmlLimits &limits, bool findQuotes)
{
    SafeHtml safe;
    const QByteArray utf8 = htmlInput(html, limits, safe.cut);
    HtmlBuilder builder(limits);
    if (!parseHtmlBounded(boundedHtml(utf8), [&builder](const GumboNode *root) { builder.build(root); }))
        return asPlainText(utf8, limits);
    HtmlTree &tree = builder.tree();
    safe.hasQuote = builder.hasPartMarks();
    if (findQuotes && !builder.hasPartMarks())
        safe.hasQuote = markHtmlQuotes(tree);
    normalizeHtml(tree);
    safe.html = writeHtml(tree);
    // Rebuilding closes what was left open; something that grows far beyond that was made to grow.
    constexpr qsizetype mostGrowth = 6;
    constexpr qsizetype slack = 4096;
    if (safe.html.size() > mostGrowth * html.size() + slack)
        return asPlainText(utf8, limits);
    safe.text = writePlainText(tree, true);
    safe.reply = safe.hasQuote ? writePlainText(tree, false) : safe.text;
    safe.remoteImages = builder.remoteImages();
    safe.blocked = builder.blocked();
    safe.cut = safe.cut || builder.wasCut();
    return safe;
}

QString htmlToPlainText(QStringView html)
{
    return sanitizeHtml(html, {}, false).text;
}

} // namespace deskhand
