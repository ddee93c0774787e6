// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "widgets/thread/picture_store.h"
#include "widgets/thread/safe_document.h"

#include <QHash>
#include <QSet>

#include <memory>

namespace deskhand {

/// What the person has chosen to see of an article.
struct ArticleFolds {
    bool quotesShown = false;
    bool remoteShown = false; ///< remote pictures were asked for
};

/// The text of one article as documents: the newly written part, and the quoted part once it is unfolded. Made when the
/// article comes into view and thrown away when it is long gone.
class ArticleDocuments
{
public:
    ArticleDocuments(const Article &article, const ArticleFolds &folds, PictureStore &pictures,
                     const DocumentStyle &style);

    [[nodiscard]] SafeDocument &body() { return *m_body; }
    /// Null while folded or when there is nothing quoted.
    [[nodiscard]] SafeDocument *quoted() { return m_quoted.get(); }
    void setQuotesShown(bool shown);
    void setRemoteShown(bool shown);
    void setStyle(const DocumentStyle &style);

    /// Whether the article has remote pictures at all.
    [[nodiscard]] bool hasRemotePictures() const { return m_hasRemote; }
    /// Names in the PictureStore whose arrival changes these documents.
    [[nodiscard]] bool uses(const QString &storeName) const { return m_storeNames.contains(storeName); }
    void pictureArrived();
    /// True when the text was too long to show whole.
    [[nodiscard]] bool isCut() const { return m_cut; }

    /// Name of a remote picture in the PictureStore.
    [[nodiscard]] static QString remoteName(ArticleId article, int number);
    /// Characters of plain text that are shown of one article.
    static constexpr qsizetype textLimit = 100'000;

private:
    [[nodiscard]] std::unique_ptr<SafeDocument> make(const QString &html, const QString &text);
    [[nodiscard]] QImage picture(const QString &name);
    [[nodiscard]] QImage dataPicture(const QString &name);
    void noteRemote(const SafeDocument &document);

    Article m_article;
    PictureStore &m_pictures;
    DocumentStyle m_style;
    QHash<QString, QByteArray> m_inline; ///< content id → SHA-256
    QSet<QString> m_storeNames;
    std::unique_ptr<SafeDocument> m_body;
    std::unique_ptr<SafeDocument> m_quoted;
    bool m_remoteShown;
    bool m_hasRemote = false;
    bool m_cut = false;
};

/// Whether there is a part that is shown only when unfolded.
[[nodiscard]] bool hasQuotedPart(const Article &article);

} // namespace deskhand
