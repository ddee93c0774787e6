// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/program.h"

#include "apps/deskhand/desk_entrance.h"
#include "apps/deskhand/embedded_mail_work.h"
#include "apps/deskhand/embedded_report_work.h"
#include "apps/deskhand/embedded_sla_work.h"
#include "apps/deskhand/library_credits.h"
#include "apps/deskhand/mail_setup_pages.h"
#include "apps/deskhand/portal_scheme.h"
#include "apps/deskhand/screenshot_tour.h"
#include "apps/deskhand/service_entrance.h"
#include "apps/deskhand/sla_setup_pages.h"
#include "apps/deskhand/workplace.h"
#include "base/deliver.h"
#include "base/logging.h"
#include "base/machine_zone.h"
#include "replica/keychain_passwords.h"
#include "store/new_desk.h"
#include "widgets/about/about_dialog.h"
#include "widgets/actions/typing_guard.h"
#include "widgets/palette/action_source.h"
#include "widgets/palette/command_palette.h"
#include "widgets/settings/appearance.h"
#include "widgets/settings/appearance_page.h"
#include "widgets/settings/shortcuts_page.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

namespace deskhand {

namespace {

const QString desktopDarkKey = QStringLiteral("desktop/dark");

QString userName()
{
    const QString user = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return user == QLatin1String("root") ? QString() : user;
}

} // namespace

Folders foldersFor(const Options &options)
{
    if (!options.settingsFolder.isEmpty()) {
        const QString folder = QDir(options.settingsFolder).absolutePath();
        return {folder, folder};
    }
    return {QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation),
            QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)};
}

Program::Program(QApplication &application, const Options &options, std::unique_ptr<PasswordStore> passwords)
    : m_application(application)
    , m_options(options)
    , m_folders(foldersFor(options))
    , m_settings(m_folders.settings + QStringLiteral("/deskhand.ini"))
    , m_actions(m_theme, m_settings)
    , m_status(m_clock)
    , m_desks(m_settings)
    , m_keychain(passwords ? std::move(passwords) : std::make_unique<KeychainPasswords>())
    , m_passwords(*m_keychain)
{
    followDesktop();
    followAppearance(m_settings, m_theme, this);
    m_theme.applyTo(application);
    application.installEventFilter(new TypingGuard(this));
    m_window = std::make_unique<MainWindow>(context(), m_status);
    m_palette = new CommandPalette(m_theme, m_settings, m_window.get());
    m_palette->addSource(new ActionSource(m_actions, this));
    connectNavigator();
    addProgramActions();
    connectDesks();
}

Program::~Program()
{
    m_entrance.reset();
    delete m_accountWindow;
    closeDesk();
    m_serviceEntrance.reset();
}

AreaContext Program::context()
{
    return AreaContext{m_theme, m_actions, m_navigator, m_notices, m_tasks, m_settings, m_prompt};
}

