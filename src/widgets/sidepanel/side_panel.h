// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/history_model.h"
#include "models/requester_tickets.h"
#include "models/ticket_presenter.h"
#include "widgets/area_context.h"

#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace deskhand {

class CollapsibleSection;
class PropertiesForm;
class RelatedCard;
class RequesterCard;
class SlaExplainer;

/// What an agent wants to know beside the open ticket: who asks and what else they asked, what is promised, properties,
/// history. Everything given outlives it; `presenter` and `explainer` are the ticket area's.
class SidePanel final : public QWidget
{
    Q_OBJECT

public:
    SidePanel(const AreaContext &context, Desk &desk, const CatalogHolder &catalog, TicketPresenter &presenter,
              SlaExplainer &explainer, QWidget *parent = nullptr);

    [[nodiscard]] PropertiesForm *properties() const { return m_properties; }
    [[nodiscard]] CollapsibleSection *historySection() const { return m_historySection; }

Q_SIGNALS:
    void workRequested();
    void unmergeRequested(const deskhand::TicketDetail &target, const deskhand::MergedTicket &merged);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    QWidget *buildClocks(QWidget *parent);
    QWidget *buildRelated(QWidget *parent);
    void refresh();
    void showTickets();

    AreaContext m_context;
    const CatalogHolder &m_catalog;
    TicketPresenter &m_presenter;
    SlaExplainer &m_explainer;
    RequesterTickets m_tickets;
    HistoryModel m_history;
    QScrollArea *m_scroll;
    RequesterCard *m_card = nullptr;
    CollapsibleSection *m_ticketsSection = nullptr;
    QVBoxLayout *m_ticketLines = nullptr;
    CollapsibleSection *m_relatedSection = nullptr;
    RelatedCard *m_related = nullptr;
    PropertiesForm *m_properties = nullptr;
    CollapsibleSection *m_historySection = nullptr;
};

} // namespace deskhand
