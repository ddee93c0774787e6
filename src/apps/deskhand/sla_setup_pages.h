// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ical/ical_holiday_reader.h"
#include "models/sla/sla_overview.h"
#include "widgets/area_context.h"

#include <QPointer>
#include <QVector>

namespace deskhand {

class CalendarsPage;
class PoliciesPage;
class SettingsPage;
class SettingsWindow;
class SlaCheckPage;
class SlaQueuesPage;

/// The pages of the settings that are about promises, and the actions that open them, while a desk is open. Desk and
/// catalog outlive it; the settings window may die before.
class SlaSetupPages final : public QObject
{
    Q_OBJECT

public:
    SlaSetupPages(const AreaContext &context, Desk &desk, const CatalogHolder &catalog);
    ~SlaSetupPages() override;

    void addTo(SettingsWindow *window);

private:
    void addActions();
    void goTo(const SlaFinding &finding);

    AreaContext m_context;
    IcalHolidayReader m_reader;
    SlaOverview m_overview;
    QPointer<SettingsWindow> m_window;
    QVector<QPointer<SettingsPage>> m_pages;
    QPointer<PoliciesPage> m_policies;
    QPointer<CalendarsPage> m_calendars;
    QPointer<SlaQueuesPage> m_queues;
};

} // namespace deskhand
