// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/document_html.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFragment>
#include <QTextList>
#include <QUrl>

#include <utility>

namespace deskhand {

namespace {

QString linkHref(const QTextCharFormat &format)
{
    const QUrl url(format.anchorHref());
    static const QStringList schemes{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto"),
                                     QStringLiteral("tel")};
    return schemes.contains(url.scheme().toLower()) ? format.anchorHref() : QString();
}

QString pictureId(const QTextCharFormat &format)
{
    const QString name = format.toImageFormat().name();
    return name.startsWith(QLatin1String("cid:")) ? name.mid(4) : QString();
}

bool isCodeBlock(const QTextBlock &block)
{
    return block.blockFormat().nonBreakableLines();
}

int quoteLevel(const QTextBlock &block)
{
    return qBound(0, block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel), 8);
}

// An empty paragraph, also as Qt reads "<p><br></p>".
bool isEmptyBlock(const QTextBlock &block)
{
    return block.length() <= 1 || block.text() == QString(QChar::LineSeparator);
}

bool isFixedPitch(const QTextCharFormat &format)
{
    return format.fontFixedPitch() || format.fontFamilies().toStringList().contains(QStringLiteral("monospace"));
}

QString fragmentHtml(const QTextFragment &fragment, bool inCode)
{
    const QTextCharFormat format = fragment.charFormat();
    if (format.isImageFormat()) {
        const QString id = pictureId(format);
        if (id.isEmpty())
            return {};
        const QTextImageFormat image = format.toImageFormat();
        QString size;
        if (image.width() >= 1 && image.height() >= 1)
            size = QStringLiteral(" width=\"%1\" height=\"%2\"").arg(int(image.width())).arg(int(image.height()));
        return QStringLiteral("<img src=\"cid:%1\"%2>").arg(id.toHtmlEscaped(), size);
    }
    QString html = fragment.text().toHtmlEscaped();
    html.replace(QChar::Nbsp, QStringLiteral("&nbsp;"));
    html.replace(QChar::LineSeparator, QStringLiteral("<br>"));
    html.remove(QChar::ObjectReplacementCharacter);
    if (!inCode) {
        html.replace(QStringLiteral("  "), QStringLiteral("&nbsp; "));
        if (isFixedPitch(format))
            html = QStringLiteral("<code>") + html + QStringLiteral("</code>");
    }
    if (format.fontStrikeOut())
        html = QStringLiteral("<s>") + html + QStringLiteral("</s>");
    const QString href = linkHref(format);
    if (format.fontUnderline() && href.isEmpty())
        html = QStringLiteral("<u>") + html + QStringLiteral("</u>");
    if (format.fontItalic())
        html = QStringLiteral("<i>") + html + QStringLiteral("</i>");
    if (format.fontWeight() >= QFont::DemiBold)
        html = QStringLiteral("<b>") + html + QStringLiteral("</b>");
    if (!href.isEmpty())
        html =
            QStringLiteral("<a href=\"") + href.toHtmlEscaped() + QStringLiteral("\">") + html + QStringLiteral("</a>");
    return html;
}

QString blockHtml(const QTextBlock &block, bool inCode)
{
    QString html;
    for (auto it = block.begin(); !it.atEnd(); ++it)
        html += fragmentHtml(it.fragment(), inCode);
    return html;
}

/// Opens and closes the elements around blocks so that the whole is well nested.
class BlockWriter
{
public:
    void add(const QTextBlock &block)
    {
        setQuote(quoteLevel(block));
        const QTextList *list = block.textList();
        const bool code = list == nullptr && isCodeBlock(block);
        if (!code)
            endCode();
        setLists(list != nullptr ? qBound(1, list->format().indent(), 8) : 0,
                 list != nullptr && list->format().style() <= QTextListFormat::ListDecimal
                     && list->format().style() >= QTextListFormat::ListUpperRoman);
        const QString html = isEmptyBlock(block) ? QString() : blockHtml(block, code);
        if (list != nullptr) {
            m_html += QStringLiteral("<li>") + html;
            m_itemOpen.last() = true;
        } else if (code) {
            m_html += (m_inCode ? QStringLiteral("\n") : QStringLiteral("<pre>")) + html;
            m_inCode = true;
        } else {
            m_html +=
                QStringLiteral("<div>") + (html.isEmpty() ? QStringLiteral("<br>") : html) + QStringLiteral("</div>");
        }
    }

    [[nodiscard]] QString finish()
    {
        setQuote(0);
        endCode();
        setLists(0, false);
        return m_html;
    }

private:
    void endCode()
    {
        if (std::exchange(m_inCode, false))
            m_html += QStringLiteral("</pre>");
    }

    void setQuote(int level)
    {
        if (level == m_quote)
            return;
        endCode();
        setLists(0, false);
        for (; m_quote < level; ++m_quote)
            m_html += QStringLiteral("<blockquote>");
        for (; m_quote > level; --m_quote)
            m_html += QStringLiteral("</blockquote>");
    }

