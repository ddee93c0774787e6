// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/composer/rich_edit.h"

#include "models/document_html.h"
#include "models/link_policy.h"
#include "models/picture_decoder.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/safe_document.h"

#include <QAbstractTextDocumentLayout>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>
#include <QTextList>

#include <cmath>

namespace deskhand {

namespace {

constexpr qsizetype pastedHtmlLimit = 500'000;
constexpr int quoteIndent = 16;
constexpr int editorMargin = 8;

QTextCharFormat plainFormat()
{
    return {};
}

QStringList localPaths(const QMimeData &source)
{
    QStringList paths;
    const QList<QUrl> urls = source.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

RichEdit::RichEdit(const Theme &theme, QWidget *parent)
    : QTextEdit(parent)
    , m_theme(theme)
    , m_document(new SafeDocument([this](const QString &name) { return pictureFor(name); }, this))
{
    m_document->setUndoRedoEnabled(true);
    m_document->setDocumentMargin(editorMargin);
    setDocument(m_document);
    setFrameShape(QFrame::NoFrame);
    setAcceptRichText(true);
    setTabChangesFocus(false);
    setAutoFormatting(QTextEdit::AutoNone);
    setLineWrapMode(QTextEdit::WidgetWidth);
    restyle();
    connect(&theme, &Theme::changed, this, &RichEdit::restyle);
    connect(this, &QTextEdit::cursorPositionChanged, this, &RichEdit::stylesChanged);
    connect(this, &QTextEdit::currentCharFormatChanged, this, [this] { Q_EMIT stylesChanged(); });
}

void RichEdit::setPictureSource(std::function<QByteArray(const QString &)> source)
{
    m_pictureSource = std::move(source);
}

void RichEdit::setNote(bool note)
{
    if (note == m_note)
        return;
    m_note = note;
    restyle();
}

void RichEdit::restyle()
{
    DocumentStyle style;
    style.font = m_theme.font(TextStyle::Body);
    style.codeFont = m_theme.font(TextStyle::Mono);
    style.text = m_theme.color(Token::Text);
    style.muted = m_theme.color(Token::TextMuted);
    style.link = m_theme.color(Token::Accent);
    style.surface = m_theme.color(m_note ? Token::NoteTint : Token::Surface);
    style.frame = m_theme.color(Token::Border);
    m_document->setStyle(style);
    setFont(style.font);
    QPalette colors = palette();
    colors.setColor(QPalette::Base, style.surface);
    colors.setColor(QPalette::Text, style.text);
    colors.setColor(QPalette::PlaceholderText, m_theme.color(m_note ? Token::NoteText : Token::TextMuted));
    setPalette(colors);
    decorate();
}

// Looks that are not part of what is written: colours of links, quotes and code follow the theme.
void RichEdit::decorate()
{
    const bool blocked = document()->blockSignals(true);
    const bool undo = document()->isUndoRedoEnabled();
    QTextCursor cursor(document());
    cursor.joinPreviousEditBlock();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const bool quote = block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel) > 0;
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            QTextCharFormat format = it.fragment().charFormat();
            if (format.isImageFormat())
                continue;
            const QColor wanted = format.isAnchor() ? m_theme.color(Token::Accent)
                                  : quote           ? m_theme.color(Token::TextMuted)
                                                    : QColor();
            const QColor now = format.foreground().style() == Qt::NoBrush ? QColor() : format.foreground().color();
            if (wanted == now)
                continue;
            if (wanted.isValid())
                format.setForeground(wanted);
            else
                format.clearForeground();
            QTextCursor part(document());
            part.setPosition(it.fragment().position());
            part.setPosition(it.fragment().position() + it.fragment().length(), QTextCursor::KeepAnchor);
            part.setCharFormat(format);
            it = block.begin(); // fragments were joined or parted
        }
    }
    cursor.endEditBlock();
    document()->setUndoRedoEnabled(undo);
    document()->blockSignals(blocked);
    viewport()->update();
}

ComposerBody RichEdit::body() const
{
    return ComposerBody{documentToHtml(*document()), documentToText(*document()), documentPictures(*document())};
}

void RichEdit::setBodyHtml(const QString &html)
{
    m_pictures.clear();
    setDocumentHtml(*document(), html);
    decorate();
    document()->clearUndoRedoStacks();
    moveCursor(QTextCursor::End);
    setCurrentCharFormat(plainFormat());
}

void RichEdit::insertSafeHtml(const QString &html)
{
    SafeDocument inserted([](const QString &) { return QImage(); });
    setDocumentHtml(inserted, html);
    textCursor().insertFragment(QTextDocumentFragment(&inserted));
    decorate();
    ensureCursorVisible();
}

QImage RichEdit::pictureFor(const QString &name)
{
    if (!name.startsWith(QLatin1String("cid:")) || !m_pictureSource)
        return {};
    const QString id = name.mid(4);
    const auto known = m_pictures.constFind(id);
    if (known != m_pictures.constEnd())
        return *known;
    // One's own pasted picture: small and already decoded once, so that it may be decoded here.
    const Result<QImage> image = decodePicture(m_pictureSource(id), 1600);
    m_pictures.insert(id, image ? *image : QImage());
    return m_pictures.value(id);
}

