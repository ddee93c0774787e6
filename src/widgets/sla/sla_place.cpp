// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sla/sla_place.h"

#include "models/navigator.h"
#include "models/notices.h"
#include "widgets/frame/desk_status_bar.h"
#include "widgets/main_window.h"
#include "widgets/plain_label.h"
#include "widgets/sla/notifications_window.h"
#include "widgets/theme/theme.h"

#include <QApplication>
#include <QPointer>
#include <QToolButton>

namespace deskhand {

namespace {

constexpr int mostShownUnseen = 99;
constexpr int noticeMs = 10'000;

} // namespace

SlaPlace::SlaPlace(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, MainWindow &window,
                   QObject *parent)
    : QObject(parent)
    , m_context(context)
    , m_window(window)
    , m_notifications(desk, catalog)
    , m_list(new NotificationsWindow(context, m_notifications, &window))
    , m_bell(new QToolButton(window.deskStatusBar()))
{
    addBell();
    connect(&m_notifications, &NotificationModel::unseenChanged, this, &SlaPlace::showCount);
    connect(&m_notifications, &NotificationModel::arrived, this, &SlaPlace::tell);
    connect(&m_notifications, &NotificationModel::failed, this, [this](const Error &error) {
        m_context.notices.fail(tr("The notifications could not be read or changed."), error);
    });
    m_notifications.refresh();
}

SlaPlace::~SlaPlace()
{
    delete m_bell;
    delete m_list;
}

void SlaPlace::addBell()
{
    m_bell->setObjectName(QStringLiteral("notificationsToolButton"));
    m_bell->setAutoRaise(true);
    const auto restyle = [this] { m_bell->setFont(m_context.theme.font(TextStyle::SmallStrong)); };
    restyle();
    connect(&m_context.theme, &Theme::changed, m_bell, restyle);
    connect(m_bell, &QToolButton::clicked, m_list, &NotificationsWindow::open);
    m_window.deskStatusBar()->addPart(m_bell);
    showCount(0);
}

void SlaPlace::showCount(int unseen)
{
    m_bell->setToolButtonStyle(unseen > 0 ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    m_bell->setIcon(
        m_context.theme.icon(QStringLiteral("notifications"), unseen > 0 ? Token::Accent : Token::TextMuted));
    m_bell->setText(unseen > mostShownUnseen ? tr("%1+", "more than this number").arg(mostShownUnseen)
                                             : QString::number(unseen));
    const QString words = unseen > 0 ? tr("%n notification(s) not seen", nullptr, unseen) : tr("Notifications");
    m_bell->setAccessibleName(words);
    m_bell->setToolTip(plainToolTip(words));
}

void SlaPlace::tell(const QVector<Notification> &arrived)
{
    Notice notice;
    notice.milliseconds = noticeMs;
    if (arrived.size() == 1) {
        notice.text = m_notifications.sentence(arrived.first());
        notice.actionText = tr("Open");
        notice.action = [place = QPointer<SlaPlace>(this), one = arrived.first()] {
            if (!place)
                return;
            place->m_notifications.markSeen({one.id});
            place->m_context.navigator.openTicket(one.ticket, true);
        };
    } else {
        notice.text = tr("%n notification(s) about promised times", nullptr, int(arrived.size()));
        notice.actionText = tr("Show");
        notice.action = [list = QPointer<NotificationsWindow>(m_list)] {
            if (list)
                list->open();
        };
    }
    m_context.notices.post(notice);
    QApplication::alert(&m_window); // for who works in another window; nothing happens in front of this one
}

} // namespace deskhand
