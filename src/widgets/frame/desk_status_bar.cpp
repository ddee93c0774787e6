// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/frame/desk_status_bar.h"

#include "models/desk_status.h"
#include "models/sync_text.h"
#include "models/task_list.h"
#include "widgets/plain_label.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QToolButton>

namespace deskhand {

namespace {

Token syncTone(SyncText::Tone tone)
{
    switch (tone) {
    case SyncText::Tone::Good: return Token::Success;
    case SyncText::Tone::Busy: return Token::Info;
    case SyncText::Tone::Warning: return Token::Warning;
    case SyncText::Tone::Danger: return Token::Danger;
    }
    return Token::Success;
}

} // namespace

DeskStatusBar::DeskStatusBar(const Theme &theme, const DeskStatus &status, TaskList &tasks, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_status(status)
    , m_tasks(tasks)
    , m_dot(new PlainLabel(this))
    , m_text(new PlainLabel(this))
    , m_sync(new QToolButton(this))
    , m_presence(new PlainLabel(this))
    , m_progress(new QProgressBar(this))
    , m_taskButton(new QToolButton(this))
    , m_draftButton(new QToolButton(this))
    , m_parts(new QHBoxLayout)
{
    setObjectName(QStringLiteral("deskStatusBar"));
    setAccessibleName(tr("Status"));
    m_text->setObjectName(QStringLiteral("statusLabel"));
    m_presence->setObjectName(QStringLiteral("presenceLabel"));
    m_progress->setObjectName(QStringLiteral("taskProgressBar"));
    m_progress->setAccessibleName(tr("Progress of running work"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(120);
    m_taskButton->setObjectName(QStringLiteral("tasksToolButton"));
    m_taskButton->setAccessibleName(tr("Running work"));
    m_taskButton->setAutoRaise(true);
    m_taskButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_text->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_sync->setObjectName(QStringLiteral("syncToolButton"));
    m_sync->setAutoRaise(true);
    m_sync->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_sync->setToolTip(tr("What waits to be sent, and what is kept on this computer"));
    connect(m_sync, &QToolButton::clicked, this, &DeskStatusBar::syncRequested);
    m_presence->setStyleOf(theme, TextStyle::Small, Token::TextMuted);
    m_presence->setElideMode(Qt::ElideRight);
    m_draftButton->setObjectName(QStringLiteral("draftsToolButton"));
    m_draftButton->setAccessibleName(tr("Drafts"));
    m_draftButton->setAutoRaise(true);
    m_draftButton->setToolButtonStyle(Qt::ToolButtonTextOnly);
    for (QToolButton *button : {m_sync, m_taskButton, m_draftButton})
        button->setFont(theme.font(TextStyle::Small));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::medium, 1, metrics::medium, 0);
    layout->setSpacing(metrics::small);
    layout->addWidget(m_dot);
    layout->addWidget(m_text);
    layout->addWidget(m_sync);
    layout->addWidget(m_draftButton);
    layout->addLayout(m_parts);
    layout->addStretch(1);
    layout->addWidget(m_progress);
    layout->addWidget(m_taskButton);
    layout->addStretch(1);
    layout->addWidget(m_presence);
    setFixedHeight(7 * metrics::step);

    connect(&status, &DeskStatus::changed, this, &DeskStatusBar::updateStatus);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&tasks, signal, this, &DeskStatusBar::updateTasks);
    connect(&tasks, &QAbstractItemModel::dataChanged, this, &DeskStatusBar::updateTasks);
    connect(m_taskButton, &QToolButton::clicked, this, &DeskStatusBar::showTasks);
    connect(&theme, &Theme::changed, this, [this] {
        for (QToolButton *button : {m_sync, m_taskButton, m_draftButton})
            button->setFont(m_theme.font(TextStyle::Small));
        updateStatus();
    });
    m_clockwork.setInterval(5000);
    connect(&m_clockwork, &QTimer::timeout, this, &DeskStatusBar::updateStatus);
    m_clockwork.start();
    connect(m_draftButton, &QToolButton::clicked, this, &DeskStatusBar::draftsRequested);
    updateStatus();
    updateTasks();
    setDrafts(0);
}

void DeskStatusBar::setDrafts(int count)
{
    m_draftButton->setVisible(count > 0);
    m_draftButton->setText(tr("%n draft(s)", nullptr, count));
    m_draftButton->setAccessibleName(m_draftButton->text());
}

void DeskStatusBar::addPart(QWidget *part)
{
    m_parts->addWidget(part);
}

void DeskStatusBar::setPresence(const QString &text)
{
    m_presence->setText(text);
}

void DeskStatusBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.color(Token::Hairline));
}

void DeskStatusBar::updateStatus()
{
    using Connection = DeskStatus::Connection;
    const Connection connection = m_status.connection();
    const bool isReplica = connection == Connection::Synced;
    const Token tone = isReplica                           ? syncTone(SyncText::tone(m_status.sync()))
                       : connection == Connection::Offline ? Token::Warning
                       : connection == Connection::None    ? Token::TextDisabled
                                                           : Token::Success;
    const qreal ratio = devicePixelRatioF();
    QPixmap dot(QSize(8, 8) * ratio);
    dot.setDevicePixelRatio(ratio);
    dot.fill(Qt::transparent);
    QPainter painter(&dot);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(tone));
    painter.drawEllipse(QRectF(0.5, 0.5, 7, 7));
    painter.end();
    m_dot->setPixmap(dot);
    if (m_text->text() != m_status.text())
        m_text->setText(m_status.text());
    m_text->setVisible(!isReplica);
    m_sync->setVisible(isReplica);
    m_sync->setText(m_status.text().replace(u'&', QStringLiteral("&&")));
    m_sync->setAccessibleName(m_status.text());
}

void DeskStatusBar::updateTasks()
{
    const int count = m_tasks.rowCount();
    m_progress->setVisible(count > 0);
    m_taskButton->setVisible(count > 0);
    if (count == 0)
        return;
    const QModelIndex first = m_tasks.index(0);
    const int permille = first.data(TaskList::ProgressRole).toInt();
    m_progress->setRange(0, permille < 0 ? 0 : 1000);
    m_progress->setValue(qMax(0, permille));
    m_taskButton->setText(count == 1 ? first.data(Qt::DisplayRole).toString() : tr("%n tasks", nullptr, count));
}

void DeskStatusBar::showTasks()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int row = 0; row < m_tasks.rowCount(); ++row) {
        const QModelIndex task = m_tasks.index(row);
        const TaskList::TaskId id = task.data(TaskList::IdRole).toULongLong();
        const bool cancellable = task.data(TaskList::CancellableRole).toBool();
        QString title = task.data(Qt::DisplayRole).toString();
        title.replace(QLatin1Char('&'), QLatin1String("&&"));
        auto *entry = menu->addAction(cancellable ? tr("Stop: %1").arg(title) : title);
        entry->setEnabled(cancellable);
        connect(entry, &QAction::triggered, &m_tasks, [this, id] { m_tasks.cancel(id); });
    }
    menu->popup(m_taskButton->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

} // namespace deskhand
