// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/article.h"
#include "widgets/thread/article_documents.h"

#include <QRect>
#include <QVector>

#include <algorithm>

namespace deskhand {

class Theme;

/// Where the parts of an article stand inside its row, in logical pixels from the row's left upper corner.
struct ArticleGeometry {
    int width = 0;
    int height = 0;
    QRect frame; ///< of an internal note; empty: none
    QRect avatar;
    QRect header;     ///< name, marks and date
    QRect recipients; ///< empty: none said
    QRect remoteBar;  ///< "Remote pictures are not shown"; empty: nothing to say
    QRect body;
    QRect cutNote;        ///< "only the beginning is shown"; empty: all of it is
    QRect pill;           ///< folds and unfolds quotes; empty: nothing quoted
    QRect quoted;         ///< empty while folded
    QRect delivery;       ///< what became of its mail; empty: it was none
    QVector<QRect> chips; ///< one for each shown attachment, see shownAttachments()
};

/// Lays the documents out at this width and says where everything stands.
[[nodiscard]] ArticleGeometry layoutArticle(const Article &article, ArticleDocuments &documents, const Theme &theme,
                                            int width, bool remoteShown, bool mailed = false);

/// About how high the article will be: without laying anything out.
[[nodiscard]] int estimateArticleHeight(const Article &article, const Theme &theme, int width);

/// Attachments that are shown as chips: all that are not pictures inside the text.
[[nodiscard]] QVector<Attachment> shownAttachments(const Article &article);

/// "to Sarah Lind, cc J. Okafor"; empty for notes and where nobody is named. Text from outside.
[[nodiscard]] QString recipientsText(const Article &article);
/// "Internal note", "Call", "E-mail"…
[[nodiscard]] QString articleKindText(const Article &article);
/// The name of who wrote it. Text from outside.
[[nodiscard]] QString authorText(const Article &article);
[[nodiscard]] QString chipText(const Attachment &attachment);

/// Distances of a row.
namespace card {
inline constexpr int side = 20;
inline constexpr int avatar = 28;
inline constexpr int gap = 12;
inline constexpr int textLeft = side + avatar + gap;
inline constexpr int maxText = 820;
/// Room for the text of a row: in a very wide window dates still stand where their texts end.
[[nodiscard]] constexpr int textWidth(int rowWidth)
{
    return std::clamp(rowWidth - textLeft - side, 80, maxText);
}
inline constexpr int chipHeight = 30;
inline constexpr int pillWidth = 34;
inline constexpr int pillHeight = 16;
} // namespace card

} // namespace deskhand
