// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/embedded_mail_work.h"

#include "apps/desk_work/mail_work.h"
#include "base/deliver.h"

#include <algorithm>

namespace deskhand {
namespace {

constexpr int lookAfter = 300; // ms

bool concernsMail(const Change &change)
{
    return change.kind == ChangeKind::MailChanged || change.kind == ChangeKind::ArticlePosted
           || change.kind == ChangeKind::CatalogChanged || change.kind == ChangeKind::TicketOpened;
}

} // namespace

EmbeddedMailWork::EmbeddedMailWork(LocalDesk &desk, const QString &file, const QString &keys, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_file(file)
    , m_keys(keys)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(lookAfter);
    connect(&m_soon, &QTimer::timeout, this, &EmbeddedMailWork::look);
    connect(&desk, &Desk::changed, this, [this](const QVector<Change> &changes) {
        if (!m_soon.isActive() && std::any_of(changes.cbegin(), changes.cend(), concernsMail))
            m_soon.start();
    });
    look();
}

EmbeddedMailWork::~EmbeddedMailWork() = default;

void EmbeddedMailWork::look()
{
    deliver(m_desk.mailSetup(), this, [this](const Result<MailSetup> &setup) {
        if (!setup)
            return;
        startOrEnd(std::any_of(setup->mailboxes.cbegin(), setup->mailboxes.cend(),
                               [](const Mailbox &mailbox) { return mailbox.active; }));
    });
}

void EmbeddedMailWork::startOrEnd(bool wanted)
{
    if (wanted && m_worker) {
        m_worker->wake();
    } else if (wanted) {
        const MailKey key(m_keys, publicKeyOf(m_desk));
        m_worker = std::make_unique<MailWorker>(mailJobPorts(
                                                    m_desk, [file = m_file] { return openMailStoreAt(file); }, key),
                                                MailWorker::Options{});
        m_worker->start();
    } else {
        m_worker.reset();
    }
}

} // namespace deskhand
