// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/outbox/undo_send_bar.h"

#include "base/clock.h"
#include "models/delivery_text.h"
#include "models/outbox_presenter.h"
#include "widgets/frame/kept_clear.h"
#include "widgets/plain_label.h"
#include "widgets/raised_plate.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

namespace deskhand {

namespace {

constexpr int aboveFoot = 8 * metrics::step; // the status bar stays free

QPushButton *barButton(const QString &objectName, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    button->setFlat(true);
    return button;
}

} // namespace

UndoSendBar::UndoSendBar(const Theme &theme, OutboxPresenter &outbox, const Clock &clock, const KeptClear &clear,
                         QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_outbox(outbox)
    , m_clock(clock)
    , m_clear(clear)
    , m_text(new PlainLabel(this))
    , m_undo(barButton(QStringLiteral("undoSendPushButton"), tr("Undo"), this))
    , m_now(barButton(QStringLiteral("sendNowPushButton"), tr("Send now"), this))
    , m_more(barButton(QStringLiteral("moreUnsentPushButton"), tr("More"), this))
{
    setObjectName(QStringLiteral("undoSendBar"));
    setAccessibleName(tr("A mail that can be taken back"));
    m_text->setObjectName(QStringLiteral("undoSendPlainLabel"));
    m_text->setStyleOf(theme, TextStyle::Body);
    m_undo->setToolTip(plainToolTip(tr("Take it back to go on writing  Ctrl+Z")));
    m_undo->setAccessibleName(tr("Undo send"));
    m_more->setAccessibleName(tr("Show the outbox"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(metrics::large + raisedPlateMargin, metrics::tight + raisedPlateMargin,
                               metrics::small + raisedPlateMargin, metrics::tight + raisedPlateMargin);
    layout->setSpacing(metrics::tight);
    layout->addWidget(m_text);
    layout->addSpacing(metrics::small);
    layout->addWidget(m_undo);
    layout->addWidget(m_now);
    layout->addWidget(m_more);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        if (!m_outbox.fresh().isEmpty())
            m_outbox.undo(m_outbox.fresh().first().mail);
    });
    connect(m_now, &QPushButton::clicked, this, [this] {
        if (!m_outbox.fresh().isEmpty())
            m_outbox.sendNow(m_outbox.fresh().first().mail);
    });
    connect(m_more, &QPushButton::clicked, this, &UndoSendBar::moreRequested);
    connect(&outbox, &OutboxPresenter::freshChanged, this, &UndoSendBar::refresh);
    connect(&outbox, &OutboxPresenter::changed, this, &UndoSendBar::refresh);
    connect(&clear, &KeptClear::changed, this, [this] {
        if (isVisible())
            place();
    });
    parent->installEventFilter(this);
    hide();
    refresh();
}

void UndoSendBar::refresh()
{
    const QVector<FreshMail> &fresh = m_outbox.fresh();
    const bool wasShown = isVisibleTo(parentWidget());
    if (fresh.isEmpty()) {
        m_spoken = 0;
        hide();
        if (wasShown)
            Q_EMIT shownChanged(0);
        return;
    }
    const FreshMail &newest = fresh.first();
    const MailDelivery *mail = m_outbox.find(newest.mail);
    const QString when = releaseText(newest.releaseAt, m_clock.now());
    const QString text = mail == nullptr
                             ? tr("Sends %1", "in 12 s").arg(when)
                             : tr("#%1 sends %2", "number of the ticket, in 12 s").arg(mail->ticketNumber, when);
    m_text->setText(text);
    m_more->setVisible(fresh.size() > 1);
    m_more->setText(tr("%n more", nullptr, int(fresh.size()) - 1));
    place();
    show();
    raise();
    if (!wasShown)
        Q_EMIT shownChanged(height());
    if (std::exchange(m_spoken, newest.mail.value) == newest.mail.value)
        return;
    setAccessibleDescription(text); // once: nobody wants to hear every second
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

bool UndoSendBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize && isVisible())
        place();
    return QWidget::eventFilter(watched, event);
}

void UndoSendBar::place()
{
    // A place for the widest number: the buttons stay under the pointer while it counts.
    m_text->setMinimumWidth(0);
    QString widest = m_text->text();
    for (QChar &letter : widest) {
        if (letter.isDigit())
            letter = u'0';
    }
    m_text->setMinimumWidth(std::max(m_text->minimumWidth(), m_text->fontMetrics().horizontalAdvance(widest) + 8));
    layout()->activate();
    const QSize wanted = layout()->sizeHint();
    const QRect room = parentWidget()->rect();
    const int width = std::min(wanted.width(), room.width() - 2 * metrics::small);
    // At the left, where the list is, or above what is being written where that takes the whole window.
    setGeometry(m_clear.above({metrics::small, room.height() - wanted.height() - aboveFoot, width, wanted.height()}));
}

void UndoSendBar::paintEvent(QPaintEvent *)
{
    paintRaisedPlate(this, m_theme);
}

} // namespace deskhand
