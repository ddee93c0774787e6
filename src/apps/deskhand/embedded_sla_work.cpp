// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/embedded_sla_work.h"

#include "apps/desk_work/sla_work.h"
#include "base/deliver.h"
#include "domain/catalog.h"

namespace deskhand {
namespace {

constexpr int slaLookAfter = 300; // ms

} // namespace

EmbeddedSlaWork::EmbeddedSlaWork(LocalDesk &desk, const QString &file, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_file(file)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(slaLookAfter);
    connect(&m_soon, &QTimer::timeout, this, &EmbeddedSlaWork::look);
    connect(&desk, &Desk::changed, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
    look();
}

EmbeddedSlaWork::~EmbeddedSlaWork() = default;

void EmbeddedSlaWork::look()
{
    deliver(m_desk.catalog(), this, [this](const Result<CatalogPtr> &catalog) {
        if (catalog)
            startOrWake(!(*catalog)->slaPolicies.isEmpty());
    });
}

void EmbeddedSlaWork::startOrWake(bool wanted)
{
    if (m_worker) {
        m_worker->wake();
    } else if (wanted) {
        m_worker = std::make_unique<SlaWorker>(slaJobPorts(m_desk, m_file), SlaWorker::Options{});
        m_worker->start();
    }
}

} // namespace deskhand
