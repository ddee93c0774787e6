// SPDX-License-Identifier: GPL-3.0-or-later
// Of Program: how desks are entered, left and remembered.
#include "apps/deskhand/program.h"

#include "apps/desk_work/mail_work.h"
#include "apps/deskhand/desk_entrance.h"
#include "apps/deskhand/desk_opening.h"
#include "apps/deskhand/embedded_mail_work.h"
#include "apps/deskhand/embedded_report_work.h"
#include "apps/deskhand/embedded_sla_work.h"
#include "apps/deskhand/mail_setup_pages.h"
#include "apps/deskhand/service_entrance.h"
#include "apps/deskhand/sla_setup_pages.h"
#include "apps/deskhand/workplace.h"
#include "base/deliver.h"
#include "models/desk_switch_source.h"
#include "remote/server_url.h"
#include "replica/seal_key_file.h"
#include "widgets/connect/account_window.h"
#include "widgets/frame/connection_bar.h"
#include "widgets/outbox/mail_place.h"
#include "widgets/palette/command_palette.h"

#include <QFileInfo>

namespace deskhand {

namespace {

const QString lastPlaceKey = QStringLiteral("desk/last");

/// Settings key of who the person is in a desk that does not know it.
QString meKey(const SavedDesk &desk)
{
    return QStringLiteral("people/") + desk.id();
}

ServerPlace placeOf(const PostgresAddress &address)
{
    ServerPlace place;
    place.host = address.host;
    place.port = address.port;
    place.database = address.database;
    place.user = address.user;
    place.verifiesTls = address.tls == PostgresTls::VerifyFull;
    place.caFile = address.caFile;
    return place;
}

} // namespace

void Program::connectDesks()
{
    m_entrance = std::make_unique<DeskEntrance>(m_theme, m_doors, m_passwords, m_window.get());
    connect(m_entrance.get(), &DeskEntrance::progress, this, [this](const QString &what, const QString &detail) {
        showStart();
        m_startPage->showProgress(what, -1, detail);
    });
    connect(m_entrance.get(), &DeskEntrance::arrived, this,
            [this](const SavedDesk &desk, PersonId me, const CatalogPtr &catalog) { arrive(desk, me, catalog); });
    connect(m_entrance.get(), &DeskEntrance::failed, this, [this](const SavedDesk &desk, const Error &error) {
        const QString name = desk.isFile() ? QFileInfo(desk.file).fileName() : desk.placeText();
        failOpening(tr("%1 was not opened.").arg(name), error, [this, desk] { enter(desk); });
    });
    connect(m_entrance.get(), &DeskEntrance::cancelled, this, [this] {
        if (m_workplace)
            m_window->setStartPage(nullptr); // the desk that was open still is
        else if (m_startPage)
            m_startPage->showQuestion();
    });
    m_desksWindow = new DesksWindow(context(), m_desks, m_window.get());
    connect(m_desksWindow, &DesksWindow::openWanted, this, &Program::openSaved);
    connect(m_desksWindow, &DesksWindow::editWanted, this, &Program::editDesk);
    connect(m_desksWindow, &DesksWindow::removeWanted, this, &Program::removeDesk);
    connect(m_desksWindow, &DesksWindow::connectWanted, this, &Program::connectToTeam);
    connect(m_desksWindow, &DesksWindow::otherWanted, this, &Program::showStart);
    m_palette->addSource(new DeskSwitchSource(
        m_desks, [this](const QString &id) { openSaved(id); }, this));
    connect(m_window->connectionBar(), &ConnectionBar::tryNowRequested, this, [this] {
        if (m_workplace)
            m_workplace->tryNow();
    });
    m_window->setCloseGuard([this] { return mayClose(); });
    connectServices();
}

void Program::openDesk(const QString &place)
{
    SavedDesk desk;
    if (isServiceUrl(place)) {
        const Result<QUrl> address = serverUrl(place);
        if (!address)
            return failOpening(tr("%1 was not opened.").arg(place), address.error());
        desk.service = address->toString();
    } else if (isPostgresUrl(place)) {
        const Result<PostgresAddress> address = postgresAddressFromUrl(place);
        if (!address)
            return failOpening(tr("%1 was not opened.").arg(place), address.error());
        desk.server = placeOf(*address);
    } else {
        desk.file = QFileInfo(place).absoluteFilePath();
    }
    if (const SavedDesk *known = m_desks.find(desk.id())) {
        desk.name = known->name;
        desk.login = known->login;
        if (desk.isService())
            desk.server = known->server;
        desk.keepsPassword = known->keepsPassword;
    }
    enter(desk);
}

void Program::openSaved(const QString &id)
{
    const SavedDesk *desk = m_desks.find(id);
    if (desk == nullptr)
        return;
    if (m_workplace && id == m_desks.current())
        m_window->setStartPage(nullptr); // it is open already
    else
        enter(SavedDesk(*desk));
}

void Program::enter(const SavedDesk &desk)
{
    const PersonId known{m_settings.value(meKey(desk), 0).toLongLong()};
    leaveDesk([this, desk, known] {
        if (desk.isService())
            m_serviceEntrance->enter(desk, known);
        else
            m_entrance->enter(desk, known);
    });
}

void Program::arrive(SavedDesk desk, PersonId me, const CatalogPtr &catalog)
{
    closeDesk();
    if (!me.isValid() && catalog)
        me = likelyMe(*catalog);
    m_settings.setValue(meKey(desk), me.value);
    if (desk.name.isEmpty())
        desk.name = catalog ? catalog->deskName : QFileInfo(desk.file).completeBaseName();
    remember(desk);
    const QString drafts = draftsOf(desk);
    const auto door = desk.isFile() ? Workplace::Door::File : Workplace::Door::Server;
    m_workplace = std::make_unique<Workplace>(context(), m_entrance->takeDesk(), door, me, m_clock, drafts, *m_window,
                                              *m_palette);
    if (desk.isFile()) {
        m_mailWork =
            std::make_unique<EmbeddedMailWork>(m_workplace->localDesk(), desk.file, sealKeyFolder(m_folders.settings));
        m_slaWork = std::make_unique<EmbeddedSlaWork>(m_workplace->localDesk(), desk.file);
        m_reportWork = std::make_unique<EmbeddedReportWork>(m_workplace->localDesk(), desk.file);
    }
    watchConnection(desk);
    takeUp(desk);
}

void Program::takeUp(const SavedDesk &desk)
{
    addMailSetup(desk);
    addSlaSetup();
    connect(m_workplace.get(), &Workplace::ready, this, &Program::deskReady);
    m_window->setStartPage(nullptr);
    m_actions.refresh();
}

void Program::remember(SavedDesk &desk)
{
    m_settings.setValue(lastPlaceKey, desk.place());
    desk.lastUsed = m_clock.now();
    m_desks.save(desk);
    m_desks.setCurrent(desk.id());
}

QString Program::draftsOf(const SavedDesk &desk) const
{
    // Tickets of two desks have the same ids: a draft belongs to one of them.
    return m_folders.data + QStringLiteral("/drafts/") + desk.id();
}

void Program::watchConnection(const SavedDesk &desk)
{
    const auto show = [this, isServer = !desk.isFile()] {
        if (!m_workplace)
            return;
        const bool lost = m_workplace->connection() == DeskConnection::Lost;
        m_status.set(!isServer ? DeskStatus::Connection::OnThisComputer
                     : lost    ? DeskStatus::Connection::Offline
                               : DeskStatus::Connection::Online,
                     m_workplace->catalog().catalog()->deskName);
        m_status.setQueued(m_workplace->waitingCommands());
    };
    connect(&m_workplace->catalog(), &CatalogHolder::changed, this, show);
    connect(m_workplace.get(), &Workplace::connectionChanged, this, show);
    show();
}

void Program::addMailSetup(const SavedDesk &desk)
{
    // The mail of a desk on this computer is fetched and sent here, so its key is here, too.
    const QString keys = desk.isFile() ? sealKeyFolder(m_folders.settings) : QString();
    MailAccessHere::SavedSecrets saved;
    if (desk.isFile())
        saved = [file = desk.file, keys](MailboxId mailbox, const QString &sealKey) {
            return storedSecrets(file, mailbox, MailKey(keys, [sealKey] { return Result<QString>(sealKey); }));
        };
    m_mailSetup = std::make_unique<MailSetupPages>(context(), m_workplace->desk(), m_workplace->catalog(), keys,
                                                   std::move(saved));
    if (m_settingsWindow)
        m_mailSetup->addTo(m_settingsWindow);
}

void Program::addSlaSetup()
{
    m_slaSetup = std::make_unique<SlaSetupPages>(context(), m_workplace->desk(), m_workplace->catalog());
    if (m_settingsWindow)
        m_slaSetup->addTo(m_settingsWindow);
}

void Program::connectToTeam()
{
    ConnectionDialog *dialog = newConnectionDialog();
    connect(dialog, &ConnectionDialog::serviceWanted, this, [this] { connectToService(nullptr); });
    connect(dialog, &ConnectionDialog::connectWanted, this, [this](const SavedDesk &desk) {
        m_desks.save(desk);
        enter(desk);
    });
    dialog->open();
}

ConnectionDialog *Program::newConnectionDialog()
{
    delete m_connectionDialog;
    QWidget *parent = m_desksWindow->isVisible() ? static_cast<QWidget *>(m_desksWindow) : m_window.get();
    m_connectionDialog = new ConnectionDialog(m_theme, m_prompt, m_doors, m_passwords, parent);
    m_connectionDialog->setAttribute(Qt::WA_DeleteOnClose);
    return m_connectionDialog;
}

void Program::editDesk(const QString &id)
{
    const SavedDesk *desk = m_desks.find(id);
    if (desk == nullptr || desk->isFile())
        return;
    if (desk->isService())
        return connectToService(desk);
    ConnectionDialog *dialog = newConnectionDialog();
    dialog->setDesk(*desk);
    connect(dialog, &ConnectionDialog::saveWanted, this, [this](const QString &before, const SavedDesk &changed) {
        const SavedDesk *old = m_desks.find(before);
        if (old != nullptr && serverIdentity(old->server) != serverIdentity(changed.server))
            m_passwords.forget(old->server);
        m_desks.replace(before, changed);
    });
    dialog->open();
}

void Program::removeDesk(const QString &id)
{
    const SavedDesk *desk = m_desks.find(id);
    if (desk == nullptr)
        return;
    if (desk->isService()) {
        if (const Result<void> wiped = m_serviceEntrance->forget(*desk); !wiped)
            m_notices.fail(tr("The copy on this computer could not be removed."), wiped.error());
    } else if (desk->isServer()) {
        m_passwords.forget(desk->server);
    }
    if (m_settings.value(lastPlaceKey).toString() == desk->place())
        m_settings.setValue(lastPlaceKey, {});
    m_desks.remove(id);
    if (m_startPage)
        m_startPage->setKnowsDesks(m_desks.rowCount() > 0);
}

void Program::leaveDesk(std::function<void()> then)
{
    const int waiting = m_workplace ? m_workplace->waitingCommands() : 0;
    if (waiting == 0)
        return leaveMail(std::move(then));
    m_prompt.ask(m_window.get(),
                 {tr("Not sent yet"),
                  tr("%n change(s) of yours have not reached the desk.", nullptr, waiting),
                  tr("Replies, notes and new tickets among them are kept as drafts and can be sent the next time. "
                     "Other changes are lost when you leave now."),
                  {tr("Wait for the desk"), tr("Leave now")},
                  0},
                 [this, then = std::move(then)](int answer) {
                     if (answer == 1)
                         leaveMail(then);
                 });
}

int Program::unsentMails() const
{
    return m_workplace && m_mailWork ? int(m_workplace->mail().outbox().fresh().size()) : 0;
}

void Program::leaveMail(std::function<void()> then)
{
    const int unsent = unsentMails();
    if (unsent == 0)
        return then();
    m_prompt.ask(m_window.get(),
                 {tr("Mail has not left yet"),
                  tr("%n mail(s) that you have just sent still wait.", nullptr, unsent),
                  tr("This program sends the mail of this desk. What waits is kept: it leaves when Deskhand runs the "
                     "next time, and can be taken back until then."),
                  {tr("Stay"), tr("Leave now")},
                  0},
                 [then = std::move(then)](int answer) {
                     if (answer == 1)
                         then();
                 });
}

bool Program::mayClose()
{
    if (!m_workplace || (m_workplace->waitingCommands() == 0 && unsentMails() == 0))
        return true;
    leaveDesk([this] {
        m_window->setCloseGuard({});
        m_window->close();
    });
    return false;
}

void Program::closeDesk()
{
    m_mailWork.reset();
    m_slaWork.reset();
    m_reportWork.reset();
    m_mailSetup.reset();
    m_slaSetup.reset();
    delete m_accountWindow;
    m_workplace.reset();
    m_desks.setCurrent({});
    m_status.set(DeskStatus::Connection::None);
    m_status.setQueued(0);
}

void Program::failOpening(const QString &what, const Error &error, std::function<void()> retry)
{
    showStart();
    m_startPage->showFailure(what, error, std::move(retry));
}

} // namespace deskhand
