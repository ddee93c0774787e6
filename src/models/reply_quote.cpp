// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/reply_quote.h"

#include "models/document_html.h"
#include "models/people_finder.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace deskhand {

ReplyQuote quoteOf(const Article &article, const TimeWords &words, Instant now)
{
    ReplyQuote quote;
    const QString who = addressName(article.from);
    quote.title = who + QStringLiteral(", ") + words.moment(article.createdAt, now);
    const QString intro = QCoreApplication::translate("deskhand::ReplyQuote", "On %1, %2 wrote:")
                              .arg(words.exact(article.createdAt), addressLine(article.from));
    QString body = article.html;
    if (body.isEmpty()) {
        body = textToHtml(article.text);
    } else {
        // The pictures belong to the other article; their content ids mean nothing in this one.
        static const QRegularExpression pictures(QStringLiteral("<img\\b[^>]*>"),
                                                 QRegularExpression::CaseInsensitiveOption);
        body.remove(pictures);
    }
    quote.html = QStringLiteral("<p>") + intro.toHtmlEscaped() + QStringLiteral("</p><blockquote>") + body
                 + QStringLiteral("</blockquote>");
    QStringList lines;
    const QStringList written = article.text.split(u'\n');
    for (const QString &line : written)
        lines.append(line.startsWith(u'>') ? u'>' + line : QStringLiteral("> ") + line);
    quote.text = intro + u'\n' + lines.join(u'\n');
    return quote;
}

} // namespace deskhand
