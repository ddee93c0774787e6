// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/thread_rows.h"

#include <QFontMetrics>

#include <algorithm>

namespace deskhand {

ThreadRows::ThreadRows(const ThreadModel &model, PictureStore &pictures, const Theme &theme)
    : m_model(model)
    , m_pictures(pictures)
    , m_theme(theme)
    , m_painter(theme)
{
}

bool ThreadRows::isMailed(const ThreadItem &item)
{
    return item.delivery && item.delivery->state != DeliveryState::None;
}

ThreadRows::Row ThreadRows::estimated(int row) const
{
    Row made;
    const ThreadItem &item = m_model.item(row);
    switch (item.kind) {
    case ThreadItem::Kind::Earlier: made.height = m_painter.earlierHeight(); break;
    case ThreadItem::Kind::NewMark: made.height = m_painter.markHeight(); break;
    case ThreadItem::Kind::Events: made.height = m_painter.eventsHeight(); break;
    case ThreadItem::Kind::Article:
        made.height = estimateArticleHeight(item.article, m_theme, m_width)
                      + (isMailed(item) ? QFontMetrics(m_theme.font(TextStyle::Small)).height() + metrics::medium : 0);
        break;
    }
    made.exact = item.kind != ThreadItem::Kind::Article;
    return made;
}

void ThreadRows::reset()
{
    m_rows.clear();
    m_tops.clear();
    m_alive = 0;
    m_folds.clear();
    insert(0, m_model.rowCount());
}

void ThreadRows::insert(int first, int count)
{
    QVector<Row> made;
    made.reserve(count);
    for (int row = first; row < first + count; ++row)
        made.append(estimated(row));
    m_rows = m_rows.mid(0, first) + made + m_rows.mid(first);
    m_tops.clear();
}

void ThreadRows::remove(int first, int count)
{
    for (int row = first; row < first + count; ++row)
        m_alive -= m_rows.at(row).documents ? 1 : 0;
    m_rows.remove(first, count);
    m_tops.clear();
}

void ThreadRows::invalidate(int row)
{
    m_alive -= m_rows.at(row).documents ? 1 : 0;
    m_rows[row] = estimated(row);
    m_tops.clear();
}

void ThreadRows::setWidth(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    for (int row = 0; row < count(); ++row) {
        Row &shown = m_rows[row];
        const Row fresh = estimated(row);
        shown.height = fresh.height;
        shown.exact = fresh.exact;
    }
    m_tops.clear();
}

void ThreadRows::restyle()
{
    for (int row = 0; row < count(); ++row)
        m_rows[row] = estimated(row);
    m_alive = 0;
    m_tops.clear();
}

void ThreadRows::updateTops() const
{
    if (m_tops.size() == m_rows.size() + 1)
        return;
    m_tops.resize(m_rows.size() + 1);
    int y = 0;
    for (qsizetype row = 0; row < m_rows.size(); ++row) {
        m_tops[row] = y;
        y += m_rows.at(row).height;
    }
    m_tops[m_rows.size()] = y;
}

int ThreadRows::top(int row) const
{
    updateTops();
    return m_tops.at(row);
}

int ThreadRows::totalHeight() const
{
    updateTops();
    return m_tops.last();
}

int ThreadRows::rowAt(int y) const
{
    if (m_rows.isEmpty())
        return -1;
    updateTops();
    const auto after = std::upper_bound(m_tops.cbegin(), m_tops.cend() - 1, y);
    return std::clamp(int(after - m_tops.cbegin()) - 1, 0, count() - 1);
}

bool ThreadRows::layOut(int row)
{
    Row &shown = m_rows[row];
    const ThreadItem &item = m_model.item(row);
    if (item.kind != ThreadItem::Kind::Article)
        return false;
    shown.used = ++m_use;
    if (shown.exact && shown.documents)
        return false;
    const ArticleFolds chosen = folds(item.article.id);
    if (!shown.documents) {
        const bool note = item.article.visibility == Visibility::Internal;
        shown.documents =
            std::make_shared<ArticleDocuments>(item.article, chosen, m_pictures, m_painter.documentStyle(note));
        ++m_alive;
        dropUnused();
    }
    shown.geometry =
        layoutArticle(item.article, *shown.documents, m_theme, m_width, chosen.remoteShown, isMailed(item));
    shown.exact = true;
    if (shown.geometry.height == shown.height)
        return false;
    shown.height = shown.geometry.height;
    m_tops.clear();
    return true;
}

void ThreadRows::dropUnused()
{
    if (m_alive <= keptDocuments)
        return;
    QVector<int> alive;
    for (int row = 0; row < count(); ++row) {
        if (m_rows.at(row).documents)
            alive.append(row);
    }
    std::sort(alive.begin(), alive.end(), [this](int a, int b) { return m_rows.at(a).used < m_rows.at(b).used; });
    alive.resize(keptDocuments / 3);
    for (const int row : std::as_const(alive)) // many at once, so that scrolling does not sort at every row
        m_rows[row].documents.reset();
    m_alive -= int(alive.size());
}

ArticleDocuments &ThreadRows::documents(int row)
{
    layOut(row);
    return *m_rows.at(row).documents;
}

const ArticleGeometry &ThreadRows::geometry(int row)
{
    layOut(row);
    return m_rows.at(row).geometry;
}

void ThreadRows::setQuotesShown(int row, bool shown)
{
    m_folds[m_model.item(row).article.id].quotesShown = shown;
    Row &changed = m_rows[row];
    if (changed.documents)
        changed.documents->setQuotesShown(shown);
    changed.exact = false;
    layOut(row);
}

void ThreadRows::setRemoteShown(int row)
{
    m_folds[m_model.item(row).article.id].remoteShown = true;
    Row &changed = m_rows[row];
    if (changed.documents)
        changed.documents->setRemoteShown(true);
    changed.exact = false;
    layOut(row);
}

bool ThreadRows::pictureArrived(const QString &storeName)
{
    bool moved = false;
    for (int row = 0; row < count(); ++row) {
        Row &shown = m_rows[row];
        if (!shown.documents || !shown.documents->uses(storeName))
            continue;
        shown.documents->pictureArrived();
        shown.exact = false;
        moved = layOut(row) || moved;
    }
    return moved;
}

HistoryLine ThreadRows::eventLine(int row, Instant now) const
{
    return historyLine(m_model.item(row).events, TimeWords(), now);
}

} // namespace deskhand