void Program::connectNavigator()
{
    connect(&m_navigator, &Navigator::paletteRequested, this, [this](const QString &text) {
        makeSettingsWindow(); // its pages can be found
        m_palette->open(text);
    });
    connect(&m_navigator, &Navigator::settingsRequested, this, &Program::showSettingsPage);
    connect(&m_navigator, &Navigator::helpRequested, this, [this](const QString &pageId) {
        if (!m_helpWindow)
            m_helpWindow = new HelpWindow(m_theme, m_window.get());
        m_helpWindow->openPage(pageId);
    });
    connect(&m_navigator, &Navigator::aboutRequested, this, [this] {
        auto *dialog = new AboutDialog(m_theme, libraryCredits(), m_window.get());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

void Program::addProgramActions()
{
    m_actions.add({.id = QStringLiteral("desk.open"),
                   .text = tr("&Open another desk…"),
                   .category = tr("Desk"),
                   .icon = QStringLiteral("document-open"),
                   .shortcuts = {QKeySequence(Qt::CTRL | Qt::Key_O)},
                   .menu = ActionMenu::Desk,
                   .menuGroup = 10,
                   .enabledWhen = [this] { return bool(m_workplace); }},
                  this, [this] { showStart(); });
}

void Program::makeSettingsWindow()
{
    if (m_settingsWindow)
        return;
    m_settingsWindow = new SettingsWindow(m_theme, m_window.get());
    m_settingsWindow->addPage(new AppearancePage(m_theme, m_settings));
    m_settingsWindow->addPage(new ShortcutsPage(m_theme, m_actions, m_prompt));
    if (m_mailSetup)
        m_mailSetup->addTo(m_settingsWindow);
    if (m_slaSetup)
        m_slaSetup->addTo(m_settingsWindow);
    m_palette->addSource(new SettingsSource(*m_settingsWindow, m_settingsWindow));
}

void Program::showSettingsPage(const QString &pageId)
{
    makeSettingsWindow();
    m_settingsWindow->openPage(pageId);
}

void Program::followDesktop()
{
#ifdef DESKHAND_DBUS
    // What it said last time holds until it answers, so that a dark desktop does not see a white window first.
    if (m_settings.contains(desktopDarkKey))
        m_theme.setSystemDark(m_settings.value(desktopDarkKey).toBool());
    QTimer::singleShot(0, this, [this] { // after the first picture: connecting to the bus takes its time
        connect(new PortalScheme(this), &PortalScheme::answered, this, [this](PortalScheme::Preference preference) {
            const bool dark = preference == PortalScheme::Preference::Dark;
            m_settings.setValue(desktopDarkKey, dark);
            m_theme.setSystemDark(dark);
        });
    });
#endif
}

void Program::start()
{
    m_window->show();
    const QString last = m_settings.value(QStringLiteral("desk/last")).toString();
    if (!m_options.screenshots.isEmpty())
        startTour();
    else if (!m_options.deskFile.isEmpty())
        openDesk(m_options.deskFile);
    else if (m_options.demo)
        openDemo();
    else if (!last.isEmpty() && (isPostgresUrl(last) || isServiceUrl(last) || QFileInfo::exists(last)))
        openDesk(last);
    else
        showStart();
}

void Program::showStart()
{
    if (m_startPage)
        return;
    m_startPage = new StartPage(m_theme, m_prompt, m_folders.data, userName());
    connect(m_startPage, &StartPage::demoRequested, this, &Program::openDemo);
    connect(m_startPage, &StartPage::ownDeskRequested, this, &Program::makeOwnDesk);
    connect(m_startPage, &StartPage::openRequested, this, &Program::openDesk);
    connect(m_startPage, &StartPage::connectRequested, this, &Program::connectToTeam);
    connect(m_startPage, &StartPage::desksRequested, this, [this] { m_desksWindow->open(); });
    m_startPage->setKnowsDesks(m_desks.rowCount() > 0);
    connect(m_startPage, &StartPage::cancelRequested, this, [this] {
        m_demo.cancel();
        if (m_serviceEntrance->isEntering())
            m_serviceEntrance->cancel();
        else
            m_entrance->cancel();
    });
    m_window->setStartPage(m_startPage);
}

QString Program::demoPath() const
{
    return m_folders.data + QStringLiteral("/demo-%1.desk").arg(m_options.tickets);
}

void Program::openDemo()
{
    const QString path = demoPath();
    if (QFileInfo::exists(path))
        return openDesk(path);
    showStart();
    connect(
        this, &Program::demoReady, m_startPage,
        [this](const QString &made, const Result<void> &result) {
            if (result)
                openDesk(made);
            else if (result.error().code == ErrorCode::Cancelled)
                m_startPage->showQuestion();
            else
                m_startPage->showFailure(tr("The demo desk was not made."), result.error());
        },
        Qt::SingleShotConnection);
    makeDemo();
}

void Program::makeDemo()
{
    const QString path = demoPath();
    if (QFileInfo::exists(path)) {
        Q_EMIT demoReady(path, {});
        return;
    }
    const QString what = tr("Making a demo desk");
    if (m_startPage) {
        m_startPage->showProgress(what, -1);
        connect(&m_demo, &DemoMaker::progress, m_startPage, [this, what](qint64 done, qint64 total) {
            const QLocale locale;
            m_startPage->showProgress(what, int(1000 * done / qMax<qint64>(1, total)),
                                      tr("%1 of %2 tickets").arg(locale.toString(done), locale.toString(total)));
        });
    }
    connect(
        &m_demo, &DemoMaker::finished, this,
        [this, path](const Result<void> &result) { Q_EMIT demoReady(path, result); }, Qt::SingleShotConnection);
    m_demo.start(path, m_options.tickets);
}

void Program::startTour()
{
    const auto begin = [this](const QString &desk) {
        showStart();
        m_startPage->showQuestion();
        runScreenshotTour(*this, m_options, desk, m_folders.settings);
    };
    if (!m_options.deskFile.isEmpty())
        return begin(m_options.deskFile);
    connect(
        this, &Program::demoReady, this,
        [begin](const QString &path, const Result<void> &result) {
            if (result)
                return begin(path);
            qCCritical(lcGui).noquote() << "no demo desk:" << errorCodeName(result.error().code)
                                        << result.error().detail;
            QApplication::exit(1);
        },
        Qt::SingleShotConnection);
    makeDemo();
}

void Program::makeOwnDesk(const NewDeskWish &wish)
{
    if (!QDir().mkpath(QFileInfo(wish.path).absolutePath())) {
        const Error denied{
            ErrorCode::Denied, QStringLiteral("deskhand.makeOwnDesk"), QStringLiteral("cannot make the folder"), {}};
        return failOpening(tr("The desk was not made."), denied);
    }
    const Result<void> made =
        createDeskFile(wish.path, NewDesk{wish.deskName, wish.personName, wish.mailAddress, machineZone()});
    if (!made)
        return failOpening(tr("The desk was not made."), made.error());
    openDesk(wish.path);
}

} // namespace deskhand
