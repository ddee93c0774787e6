// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/reports/wallboard.h"

#include "models/reports/report_shelf_model.h"
#include "widgets/plain_label.h"
#include "widgets/reports/dashboard_grid.h"
#include "widgets/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QTimeZone>
#include <QVBoxLayout>

namespace deskhand {

namespace {

constexpr int wallFontScale = 150;

Theme *wallTheme()
{
    auto *theme = new Theme;
    theme->setChoice(ThemeChoice::Dark);
    theme->setFontScale(wallFontScale);
    return theme;
}

AreaContext withTheme(const AreaContext &context, Theme &theme)
{
    return AreaContext{theme,         context.actions,  context.navigator, context.notices,
                       context.tasks, context.settings, context.prompt};
}

} // namespace

Wallboard::Wallboard(const AreaContext &context, Desk &desk, const CatalogHolder &holder, const ReportShelfModel &shelf,
                     const QString &key)
    : m_theme(wallTheme())
    , m_context(withTheme(context, *m_theme))
    , m_holder(holder)
    , m_shelf(shelf)
    , m_dashboard(desk, holder)
    , m_grid(new DashboardGrid(m_context, m_dashboard, this))
    , m_title(new PlainLabel(this))
    , m_time(new PlainLabel(this))
{
    setObjectName(QStringLiteral("wallboard"));
    setWindowTitle(tr("Wallboard"));
    setPalette(m_theme->palette());
    setFont(m_theme->font());
    setFocusPolicy(Qt::StrongFocus);
    m_title->setObjectName(QStringLiteral("wallTitleLabel"));
    m_title->setStyleOf(*m_theme, TextStyle::Title);
    m_time->setObjectName(QStringLiteral("wallTimeLabel"));
    m_time->setStyleOf(*m_theme, TextStyle::Heading, Token::TextMuted);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::huge, metrics::large, metrics::huge, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_time);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_grid, 1);
    m_turn.setInterval(turnMs);
    connect(&m_turn, &QTimer::timeout, this, [this] { step(+1); });
    connect(&m_dashboard, &DashboardPresenter::cardsReset, this, [this] {
        m_grid->setWall(true);
        showHead();
    });
    connect(&holder.ticker(), &TimeTicker::ticked, this, &Wallboard::showHead);
    showKey(key);
    m_grid->setWall(true);
    m_turn.start();
}

Wallboard::~Wallboard()
{
    // Whatever uses the theme goes before it.
    const QObjectList parts = children();
    for (QObject *part : parts) {
        if (part->isWidgetType())
            delete part;
    }
    delete m_theme;
}

QStringList Wallboard::keys() const
{
    QStringList keys;
    for (int i = 0; i < builtinDashboardCount; ++i) {
        if (BuiltinDashboard(i) != BuiltinDashboard::Team) // people are compared at a desk, not on a wall
            keys << QStringLiteral("builtin:") + builtinDashboardName(BuiltinDashboard(i));
    }
    for (const ReportItem &item : m_shelf.shelf().items) {
        if (std::holds_alternative<Dashboard>(item.content) && item.shared)
            keys << ReportShelfModel::keyOf(item.id);
    }
    return keys;
}

void Wallboard::showKey(const QString &key)
{
    if (const ReportItem *item = m_shelf.item(key)) {
        m_dashboard.showItem(*item);
    } else {
        BuiltinDashboard builtin{};
        const bool known = builtinDashboardFromName(QStringView(key).mid(int(qstrlen("builtin:"))), &builtin);
        m_dashboard.showBuiltin(known ? builtin : BuiltinDashboard::Sla); // instead of what is gone
    }
    showHead();
}

void Wallboard::step(int by)
{
    const QStringList all = keys();
    const qsizetype now = all.indexOf(m_dashboard.key());
    showKey(all[(std::max<qsizetype>(now, 0) + by + all.size()) % all.size()]);
}

void Wallboard::showHead()
{
    m_title->setText(m_dashboard.title());
    const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(m_holder.now()), QLocale::ShortFormat);
    m_time->setText(isHeld() && isVisible() ? tr("%1 · held").arg(time) : time);
}

void Wallboard::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape: close(); return;
    case Qt::Key_Right: step(+1); return;
    case Qt::Key_Left: step(-1); return;
    case Qt::Key_Space:
        if (m_turn.isActive())
            m_turn.stop();
        else
            m_turn.start();
        return showHead();
    default: QWidget::keyPressEvent(event);
    }
}

void Wallboard::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme->color(Token::Window));
}

} // namespace deskhand
