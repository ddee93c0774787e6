// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/report_card.h"

#include "widgets/charts/chart_panel.h"
#include "widgets/charts/chart_view.h"
#include "widgets/plain_label.h"
#include "widgets/reports/counting_card.h"
#include "widgets/reports/number_button.h"
#include "widgets/theme/style_parts.h"
#include "widgets/theme/theme.h"

#include <QContextMenuEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int cornerEdge = 16;
constexpr int numberBesideChart = 110; ///< percent of a title
constexpr int numberAlone = 180;
constexpr int numberOnWall = 260;
constexpr int roomForPeriod = 260;

} // namespace

ReportCard::ReportCard(const AreaContext &context, ReportCardPresenter &presenter, QWidget *parent)
    : QFrame(parent)
    , m_context(context)
    , m_presenter(presenter)
    , m_title(new PlainLabel(this))
    , m_period(new PlainLabel(this))
    , m_side(new PlainLabel(this))
    , m_foot(new PlainLabel(this))
    , m_menuButton(new QToolButton(this))
    , m_number(new NumberButton(context.theme, this))
    , m_note(new PlainLabel(this))
    , m_change(new PlainLabel(this))
    , m_message(new PlainLabel(this))
    , m_caveat(new PlainLabel(this))
    , m_chart(new ChartPanel(context.theme, context.prompt, context.notices, this))
{
    setObjectName(QStringLiteral("reportCardFrame"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    build();
    connect(&presenter, &ReportCardPresenter::changed, this, &ReportCard::refresh);
    connect(&context.theme, &Theme::changed, this, [this] { showChange(); });
    refresh();
}

ReportCard::~ReportCard()
{
    delete m_counting;
}

void ReportCard::build()
{
    const Theme &theme = m_context.theme;
    m_title->setObjectName(QStringLiteral("cardTitleLabel"));
    m_title->setStyleOf(theme, TextStyle::Strong);
    m_title->setElideMode(Qt::ElideRight);
    m_period->setObjectName(QStringLiteral("cardPeriodLabel"));
    m_period->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_period->setWholeOrNothing();
    m_side->setObjectName(QStringLiteral("cardSidePeriodLabel"));
    m_side->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_side->setWholeOrNothing();
    m_foot->setObjectName(QStringLiteral("cardFootLabel"));
    m_foot->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_foot->setElideMode(Qt::ElideRight);
    m_menuButton->setObjectName(QStringLiteral("cardMenuToolButton"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setIcon(theme.icon(QStringLiteral("overflow-menu")));
    m_menuButton->setFocusPolicy(Qt::TabFocus);
    connect(m_menuButton, &QToolButton::clicked, this, &ReportCard::showMenu);
    m_number->setObjectName(QStringLiteral("cardNumberButton"));
    connect(m_number, &QAbstractButton::clicked, this, [this] { openTickets(m_presenter.numberKey()); });
    m_note->setObjectName(QStringLiteral("cardNoteLabel"));
    m_note->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_note->setWholeOrNothing(); // the number is never cut for it
    m_change->setObjectName(QStringLiteral("cardChangeLabel"));
    m_change->setElideMode(Qt::ElideRight);
    m_message->setObjectName(QStringLiteral("cardMessageLabel"));
    m_message->setStyleOf(theme, TextStyle::Body, Token::TextMuted);
    m_message->setWordWrap(true);
    m_message->setAlignment(Qt::AlignCenter);
    m_caveat->setObjectName(QStringLiteral("cardCaveatLabel"));
    m_caveat->setStyleOf(theme, TextStyle::Small, Token::Warning);
    m_caveat->setElideMode(Qt::ElideRight);
    connect(m_chart, &ChartPanel::activated, this, [this](int series, int point) {
        if (const ChartPoint *at = m_chart->view().data().point(series, point); at && at->value)
            openTickets(at->key);
    });

    auto *head = new QHBoxLayout;
    head->setSpacing(metrics::small);
    head->addWidget(m_title, 1);
    head->addWidget(m_period);
    head->addWidget(m_menuButton);
    auto *figures = new QHBoxLayout;
    figures->setSpacing(metrics::tight);
    figures->addWidget(m_number);
    figures->addWidget(m_note, 1);
    figures->addWidget(m_side);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::medium, metrics::small, metrics::small, metrics::small);
    layout->setSpacing(metrics::tight / 2);
    layout->addLayout(head);
    layout->addLayout(figures);
    layout->addWidget(m_change);
    layout->addWidget(m_foot);
    layout->addWidget(m_chart, 1);
    layout->addWidget(m_message, 1);
    layout->addWidget(m_caveat);
    layout->addStretch(0);
}

QVector<QWidget *> ReportCard::tabStops()
{
    return {this, m_menuButton, m_number, &m_chart->view(), &m_chart->table()};
}

void ReportCard::setArrangeable(bool arrangeable)
{
    m_arrangeable = arrangeable;
    update();
}

void ReportCard::setWall(bool wall)
{
    m_wall = wall;
    m_menuButton->setVisible(!wall);
    showParts();
}

void ReportCard::refresh()
{
    const QString title = m_presenter.title();
    m_title->setText(title);
    m_chart->table().setAccessibleName(title); // also while there is nothing in it
    m_period->setText(m_presenter.foot());
    m_side->setText(m_presenter.period());
    m_foot->setText(m_presenter.foot());
    m_menuButton->setAccessibleName(tr("Menu of “%1”").arg(title));
    m_menuButton->setToolTip(tr("What can be done with this report"));
    m_number->setText(m_presenter.number());
    m_number->setAccessibleName(tr("%1: %2", "a report and its number").arg(title, m_presenter.number()));
    m_number->setToolTip(plainToolTip(tr("Open the tickets behind it")));
    m_note->setText(m_presenter.numberNote());
    m_note->setToolTip(plainToolTip(m_presenter.numberNote()));
    const QString caveat = m_presenter.caveat();
    m_caveat->setText(caveat);
    m_caveat->setVisible(!caveat.isEmpty());
    const bool ready = m_presenter.state() == ReportCardPresenter::State::Ready;
    m_message->setText(ready                                                        ? QString()
                       : m_presenter.state() == ReportCardPresenter::State::Loading ? tr("Counting…")
                                                                                    : m_presenter.failure());
    if (ready && m_presenter.hasChart()) {
        ChartWords words;
        m_chart->setWords(words);
        m_chart->setData(m_presenter.chart());
        if (pictureOf(m_presenter.report()) == ReportPicture::Table)
            m_chart->setTable(true);
    }
    showParts();
    showChange();
    const ReportChange change = m_presenter.change();
    QStringList said{title, m_presenter.period(), ready ? m_presenter.number() : m_message->text(), change.text,
                     caveat};
    said.removeAll(QString());
    setAccessibleName(said.join(QStringLiteral(", ")));
}

void ReportCard::showParts()
{
    const bool ready = m_presenter.state() == ReportCardPresenter::State::Ready;
    const bool chart = m_presenter.hasChart();
    m_number->setScale(m_wall ? (chart ? numberAlone : numberOnWall) : chart ? numberBesideChart : numberAlone);
    m_number->setVisible(ready);
    m_note->setVisible(ready);
    m_chart->setVisible(ready && chart);
    m_message->setVisible(!ready);
    // A title is worth more than a period, which may stand below: where there is a chart, beside the number.
    const int besideTitle = width() - m_menuButton->sizeHint().width() - metrics::medium - 3 * metrics::small;
    const bool fits = m_title->sizeHint().width() + m_period->sizeHint().width() <= besideTitle;
    m_period->setVisible(width() >= roomForPeriod && fits);
    const bool elsewhere = !m_period->isVisibleTo(this) && !m_period->text().isEmpty();
    m_side->setVisible(elsewhere && ready && chart);
    m_foot->setVisible(elsewhere && !m_side->isVisibleTo(this));
}

void ReportCard::showChange()
{
    const ReportChange change = m_presenter.change();
    m_change->setVisible(!change.text.isEmpty() && m_number->isVisibleTo(this));
    QString arrow;
    switch (change.direction) {
    case ReportChange::Direction::Up: arrow = QStringLiteral("▲ "); break;
    case ReportChange::Direction::Down: arrow = QStringLiteral("▼ "); break;
    case ReportChange::Direction::Same: arrow = QStringLiteral("= "); break;
    case ReportChange::Direction::None: break;
    }
    const Token tone = change.meaning == ReportChange::Meaning::Better  ? Token::Success
                       : change.meaning == ReportChange::Meaning::Worse ? Token::Danger
                                                                        : Token::TextMuted;
    m_change->setStyleOf(m_context.theme, TextStyle::Small, tone);
    const int room = width() - metrics::medium - metrics::small;
    const bool fits = m_change->fontMetrics().horizontalAdvance(arrow + change.text) <= room;
    m_change->setText(arrow + (fits || m_wall ? change.text : change.shortText));
    m_change->setToolTip(fits ? QString() : plainToolTip(change.text));
    m_change->setAccessibleName(change.text);
}

void ReportCard::openTickets(ChartKey key)
{
    if (const std::optional<ListSpec> tickets = m_presenter.tickets(key))
        Q_EMIT ticketsRequested(*tickets);
}

void ReportCard::showHowCounted()
{
    if (!m_counting) {
        m_counting = new CountingCard(m_context, m_presenter, window());
        m_counting->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_counting->show();
    m_counting->raise();
    m_counting->activateWindow();
}

void ReportCard::showMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("cardMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const Theme &theme = m_context.theme;
    const bool ready = m_presenter.state() == ReportCardPresenter::State::Ready;
    const auto add = [&](const QString &icon, const QString &text, const QString &name, auto run) {
        QAction *action = menu->addAction(icon.isEmpty() ? QIcon() : theme.icon(icon), text);
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    add(QStringLiteral("view-list-text"), tr("&Open its tickets"), QStringLiteral("cardTicketsAction"), [this] {
        openTickets(m_presenter.numberKey());
    })->setEnabled(ready);
    add(QStringLiteral("help-about"), tr("&How it is counted"), QStringLiteral("cardCountedAction"),
        [this] { showHowCounted(); });
    if (m_presenter.hasChart()) {
        menu->addSeparator();
        menu->addActions(m_chart->chartActions());
    }
    menu->addSeparator();
    add(QStringLiteral("view-refresh"), tr("&Count again"), QStringLiteral("cardRefreshAction"),
        [this] { m_presenter.refresh(); });
    add(QStringLiteral("document-edit"), tr("&Edit report…"), QStringLiteral("cardEditAction"),
        [this] { Q_EMIT editRequested(); });
    if (m_arrangeable)
        add(QStringLiteral("edit-delete"), tr("&Remove from the dashboard"), QStringLiteral("cardRemoveAction"),
            [this] { Q_EMIT removeRequested(); });
    menu->popup(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height())));
}

void ReportCard::contextMenuEvent(QContextMenuEvent *event)
{
    showMenu();
    event->accept();
}

void ReportCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_context.theme;
    style::plate(&painter, rect(), theme.color(Token::Surface), theme.color(Token::Hairline));
    if (hasFocus())
        style::focusRing(&painter, rect(), theme);
    if (!m_arrangeable || !(underMouse() || hasFocus()))
        return;
    painter.setPen(QPen(theme.color(Token::TextMuted), 1));
    for (const int step : {4, 8})
        painter.drawLine(QPointF(width() - 4.0, height() - 4.0 - step), QPointF(width() - 4.0 - step, height() - 4.0));
}

void ReportCard::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    showParts();
    showChange();
}

bool ReportCard::arrangeKey(QKeyEvent *event)
{
    if (!m_arrangeable || !(event->modifiers() & Qt::AltModifier))
        return false;
    QPoint step;
    switch (event->key()) {
    case Qt::Key_Left: step = {-1, 0}; break;
    case Qt::Key_Right: step = {1, 0}; break;
    case Qt::Key_Up: step = {0, -1}; break;
    case Qt::Key_Down: step = {0, 1}; break;
    default: return false;
    }
    if (event->modifiers() & Qt::ShiftModifier)
        Q_EMIT resizeRequested(step.x(), step.y());
    else
        Q_EMIT moveRequested(step.x(), step.y());
    return true;
}

void ReportCard::keyPressEvent(QKeyEvent *event)
{
    if (!hasFocus() || arrangeKey(event))
        return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return openTickets(m_presenter.numberKey());
    case Qt::Key_F2: return Q_EMIT editRequested();
    case Qt::Key_Delete:
        if (m_arrangeable)
            Q_EMIT removeRequested();
        return;
    case Qt::Key_Menu: return showMenu();
    default: QFrame::keyPressEvent(event);
    }
}

