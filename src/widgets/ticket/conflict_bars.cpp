// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ticket/conflict_bars.h"

#include "models/conflict_text.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace deskhand {

namespace {

QString conflictField(TicketField field)
{
    switch (field) {
    case TicketField::Subject: return ConflictBars::tr("the subject");
    case TicketField::State: return ConflictBars::tr("the state");
    case TicketField::Priority: return ConflictBars::tr("the priority");
    case TicketField::Queue: return ConflictBars::tr("the queue");
    case TicketField::Category: return ConflictBars::tr("the category");
    case TicketField::Owner: return ConflictBars::tr("the owner");
    case TicketField::Requester: return ConflictBars::tr("the requester");
    case TicketField::Tags: return ConflictBars::tr("the tags");
    case TicketField::DueAt: return ConflictBars::tr("the due date");
    case TicketField::PendingUntil: return ConflictBars::tr("the reminder");
    }
    return {};
}

} // namespace

ConflictBars::ConflictBars(TicketPresenter &presenter, const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_presenter(presenter)
    , m_theme(theme)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("conflictBars"));
    setAccessibleName(tr("Conflicting changes"));
    m_layout->setContentsMargins(metrics::large + metrics::tight, metrics::tight, metrics::medium, metrics::tight);
    m_layout->setSpacing(metrics::tight);
    connect(&presenter, &TicketPresenter::conflictsChanged, this, &ConflictBars::refresh);
    hide();
}

void ConflictBars::refresh()
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const QVector<FieldConflict> &conflicts = m_presenter.conflicts();
    for (int index = 0; index < conflicts.size(); ++index)
        addBar(index, conflicts.at(index));
    setVisible(!conflicts.isEmpty());
    QStringList sentences;
    for (const PlainLabel *label : findChildren<PlainLabel *>(QStringLiteral("conflictPlainLabel"))) {
        if (label->isVisibleTo(this))
            sentences.append(label->text());
    }
    const QString spoken = sentences.join(u' ');
    const bool news = !spoken.isEmpty() && spoken != accessibleDescription();
    setAccessibleDescription(spoken);
    if (!news)
        return;
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void ConflictBars::addBar(int index, const FieldConflict &conflict)
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::small);
    const QString theirs = ConflictText::theirs(conflict);
    const QString mine = ConflictText::mine(conflict);
    const QString who = ConflictText::who(conflict);
    auto *text = new PlainLabel(
        tr("%1 set %2 to “%3” while you chose “%4”.").arg(who, conflictField(conflict.field), theirs, mine), bar);
    text->setObjectName(QStringLiteral("conflictPlainLabel"));
    text->setWordWrap(true);
    text->setStyleOf(m_theme, TextStyle::Body);
    const auto shortened = [this](const QString &value) {
        return QFontMetrics(m_theme.font()).elidedText(value, Qt::ElideRight, 140).replace(u'&', QStringLiteral("&&"));
    };
    auto *keep = new QPushButton(tr("Keep “%1”").arg(shortened(theirs)), bar);
    keep->setObjectName(QStringLiteral("keepTheirsPushButton"));
    auto *take = new QPushButton(tr("Set “%1”").arg(shortened(mine)), bar);
    take->setObjectName(QStringLiteral("takeMinePushButton"));
    keep->setAccessibleName(tr("Keep theirs: %1").arg(theirs));
    take->setAccessibleName(tr("Use mine: %1").arg(mine));
    keep->setToolTip(plainToolTip(keep->accessibleName()));
    take->setToolTip(plainToolTip(take->accessibleName()));
    layout->addWidget(text, 1);
    layout->addWidget(keep);
    layout->addWidget(take);
    m_layout->addWidget(bar);
    connect(keep, &QPushButton::clicked, &m_presenter, [this, index] { m_presenter.keepTheirs(index); });
    connect(take, &QPushButton::clicked, &m_presenter, [this, index] { m_presenter.takeMine(index); });
}

void ConflictBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::WarningTint));
    painter.fillRect(QRect(0, 0, 3, height()), m_theme.color(Token::Warning));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Hairline));
}

} // namespace deskhand
