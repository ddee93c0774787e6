// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history_text.h"
#include "models/time_text.h"
#include "widgets/theme/theme.h"
#include "widgets/thread/article_card.h"
#include "widgets/thread/thread_hit.h"

#include <QCoreApplication>
#include <QRect>

class QPainter;

namespace deskhand {

/// Draws the rows of a thread. Holds nothing of them.
class ThreadPainter
{
    Q_DECLARE_TR_FUNCTIONS(deskhand::ThreadPainter)

public:
    explicit ThreadPainter(const Theme &theme);

    /// What is drawn of one article.
    struct ArticleRow {
        const Article *article = nullptr;
        const MailDelivery *delivery = nullptr; ///< of its mail; null: it was none
        ArticleDocuments *documents = nullptr;
        const ArticleGeometry *geometry = nullptr;
        QString origin = {};  ///< number of the merged ticket that it belongs to; empty: of this one
        bool current = false; ///< the one the keyboard is on
        bool focused = false; ///< and the thread has the focus
        ThreadHit hover;      ///< Part::None: the pointer is elsewhere
        ThreadSelection selection;
        bool quotesShown = false;
    };

    /// `top`: of the row in the painter's coordinates; `clip`: what has to be drawn.
    void drawArticle(QPainter &painter, const ArticleRow &row, int top, const QRect &clip, Instant now) const;
    void drawEvents(QPainter &painter, const HistoryLine &line, const QRect &rect, Instant now) const;
    void drawNewMark(QPainter &painter, const QRect &rect) const;
    void drawEarlier(QPainter &painter, const QString &text, const QRect &rect, bool hovered) const;

    [[nodiscard]] int eventsHeight() const;
    [[nodiscard]] int markHeight() const;
    [[nodiscard]] int earlierHeight() const;
    [[nodiscard]] DocumentStyle documentStyle(bool note) const;

private:
    void drawAvatar(QPainter &painter, const Article &article, const QRect &rect) const;
    void drawHeader(QPainter &painter, const ArticleRow &row, const QRect &rect, Instant now) const;
    void drawDocument(QPainter &painter, SafeDocument &document, const QRect &rect, const QRect &clip,
                      const ThreadSelection *selection) const;
    void drawChip(QPainter &painter, const Attachment &attachment, const QRect &rect, bool hovered) const;
    void drawDelivery(QPainter &painter, const MailDelivery &mail, const QRect &rect, bool hovered, Instant now) const;
    void drawPill(QPainter &painter, const QRect &rect, bool hovered, bool shown) const;
    void drawLine(QPainter &painter, const QRect &rect, const QString &text, TextStyle style, Token color,
                  Qt::Alignment alignment = Qt::AlignLeft) const;

    const Theme &m_theme;
    TimeWords m_words;
};

} // namespace deskhand
