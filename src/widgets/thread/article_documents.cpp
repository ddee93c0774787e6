// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/article_documents.h"

namespace deskhand {

namespace {

const QString remotePrefix = QStringLiteral("deskhand-remote:");
constexpr qsizetype dataPictureLimit = 1'500'000; // characters of base64

} // namespace

bool hasQuotedPart(const Article &article)
{
    return !article.quotedText.trimmed().isEmpty() || !article.quotedHtml.isEmpty();
}

ArticleDocuments::ArticleDocuments(const Article &article, const ArticleFolds &folds, PictureStore &pictures,
                                   const DocumentStyle &style)
    : m_article(article)
    , m_pictures(pictures)
    , m_style(style)
    , m_remoteShown(folds.remoteShown)
{
    for (const Attachment &attachment : article.attachments) {
        if (!attachment.contentId.isEmpty())
            m_inline.insert(attachment.contentId, attachment.sha256);
    }
    m_body = make(article.html, article.text);
    setQuotesShown(folds.quotesShown);
}

QString ArticleDocuments::remoteName(ArticleId article, int number)
{
    return QStringLiteral("remote:%1:%2").arg(article.value).arg(number);
}

std::unique_ptr<SafeDocument> ArticleDocuments::make(const QString &html, const QString &text)
{
    auto document = std::make_unique<SafeDocument>([this](const QString &name) { return picture(name); });
    document->setStyle(m_style);
    if (!html.isEmpty() && html.size() <= SafeDocument::htmlLimit) {
        document->setSafeHtml(html);
        noteRemote(*document);
    } else {
        m_cut = m_cut || text.size() > textLimit;
        document->setPlain(text.left(textLimit));
    }
    return document;
}

void ArticleDocuments::noteRemote(const SafeDocument &document)
{
    const QStringList names = document.pictureNames();
    for (const QString &name : names)
        m_hasRemote = m_hasRemote || name.startsWith(remotePrefix);
}

void ArticleDocuments::setQuotesShown(bool shown)
{
    if (shown && !m_quoted && hasQuotedPart(m_article))
        m_quoted = make(m_article.quotedHtml, m_article.quotedText);
    else if (!shown)
        m_quoted.reset();
}

void ArticleDocuments::setRemoteShown(bool shown)
{
    m_remoteShown = shown;
    pictureArrived();
}

void ArticleDocuments::setStyle(const DocumentStyle &style)
{
    m_style = style;
    m_body = make(m_article.html, m_article.text);
    if (m_quoted)
        m_quoted = make(m_article.quotedHtml, m_article.quotedText);
}

void ArticleDocuments::pictureArrived()
{
    m_body->pictureChanged();
    if (m_quoted)
        m_quoted->pictureChanged();
}

// Asked from layout and paint: answers what is there and notes the wish for what is not.
QImage ArticleDocuments::picture(const QString &name)
{
    if (name.startsWith(QLatin1String("cid:"))) {
        const QByteArray sha256 = m_inline.value(name.mid(4));
        if (sha256.isEmpty())
            return {};
        const QString storeName = QString::fromLatin1(sha256.toHex());
        m_storeNames.insert(storeName);
        m_pictures.wantBlob(storeName, sha256);
        return m_pictures.picture(storeName);
    }
    if (name.startsWith(remotePrefix)) {
        if (!m_remoteShown)
            return {};
        const QString storeName = remoteName(m_article.id, name.mid(remotePrefix.size()).toInt());
        m_storeNames.insert(storeName);
        return m_pictures.picture(storeName);
    }
    if (name.startsWith(QLatin1String("data:image/")))
        return dataPicture(name);
    return {};
}

QImage ArticleDocuments::dataPicture(const QString &name)
{
    const qsizetype comma = name.indexOf(u',');
    if (comma < 0 || name.size() > dataPictureLimit
        || !QStringView(name).left(comma).endsWith(QLatin1String(";base64")))
        return {};
    const QString storeName = QStringLiteral("data:%1:%2").arg(name.size()).arg(qHash(name));
    if (m_pictures.state(storeName) == PictureStore::State::Unknown)
        m_pictures.wantBytes(storeName, QByteArray::fromBase64(name.mid(comma + 1).toLatin1()));
    m_storeNames.insert(storeName);
    return m_pictures.picture(storeName);
}

} // namespace deskhand
