// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/mail_overview.h"

#include "base/deliver.h"

#include <algorithm>

namespace deskhand {

MailOverview::MailOverview(Desk &desk, const CatalogHolder &catalog, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_catalog(catalog)
{
    m_timer.setInterval(watchMs);
    connect(&m_timer, &QTimer::timeout, this, &MailOverview::refresh);
    connect(&m_catalog, &CatalogHolder::changed, this, &MailOverview::refresh);
    connect(&m_desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        const bool mail = std::any_of(changes.cbegin(), changes.cend(),
                                      [](const Change &change) { return change.kind == ChangeKind::MailChanged; });
        if (mail && m_watchers > 0)
            refresh();
    });
}

bool MailOverview::mayAdminister() const
{
    const Person *me = m_catalog.catalog()->agent(m_catalog.me());
    return me && me->admin && me->active;
}

QStringList MailOverview::administrators() const
{
    QStringList names;
    for (const Person &agent : m_catalog.catalog()->agents) {
        if (agent.admin && agent.active)
            names.append(displayName(agent));
    }
    return names;
}

void MailOverview::refresh()
{
    if (m_asking > 0)
        m_askAgain = true;
    else
        ask();
}

void MailOverview::ask()
{
    m_asking = 2;
    m_askAgain = false;
    const auto taken = [this](const Error *error) {
        --m_asking;
        if (error && error->code != ErrorCode::Cancelled)
            Q_EMIT failed(*error);
        if (m_asking > 0)
            return;
        if (!error)
            Q_EMIT changed();
        if (m_askAgain)
            ask();
    };
    deliver(m_desk.mailSetup(), this, [this, taken](const Result<MailSetup> &setup) {
        if (setup) {
            m_setup = *setup;
            m_hasSetup = true;
        }
        taken(setup ? nullptr : &setup.error());
    });
    deliver(m_desk.mailReport(), this, [this, taken](const Result<MailReport> &report) {
        if (report) {
            m_report = *report;
            m_hasReport = true;
        }
        taken(report ? nullptr : &report.error());
    });
}

void MailOverview::beginWatching()
{
    if (++m_watchers == 1)
        m_timer.start();
    refresh();
}

void MailOverview::endWatching()
{
    if (--m_watchers == 0)
        m_timer.stop();
}

} // namespace deskhand
