// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

namespace deskhand {

/// What a shown mail may cost. QTextDocument hangs for minutes on what browsers shrug off: 25 nested tables, a
/// word of a megabyte, 100,000 nested elements (measured on Qt 6.4.2).
struct HtmlLimits {
    qsizetype input = 4 * 1024 * 1024; ///< characters that are parsed
    qsizetype text = 1024 * 1024;      ///< characters of text
    int depth = 64;                    ///< nested elements
    int tableDepth = 4;                ///< nested tables; deeper ones become plain blocks
    int longestWord = 1000;            ///< characters before a break opportunity (U+200B) is put in
    int links = 2000;
    int images = 200;
    qsizetype dataImages = 4 * 1024 * 1024; ///< characters of all data: pictures together
    int blocked = 500;                      ///< entries in the list of blocked resources
};

/// Something that the sender wanted to be loaded and that was not.
struct BlockedResource {
    QString kind; ///< "image", "pixel", "background", "local", "data", "frame", "object", "media", "script", "link",
                  ///< "input"
    QString url;  ///< as written, without control characters, cut at 2000 characters
};

/// A mail's HTML that can be given to QTextDocument.
///
/// Contract for `html`:
///  - only the elements p br div span blockquote pre code b strong i em u s sub sup h1–h6 ul ol li dl dt dd table
///    thead tbody tr th td hr a img font, balanced, table parts only where they belong;
///  - only the attributes a[href title], img[src alt width height], td/th[colspan rowspan align], font[color], style
///    (color, background-color, font-weight, font-style, text-decoration, text-align, margin-left ≤ 80px) and
///    div[data-part] = "quote" | "forward" | "signature", which say what a view folds;
///  - a[href] is http, https, mailto or tel;
///  - img[src] is exactly one of `cid:…` (an attachment of the same mail by its Content-ID), `data:image/(png|jpeg|
///    gif|webp);base64,…` (limited) or `deskhand-remote:N` (the N-th of `remoteImages`; load it only after a click).
/// So a renderer can, and must, answer every resource request itself: with a non-null QImage also when it has
/// nothing to show, since an empty answer makes Qt 6.4 try local files.
///
/// Sanitising the result again gives the same html, as long as nothing was cut.
struct SafeHtml {
    QString html;
    QString text;                   ///< readable plain text of the whole
    QString reply;                  ///< plain text without quote and signature
    QStringList remoteImages;       ///< http(s) URLs by token number
    QList<BlockedResource> blocked; ///< everything that was refused, remote pictures included
    bool hasQuote = false;          ///< some part of it is marked as quote, forward or signature
    bool cut = false;               ///< a limit was reached; what is left out is only in the raw mail
};

/// Rebuilds a mail's HTML from an allow-list with an HTML5 parser. Never fails: what is too hostile to be parsed
/// in time is shown as plain text. Thread-safe; meant for a worker thread (a large newsletter takes some ms).
/// `findQuotes`: mark quoted text and signatures; by its text alone only where the document carries no
/// such marks already.
[[nodiscard]] SafeHtml sanitizeHtml(QStringView html, const HtmlLimits &limits = {}, bool findQuotes = true);

/// Plain text as HTML of the same contract: line breaks and blanks kept, quoted lines as blockquotes, http(s),
/// www. and mail addresses as links.
[[nodiscard]] QString plainTextToHtml(const QString &text);

/// What stands between the tags, of HTML that is too hostile to be parsed. At most a tenth of the text limit.
[[nodiscard]] QString withoutTags(QStringView html);

/// Readable plain text: lists, "> " before quotes, link targets in angle brackets.
[[nodiscard]] QString htmlToPlainText(QStringView html);

} // namespace deskhand
