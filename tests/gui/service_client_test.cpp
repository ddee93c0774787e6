// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/program.h"
#include "apps/deskhand/service_desk.h"
#include "apps/deskhand/workplace.h"
#include "store/new_desk.h"
#include "store/sql_account_store.h"
#include "support/memory_passwords.h"
#include "support/moved_clock.h"
#include "support/postgres_desk.h"
#include "support/service_process.h"
#include "support/test_desk.h"
#include "support/widget_audit.h"
#include "widgets/connect/service_dialog.h"
#include "widgets/connect/sign_in_dialog.h"
#include "widgets/list/list_area.h"
#include "widgets/settings/appearance.h"
#include "widgets/sync/sync_window.h"
#include "widgets/ticket/ticket_area.h"

#include <QDirIterator>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray adasPassword = QByteArrayLiteral("correct horse battery");

} // namespace

/// The program at a service over real sockets, the service on PostgreSQL: from the address to a service that is killed
/// and comes back. DESKHAND_PICTURES names a folder that keeps what was seen.
class ServiceClientTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PostgresServer> m_server;
    QString m_place;
    PersonId m_ada;
    PersonId m_ben;
    std::unique_ptr<LocalDesk> m_there; ///< a colleague's door
    std::unique_ptr<ServiceProcess> m_service;
    QTemporaryDir m_folder;
    std::shared_ptr<MemoryPasswords::State> m_keychain = std::make_shared<MemoryPasswords::State>();
    TicketId m_ticket;

    template <typename T>
    static T must(Result<T> result)
    {
        if (!result)
            qFatal("%s: %s", qPrintable(result.error().where), qPrintable(result.error().detail));
        return *std::move(result);
    }
    CommandAnswer submitThere(PersonId who, const CommandBody &body)
    {
        return must(await(m_there->submit(Command::make(who, body))));
    }
    TicketRow rowThere(TicketId ticket) { return must(await(m_there->rows({ticket}, m_ada))).first(); }
    StateId state(StateType type)
    {
        const CatalogPtr catalog = must(await(m_there->catalog()));
        for (const State &one : catalog->states) {
            if (one.type == type)
                return one.id;
        }
        return {};
    }
    std::unique_ptr<Program> start(const QString &desk = {})
    {
        Options options;
        options.settingsFolder = m_folder.path();
        options.deskFile = desk;
        auto program = std::make_unique<Program>(*qApp, options, std::make_unique<MemoryPasswords>(m_keychain));
        program->start();
        program->window().resize(1280, 800);
        return program;
    }
    static QString status(Program &program)
    {
        return program.window().findChild<QToolButton *>(u"syncToolButton"_s)->text();
    }
    static void signIn(Program &program)
    {
        QPointer<SignInDialog> dialog;
        QTRY_VERIFY_WITH_TIMEOUT((dialog = program.window().findChild<SignInDialog *>()) && dialog->isVisible(),
                                 30'000);
        dialog->findChild<QLineEdit *>(u"signInLoginLineEdit"_s)->setText(u"ada@desk.example"_s);
        dialog->findChild<QLineEdit *>(u"signInPasswordLineEdit"_s)->setText(QString::fromUtf8(adasPassword));
        dialog->findChild<QPushButton *>(u"signInGoOnPushButton"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog || !dialog->isVisible(), 20'000);
    }
    static void keepPicture(Program &program, QWidget *widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const QString &theme : {u"dark"_s, u"light"_s}) {
            program.settings().setValue(QLatin1String(appearance::themeKey), theme);
            QTest::qWait(50);
            widget->grab().save(u"%1/service-%2-%3.png"_s.arg(folder, QLatin1String(name), theme));
        }
    }
    bool isAnywhere(const QByteArray &text) const
    {
        QDirIterator files(m_folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text))
                return true;
        }
        return false;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = PostgresServer::start(PostgresServer::withoutWaitingForTheDisk());
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        const PostgresAddress address = m_server->newDatabase();
        QVERIFY(createDeskOnServer(address, NewDesk{u"Support"_s, u"Ada Admin"_s, u"ada@desk.example"_s, {}}));
        m_place = placeOf(address);
        m_there = must(LocalDesk::openServer(address));
        m_ada = must(await(m_there->catalog()))->agents.first().id;
        Person ben;
        ben.name = u"Ben Brook"_s;
        ben.address = u"ben@desk.example"_s;
        ben.role = PersonRole::Agent;
        m_ben = PersonId{submitThere(m_ada, SavePerson{ben}).id};
        for (const QString &subject : {u"Printer is out of paper"_s, u"VPN drops every hour"_s}) {
            OpenTicket wish;
            wish.subject = subject;
            wish.requesterAddress = {u"Rita"_s, u"rita@customer.example"_s};
            m_ticket = submitThere(m_ben, wish).ticket;
        }
        ServiceProcess::givePassword(m_place, m_ada, adasPassword);
        m_service = std::make_unique<ServiceProcess>(m_place);
    }
    void cleanupTestCase()
    {
        m_service.reset();
        m_there.reset();
        m_server.reset();
    }

    void theAddressThePasswordAndTheDesk()
    {
        const auto program = start(m_service->url().toString());
        QPointer<SignInDialog> dialog;
        QTRY_VERIFY((dialog = program->window().findChild<SignInDialog *>()) && dialog->isVisible());
        dialog->findChild<QLineEdit *>(u"signInLoginLineEdit"_s)->setText(u"ada@desk.example"_s);
        dialog->findChild<QLineEdit *>(u"signInPasswordLineEdit"_s)->setText(u"not it at all"_s);
        dialog->findChild<QPushButton *>(u"signInGoOnPushButton"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->presenter().problem().isEmpty(), 20'000);
        keepPicture(*program, dialog, "sign-in");
        dialog->findChild<QLineEdit *>(u"signInPasswordLineEdit"_s)->setText(QString::fromUtf8(adasPassword));
        dialog->findChild<QPushButton *>(u"signInGoOnPushButton"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(program->workplace(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(status(*program), u"Online"_s, 20'000);
        program->navigator().openView(u"open"_s);
        QTRY_COMPARE(program->workplace()->list()->model().ticketCount(), 2);
        keepPicture(*program, &program->window(), "online");
        QCOMPARE(m_keychain->passwords.size(), 1);
        const QByteArray token = m_keychain->passwords.cbegin().value().toUtf8();
        QVERIFY(token.size() > 20);
        program->settings().sync();
        QVERIFY(!isAnywhere(token));
        QVERIFY(!isAnywhere(adasPassword));
        QCOMPARE(program->desks().desks().first().login, u"ada@desk.example"_s);
    }

    void theNextStartAsksNothingAndASilentServiceIsNoReasonToStop()
    {
        const auto program = start();
        QTRY_VERIFY_WITH_TIMEOUT(program->workplace(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(status(*program), u"Online"_s, 20'000);
        QVERIFY(program->window().findChild<SignInDialog *>() == nullptr);
        program->navigator().openTicket(m_ticket, true);
        TicketArea &area = *program->workplace()->ticketArea();
        QTRY_VERIFY(area.presenter().isLoaded());
        m_service->kill();
        QTRY_VERIFY_WITH_TIMEOUT(status(*program).startsWith(u"Offline since"), 30'000);
        area.presenter().setState(state(StateType::Solved));
        QTRY_VERIFY(status(*program).contains(u"1 queued"));
        keepPicture(*program, &program->window(), "offline");
        m_service->start();
        program->workplace()->tryNow();
        QTRY_COMPARE_WITH_TIMEOUT(status(*program), u"Online"_s, 40'000);
        QTRY_COMPARE(rowThere(m_ticket).head.state, state(StateType::Solved));
    }

    void whoIsSignedOutElsewhereIsAskedAndLosesNothing()
    {
        const auto program = start();
        QTRY_VERIFY_WITH_TIMEOUT(program->workplace(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(status(*program), u"Online"_s, 20'000);
        // At another computer of hers: "sign out everywhere".
        const auto accounts = must(openAccountStoreAt(m_place));
        QVERIFY(must(accounts->revokeSessions(m_ada, {}, {m_ada, SystemClock().now()})) > 0);
        const QSignalSpy token(program->workplace()->serviceDesk()->remote(), &RemoteDesk::connectionChanged);
        QTRY_VERIFY_WITH_TIMEOUT(!token.isEmpty(), 10'000); // within seconds, though nothing was asked
        signIn(*program);
        QTRY_COMPARE_WITH_TIMEOUT(status(*program), u"Online"_s, 10'000); // at once, not when it looks the next time
    }

    void aWayIsTriedAndWhatIsKeptIsRemoved()
    {
        const auto program = start();
        QTRY_VERIFY_WITH_TIMEOUT(program->workplace(), 20'000);
        const QString id = program->desks().current();
        QCOMPARE(QDir(m_folder.path() + u"/replicas"_s).entryList(QDir::Files).filter(id).isEmpty(), false);
        Q_EMIT program->workplace()->syncWindow()->removeWanted();
        QTRY_VERIFY(!program->workplace());
        QTRY_VERIFY(program->startPage());
        QVERIFY(m_keychain->passwords.isEmpty());
        QVERIFY(program->desks().find(id) == nullptr);
        QVERIFY(QDir(m_folder.path() + u"/replicas"_s).entryList(QDir::Files).filter(id).isEmpty());

        program->connectToTeam();
        QTRY_VERIFY(program->connectionDialog());
        program->connectionDialog()->findChild<QPushButton *>(u"serviceButton"_s)->click();
        QTRY_VERIFY(program->serviceDialog() && program->serviceDialog()->isVisible());
        ServiceDialog *dialog = program->serviceDialog();
        dialog->findChild<QLineEdit *>(u"serviceAddressLineEdit"_s)->setText(m_service->url().toString());
        dialog->findChild<QPushButton *>(u"serviceTestPushButton"_s)->click();
        auto *result = dialog->findChild<QLabel *>(u"serviceResultPlainLabel"_s);
        QTRY_VERIFY_WITH_TIMEOUT(result->isVisible() && result->text().contains(u"answers"), 20'000);
        keepPicture(*program, dialog, "test");
    }

    /// What is sent "in fifteen seconds" must not lie for hours because a laptop's clock is wrong.
    void theDeskGoesByTheClockOfTheService()
    {
        constexpr qint64 hours = 3'600'000;
        if (!clocksCanBeMoved)
            QSKIP("the clock of a program cannot be moved here");
        MovedClock clock;
        clock.advance(-5 * hours);
        const ServiceProcess late(m_place);
        const auto program = start(late.url().toString());
        signIn(*program);
        QTRY_VERIFY_WITH_TIMEOUT(program->workplace(), 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(status(*program), u"Online"_s, 20'000);
        const auto ahead = [&program] { return program->workplace()->catalog().now() - SystemClock().now(); };
        QTRY_VERIFY(qAbs(ahead() + 5 * hours) < 30'000);
        QTRY_VERIFY(qAbs(program->workplace()->serviceDesk()->sync().state().clockSkewMs + 5 * hours) < 30'000);
        program->workplace()->syncWindow()->open();
        auto *advice = program->workplace()->syncWindow()->findChild<QLabel *>(u"syncAdvicePlainLabel"_s);
        QTRY_VERIFY(advice->isVisible() && advice->text().contains(u"300 minute"));
        keepPicture(*program, program->workplace()->syncWindow(), "clock");
    }
};

QTEST_MAIN(ServiceClientTest)
#include "service_client_test.moc"
