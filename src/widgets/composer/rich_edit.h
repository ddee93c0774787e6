// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/composer_presenter.h"
#include "widgets/composer/html_cleaner.h"

#include <QImage>
#include <QTextEdit>

#include <functional>

namespace deskhand {

class SafeDocument;
class Theme;

/// The editor of replies, notes and new tickets: text with the few formats that an article may have. What is pasted is
/// reduced to them; pictures and files are handed to whoever keeps the attachments.
class RichEdit final : public QTextEdit
{
    Q_OBJECT

public:
    enum class Style { Bold, Italic, Underline, Strike, Code, BulletList, NumberedList, Quote, CodeBlock };

    explicit RichEdit(const Theme &theme, QWidget *parent = nullptr);

    void setCleaner(HtmlCleaner cleaner) { m_cleaner = std::move(cleaner); }
    /// Gives the bytes of a picture in the text by its content id.
    void setPictureSource(std::function<QByteArray(const QString &contentId)> source);
    /// Drawn on the colours of internal notes.
    void setNote(bool note);

    [[nodiscard]] ComposerBody body() const;
    /// Replaces everything; cannot be undone by the person.
    void setBodyHtml(const QString &html);
    /// Puts safe HTML where the cursor is.
    void insertSafeHtml(const QString &html);
    void insertPicture(const QString &contentId, const QSize &size);

    void toggle(Style style);
    [[nodiscard]] bool has(Style style) const;
    void clearFormats();
    /// The link at the cursor; empty: none.
    [[nodiscard]] QString linkHref() const;
    /// Text that a link would cover: the selection, or the link at the cursor.
    [[nodiscard]] QString linkText() const;
    /// Makes a link of the selection or puts `text` in; an empty `href` takes the link away.
    void setLink(const QString &href, const QString &text);
    void pastePlain();

    /// Height that shows all of the text.
    [[nodiscard]] int contentHeight() const;

Q_SIGNALS:
    void picturePasted(const QImage &image);
    void filesDropped(const QStringList &paths);
    void stylesChanged();

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;

private:
    void restyle();
    void decorate();
    void toggleList(bool numbered);
    void toggleQuote();
    void toggleCodeBlock();
    void changeBlocks(const std::function<void(QTextBlockFormat &)> &change);
    bool leaveBlockOnEnter();
    bool startListOnBlank();
    [[nodiscard]] QImage pictureFor(const QString &name);

    const Theme &m_theme;
    SafeDocument *m_document;
    HtmlCleaner m_cleaner;
    std::function<QByteArray(const QString &)> m_pictureSource;
    QHash<QString, QImage> m_pictures;
    bool m_note = false;
};

} // namespace deskhand
