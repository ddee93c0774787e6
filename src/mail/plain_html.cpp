// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/html_sanitizer.h"

#include "mail/html_builder.h"
#include "mail/html_values.h"

#include <QRegularExpression>
#include <QStringList>

namespace deskhand {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Two or more blanks, and blanks at the begin of a line, must not collapse.
void appendPlain(QString &out, QStringView text, bool lineStart)
{
    bool blankBefore = lineStart;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'&': out += u"&amp;"_s; break;
        case u'<': out += u"&lt;"_s; break;
        case u'>': out += u"&gt;"_s; break;
        case u' ': out += blankBefore ? QChar(0xa0) : QChar(u' '); break;
        case u'\t': out += QString(4, QChar(0xa0)); break;
        default: out += c;
        }
        blankBefore = c == u' ' || c == u'\t';
    }
}

QString escapedAttribute(QString value)
{
    return value.replace(u'&', u"&amp;"_s).replace(u'<', u"&lt;"_s).replace(u'>', u"&gt;"_s).replace(u'"', u"&quot;"_s);
}

/// Punctuation at the end of a sentence is not part of the address in it.
qsizetype linkLength(QStringView found)
{
    qsizetype length = found.size();
    while (length > 0) {
        const QChar last = found[length - 1];
        const bool closes = last == u')' && found.first(length).count(u'(') < found.first(length).count(u')');
        if (!closes && !QStringView(u".,;:!?'\"*_>]}").contains(last))
            break;
        --length;
    }
    return length;
}

void appendLine(QString &out, QStringView line, int &linksLeft, int longestWord)
{
    static const QRegularExpression link(
        uR"((?:https?://|www\.)[^\s<>"]{2,2000}|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+)"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    qsizetype copied = 0;
    const bool mayLink = line.contains(u"://") || line.contains(u"www.", Qt::CaseInsensitive) || line.contains(u'@');
    if (mayLink && line.size() < 100'000) {
        QRegularExpressionMatchIterator matches = link.globalMatch(line);
        while (matches.hasNext() && linksLeft > 0) {
            const QRegularExpressionMatch match = matches.next();
            const QStringView found = line.sliced(match.capturedStart(), match.capturedLength());
            const QStringView text = found.first(linkLength(found));
            const bool address = !text.contains(u"://") && !text.startsWith(u"www.", Qt::CaseInsensitive);
            const QString href = safeLink(address ? u"mailto:"_s + text.toString() : text.toString());
            if (href.isEmpty() || text.size() > longestWord)
                continue;
            appendPlain(out, line.sliced(copied, match.capturedStart() - copied), copied == 0);
            out += u"<a href=\""_s + escapedAttribute(href) + u"\">"_s;
            appendPlain(out, text, false);
            out += u"</a>"_s;
            copied = match.capturedStart() + text.size();
            --linksLeft;
        }
    }
    appendPlain(out, line.sliced(copied), copied == 0);
}

int quoteDepth(QStringView &line)
{
    constexpr int deepest = 10;
    int depth = 0;
    qsizetype at = 0;
    while (at < line.size() && depth < deepest) {
        if (line[at] == u'>')
            ++depth;
        else if (line[at] != u' ' || depth == 0 || at + 1 >= line.size() || line[at + 1] != u'>')
            break;
        ++at;
    }
    if (depth > 0 && at < line.size() && line[at] == u' ')
        ++at;
    line = line.sliced(at);
    return depth;
}

/// U+200B into words that are too long to be laid out.
QString withBreaks(const QString &text, int longestWord)
{
    QString out;
    int word = 0;
    for (const QChar c : text) {
        const bool breaks = c.isSpace() || c.unicode() == 0x200b || (c.unicode() >= 0x2e80 && !c.isSurrogate());
        word = breaks ? 0 : word + 1;
        if (word > longestWord && !c.isLowSurrogate()) {
            out += QChar(0x200b);
            word = 1;
        }
        out += c;
    }
    return out;
}

} // namespace

QString plainTextToHtml(const QString &text)
{
    const HtmlLimits limits;
    QString clean = cleanHtmlText(text.size() > limits.text ? QStringView(text).first(limits.text) : QStringView(text));
    clean = withBreaks(clean, limits.longestWord);
    QString out;
    int links = limits.links;
    int depth = 0;
    bool lineOpen = false;
    const QList<QStringView> lines = QStringView(clean).split(u'\n');
    for (QStringView line : lines) {
        const int wanted = quoteDepth(line);
        if (wanted != depth) {
            for (; depth < wanted; ++depth)
                out += u"<blockquote>"_s;
            for (; depth > wanted; --depth)
                out += u"</blockquote>"_s;
            lineOpen = false;
        }
        if (lineOpen)
            out += u"<br>"_s;
        appendLine(out, line, links, limits.longestWord);
        lineOpen = true;
    }
    for (; depth > 0; --depth)
        out += u"</blockquote>"_s;
    return out;
}

} // namespace deskhand