void RichEdit::insertPicture(const QString &contentId, const QSize &size)
{
    QTextImageFormat format;
    format.setName(QStringLiteral("cid:") + contentId);
    const QSize shown = size.width() > 640 ? size.scaled(640, 100'000, Qt::KeepAspectRatio) : size;
    format.setWidth(shown.width());
    format.setHeight(shown.height());
    textCursor().insertImage(format);
    setCurrentCharFormat(plainFormat());
}

int RichEdit::contentHeight() const
{
    return int(std::ceil(document()->documentLayout()->documentSize().height()));
}

bool RichEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasImage() || source->hasUrls() || QTextEdit::canInsertFromMimeData(source);
}

void RichEdit::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
    else
        QTextEdit::dragEnterEvent(event);
}

void RichEdit::dragMoveEvent(QDragMoveEvent *event)
{
    if (event->mimeData()->hasUrls() || event->mimeData()->hasImage())
        event->acceptProposedAction();
    else
        QTextEdit::dragMoveEvent(event);
}

void RichEdit::insertFromMimeData(const QMimeData *source)
{
    const QStringList paths = localPaths(*source);
    if (!paths.isEmpty()) {
        Q_EMIT filesDropped(paths);
        return;
    }
    if (source->hasImage() && !source->hasText()) {
        Q_EMIT picturePasted(qvariant_cast<QImage>(source->imageData()));
        return;
    }
    if (source->hasHtml() && m_cleaner && source->html().size() <= pastedHtmlLimit) {
        QString clean = m_cleaner(source->html());
        static const QRegularExpression pictures(QStringLiteral("<img\\b[^>]*>"),
                                                 QRegularExpression::CaseInsensitiveOption);
        clean.remove(pictures); // what they name is not here
        SafeDocument pasted([](const QString &) { return QImage(); });
        setDocumentHtml(pasted, clean);
        insertSafeHtml(documentToHtml(pasted)); // only the formats that can be sent
        return;
    }
    if (source->hasText()) {
        textCursor().insertText(source->text(), plainFormat());
        ensureCursorVisible();
    }
}

void RichEdit::pastePlain()
{
    textCursor().insertText(QGuiApplication::clipboard()->text(), plainFormat());
    ensureCursorVisible();
}

bool RichEdit::leaveBlockOnEnter()
{
    QTextCursor cursor = textCursor();
    const QTextBlock block = cursor.block();
    const bool special =
        block.textList() != nullptr || block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel) > 0;
    if (!special || block.length() > 1 || cursor.hasSelection())
        return false;
    cursor.beginEditBlock();
    if (block.textList() != nullptr)
        block.textList()->remove(block);
    cursor.setBlockFormat(QTextBlockFormat());
    cursor.setBlockCharFormat(plainFormat());
    cursor.endEditBlock();
    setCurrentCharFormat(plainFormat());
    Q_EMIT stylesChanged();
    return true;
}

// "- " and "1. " at the beginning of a line start a list.
bool RichEdit::startListOnBlank()
{
    QTextCursor cursor = textCursor();
    const QString before = cursor.block().text().left(cursor.positionInBlock());
    const bool bullet = before == QLatin1String("-") || before == QLatin1String("*");
    const bool number = before == QLatin1String("1.");
    if ((!bullet && !number) || cursor.block().textList() != nullptr || cursor.hasSelection())
        return false;
    cursor.beginEditBlock();
    cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    cursor.createList(number ? QTextListFormat::ListDecimal : QTextListFormat::ListDisc);
    cursor.endEditBlock();
    Q_EMIT stylesChanged();
    return true;
}

void RichEdit::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && (event->modifiers() & Qt::ControlModifier)) {
        event->ignore(); // sending is an action of the composer
        return;
    }
    if (enter && event->modifiers() == Qt::NoModifier && leaveBlockOnEnter())
        return;
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier && startListOnBlank())
        return;
    QTextBlock block = textCursor().block();
    const bool atStart = textCursor().positionInBlock() == 0 && !textCursor().hasSelection();
    if (event->key() == Qt::Key_Backspace && atStart
        && (block.textList() != nullptr || block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel) > 0)) {
        if (block.textList() != nullptr)
            block.textList()->remove(block);
        textCursor().setBlockFormat(QTextBlockFormat());
        Q_EMIT stylesChanged();
        return;
    }
    if ((event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)) {
        if (block.textList() == nullptr) {
            event->ignore(); // to the next control; Tab writes nothing
            QWidget::keyPressEvent(event);
            focusNextPrevChild(event->key() == Qt::Key_Tab);
            return;
        }
        QTextListFormat format = block.textList()->format();
        format.setIndent(qBound(1, format.indent() + (event->key() == Qt::Key_Tab ? 1 : -1), 6));
        textCursor().createList(format);
        return;
    }
    QTextEdit::keyPressEvent(event);
    if (enter && currentCharFormat().isAnchor())
        setCurrentCharFormat(plainFormat());
}

void RichEdit::paintEvent(QPaintEvent *event)
{
    QTextEdit::paintEvent(event);
    QPainter painter(viewport());
    const qreal scrolled = verticalScrollBar()->value();
    QAbstractTextDocumentLayout *layout = document()->documentLayout();
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel);
        if (level == 0)
            continue;
        const QRectF rect = layout->blockBoundingRect(block).translated(0, -scrolled);
        if (!rect.intersects(viewport()->rect()))
            continue;
        for (int bar = 0; bar < level; ++bar)
            painter.fillRect(QRectF(editorMargin + bar * quoteIndent, rect.top(), 2, rect.height()),
                             m_theme.color(Token::Border));
    }
}

} // namespace deskhand
