// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QImage>
#include <QTextDocument>
#include <QTextObjectInterface>

#include <functional>

namespace deskhand {

/// How a document is shown: fonts and colours of the theme.
struct DocumentStyle {
    QFont font;
    QFont codeFont;
    QColor text;
    QColor muted;
    QColor link;
    QColor surface; ///< what the text stands on
    QColor frame;   ///< of placeholders
    bool operator==(const DocumentStyle &) const = default;
};

/// A document for text from outside. It opens no file and no socket, whatever stands in the HTML: Qt 6.4 reads local
/// files when a request for a resource is answered with nothing, and tries the name of a picture as a file once more
/// when it is drawn. So every request is answered here with a picture of one clear pixel, and pictures are laid out and
/// drawn by an object of our own, which knows only what `picture` gives it. This holds for printing too: a clone asks
/// its parent and has the same handlers.
///
/// `picture(name)` is asked with the src of an <img> as it stands in the HTML, and answers with what to draw; a null
/// image draws a frame in the size that the HTML says.
class SafeDocument : public QTextDocument
{
    Q_OBJECT

public:
    using PictureFunction = std::function<QImage(const QString &name)>;

    explicit SafeDocument(PictureFunction picture, QObject *parent = nullptr);

    void setStyle(const DocumentStyle &style);
    [[nodiscard]] const DocumentStyle &style() const { return m_style; }

    /// Shows safe HTML (of mail/html_sanitizer.h), in colours that can be read on the style's surface. Only a
    /// placeholder is shown for HTML over `htmlLimit`.
    void setSafeHtml(const QString &html);
    /// Shows plain text: long lines wrapped, words that never end broken, links made clickable.
    void setPlain(const QString &text);

    /// src of all pictures in the document, in order.
    [[nodiscard]] QStringList pictureNames() const;
    /// A picture is there now, or is shown now: lays out again.
    void pictureChanged();

    static constexpr qsizetype htmlLimit = 1'500'000;

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    class PictureObject;

    PictureFunction m_picture;
    DocumentStyle m_style;
};

/// Plain text as HTML: escaped, blanks and line ends kept, http, https and mail addresses as links, words over 500
/// characters with places to break.
[[nodiscard]] QString plainTextToLinkedHtml(const QString &text);

} // namespace deskhand
