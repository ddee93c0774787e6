// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/catalog_holder.h"
#include "models/reports/report_filter.h"
#include "widgets/area_context.h"

#include <QWidget>

#include <functional>

class QToolButton;

namespace deskhand {

class ChoicePopup;
class FieldButton;

/// The bar above a dashboard: period, queue, owner, category, priority, channel and zone, for all of its cards.
class ReportFilterBar final : public QWidget
{
    Q_OBJECT

public:
    ReportFilterBar(const AreaContext &context, const CatalogHolder &holder, QWidget *parent = nullptr);

    void setFilter(const ReportFilter &filter);
    [[nodiscard]] const ReportFilter &filter() const { return m_filter; }

Q_SIGNALS:
    void filterChanged(const deskhand::ReportFilter &filter);

private:
    FieldButton *addButton(const QString &name, void (ReportFilterBar::*ask)());
    void refresh();
    void change(const ReportFilter &filter);
    void askPeriod();
    void askQueue();
    void askOwner();
    void askCategory();
    void askPriority();
    void askChannel();
    void askZone();
    [[nodiscard]] QRect beside(const QWidget *button) const;
    ChoicePopup &popup();

    AreaContext m_context;
    const CatalogHolder &m_holder;
    ReportFilter m_filter;
    FieldButton *m_period;
    FieldButton *m_queue;
    FieldButton *m_owner;
    FieldButton *m_category;
    FieldButton *m_priority;
    FieldButton *m_channel;
    FieldButton *m_zone;
    QToolButton *m_clear;
    ChoicePopup *m_popup = nullptr; // of the window
};

/// Asks for two days and gives the period of all between them, whole days of the zone; nothing: none was chosen.
void askForDays(QWidget *parent, const ReportPeriod &now, const QString &zone,
                std::function<void(const ReportPeriod &period)> chosen);

} // namespace deskhand
