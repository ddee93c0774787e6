// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/sla_setup_pages.h"

#include "domain/condition_text.h"
#include "models/navigator.h"
#include "widgets/actions/action_registry.h"
#include "widgets/settings/settings_window.h"
#include "widgets/slasetup/calendars_page.h"
#include "widgets/slasetup/policies_page.h"
#include "widgets/slasetup/sla_check_page.h"
#include "widgets/slasetup/sla_queues_page.h"

namespace deskhand {

namespace {

const QString policiesPageId = QStringLiteral("sla-policies");
const QString calendarsPageId = QStringLiteral("sla-calendars");
const QString slaQueuesPageId = QStringLiteral("sla-queues");

} // namespace

SlaSetupPages::SlaSetupPages(const AreaContext &context, Desk &desk, const CatalogHolder &catalog)
    : m_context(context)
    , m_overview(desk, catalog, context.tasks)
{
    addActions();
}

SlaSetupPages::~SlaSetupPages()
{
    for (const QPointer<SettingsPage> &page : std::as_const(m_pages)) {
        if (m_window && page)
            m_window->removePage(page);
    }
}

void SlaSetupPages::addTo(SettingsWindow *window)
{
    m_window = window;
    const SlaSetupContext context{m_context, m_overview, m_reader};
    m_policies = new PoliciesPage(context);
    m_calendars = new CalendarsPage(context);
    m_queues = new SlaQueuesPage(context);
    auto *check = new SlaCheckPage(context);
    connect(check, &SlaCheckPage::placeRequested, this, &SlaSetupPages::goTo);
    m_pages = {m_policies.data(), m_calendars.data(), m_queues.data(), check};
    for (const QPointer<SettingsPage> &page : std::as_const(m_pages))
        window->addPage(page);
    m_overview.refresh();
}

void SlaSetupPages::goTo(const SlaFinding &finding)
{
    if (finding.kind == SlaFindingKind::UncoveredTickets) {
        const CatalogPtr catalog = m_overview.catalog().catalog();
        m_context.navigator.search(printCondition(uncoveredCondition(*catalog), *catalog, QTimeZone::systemTimeZone()));
    } else if (finding.calendar.isValid()) {
        m_context.navigator.showSettings(calendarsPageId);
        m_calendars->editCalendar(finding.calendar);
    } else if (finding.queue.isValid()) {
        m_context.navigator.showSettings(slaQueuesPageId);
        m_queues->chooseQueue(finding.queue);
    } else if (finding.policy.isValid()) {
        m_context.navigator.showSettings(policiesPageId);
        m_policies->editPolicy(finding.policy, finding.level);
    }
}

void SlaSetupPages::addActions()
{
    const auto add = [this](const char *id, const QString &text, const QString &icon, const QKeySequence &keys,
                            std::function<void()> run) {
        QList<QKeySequence> shortcuts;
        if (!keys.isEmpty())
            shortcuts.append(keys);
        m_context.actions.add({.id = QLatin1String(id),
                               .text = text,
                               .category = tr("Service levels"),
                               .icon = icon,
                               .shortcuts = shortcuts,
                               .menu = ActionMenu::Desk,
                               .menuGroup = 25},
                              this, std::move(run));
    };
    const auto open = [this](const QString &pageId) {
        return [this, pageId] { m_context.navigator.showSettings(pageId); };
    };
    add("sla.policies", tr("SLA &policies…"), QStringLiteral("clock"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_P),
        open(policiesPageId));
    add("sla.calendars", tr("Business &calendars…"), QStringLiteral("view-calendar"),
        QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_B), open(calendarsPageId));
    add("sla.queues", tr("&Queues and who is told…"), QStringLiteral("group"), {}, open(slaQueuesPageId));
    add("sla.check", tr("C&heck the promises…"), QStringLiteral("checkmark"), {}, open(QStringLiteral("sla-check")));
    add("sla.what-if", tr("&What if promises were others…"), QStringLiteral("view-history"), {}, [this] {
        m_context.navigator.showSettings(policiesPageId);
        if (m_policies)
            m_policies->whatIf();
    });
}

} // namespace deskhand
