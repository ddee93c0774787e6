// SPDX-License-Identifier: GPL-3.0-or-later
// Formats of the editor.
#include "widgets/composer/rich_edit.h"

#include "models/link_policy.h"
#include "widgets/theme/theme.h"

#include <QTextBlock>
#include <QTextList>

namespace deskhand {

namespace {

constexpr int quoteMargin = 16;

bool isFixed(const QTextCharFormat &format)
{
    return format.fontFixedPitch() || format.fontFamilies().toStringList().contains(QStringLiteral("monospace"));
}

bool isNumbered(const QTextList *list)
{
    return list != nullptr && list->format().style() <= QTextListFormat::ListDecimal;
}

} // namespace

bool RichEdit::has(Style style) const
{
    const QTextCharFormat format = currentCharFormat();
    const QTextBlock block = textCursor().block();
    switch (style) {
    case Style::Bold: return format.fontWeight() >= QFont::DemiBold;
    case Style::Italic: return format.fontItalic();
    case Style::Underline: return format.fontUnderline() && !format.isAnchor();
    case Style::Strike: return format.fontStrikeOut();
    case Style::Code: return isFixed(format) && !block.blockFormat().nonBreakableLines();
    case Style::BulletList: return block.textList() != nullptr && !isNumbered(block.textList());
    case Style::NumberedList: return isNumbered(block.textList());
    case Style::Quote: return block.blockFormat().intProperty(QTextFormat::BlockQuoteLevel) > 0;
    case Style::CodeBlock: return block.blockFormat().nonBreakableLines();
    }
    return false;
}

void RichEdit::toggle(Style style)
{
    const bool on = !has(style);
    QTextCharFormat change;
    switch (style) {
    case Style::Bold: change.setFontWeight(on ? QFont::Bold : QFont::Normal); break;
    case Style::Italic: change.setFontItalic(on); break;
    case Style::Underline: change.setFontUnderline(on); break;
    case Style::Strike: change.setFontStrikeOut(on); break;
    case Style::Code:
        change.setFontFixedPitch(on);
        change.setFontFamilies(on ? QStringList{QStringLiteral("monospace")}
                                  : m_theme.font(TextStyle::Body).families());
        break;
    case Style::BulletList: toggleList(false); break;
    case Style::NumberedList: toggleList(true); break;
    case Style::Quote: toggleQuote(); break;
    case Style::CodeBlock: toggleCodeBlock(); break;
    }
    if (change.propertyCount() > 0)
        mergeCurrentCharFormat(change);
    Q_EMIT stylesChanged();
}

void RichEdit::changeBlocks(const std::function<void(QTextBlockFormat &)> &change)
{
    QTextCursor cursor = textCursor();
    const int end = cursor.selectionEnd();
    QTextBlock block = document()->findBlock(cursor.selectionStart());
    cursor.beginEditBlock();
    while (block.isValid() && block.position() <= end) {
        QTextBlockFormat format = block.blockFormat();
        change(format);
        QTextCursor place(block);
        place.setBlockFormat(format);
        block = block.next();
    }
    cursor.endEditBlock();
}

void RichEdit::toggleList(bool numbered)
{
    const bool on = !has(numbered ? Style::NumberedList : Style::BulletList);
    QTextCursor cursor = textCursor();
    cursor.beginEditBlock();
    if (on) {
        changeBlocks([](QTextBlockFormat &format) {
            format.clearProperty(QTextFormat::BlockQuoteLevel);
            format.clearProperty(QTextFormat::BlockLeftMargin);
            format.setNonBreakableLines(false);
        });
        cursor.createList(numbered ? QTextListFormat::ListDecimal : QTextListFormat::ListDisc);
    } else {
        const int end = cursor.selectionEnd();
        for (QTextBlock block = document()->findBlock(cursor.selectionStart());
             block.isValid() && block.position() <= end; block = block.next()) {
            if (block.textList() != nullptr)
                block.textList()->remove(block);
            QTextCursor(block).setBlockFormat(QTextBlockFormat());
        }
    }
    cursor.endEditBlock();
}

void RichEdit::toggleQuote()
{
    const bool on = !has(Style::Quote);
    changeBlocks([on](QTextBlockFormat &format) {
        format = QTextBlockFormat();
        if (on) {
            format.setProperty(QTextFormat::BlockQuoteLevel, 1);
            format.setLeftMargin(quoteMargin);
        }
    });
    decorate();
}

void RichEdit::toggleCodeBlock()
{
    const bool on = !has(Style::CodeBlock);
    changeBlocks([on](QTextBlockFormat &format) {
        format = QTextBlockFormat();
        format.setNonBreakableLines(on);
    });
    QTextCursor cursor = textCursor();
    QTextCharFormat code;
    code.setFontFixedPitch(on);
    code.setFontFamilies(on ? QStringList{QStringLiteral("monospace")} : m_theme.font(TextStyle::Body).families());
    if (!cursor.hasSelection()) {
        cursor.select(QTextCursor::BlockUnderCursor);
        setCurrentCharFormat(code);
    }
    cursor.mergeCharFormat(code);
}

void RichEdit::clearFormats()
{
    QTextCursor cursor = textCursor();
    if (!cursor.hasSelection())
        cursor.select(QTextCursor::BlockUnderCursor);
    cursor.beginEditBlock();
    const int end = cursor.selectionEnd();
    for (QTextBlock block = document()->findBlock(cursor.selectionStart()); block.isValid() && block.position() <= end;
         block = block.next()) {
        if (block.textList() != nullptr)
            block.textList()->remove(block);
        QTextCursor(block).setBlockFormat(QTextBlockFormat());
    }
    cursor.setCharFormat(QTextCharFormat());
    cursor.endEditBlock();
    setCurrentCharFormat(QTextCharFormat());
    Q_EMIT stylesChanged();
}

QString RichEdit::linkHref() const
{
    return currentCharFormat().anchorHref();
}

QString RichEdit::linkText() const
{
    if (textCursor().hasSelection())
        return textCursor().selectedText().simplified();
    const QString href = linkHref();
    if (href.isEmpty())
        return {};
    QString text;
    const QTextBlock block = textCursor().block();
    for (auto it = block.begin(); !it.atEnd(); ++it) {
        if (it.fragment().charFormat().anchorHref() == href)
            text += it.fragment().text();
    }
    return text;
}

void RichEdit::setLink(const QString &href, const QString &text)
{
    QTextCursor cursor = textCursor();
    const QString present = linkHref();
    if (!cursor.hasSelection() && !present.isEmpty()) { // the whole of the link that is there
        const QTextBlock block = cursor.block();
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if (it.fragment().charFormat().anchorHref() == present
                && it.fragment().contains(qMax(0, cursor.position() - 1))) {
                cursor.setPosition(it.fragment().position());
                cursor.setPosition(it.fragment().position() + it.fragment().length(), QTextCursor::KeepAnchor);
                break;
            }
        }
    }
    QTextCharFormat format;
    const bool allowed = judgeLink(href, QString()).kind != LinkVerdict::Kind::Refuse;
    if (!href.isEmpty() && allowed) {
        format.setAnchor(true);
        format.setAnchorHref(href);
        format.setFontUnderline(true);
        format.setForeground(m_theme.color(Token::Accent));
    }
    cursor.insertText(text.isEmpty() ? (cursor.hasSelection() ? cursor.selectedText() : href) : text, format);
    setTextCursor(cursor);
    setCurrentCharFormat(QTextCharFormat());
}

} // namespace deskhand
