// SPDX-License-Identifier: GPL-3.0-or-later
// Of Program: desks behind a service.
#include "apps/deskhand/program.h"

#include "apps/deskhand/service_desk.h"
#include "apps/deskhand/service_entrance.h"
#include "apps/deskhand/workplace.h"
#include "base/deliver.h"
#include "remote/server_url.h"

#include <QDir>

namespace deskhand {

void Program::connectServices()
{
    m_serviceEntrance = std::make_unique<ServiceEntrance>(m_theme, m_passwords,
                                                          m_folders.data + QStringLiteral("/replicas"), m_window.get());
    ServiceEntrance *entrance = m_serviceEntrance.get();
    connect(entrance, &ServiceEntrance::progress, this, [this](const QString &what, const QString &detail) {
        showStart();
        m_startPage->showProgress(what, -1, detail);
    });
    connect(entrance, &ServiceEntrance::arrived, this,
            [this](const SavedDesk &desk, PersonId me) { arriveAtService(desk, me); });
    connect(entrance, &ServiceEntrance::failed, this, [this](const SavedDesk &desk, const Error &error) {
        failOpening(tr("%1 was not opened.").arg(desk.placeText()), error, [this, desk] { enter(desk); });
    });
    connect(entrance, &ServiceEntrance::cancelled, this, [this] {
        if (m_workplace)
            m_window->setStartPage(nullptr); // the desk that was open still is
        else if (m_startPage)
            m_startPage->showQuestion();
    });
    connect(entrance, &ServiceEntrance::signedInAgain, this, [this](const SavedDesk &desk, const QByteArray &token) {
        m_desks.save(desk);
        if (m_workplace && m_workplace->serviceDesk() != nullptr && m_desks.current() == desk.id())
            m_workplace->serviceDesk()->remote()->setToken(token);
    });
    m_actions.add({.id = QStringLiteral("desk.account"),
                   .text = tr("My &account…"),
                   .category = tr("Desk"),
                   .icon = QStringLiteral("user-identity"),
                   .menu = ActionMenu::Desk,
                   .menuGroup = 10,
                   .enabledWhen = [this] { return m_workplace && m_workplace->serviceDesk() != nullptr; }},
                  this, [this] { showAccount(); });
}

void Program::arriveAtService(SavedDesk desk, PersonId me)
{
    closeDesk();
    m_settings.setValue(QStringLiteral("people/") + desk.id(), me.value);
    remember(desk);
    std::unique_ptr<ServiceDesk> door = m_serviceEntrance->takeDesk();
    const Clock &clock = door->clock();
    m_workplace =
        std::make_unique<Workplace>(context(), std::move(door), me, clock, draftsOf(desk), *m_window, *m_palette);
    connect(
        m_workplace.get(), &Workplace::removeFromComputerWanted, this, [this, desk] { removeService(desk); },
        Qt::QueuedConnection);
    connect(m_workplace.get(), &Workplace::signInWanted, this, [this, id = desk.id()] {
        if (const SavedDesk *known = m_desks.find(id))
            m_serviceEntrance->signInAgain(*known);
    });
    showSync(desk);
    takeUp(desk);
}

void Program::showSync(const SavedDesk &desk)
{
    DeskSync &sync = m_workplace->serviceDesk()->sync();
    const auto show = [this, &sync, fallback = desk.name] {
        if (!m_workplace)
            return;
        const QString name = m_workplace->catalog().catalog()->deskName;
        m_status.setSync(sync.state(), name.isEmpty() ? fallback : name);
    };
    connect(&sync, &DeskSync::stateChanged, this, show);
    connect(&m_workplace->catalog(), &CatalogHolder::changed, this, [this, show, id = desk.id()] {
        show();
        // Until the desk itself has said what it is called, it goes by the name of its host.
        const SavedDesk *known = m_desks.find(id);
        const QString name = m_workplace->catalog().catalog()->deskName;
        if (known != nullptr && !name.isEmpty() && known->name == QUrl(known->service).host()) {
            SavedDesk named = *known;
            named.name = name;
            m_desks.save(named);
        }
    });
    // Whoever is signed out while the window is open is asked once; after that the status bar says it.
    connect(
        m_workplace->serviceDesk()->remote(), &RemoteDesk::signedOut, this,
        [this, id = desk.id()] {
            if (const SavedDesk *known = m_desks.find(id); known != nullptr && m_desks.current() == id)
                m_serviceEntrance->signInAgain(*known);
        },
        Qt::SingleShotConnection);
    show();
}

void Program::connectToService(const SavedDesk *known)
{
    delete m_serviceDialog;
    const ServiceDialog::Way way{[](const QString &typed) { return serverUrl(typed); },
                                 [this](const SavedDesk &desk) {
                                     m_greeter = m_serviceEntrance->account(desk);
                                     return m_greeter->greet();
                                 }};
    QWidget *parent = m_desksWindow->isVisible() ? static_cast<QWidget *>(m_desksWindow) : m_window.get();
    m_serviceDialog = new ServiceDialog(m_theme, m_prompt, way, parent);
    m_serviceDialog->setAttribute(Qt::WA_DeleteOnClose);
    if (known != nullptr)
        m_serviceDialog->setDesk(*known);
    connect(m_serviceDialog, &ServiceDialog::connectWanted, this, [this](const SavedDesk &desk) {
        SavedDesk wanted = desk;
        if (const SavedDesk *before = m_desks.find(desk.id())) {
            wanted.login = before->login;
            wanted.keepsPassword = before->keepsPassword;
            wanted.lastUsed = before->lastUsed;
            if (wanted.name.isEmpty())
                wanted.name = before->name;
        }
        m_desks.save(wanted);
        enter(wanted);
    });
    connect(m_serviceDialog, &ServiceDialog::saveWanted, this,
            [this](const QString &before, const SavedDesk &changed) { m_desks.replace(before, changed); });
    connect(m_serviceDialog, &ServiceDialog::databaseWanted, this, &Program::connectToTeam);
    m_serviceDialog->open();
}

void Program::removeService(const SavedDesk &desk)
{
    closeDesk();
    removeDesk(desk.id());
    QDir(draftsOf(desk)).removeRecursively();
    showStart();
    m_startPage->showQuestion();
    m_notices.post(tr("“%1” was removed from this computer").arg(desk.name));
}

void Program::showAccount()
{
    const SavedDesk *desk = m_desks.find(m_desks.current());
    if (desk == nullptr || !desk->isService())
        return;
    const QByteArray token = m_serviceEntrance->token(*desk);
    if (token.isEmpty())
        return m_serviceEntrance->signInAgain(*desk);
    delete m_accountWindow;
    m_account = m_serviceEntrance->account(*desk);
    m_accountWindow = new AccountWindow(context(), *m_account, m_clock, m_window.get());
    m_accountWindow->start(token);
}

} // namespace deskhand
