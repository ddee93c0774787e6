// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "models/thread_model.h"
#include "widgets/thread/thread_hit.h"
#include "widgets/thread/thread_rows.h"

#include <QAbstractScrollArea>
#include <QTimer>

namespace deskhand {

/// The thread of a ticket as one column that reads like a letter, oldest above. Opens at the newest article, or at the
/// first new one. Only what is on screen is laid out; what is being read never moves when others arrive above or below,
/// when a picture comes or when the window gets another width.
///
/// To a screen reader it is a list with one item a row, see thread_accessible.h. Model, theme and clock must outlive
/// it.
class ThreadView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    ThreadView(ThreadModel &model, PictureStore &pictures, const Theme &theme, const Clock &clock,
               QWidget *parent = nullptr);
    ~ThreadView() override;

    /// The article the keyboard is on; invalid: none.
    [[nodiscard]] ArticleId currentArticle() const;
    void setCurrentArticle(ArticleId article);
    /// Makes it current and brings it to the top of the view.
    void showArticle(ArticleId article);
    /// The next (+1) or previous (-1) article, brought to the top of the view.
    void stepArticle(int step);
    void toggleQuotes();
    [[nodiscard]] bool quotesShown(ArticleId article) const { return m_rows.folds(article).quotesShown; }
    void scrollToNewest();
    /// The newest article that was before the person's eyes; invalid: none.
    [[nodiscard]] ArticleId newestSeen() const { return m_newestSeen; }
    /// How many articles of others below it have not been.
    [[nodiscard]] int unseenCount() const;
    [[nodiscard]] QString selectedText() const;
    /// What can be done about the mail of the current article, by the keyboard. False: it has none.
    bool askForDelivery();
    void copy();
    void selectArticle();
    /// Shows remote pictures of this article from now on; names in the PictureStore: ArticleDocuments::remoteName().
    void showRemotePictures(ArticleId article);

    /// Where something stands in the viewport; empty when it is not on screen. For tests and popups.
    [[nodiscard]] QRect partRect(ArticleId article, ThreadHit::Part part, int chip = 0);
    [[nodiscard]] ThreadHit hitTest(const QPoint &viewportPosition);
    /// A row of the model in the viewport; estimated while it is not laid out.
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] ThreadModel &model() const { return m_model; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    /// Rows that are on screen now.
    [[nodiscard]] QPair<int, int> visibleRows() const;

Q_SIGNALS:
    void linkActivated(const QString &href, const QString &shownText);
    void attachmentActivated(const deskhand::Attachment &attachment);
    void attachmentMenuRequested(const deskhand::Attachment &attachment, const QPoint &globalPosition);
    void deliveryMenuRequested(const deskhand::MailDelivery &mail, const QPoint &globalPosition);
    void articleMenuRequested(const deskhand::Article &article, const QString &href, const QPoint &globalPosition);
    void remotePicturesRequested(const deskhand::Article &article);
    void wholeTextRequested(const deskhand::Article &article);
    void currentChanged();
    /// newestSeen() or unseenCount() differ.
    void seenChanged();

protected:
    bool viewportEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// What stays where it is while heights change: a row, and how far its top is from the viewport's.
    struct Anchor {
        int row = -1;
        int offset = 0;
        bool bottom = false; ///< the end of the thread stays at the end of the viewport
    };

    void onReset();
    void onRowsInserted(int first, int last);
    void onRowsRemoved(int first, int last);
    void openAtStart();
    [[nodiscard]] Anchor takeAnchor() const;
    void settle(const Anchor &anchor);
    void updateScrollBar();
    void setTop(int y);
    [[nodiscard]] int top() const { return m_top; }
    void noteSeen();
    void maybeLoadEarlier();
    void activate(const ThreadHit &hit);
    void setHover(const ThreadHit &hit);
    [[nodiscard]] QString toolTipAt(const ThreadHit &hit) const;
    [[nodiscard]] ThreadHit documentHit(int row, bool inQuoted, const QPoint &inDocument);
    [[nodiscard]] int positionNear(int row, bool inQuoted, const QPoint &viewportPosition);
    [[nodiscard]] SafeDocument *selectionDocument() const;
    void scrollRowToTop(int row);
    void announceCurrent();

    ThreadModel &m_model;
    PictureStore &m_pictures;
    const Theme &m_theme;
    const Clock &m_clock;
    ThreadPainter m_painter;
    ThreadRows m_rows;
    int m_top = 0; ///< what is at the top of the viewport, counted from the top of the thread
    bool m_settling = false;
    ArticleId m_current;
    ArticleId m_newestSeen;
    ThreadHit m_hover;
    ThreadHit m_pressed;
    ThreadSelection m_selection;
    bool m_selecting = false;
    QTimer m_seenTimer;
    QTimer m_minute; ///< "Today" becomes "Yesterday"
};

} // namespace deskhand
