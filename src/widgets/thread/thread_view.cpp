// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/thread/thread_view.h"

#include "widgets/theme/theme.h"
#include "widgets/thread/thread_accessible.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace deskhand {

namespace {

constexpr int seenAfter = 500;       // ms an article must be on screen to count as seen
constexpr int layoutMargin = 200;    // pixels beyond the viewport that are laid out ahead
constexpr int earlierDistance = 600; // pixels from the top at which the next older page is asked for

} // namespace

ThreadView::ThreadView(ThreadModel &model, PictureStore &pictures, const Theme &theme, const Clock &clock,
                       QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_pictures(pictures)
    , m_theme(theme)
    , m_clock(clock)
    , m_painter(theme)
    , m_rows(model, pictures, theme)
{
    installThreadAccessible();
    setObjectName(QStringLiteral("threadView"));
    setAccessibleName(tr("Thread"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setBackgroundRole(QPalette::Base);
    verticalScrollBar()->setSingleStep(24);
    connect(&model, &QAbstractItemModel::modelReset, this, &ThreadView::onReset);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    connect(&model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { onRowsRemoved(first, last); });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first, const QModelIndex &last) {
        const Anchor anchor = takeAnchor();
        for (int row = first.row(); row <= last.row(); ++row)
            m_rows.invalidate(row);
        settle(anchor);
    });
    connect(&pictures, &PictureStore::arrived, this, [this](const QString &name) {
        const Anchor anchor = takeAnchor();
        if (m_rows.pictureArrived(name))
            settle(anchor);
        viewport()->update();
    });
    connect(&theme, &Theme::changed, this, [this] {
        const Anchor anchor = takeAnchor();
        m_rows.restyle();
        settle(anchor);
    });
    m_seenTimer.setSingleShot(true);
    m_seenTimer.setInterval(seenAfter);
    connect(&m_seenTimer, &QTimer::timeout, this, &ThreadView::noteSeen);
    m_minute.setInterval(60'000);
    connect(&m_minute, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_minute.start();
    m_rows.setWidth(viewport()->width());
}

ThreadView::~ThreadView() = default;

void ThreadView::onReset()
{
    m_selection = {};
    m_selecting = false;
    m_hover = {};
    m_pressed = {};
    m_current = {};
    m_newestSeen = {};
    m_pictures.clear();
    m_rows.reset();
    openAtStart();
    Q_EMIT seenChanged();
    Q_EMIT currentChanged();
}

// The newest article is on screen; of several new ones the first is at the top.
void ThreadView::openAtStart()
{
    m_top = 0;
    const auto &articles = m_model.articles();
    if (articles.isEmpty()) {
        settle({});
        return;
    }
    m_current = articles.last().id;
    int mark = -1;
    for (int row = 0; row < m_rows.count() && mark < 0; ++row) {
        if (m_model.item(row).kind == ThreadItem::Kind::NewMark)
            mark = row;
    }
    if (mark >= 0)
        settle(Anchor{mark, 0, false});
    else
        settle(Anchor{-1, 0, true});
}

void ThreadView::onRowsInserted(int first, int last)
{
    Anchor anchor = takeAnchor();
    const bool marked = m_model.item(first).kind == ThreadItem::Kind::NewMark && m_newestSeen == ArticleId();
    if (anchor.row >= first)
        anchor.row += last - first + 1;
    if (m_selection.row >= first)
        m_selection.row += last - first + 1;
    m_hover = {};
    m_pressed = {};
    m_rows.insert(first, last - first + 1);
    // The mark arrives just behind the thread itself, before anybody has read: it says where to begin.
    if (marked)
        anchor = Anchor{first, 0, false};
    const bool mine = m_model.item(last).kind == ThreadItem::Kind::Article && last == m_rows.count() - 1 && first > 0
                      && m_model.item(last).article.author == m_model.me();
    settle(anchor);
    if (mine)
        scrollToNewest(); // what one has just sent is to be seen
    m_seenTimer.start();
    Q_EMIT seenChanged();
}

void ThreadView::onRowsRemoved(int first, int last)
{
    Anchor anchor = takeAnchor();
    const int count = last - first + 1;
    if (anchor.row > last)
        anchor.row -= count;
    else if (anchor.row >= first)
        anchor = Anchor{std::min(first, std::max(0, m_rows.count() - count - 1)), 0, false};
    if (m_selection.row >= first)
        m_selection = {};
    m_hover = {};
    m_pressed = {};
    m_rows.remove(first, count);
    settle(anchor);
}

ThreadView::Anchor ThreadView::takeAnchor() const
{
    if (m_rows.count() == 0)
        return {};
    const int row = m_rows.rowAt(m_top);
    return Anchor{row, m_rows.top(row) - m_top, false};
}

// Lays out what is on screen until nothing moves any more, and keeps the anchor where it was.
void ThreadView::settle(const Anchor &anchor)
{
    if (m_settling)
        return;
    m_settling = true;
    const int viewHeight = viewport()->height();
    const auto place = [&] {
        const int limit = std::max(0, m_rows.totalHeight() - viewHeight);
        if (anchor.bottom)
            m_top = limit;
        else if (anchor.row >= 0 && anchor.row < m_rows.count())
            m_top = std::clamp(m_rows.top(anchor.row) - anchor.offset, 0, limit);
        else
            m_top = std::clamp(m_top, 0, limit);
    };
    for (int round = 0; m_rows.count() > 0 && round < 100; ++round) {
        place();
        bool moved = false;
        const int first = m_rows.rowAt(std::max(0, m_top - layoutMargin));
        const int last = m_rows.rowAt(m_top + viewHeight + layoutMargin);
        // From below upwards where the end stays: rows above need not be laid out when those below fill the view.
        for (int step = 0; step <= last - first && !moved; ++step)
            moved = m_rows.layOut(anchor.bottom ? last - step : first + step);
        if (!moved)
            break;
    }
    place();
    updateScrollBar();
    m_settling = false;
    viewport()->update();
    maybeLoadEarlier();
    if (!m_seenTimer.isActive())
        m_seenTimer.start();
}

void ThreadView::updateScrollBar()
{
    QScrollBar *bar = verticalScrollBar();
    const int viewHeight = viewport()->height();
    const bool wasSettling = std::exchange(m_settling, true);
    bar->setPageStep(viewHeight);
    bar->setRange(0, m_rows.count() == 0 ? 0 : std::max(0, m_rows.totalHeight() - viewHeight));
    bar->setValue(m_top);
    m_settling = wasSettling;
}

void ThreadView::setTop(int y)
{
    m_top = y;
    settle(takeAnchor());
}

void ThreadView::scrollContentsBy(int, int)
{
    if (m_settling)
        return;
    setHover({});
    setTop(verticalScrollBar()->value());
}

void ThreadView::resizeEvent(QResizeEvent *event)
{
    const bool atBottom =
        m_rows.count() > 0 && m_top > 0 && m_top >= m_rows.totalHeight() - event->oldSize().height() - 1;
    const Anchor anchor = takeAnchor();
    m_rows.setWidth(viewport()->width());
    settle(atBottom ? Anchor{-1, 0, true} : anchor);
}

void ThreadView::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::LocaleChange)
        viewport()->update();
}

QRect ThreadView::rowRect(int row) const
{
    return {0, m_rows.top(row) - m_top, viewport()->width(), m_rows.height(row)};
}

QPair<int, int> ThreadView::visibleRows() const
{
    if (m_rows.count() == 0)
        return {-1, -1};
    return {m_rows.rowAt(m_top), m_rows.rowAt(m_top + viewport()->height() - 1)};
}

void ThreadView::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(event->rect(), m_theme.color(Token::Surface));
    if (m_rows.count() == 0)
        return;
    const Instant now = m_clock.now();
    const auto [first, last] = visibleRows();
    for (int row = first; row <= last; ++row) {
        const QRect rect = rowRect(row);
        if (!rect.intersects(event->rect()))
            continue;
        const ThreadItem &item = m_model.item(row);
        switch (item.kind) {
        case ThreadItem::Kind::Earlier: {
            const QString text = m_model.isLoadingEarlier() ? tr("Loading earlier messages…")
                                                            : tr("%n earlier message(s)", nullptr, item.earlier);
            m_painter.drawEarlier(painter, text, rect, m_hover.row == row);
            break;
        }
        case ThreadItem::Kind::NewMark: m_painter.drawNewMark(painter, rect); break;
        case ThreadItem::Kind::Events: m_painter.drawEvents(painter, m_rows.eventLine(row, now), rect, now); break;
        case ThreadItem::Kind::Article: {
            ThreadPainter::ArticleRow shown;
            shown.article = &item.article;
            shown.delivery = item.delivery ? &*item.delivery : nullptr;
            shown.origin = item.origin;
            shown.documents = &m_rows.documents(row);
            shown.geometry = &m_rows.geometry(row);
            shown.current = item.article.id == m_current && m_model.articles().size() > 1;
            shown.focused = hasFocus();
            shown.hover = m_hover.row == row ? m_hover : ThreadHit();
            shown.selection = m_selection.row == row ? m_selection : ThreadSelection();
            shown.quotesShown = m_rows.folds(item.article.id).quotesShown;
            m_painter.drawArticle(painter, shown, rect.top(), event->rect(), now);
            break;
        }
        }
    }
}

void ThreadView::maybeLoadEarlier()
{
    if (m_model.isLoaded() && m_model.earlierCount() > 0 && m_top < earlierDistance
        && m_top < verticalScrollBar()->maximum())
        m_model.loadEarlier();
}

} // namespace deskhand
