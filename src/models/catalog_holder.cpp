// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalog_holder.h"

#include "base/deliver.h"

namespace deskhand {

CatalogHolder::CatalogHolder(Desk &desk, PersonId me, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_ticker(new TimeTicker(clock, this))
    , m_me(me)
    , m_catalog(std::make_shared<const Catalog>())
{
    connect(&m_desk, &Desk::catalogChanged, this, &CatalogHolder::refresh);
}

void CatalogHolder::refresh()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    deliver(m_desk.catalog(), this, [this](const Result<CatalogPtr> &answer) { take(answer); });
}

void CatalogHolder::take(const Result<CatalogPtr> &answer)
{
    m_asking = false;
    if (answer && *answer) {
        m_catalog = *answer;
        m_ready = true;
        Q_EMIT changed();
    } else if (!answer) {
        Q_EMIT failed(answer.error());
    }
    if (m_askAgain) {
        m_askAgain = false;
        refresh();
    }
}

} // namespace deskhand