    void closeItem()
    {
        if (std::exchange(m_itemOpen.last(), false))
            m_html += QStringLiteral("</li>");
    }

    void closeList()
    {
        closeItem();
        m_html += m_ordered.takeLast() ? QStringLiteral("</ol>") : QStringLiteral("</ul>");
        m_itemOpen.removeLast();
    }

    void setLists(int depth, bool ordered)
    {
        while (m_ordered.size() > depth)
            closeList();
        if (depth > 0 && m_ordered.size() == depth && m_ordered.last() != ordered)
            closeList();
        if (m_ordered.size() == depth && depth > 0)
            closeItem();
        while (m_ordered.size() < depth) {
            if (!m_ordered.isEmpty() && !m_itemOpen.last()) {
                m_html += QStringLiteral("<li>");
                m_itemOpen.last() = true;
            }
            m_html += ordered ? QStringLiteral("<ol>") : QStringLiteral("<ul>");
            m_ordered.append(ordered);
            m_itemOpen.append(false);
        }
    }

    QString m_html;
    QVector<bool> m_ordered;
    QVector<bool> m_itemOpen;
    int m_quote = 0;
    bool m_inCode = false;
};

QString fragmentText(const QTextFragment &fragment)
{
    const QTextCharFormat format = fragment.charFormat();
    if (format.isImageFormat())
        return {};
    QString text = fragment.text();
    text.replace(QChar::LineSeparator, u'\n').replace(QChar::Nbsp, u' ').remove(QChar::ObjectReplacementCharacter);
    const QString href = linkHref(format);
    if (href.isEmpty() || href == text || href == QStringLiteral("mailto:") + text)
        return text;
    return text + QStringLiteral(" <") + href + u'>';
}

QString listMark(const QTextBlock &block)
{
    const QTextList *list = block.textList();
    if (list == nullptr)
        return {};
    const QString indent((qMax(1, list->format().indent()) - 1) * 2, u' ');
    const bool ordered = list->format().style() <= QTextListFormat::ListDecimal;
    return indent + (ordered ? QStringLiteral("%1. ").arg(list->itemNumber(block) + 1) : QStringLiteral("- "));
}

} // namespace

QString documentToHtml(const QTextDocument &document)
{
    QTextBlock last = document.lastBlock();
    while (isEmptyBlock(last) && last != document.firstBlock())
        last = last.previous(); // empty lines at the end are not worth sending
    if (last == document.firstBlock() && isEmptyBlock(last))
        return {};
    BlockWriter writer;
    for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next()) {
        writer.add(block);
        if (block == last)
            break;
    }
    return writer.finish();
}

QString documentToText(const QTextDocument &document)
{
    QStringList lines;
    for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next()) {
        QString text = listMark(block);
        for (auto it = block.begin(); !isEmptyBlock(block) && !it.atEnd(); ++it)
            text += fragmentText(it.fragment());
        const int level = quoteLevel(block);
        if (level > 0) {
            const QString mark = QString(level, u'>') + u' ';
            text = mark + text.replace(u'\n', u'\n' + mark);
        }
        lines.append(text);
    }
    while (!lines.isEmpty() && lines.last().trimmed().isEmpty())
        lines.removeLast();
    return lines.join(u'\n');
}

QSet<QString> documentPictures(const QTextDocument &document)
{
    QSet<QString> ids;
    for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            if (format.isImageFormat() && !pictureId(format).isEmpty())
                ids.insert(pictureId(format));
        }
    }
    return ids;
}

QString textToHtml(const QString &text)
{
    QString html;
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        QString escaped = line.toHtmlEscaped();
        escaped.replace(QStringLiteral("  "), QStringLiteral("&nbsp; "));
        html +=
            QStringLiteral("<div>") + (escaped.isEmpty() ? QStringLiteral("<br>") : escaped) + QStringLiteral("</div>");
    }
    return html;
}

void setDocumentHtml(QTextDocument &document, const QString &html)
{
    // Margins say below what a block is: a style sheet of the document must not change them.
    const QString sheet = document.defaultStyleSheet();
    document.setDefaultStyleSheet({});
    document.setHtml(html);
    document.setDefaultStyleSheet(sheet);
    // Qt gives paragraphs margins of their own and quotes only a margin; the editor wants its one look of each.
    QTextCursor cursor(&document);
    for (QTextBlock block = document.firstBlock(); block.isValid(); block = block.next()) {
        QTextBlockFormat format;
        const QTextBlockFormat old = block.blockFormat();
        // The importer's BlockQuoteLevel is lost behind an inner quote; its margin of 40 for each level is not.
        const int level = block.textList() == nullptr ? qRound(old.leftMargin() / 40.0) : 0;
        if (level > 0) {
            format.setProperty(QTextFormat::BlockQuoteLevel, level);
            format.setLeftMargin(16.0 * level);
        }
        format.setNonBreakableLines(old.nonBreakableLines());
        format.setObjectIndex(block.blockFormat().objectIndex());
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
        if (block.text() == QString(QChar::LineSeparator))
            cursor.deleteChar();
    }
}

} // namespace deskhand
