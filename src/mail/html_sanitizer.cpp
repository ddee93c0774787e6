// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_sanitizer.h"

#include "mail/html_builder.h"
#include "mail/html_guard.h"
#include "mail/html_normalizer.h"
#include "mail/html_quotes.h"

#include <algorithm>
#include <vector>

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

/// Whether one of the marks that a document came with is still in it.
bool keepsMarks(const HtmlTree &tree, const std::vector<HtmlIndex> &marks)
{
    return std::any_of(marks.begin(), marks.end(), [&tree](HtmlIndex at) {
        if (!tree.node(at).hasAttribute(HtmlAttribute::Part))
            return false;
        while (at != noHtmlNode && at != HtmlTree::root())
            at = tree.node(at).parent;
        return at == HtmlTree::root();
    });
}

/// Sanitises what is no larger than the limits; false when it is too hostile to be rebuilt.
bool rebuild(const QByteArray &utf8, qsizetype characters, const HtmlLimits &limits, bool findQuotes, SafeHtml &safe)
{
    const BoundedHtml bounded = boundedHtml(utf8);
    HtmlBuilder builder(limits);
    if (!parseHtmlBounded(bounded.html, [&builder](const GumboNode *root) { builder.build(root); }))
        return false;
    HtmlTree &tree = builder.tree();
    if (findQuotes)
        markQuotesByMarkup(tree);
    normalizeHtml(tree);
    // Marks in a document are ours, of an earlier time, or in a mail of ours that is quoted: nothing is told by the
    // text that was not told then. So a second time changes nothing.
    if (findQuotes && !keepsMarks(tree, builder.partMarks()) && markQuotesByText(tree))
        normalizeHtml(tree);
    safe.html = writeHtml(tree);
    // Rebuilding closes what was left open; something that grows far beyond that was made to grow.
    constexpr qsizetype mostGrowth = 6;
    constexpr qsizetype slack = 4096;
    if (safe.html.size() > mostGrowth * characters + slack)
        return false;
    safe.hasQuote = hasQuoteMarks(tree);
    safe.text = writePlainText(tree, true);
    safe.reply = safe.hasQuote ? writePlainText(tree, false) : safe.text;
    safe.remoteImages = builder.remoteImages();
    safe.blocked = builder.blocked();
    safe.cut = safe.cut || bounded.cut || builder.wasCut();
    return true;
}

SafeHtml asPlainText(QStringView hostile, const HtmlLimits &limits, bool findQuotes)
{
    const QString text = withoutTags(hostile);
    const QString html = plainTextToHtml(text);
    SafeHtml safe;
    if (!rebuild(html.toUtf8(), html.size(), limits, findQuotes, safe)) {
        safe = {};
        safe.text = text;
        safe.reply = text;
        safe.html = html;
    }
    safe.cut = true;
    return safe;
}

} // namespace

SafeHtml sanitizeHtml(QStringView html, const HtmlLimits &limits, bool findQuotes)
{
    SafeHtml safe;
    const QByteArray utf8 = htmlInput(html, limits, safe.cut);
    if (!rebuild(utf8, html.size(), limits, findQuotes, safe))
        return asPlainText(html, limits, findQuotes);
    return safe;
}

QString withoutTags(QStringView html)
{
    // What was markup is mostly blanks now; a tenth of the text limit is more than anybody reads.
    const qsizetype most = HtmlLimits().text / 10;
    QString text;
    bool inTag = false;
    for (const QChar c : html) {
        if (c == u'<')
            inTag = true;
        else if (c == u'>' && inTag)
            inTag = false;
        else if (!inTag && !c.isNull())
            text += c;
        if (text.size() >= most)
            break;
    }
    return cleanHtmlText(text).trimmed();
}

QString htmlToPlainText(QStringView html)
{
    return sanitizeHtml(html, {}, false).text;
}

} // namespace deskhand
