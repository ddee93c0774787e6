// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "apps/deskhand/demo_maker.h"
#include "apps/deskhand/options.h"
#include "apps/deskhand/server_doors.h"
#include "base/clock.h"
#include "models/desk_passwords.h"
#include "models/desk_status.h"
#include "models/navigator.h"
#include "models/notices.h"
#include "models/saved_desks.h"
#include "models/settings.h"
#include "models/task_list.h"
#include "widgets/actions/action_registry.h"
#include "widgets/area_context.h"
#include "widgets/connect/account_window.h"
#include "widgets/connect/connection_dialog.h"
#include "widgets/connect/desks_window.h"
#include "widgets/connect/service_dialog.h"
#include "widgets/help/help_window.h"
#include "widgets/main_window.h"
#include "widgets/prompt.h"
#include "widgets/settings/settings_window.h"
#include "widgets/start/start_page.h"
#include "widgets/theme/theme.h"

#include <QPointer>

#include <functional>
#include <memory>

class QApplication;

namespace deskhand {

class CommandPalette;
class DeskEntrance;
class EmbeddedMailWork;
class EmbeddedReportWork;
class EmbeddedSlaWork;
class MailSetupPages;
class ServiceAccount;
class ServiceEntrance;
class SlaSetupPages;
class Workplace;

/// Where this program keeps things on this computer.
struct Folders {
    QString settings; ///< deskhand.ini
    QString data;     ///< desks, demo desk, drafts
};
[[nodiscard]] Folders foldersFor(const Options &options);

/// The running program: makes every object, knows every concrete type, and decides what is open. Lives in main().
class Program final : public QObject
{
    Q_OBJECT

public:
    /// `passwords`: null is the desktop's keychain.
    Program(QApplication &application, const Options &options, std::unique_ptr<PasswordStore> passwords = {});
    ~Program() override;

    /// Shows the window, and what the options ask for in it.
    void start();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] Theme &theme() { return m_theme; }
    [[nodiscard]] Navigator &navigator() { return m_navigator; }
    [[nodiscard]] ActionRegistry &actions() { return m_actions; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] CommandPalette &palette() { return *m_palette; }
    [[nodiscard]] SettingsWindow *settingsWindow() const { return m_settingsWindow; }
    /// Null: no desk is open, or another program works for it.
    [[nodiscard]] EmbeddedMailWork *mailWork() const { return m_mailWork.get(); }
    [[nodiscard]] EmbeddedSlaWork *slaWork() const { return m_slaWork.get(); }
    /// Null: no desk is open.
    [[nodiscard]] Workplace *workplace() const { return m_workplace.get(); }
    [[nodiscard]] StartPage *startPage() const { return m_startPage; }
    [[nodiscard]] SavedDesks &desks() { return m_desks; }
    [[nodiscard]] DesksWindow &desksWindow() { return *m_desksWindow; }
    [[nodiscard]] ConnectionDialog *connectionDialog() const { return m_connectionDialog; }
    [[nodiscard]] ServiceDialog *serviceDialog() const { return m_serviceDialog; }

    /// A file, https://…, or postgresql://… without a password. One that is open is left when the other is there; what
    /// is not sent yet is asked about.
    void openDesk(const QString &place);
    /// Asks where a team's desk is.
    void connectToTeam();
    /// Makes the demo desk if there is none yet, without opening it; demoReady() says how that ended.
    void makeDemo();
    void showStart();

Q_SIGNALS:
    /// A desk is open and its areas have begun to fill.
    void deskReady();
    void demoReady(const QString &path, const deskhand::Result<void> &result);

private:
    void followDesktop();
    void connectNavigator();
    void addProgramActions();
    void openDemo();
    void startTour();
    void makeOwnDesk(const NewDeskWish &wish);
    void connectDesks();
    void openSaved(const QString &id);
    void enter(const SavedDesk &desk);
    void arrive(SavedDesk desk, PersonId me, const CatalogPtr &catalog);
    void takeUp(const SavedDesk &desk);
    void remember(SavedDesk &desk);
    [[nodiscard]] QString draftsOf(const SavedDesk &desk) const;
    void connectServices();
    void arriveAtService(SavedDesk desk, PersonId me);
    void connectToService(const SavedDesk *known);
    void showSync(const SavedDesk &desk);
    void removeService(const SavedDesk &desk);
    void showAccount();
    void watchConnection(const SavedDesk &desk);
    void addMailSetup(const SavedDesk &desk);
    void addSlaSetup();
    void editDesk(const QString &id);
    void removeDesk(const QString &id);
    [[nodiscard]] ConnectionDialog *newConnectionDialog();
    void leaveDesk(std::function<void()> then);
    /// The person's mails that were sent a moment ago and that nobody sends when this program ends.
    [[nodiscard]] int unsentMails() const;
    void leaveMail(std::function<void()> then);
    [[nodiscard]] bool mayClose();
    void closeDesk();
    void failOpening(const QString &what, const Error &error, std::function<void()> retry = {});
    void makeSettingsWindow();
    void showSettingsPage(const QString &pageId);
    [[nodiscard]] AreaContext context();
    [[nodiscard]] QString demoPath() const;

    QApplication &m_application;
    Options m_options;
    Folders m_folders;
    SystemClock m_clock;
    Settings m_settings;
    Theme m_theme;
    ActionRegistry m_actions;
    Navigator m_navigator;
    Notices m_notices;
    TaskList m_tasks;
    DialogPrompt m_prompt;
    DeskStatus m_status;
    DemoMaker m_demo;
    SavedDesks m_desks;
    std::unique_ptr<PasswordStore> m_keychain;
    DeskPasswords m_passwords;
    ServerDoors m_doors;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<DeskEntrance> m_entrance;
    std::unique_ptr<ServiceEntrance> m_serviceEntrance;
    std::unique_ptr<ServiceAccount> m_greeter; // of the service's dialog
    std::unique_ptr<ServiceAccount> m_account; // of the account's window
    QPointer<AccountWindow> m_accountWindow;
    QPointer<ServiceDialog> m_serviceDialog;
    DesksWindow *m_desksWindow = nullptr;          // of the window
    QPointer<ConnectionDialog> m_connectionDialog; // of the window
    CommandPalette *m_palette;                     // of the window
    QPointer<SettingsWindow> m_settingsWindow;     // made when first wanted, of the window
    QPointer<HelpWindow> m_helpWindow;
    QPointer<StartPage> m_startPage;
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<EmbeddedMailWork> m_mailWork;     // of the workplace's desk
    std::unique_ptr<EmbeddedSlaWork> m_slaWork;       // likewise
    std::unique_ptr<EmbeddedReportWork> m_reportWork; // likewise
    std::unique_ptr<MailSetupPages> m_mailSetup;      // while a desk is open
    std::unique_ptr<SlaSetupPages> m_slaSetup;        // likewise
};

} // namespace deskhand
