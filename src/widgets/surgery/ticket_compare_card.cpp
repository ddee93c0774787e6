// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/surgery/ticket_compare_card.h"

#include "models/people_finder.h"
#include "models/ticket_text.h"
#include "models/time_text.h"
#include "widgets/error_words.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace deskhand {

TicketCompareCard::TicketCompareCard(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_caption(new PlainLabel(this))
    , m_subject(new PlainLabel(this))
    , m_stay(new QPushButton(tr("This one stays"), this))
    , m_remove(new QToolButton(this))
{
    setObjectName(QStringLiteral("ticketCompareCard"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    m_caption->setObjectName(QStringLiteral("compareCaptionPlainLabel"));
    m_caption->setMinimumHeight(theme.controlHeight()); // with buttons beside it and without
    m_caption->setStyleOf(theme, TextStyle::SmallStrong, Token::TextMuted);
    m_subject->setObjectName(QStringLiteral("compareSubjectPlainLabel"));
    m_subject->setStyleOf(theme, TextStyle::Strong);
    m_subject->setWordWrap(true);
    m_stay->setObjectName(QStringLiteral("stayPushButton"));
    m_stay->setAutoDefault(false);
    m_stay->setFlat(true);
    m_remove->setObjectName(QStringLiteral("removeTicketToolButton"));
    m_remove->setAutoRaise(true);
    m_remove->setIcon(theme.icon(QStringLiteral("window-close")));
    m_remove->setAccessibleName(tr("Leave this ticket out"));
    m_remove->setToolTip(plainToolTip(m_remove->accessibleName()));
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::small);
    top->addWidget(m_caption, 1);
    top->addWidget(m_stay);
    top->addWidget(m_remove);
    auto *form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setHorizontalSpacing(metrics::medium);
    form->setVerticalSpacing(2);
    form->setLabelAlignment(Qt::AlignLeft);
    m_requester = addLine(form, tr("Requester"), QStringLiteral("compareRequesterPlainLabel"));
    m_queue = addLine(form, tr("Queue"), QStringLiteral("compareQueuePlainLabel"));
    m_state = addLine(form, tr("State"), QStringLiteral("compareStatePlainLabel"));
    m_owner = addLine(form, tr("Owner"), QStringLiteral("compareOwnerPlainLabel"));
    m_messages = addLine(form, tr("Messages"), QStringLiteral("compareMessagesPlainLabel"));
    m_opened = addLine(form, tr("Opened"), QStringLiteral("compareOpenedPlainLabel"));
    m_meanwhile = new PlainLabel(this);
    m_meanwhile->setObjectName(QStringLiteral("compareMeanwhilePlainLabel"));
    m_meanwhile->setStyleOf(theme, TextStyle::SmallStrong, Token::Warning);
    m_meanwhile->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::medium, metrics::small, metrics::small, metrics::medium);
    layout->setSpacing(metrics::tight);
    layout->addLayout(top);
    layout->addWidget(m_subject);
    layout->addLayout(form);
    layout->addWidget(m_meanwhile);
    connect(m_stay, &QPushButton::clicked, this, [this] { Q_EMIT stayWanted(m_ticket); });
    connect(m_remove, &QToolButton::clicked, this, [this] { Q_EMIT removeWanted(m_ticket); });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

PlainLabel *TicketCompareCard::addLine(QFormLayout *form, const QString &caption, const QString &objectName)
{
    auto *name = new PlainLabel(caption, this);
    name->setStyleOf(m_theme, TextStyle::Small, Token::TextMuted);
    auto *value = new PlainLabel(this);
    value->setObjectName(objectName);
    value->setStyleOf(m_theme, TextStyle::Small);
    value->setElideMode(Qt::ElideRight);
    form->addRow(name, value);
    return value;
}

void TicketCompareCard::show(const MergePresenter::Side &side, Part part, const CatalogHolder &catalog, bool choosable,
                             bool removable)
{
    m_ticket = side.id;
    m_part = part;
    m_stay->setVisible(choosable && part == Part::Leads);
    m_remove->setVisible(removable);
    const QString number = side.detail ? u'#' + side.detail->row.head.number : QStringLiteral("…");
    m_caption->setText(part == Part::Stays ? tr("%1 stays").arg(number) : tr("%1 is merged into it").arg(number));
    if (side.detail)
        fill(*side.detail, catalog);
    else
        m_subject->setText(side.error ? wordsFor(*side.error).happened : tr("Is being read…"));
    setAccessibleName(m_caption->text() + QStringLiteral(": ") + m_subject->text());
    m_meanwhile->setVisible(!side.meanwhile.isEmpty());
    m_meanwhile->setText(tr("Changed meanwhile: %1").arg(side.meanwhile.join(QStringLiteral("; "))));
    update();
}

void TicketCompareCard::fill(const TicketDetail &detail, const CatalogHolder &catalog)
{
    const TicketHead &head = detail.row.head;
    const TicketText text(catalog.catalog(), catalog.now());
    m_subject->setText(head.subject);
    QString requester = addressLine({detail.requester.name, detail.requester.address});
    if (const Organization *organization = catalog.catalog()->organization(detail.requester.organization))
        requester += QStringLiteral(" · ") + organization->name;
    m_requester->setText(requester);
    m_queue->setText(text.cell(detail.row, ListColumn::Queue));
    m_state->setText(text.cell(detail.row, ListColumn::State));
    const QString owner = text.cell(detail.row, ListColumn::Owner);
    m_owner->setText(owner.isEmpty() ? tr("Nobody") : owner);
    m_messages->setText(locale().toString(head.articleCount));
    m_opened->setText(TimeWords().moment(head.createdAt, catalog.now()));
}

void TicketCompareCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool stays = m_part == Part::Stays;
    painter.setPen(QPen(m_theme.color(stays ? Token::Accent : Token::Border), 1));
    painter.setBrush(m_theme.color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
}

} // namespace deskhand
