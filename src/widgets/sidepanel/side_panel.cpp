// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sidepanel/side_panel.h"

#include "models/navigator.h"
#include "widgets/chips/collapsible_section.h"
#include "widgets/plain_label.h"
#include "widgets/sidepanel/history_list.h"
#include "widgets/sidepanel/properties_form.h"
#include "widgets/sidepanel/requester_card.h"
#include "widgets/sidepanel/ticket_link_button.h"
#include "widgets/sla/sla_card.h"
#include "widgets/sla/sla_explainer.h"
#include "widgets/surgery/related_card.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace deskhand {

SidePanel::SidePanel(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, TicketPresenter &presenter,
                     SlaExplainer &explainer, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_catalog(catalog)
    , m_presenter(presenter)
    , m_explainer(explainer)
    , m_tickets(desk, catalog)
    , m_history(desk, catalog)
    , m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("sidePanel"));
    setAccessibleName(tr("About this ticket"));
    build();
    connect(&presenter, &TicketPresenter::changed, this, &SidePanel::refresh);
    connect(&presenter, &TicketPresenter::opened, this, &SidePanel::refresh);
    connect(&presenter, &TicketPresenter::closed, this, &SidePanel::refresh);
    connect(&m_tickets, &RequesterTickets::shown, this, &SidePanel::showTickets);
    connect(m_historySection, &CollapsibleSection::expandedChanged, &m_history, &HistoryModel::setWanted);
    m_history.setWanted(m_historySection->isExpanded());
    refresh();
}

void SidePanel::build()
{
    const Theme &theme = m_context.theme;
    m_scroll->setObjectName(QStringLiteral("sideScrollArea"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *content = new QWidget(m_scroll);
    content->setAutoFillBackground(false);
    m_card = new RequesterCard(theme, content);
    m_ticketsSection = new CollapsibleSection(
        theme, m_context.settings, QStringLiteral("requesterTicketsCollapsibleSection"), tr("Other tickets"), content);
    m_ticketLines = new QVBoxLayout;
    m_ticketLines->setContentsMargins(0, 0, 0, 0);
    m_ticketLines->setSpacing(0);
    m_ticketsSection->contentLayout()->addLayout(m_ticketLines);
    auto *propertiesSection = new CollapsibleSection(
        theme, m_context.settings, QStringLiteral("propertiesCollapsibleSection"), tr("Properties"), content);
    m_properties = new PropertiesForm(m_presenter, m_catalog, theme, propertiesSection);
    propertiesSection->contentLayout()->addWidget(m_properties);
    connect(m_properties, &PropertiesForm::workRequested, this, &SidePanel::workRequested);
    m_historySection = new CollapsibleSection(theme, m_context.settings, QStringLiteral("historyCollapsibleSection"),
                                              tr("History"), content);
    m_historySection->contentLayout()->addWidget(new HistoryList(m_history, m_catalog, theme, m_historySection));
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, metrics::medium);
    column->setSpacing(0);
    column->addWidget(m_card);
    column->addWidget(buildClocks(content));
    column->addWidget(buildRelated(content));
    column->addWidget(propertiesSection);
    column->addWidget(m_ticketsSection);
    column->addWidget(m_historySection);
    column->addStretch(1);
    m_scroll->setWidget(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);
}

QWidget *SidePanel::buildClocks(QWidget *parent)
{
    auto *section = new CollapsibleSection(m_context.theme, m_context.settings, QStringLiteral("slaCollapsibleSection"),
                                           tr("Service levels"), parent);
    auto *card = new SlaCard(m_explainer, m_context.theme, m_context.prompt, section);
    section->contentLayout()->addWidget(card);
    connect(card, &SlaCard::filled, section, &QWidget::setVisible);
    section->setVisible(m_explainer.presenter().nearest() != SlaTargetKind::None);
    return section;
}

QWidget *SidePanel::buildRelated(QWidget *parent)
{
    m_relatedSection =
        new CollapsibleSection(m_context.theme, m_context.settings, QStringLiteral("relatedCollapsibleSection"),
                               tr("Merged and linked"), parent);
    m_related = new RelatedCard(m_context.theme, m_catalog, m_relatedSection);
    m_relatedSection->contentLayout()->addWidget(m_related);
    m_relatedSection->hide();
    connect(m_related, &RelatedCard::openRequested, this,
            [this](TicketId ticket) { m_context.navigator.openTicket(ticket, true); });
    connect(m_related, &RelatedCard::unmergeRequested, this, [this](const MergedTicket &merged) {
        if (m_presenter.isLoaded())
            Q_EMIT unmergeRequested(m_presenter.detail(), merged);
    });
    return m_relatedSection;
}

void SidePanel::refresh()
{
    const bool loaded = m_presenter.isLoaded();
    setVisible(m_presenter.ticket().isValid()); // about no ticket there is nothing to say; the others take the room
    m_scroll->setVisible(loaded);
    m_history.setTicket(m_presenter.ticket(), m_catalog.me());
    if (!loaded)
        return;
    const TicketDetail &detail = m_presenter.detail();
    m_card->setRequester(detail, *m_catalog.catalog(), m_catalog.now());
    m_tickets.show(detail.requester.id, detail.row.head.id);
    m_relatedSection->setVisible(m_related->setDetail(detail));
}

void SidePanel::showTickets()
{
    while (QLayoutItem *item = m_ticketLines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_ticketsSection->setCount(m_tickets.rowCount() + m_tickets.moreCount());
    for (int row = 0; row < m_tickets.rowCount(); ++row) {
        auto *link = new TicketLinkButton(m_context.theme, m_tickets.row(row), m_catalog.catalog(), m_catalog.now(),
                                          m_ticketsSection);
        connect(link, &QAbstractButton::clicked, this,
                [this, id = m_tickets.row(row).head.id] { m_context.navigator.openTicket(id, true); });
        m_ticketLines->addWidget(link);
    }
    if (m_tickets.rowCount() == 0) {
        auto *none = new PlainLabel(tr("This is the only one."), m_ticketsSection);
        none->setStyleOf(m_context.theme, TextStyle::Small, Token::TextMuted);
        none->setContentsMargins(metrics::tight, 0, 0, 0);
        m_ticketLines->addWidget(none);
    }
    if (m_tickets.moreCount() > 0) {
        auto *more =
            new QPushButton(tr("Show all %1").arg(m_tickets.rowCount() + m_tickets.moreCount() + 1), m_ticketsSection);
        more->setObjectName(QStringLiteral("allTicketsPushButton"));
        more->setFlat(true);
        connect(more, &QPushButton::clicked, this, [this] {
            if (m_presenter.isLoaded())
                m_context.navigator.search(
                    QStringLiteral("requester:\"%1\"").arg(m_presenter.detail().requester.address));
        });
        m_ticketLines->addWidget(more);
    }
}

void SidePanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_context.theme.color(Token::Window));
}

} // namespace deskhand
