// SPDX-License-Identifier: GPL-3.0-or-later
// How far the person has read, and the article the keyboard is on.
#include "widgets/thread/thread_view.h"

#include "models/pending_marks.h"

#include <QAccessible>

#include <algorithm>

namespace deskhand {

// An article counts as seen when its beginning has been on screen for a moment in a window that is in use.
void ThreadView::noteSeen()
{
    if (!isVisible() || m_rows.count() == 0)
        return;
    ArticleId seen = m_newestSeen;
    // One's own words that are still on their way have ids above all others: what comes behind them is not seen by
    // them.
    const bool onlyPending = std::all_of(m_model.articles().cbegin(), m_model.articles().cend(),
                                         [](const Article &article) { return isPending(article); });
    const auto [first, last] = visibleRows();
    const int bottom = m_top + viewport()->height();
    for (int row = first; row <= last; ++row) {
        const ThreadItem &item = m_model.item(row);
        const bool begins = m_rows.top(row) + std::min(m_rows.height(row), 60) <= bottom;
        if (item.kind == ThreadItem::Kind::Article && begins && (onlyPending || !isPending(item.article)))
            seen = std::max(seen, item.article.id);
    }
    if (seen == m_newestSeen)
        return;
    m_newestSeen = seen;
    Q_EMIT seenChanged();
}

int ThreadView::unseenCount() const
{
    return int(std::count_if(m_model.articles().cbegin(), m_model.articles().cend(), [this](const Article &article) {
        return article.id > m_newestSeen && m_newestSeen.isValid() && article.author != m_model.me();
    }));
}

ArticleId ThreadView::currentArticle() const
{
    return m_current;
}

void ThreadView::setCurrentArticle(ArticleId article)
{
    if (article == m_current)
        return;
    m_current = article;
    viewport()->update();
    announceCurrent();
    Q_EMIT currentChanged();
}

// Who cannot see the thread hears the message that the keyboard is on.
void ThreadView::announceCurrent()
{
    const int row = m_model.rowOf(m_current);
    if (row < 0 || !hasFocus())
        return;
    QAccessibleEvent focused(this, QAccessible::Focus);
    focused.setChild(row);
    QAccessible::updateAccessibility(&focused);
}

void ThreadView::stepArticle(int step)
{
    const QVector<Article> &articles = m_model.articles();
    if (articles.isEmpty())
        return;
    const auto found =
        std::find_if(articles.cbegin(), articles.cend(), [this](const Article &a) { return a.id == m_current; });
    const qsizetype index = found == articles.cend() ? articles.size() - 1 : found - articles.cbegin() + step;
    if (index < 0) {
        m_model.loadEarlier();
        return;
    }
    if (index >= articles.size())
        return;
    showArticle(articles.at(index).id);
}

void ThreadView::showArticle(ArticleId article)
{
    setCurrentArticle(article);
    scrollRowToTop(m_model.rowOf(m_current));
}

void ThreadView::scrollRowToTop(int row)
{
    if (row >= 0)
        settle(Anchor{row, 0, false});
}

void ThreadView::scrollToNewest()
{
    const ArticleId newest = m_model.newestArticle();
    if (!newest.isValid())
        return;
    setCurrentArticle(newest);
    const int row = m_model.rowOf(newest);
    m_rows.layOut(row);
    // A long article begins at the top; a short one stands at the end with what is before it.
    if (m_rows.height(row) > viewport()->height())
        scrollRowToTop(row);
    else
        settle(Anchor{-1, 0, true});
}

void ThreadView::toggleQuotes()
{
    const int row = m_model.rowOf(m_current);
    if (row < 0 || !hasQuotedPart(m_model.item(row).article))
        return;
    const Anchor anchor = takeAnchor();
    m_rows.setQuotesShown(row, !m_rows.folds(m_current).quotesShown);
    if (m_selection.row == row)
        m_selection = {};
    settle(anchor);
}

void ThreadView::showRemotePictures(ArticleId article)
{
    const int row = m_model.rowOf(article);
    if (row < 0)
        return;
    const Anchor anchor = takeAnchor();
    m_rows.setRemoteShown(row);
    settle(anchor);
}

} // namespace deskhand