bool ReportCard::inCorner(const QPoint &position) const
{
    return position.x() > width() - cornerEdge && position.y() > height() - cornerEdge;
}

void ReportCard::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_arrangeable)
        return QFrame::mousePressEvent(event);
    m_resizing = inCorner(event->pos());
    if (m_resizing || event->pos().y() <= m_title->geometry().bottom() + metrics::tight)
        m_grabbed = mapToParent(event->pos());
    setFocus(Qt::MouseFocusReason);
}

void ReportCard::mouseMoveEvent(QMouseEvent *event)
{
    if (m_grabbed)
        Q_EMIT dragged(*m_grabbed, mapToParent(event->pos()), m_resizing);
    else if (m_arrangeable)
        setCursor(inCorner(event->pos()) ? Qt::SizeFDiagCursor : Qt::ArrowCursor);
}

void ReportCard::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_grabbed)
        Q_EMIT dropped(*std::exchange(m_grabbed, std::nullopt), mapToParent(event->pos()), m_resizing);
}

void ReportCard::focusInEvent(QFocusEvent *event)
{
    QFrame::focusInEvent(event);
    update();
}

void ReportCard::focusOutEvent(QFocusEvent *event)
{
    QFrame::focusOutEvent(event);
    update();
}

} // namespace deskhand
