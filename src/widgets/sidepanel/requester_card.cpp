// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sidepanel/requester_card.h"

#include "models/delivery_text.h"
#include "models/ticket_text.h"
#include "widgets/plain_label.h"
#include "widgets/theme/theme.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace deskhand {

namespace {
constexpr int portraitEdge = 36;
} // namespace

RequesterCard::RequesterCard(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_name(new PlainLabel(this))
{
    setObjectName(QStringLiteral("requesterCard"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::large + portraitEdge + metrics::medium, metrics::large, metrics::large,
                               metrics::medium);
    layout->setSpacing(2);
    m_name->setObjectName(QStringLiteral("requesterNamePlainLabel"));
    m_name->setStyleOf(theme, TextStyle::Strong);
    m_name->setElideMode(Qt::ElideRight);
    layout->addWidget(m_name);
    m_organization = addLine(QStringLiteral("requesterOrganizationPlainLabel"));
    m_address = addLine(QStringLiteral("requesterAddressPlainLabel"));
    m_trouble = addLine(QStringLiteral("requesterTroublePlainLabel"), Token::Danger);
    m_trouble->setElideMode(Qt::ElideNone);
    m_trouble->setWordWrap(true);
    m_phone = addLine(QStringLiteral("requesterPhonePlainLabel"));
    m_language = addLine(QStringLiteral("requesterLanguagePlainLabel"));
    m_counts = addLine(QStringLiteral("requesterCountsPlainLabel"));
    m_note = addLine(QStringLiteral("requesterNotePlainLabel"));
    m_note->setElideMode(Qt::ElideNone);
    m_note->setWordWrap(true);
    for (PlainLabel *label : {m_address, m_phone}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setCursor(Qt::IBeamCursor);
    }
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

PlainLabel *RequesterCard::addLine(const QString &objectName, Token color)
{
    auto *label = new PlainLabel(this);
    label->setObjectName(objectName);
    label->setStyleOf(m_theme, TextStyle::Small, color);
    label->setElideMode(Qt::ElideRight);
    layout()->addWidget(label);
    return label;
}

void RequesterCard::setLine(PlainLabel *label, const QString &text)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

void RequesterCard::setRequester(const TicketDetail &detail, const Catalog &catalog, Instant now)
{
    const Person &person = detail.requester;
    m_initials = TicketText::initials(displayName(person));
    m_vip = person.vip;
    m_name->setText(displayName(person));
    setAccessibleName(tr("Requester: %1").arg(displayName(person)));
    const Organization *organization = catalog.organization(person.organization);
    setLine(m_organization, organization != nullptr ? organization->name : QString());
    setLine(m_address, person.name.isEmpty() ? QString() : person.address);
    setLine(m_trouble, detail.requesterTrouble ? addressTroubleText(*detail.requesterTrouble, now) : QString());
    setLine(m_phone, person.phone);
    const QLocale language(person.language);
    setLine(m_language, person.language.isEmpty()
                            ? QString()
                            : tr("Writes %1").arg(QLocale::languageToString(language.language())));
    const int others = detail.requesterTicketCount;
    setLine(m_counts, tr("%n ticket(s)", nullptr, others) + QStringLiteral(" · ")
                          + tr("%n open", nullptr, detail.requesterOpenCount));
    setLine(m_note, person.note);
    update();
}

void RequesterCard::paintEvent(QPaintEvent *)
{
    if (m_initials.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect circle(metrics::large, metrics::large, portraitEdge, portraitEdge);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Selection));
    painter.drawEllipse(circle);
    painter.setFont(m_theme.font(TextStyle::Strong));
    painter.setPen(m_theme.color(Token::Accent));
    painter.drawText(circle, Qt::AlignCenter, m_initials);
    if (!m_vip)
        return;
    painter.setFont(m_theme.font(TextStyle::SmallStrong));
    const QString mark = tr("VIP");
    const int width = painter.fontMetrics().horizontalAdvance(mark) + 10;
    const QRectF plate(circle.center().x() - width / 2.0 + 0.5, circle.bottom() + 6, width,
                       painter.fontMetrics().height() + 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::WarningTint));
    painter.drawRoundedRect(plate, 4, 4);
    painter.setPen(m_theme.color(Token::Warning));
    painter.drawText(plate, Qt::AlignCenter, mark);
}

} // namespace deskhand
