// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/safe_document.h"

#include "widgets/thread/readable_colors.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QUrl>

#include <algorithm>

namespace deskhand {

namespace {

constexpr int unbrokenLimit = 500;
constexpr int plainLinkLimit = 500;

const QImage &nothing()
{
    static const QImage image = [] {
        QImage pixel(1, 1, QImage::Format_ARGB32_Premultiplied);
        pixel.fill(Qt::transparent);
        return pixel;
    }();
    return image;
}

// A word that never ends costs Qt's layout time beyond all bounds.
QString breakLongWords(const QString &text)
{
    QString broken;
    broken.reserve(text.size());
    int run = 0;
    for (const QChar c : text) {
        run = c.isSpace() ? 0 : run + 1;
        if (run > unbrokenLimit && !c.isLowSurrogate()) {
            broken += QChar(0x200b);
            run = 1;
        }
        broken += c;
    }
    return broken;
}

QString escapedText(QStringView text)
{
    return text.toString().toHtmlEscaped();
}

} // namespace

QString plainTextToLinkedHtml(const QString &text)
{
    static const QRegularExpression links(
        QStringLiteral("(https?://[^\\s<>\"'\\x{00a0}]{3,2000})|([\\w.+-]{1,64}@(?:[\\w-]{1,63}\\.){1,8}\\w{2,24})"),
        QRegularExpression::CaseInsensitiveOption);
    const QString source = breakLongWords(text);
    QString html = QStringLiteral("<div style=\"white-space:pre-wrap\">");
    qsizetype done = 0;
    int count = 0;
    for (auto match = links.globalMatch(source); match.hasNext() && count < plainLinkLimit; ++count) {
        const QRegularExpressionMatch link = match.next();
        QString target = link.captured();
        while (!target.isEmpty() && QStringLiteral(".,;:!?)]}'").contains(target.back()))
            target.chop(1); // punctuation of the sentence, not of the link
        html += escapedText(QStringView(source).mid(done, link.capturedStart() - done));
        QString href = target;
        href.remove(QChar(0x200b));
        if (!link.captured(2).isEmpty())
            href.prepend(QStringLiteral("mailto:"));
        html += QStringLiteral("<a href=\"") + href.toHtmlEscaped() + QStringLiteral("\">") + target.toHtmlEscaped()
                + QStringLiteral("</a>");
        done = link.capturedStart() + target.size();
    }
    html += escapedText(QStringView(source).mid(done)) + QStringLiteral("</div>");
    return html;
}

/// Lays out and draws the pictures of a document without asking Qt for them.
class SafeDocument::PictureObject : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)

public:
    explicit PictureObject(SafeDocument &document)
        : QObject(&document)
        , m_document(document)
    {
    }

    QSizeF intrinsicSize(QTextDocument *document, int, const QTextFormat &format) override
    {
        const QTextImageFormat image = format.toImageFormat();
        QSizeF size(image.width(), image.height());
        const QImage picture = m_document.m_picture(image.name());
        const QSizeF natural = picture.isNull() ? QSizeF() : QSizeF(picture.size());
        if (!natural.isEmpty() && size.width() < 1 && size.height() < 1)
            size = natural;
        else if (!natural.isEmpty() && size.height() < 1)
            size.setHeight(natural.height() * size.width() / natural.width());
        else if (!natural.isEmpty() && size.width() < 1)
            size.setWidth(natural.width() * size.height() / natural.height());
        if (size.width() < 1 && size.height() < 1)
            size = QSizeF(24, 24);
        size = QSizeF(std::max(1.0, size.width()), std::max(1.0, size.height()));
        const qreal room =
            std::max(40.0, document->textWidth() > 0 ? document->textWidth() - 2 * document->documentMargin() : 600.0);
        if (size.width() > room)
            size *= room / size.width();
        return size;
    }

    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *, int, const QTextFormat &format) override
    {
        const QImage picture = m_document.m_picture(format.toImageFormat().name());
        if (!picture.isNull()) {
            painter->save();
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            painter->drawImage(rect, picture);
            painter->restore();
            return;
        }
        if (rect.width() < 8 || rect.height() < 8)
            return; // a tracking pixel is nothing to look at
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_document.m_style.frame, 1, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter->restore();
    }

private:
    SafeDocument &m_document;
};

SafeDocument::SafeDocument(PictureFunction picture, QObject *parent)
    : QTextDocument(parent)
    , m_picture(std::move(picture))
{
    setUndoRedoEnabled(false);
    setDocumentMargin(0);
    documentLayout()->registerHandler(QTextFormat::ImageObject, new PictureObject(*this));
}

void SafeDocument::setStyle(const DocumentStyle &style)
{
    m_style = style;
    setDefaultFont(style.font);
    setDefaultStyleSheet(
        QStringLiteral("a { color: %1; } blockquote { color: %2; margin: 0 0 0 12px; }"
                       "pre, code { font-family: '%3'; } p { margin: 0 0 8px 0; } td { padding: 2px 6px; }")
            .arg(style.link.name(), style.muted.name(), style.codeFont.family()));
}

void SafeDocument::setSafeHtml(const QString &html)
{
    if (html.size() > htmlLimit) {
        setPlainText(QStringLiteral("…"));
        return;
    }
    setHtml(html);
    makeColorsReadable(*this, m_style.text, m_style.link, m_style.surface);
}

void SafeDocument::setPlain(const QString &text)
{
    setHtml(plainTextToLinkedHtml(text));
}

QStringList SafeDocument::pictureNames() const
{
    QStringList names;
    for (QTextBlock block = begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            if (format.isImageFormat())
                names.append(format.toImageFormat().name());
        }
    }
    return names;
}

void SafeDocument::pictureChanged()
{
    markContentsDirty(0, characterCount());
}

QVariant SafeDocument::loadResource(int type, const QUrl &name)
{
    // Qt asks again at every paint for what it was refused, unless the refusal is kept.
    addResource(type, name, nothing());
    return nothing();
}

} // namespace deskhand

#include "safe_document.moc"
