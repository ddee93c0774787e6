// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/article_card.h"

#include "models/people_finder.h"
#include "widgets/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetrics>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace deskhand {

namespace {

struct CardWords {
    Q_DECLARE_TR_FUNCTIONS(deskhand::ArticleCard)
};

int documentHeight(SafeDocument &document, int width)
{
    document.setTextWidth(width);
    return int(std::ceil(document.size().height()));
}

int placeChips(const Article &article, const Theme &theme, int left, int top, int width, QVector<QRect> *chips)
{
    const QFontMetrics fontMetrics(theme.font(TextStyle::Small));
    int x = left;
    int y = top;
    for (const Attachment &attachment : shownAttachments(article)) {
        const int wanted = fontMetrics.horizontalAdvance(chipText(attachment)) + 16 + 5 * metrics::small;
        const int chipWidth = std::min({wanted, width, 320});
        if (x > left && x + chipWidth > left + width) {
            x = left;
            y += card::chipHeight + metrics::tight;
        }
        chips->append(QRect(x, y, chipWidth, card::chipHeight));
        x += chipWidth + metrics::small;
    }
    return chips->isEmpty() ? top : y + card::chipHeight;
}

} // namespace

QVector<Attachment> shownAttachments(const Article &article)
{
    QVector<Attachment> shown;
    for (const Attachment &attachment : article.attachments) {
        const bool inText = attachment.isInline && !attachment.contentId.isEmpty()
                            && (article.html.contains(QStringLiteral("cid:") + attachment.contentId)
                                || article.quotedHtml.contains(QStringLiteral("cid:") + attachment.contentId));
        if (!inText)
            shown.append(attachment);
    }
    return shown;
}

QString recipientsText(const Article &article)
{
    if (article.visibility == Visibility::Internal || article.to.isEmpty())
        return {};
    const auto names = [](const QVector<MailAddress> &addresses) {
        QStringList list;
        for (const MailAddress &address : addresses)
            list.append(addressName(address));
        return list.join(QStringLiteral(", "));
    };
    QString text = CardWords::tr("to %1").arg(names(article.to));
    if (!article.cc.isEmpty())
        text += QStringLiteral(" · ") + CardWords::tr("cc %1").arg(names(article.cc));
    return text;
}

QString articleKindText(const Article &article)
{
    if (article.visibility == Visibility::Internal)
        return CardWords::tr("Internal note");
    switch (article.channel) {
    case Channel::Email: return CardWords::tr("E-mail");
    case Channel::Web: return CardWords::tr("Web");
    case Channel::Phone:
        return article.senderRole == SenderRole::Customer ? CardWords::tr("Call")
                                                          : CardWords::tr("Call to the requester");
    case Channel::Chat: return CardWords::tr("Chat");
    case Channel::Messenger: return CardWords::tr("Messenger");
    case Channel::Api: return CardWords::tr("API");
    case Channel::Monitoring: return CardWords::tr("Monitoring");
    }
    return {};
}

QString authorText(const Article &article)
{
    const QString name = addressName(article.from);
    return name.isEmpty() ? CardWords::tr("Unknown sender") : name;
}

QString chipText(const Attachment &attachment)
{
    return attachment.name + QStringLiteral("  ")
           + QLocale().formattedDataSize(attachment.size, 0, QLocale::DataSizeTraditionalFormat);
}

ArticleGeometry layoutArticle(const Article &article, ArticleDocuments &documents, const Theme &theme, int width,
                              bool remoteShown, bool mailed)
{
    ArticleGeometry geometry;
    geometry.width = width;
    const bool note = article.visibility == Visibility::Internal;
    const int left = card::textLeft;
    const int textWidth = card::textWidth(width);
    int y = note ? metrics::large : metrics::medium;
    const int nameHeight = QFontMetrics(theme.font(TextStyle::Strong)).height();
    const int smallHeight = QFontMetrics(theme.font(TextStyle::Small)).height();
    geometry.avatar = QRect(card::side, y, card::avatar, card::avatar);
    geometry.header = QRect(left, y, textWidth, nameHeight);
    y += nameHeight;
    if (!recipientsText(article).isEmpty()) {
        geometry.recipients = QRect(left, y + 1, geometry.header.width(), smallHeight);
        y += smallHeight + 1;
    }
    y += metrics::small - 2;
    if (documents.hasRemotePictures() && !remoteShown) {
        geometry.remoteBar = QRect(left, y, textWidth, smallHeight + metrics::small);
        y += geometry.remoteBar.height() + metrics::tight;
    }
    geometry.body = QRect(left, y, textWidth, documentHeight(documents.body(), textWidth));
    y += geometry.body.height();
    if (documents.isCut()) {
        geometry.cutNote = QRect(left, y + metrics::tight, textWidth, smallHeight);
        y += smallHeight + metrics::tight;
    }
    if (hasQuotedPart(article)) {
        geometry.pill = QRect(left, y + metrics::small - 2, card::pillWidth, card::pillHeight);
        y += card::pillHeight + metrics::small - 2;
        if (documents.quoted() != nullptr) {
            y += metrics::small;
            geometry.quoted = QRect(left, y, textWidth, documentHeight(*documents.quoted(), textWidth));
            y += geometry.quoted.height();
        }
    }
    const int chipsEnd = placeChips(article, theme, left, y + metrics::small + 2, textWidth, &geometry.chips);
    if (!geometry.chips.isEmpty())
        y = chipsEnd;
    if (mailed) {
        y += metrics::small;
        geometry.delivery = QRect(left, y, textWidth, smallHeight + metrics::tight);
        y += geometry.delivery.height();
    }
    y = std::max(y, geometry.avatar.bottom());
    y += note ? metrics::large : metrics::medium;
    if (note) {
        const int right = std::min(left + textWidth + card::gap, width - metrics::small);
        geometry.frame = QRect(metrics::small, metrics::tight, right - metrics::small, y - 2 * metrics::tight);
    }
    geometry.height = y;
    return geometry;
}

int estimateArticleHeight(const Article &article, const Theme &theme, int width)
{
    const QFontMetrics fontMetrics(theme.font(TextStyle::Body));
    const int textWidth = card::textWidth(width);
    const qsizetype characters = std::min(article.text.size(), ArticleDocuments::textLimit);
    const qsizetype wrapped = characters * std::max(1, fontMetrics.averageCharWidth()) / textWidth;
    const qsizetype lines = wrapped + article.text.left(20'000).count(u'\n') + 1;
    const int chips = shownAttachments(article).isEmpty() ? 0 : card::chipHeight + metrics::medium;
    return int(lines) * fontMetrics.lineSpacing() + 3 * fontMetrics.height() + chips + (hasQuotedPart(article) ? 24 : 0)
           + 20;
}

} // namespace deskhand
