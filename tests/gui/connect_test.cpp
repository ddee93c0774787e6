// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/deskhand/program.h"
#include "apps/deskhand/workplace.h"
#include "base/deliver.h"
#include "support/memory_passwords.h"
#include "support/postgres_desk.h"
#include "support/widget_audit.h"
#include "widgets/composer/composer.h"
#include "widgets/composer/rich_edit.h"
#include "widgets/connect/password_dialog.h"
#include "widgets/frame/connection_bar.h"
#include "widgets/settings/appearance.h"
#include "widgets/ticket/ticket_area.h"

#include <QCheckBox>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>
#include <QtTest>

using namespace deskhand;
using namespace deskhand::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString password = QStringLiteral("s3cret-Käse-4711");
QStringList logged;

void keepLog(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged.append(text);
}

} // namespace

/// The program on a desk of a real server, from the first start to a server that goes and comes.
class ConnectTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresDeskFixture> m_desk;
    PostgresAddress m_address; ///< entered as anna, with a password
    QTemporaryDir m_folder;
    std::shared_ptr<MemoryPasswords::State> m_keychain = std::make_shared<MemoryPasswords::State>();

    std::unique_ptr<Program> start(const QString &desk = {})
    {
        Options options;
        options.settingsFolder = m_folder.path();
        options.deskFile = desk;
        auto program = std::make_unique<Program>(*qApp, options, std::make_unique<MemoryPasswords>(m_keychain));
        program->start();
        return program;
    }
    template <typename T>
    static T *child(QObject *parent, const char *name)
    {
        T *found = parent->findChild<T *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("no %s", name);
        return found;
    }
    void fill(ConnectionDialog *dialog, const QString &typedPassword) const
    {
        child<QLineEdit>(dialog, "hostLineEdit")->setText(m_address.host);
        child<QLineEdit>(dialog, "portLineEdit")->setText(QString::number(m_address.port));
        child<QLineEdit>(dialog, "databaseLineEdit")->setText(m_address.database);
        child<QLineEdit>(dialog, "userLineEdit")->setText(m_address.user);
        child<QLineEdit>(dialog, "passwordLineEdit")->setText(typedPassword);
    }
    QString url() const
    {
        return u"postgresql://%1@%2:%3/%4?sslmode=disable"_s.arg(m_address.user, m_address.host)
            .arg(m_address.port)
            .arg(m_address.database);
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
    /// DESKHAND_PICTURES names a folder that keeps what was seen.
    static void keepPicture(Program &program, QWidget *widget, const char *name)
    {
        const QString folder = qEnvironmentVariable("DESKHAND_PICTURES");
        if (folder.isEmpty())
            return;
        for (const QString &theme : {u"dark"_s, u"light"_s}) {
            program.settings().setValue(QLatin1String(appearance::themeKey), theme);
            QTest::qWait(50);
            widget->grab().save(u"%1/%2-%3.png"_s.arg(folder, QLatin1String(name), theme));
        }
    }
    static QString banner(QWidget *in)
    {
        const auto *found = child<QWidget>(in, "errorBanner");
        return found->isVisible() ? found->accessibleDescription() : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server = PostgresServer::start();
        if (!m_server)
            QSKIP("PostgreSQL is not installed");
        qInstallMessageHandler(keepLog);
        m_desk = std::make_unique<PostgresDeskFixture>(*m_server);
        m_address = m_desk->address();
        m_server->psql(m_address, u"CREATE ROLE anna LOGIN SUPERUSER PASSWORD '%1'"_s.arg(password));
        m_server->setAccess({u"host all anna 127.0.0.1/32 scram-sha-256"_s});
        m_address.user = u"anna"_s;
    }

    void cleanupTestCase()
    {
        qInstallMessageHandler(nullptr);
        m_desk.reset();
        m_server.reset();
    }

    void firstStartConnects()
    {
        const auto program = start();
        program->window().resize(1280, 800);
        keepPicture(*program, &program->window(), "first-start");
        child<QAbstractButton>(program->startPage(), "teamChoiceCard")->click();
        ConnectionDialog *dialog = program->connectionDialog();
        QVERIFY(dialog);
        keepPicture(*program, dialog, "connect-empty");
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        auto *connectButton = child<QPushButton>(dialog, "acceptButton");
        QVERIFY(!connectButton->isEnabled());
        fill(dialog, u"wrong"_s);
        QVERIFY(connectButton->isEnabled());
        // The server has no TLS: it is said, and nothing weaker is tried.
        child<QPushButton>(dialog, "testButton")->click();
        QTRY_VERIFY(banner(dialog).contains(u"does not encrypt"));
        keepPicture(*program, dialog, "connect-no-tls");
        child<QCheckBox>(dialog, "encryptionCheckBox")->setChecked(false);
        QVERIFY(banner(dialog).isEmpty());
        child<QLineEdit>(dialog, "hostLineEdit")->setText(u"desk.example.org"_s);
        QVERIFY(!connectButton->isEnabled()); // only on this computer
        child<QLineEdit>(dialog, "hostLineEdit")->setText(m_address.host);
        connectButton->click();
        QTRY_VERIFY(banner(dialog).contains(u"password is not right"));
        QCOMPARE(dialog->focusWidget(), child<QLineEdit>(dialog, "passwordLineEdit"));
        child<QLineEdit>(dialog, "passwordLineEdit")->setText(password);
        child<QPushButton>(dialog, "testButton")->click();
        auto *result = child<QWidget>(dialog, "resultLabel");
        QTRY_VERIFY(result->isVisible());
        keepPicture(*program, dialog, "connect-answers");
        QPointer<ConnectionDialog> guard(dialog);
        QElapsedTimer timer;
        timer.start();
        connectButton->click();
        QTRY_VERIFY(program->workplace());
        qInstallMessageHandler(nullptr);
        qInfo("a server's desk is open after %lld ms", static_cast<long long>(timer.elapsed()));
        qInstallMessageHandler(keepLog);
        QTRY_VERIFY(!guard);
        QTRY_VERIFY(!program->startPage());
        QTRY_COMPARE(child<QLabel>(&program->window(), "statusLabel")->text(), u"Online"_s);
        QCOMPARE(m_keychain->passwords.value(u"anna@127.0.0.1:%1/%2"_s.arg(m_address.port).arg(m_address.database)),
                 password);
        QCOMPARE(program->desks().rowCount(), 1);
        QVERIFY(!program->desks().desks().first().name.isEmpty());
    }

    void theNextStartOpensItWithTheKeychain()
    {
        const auto program = start();
        QVERIFY(!program->workplace()); // the window is there, and waits for nothing
        QTRY_VERIFY(program->workplace());
        QTRY_VERIFY(!program->startPage());
    }

    void withoutAKeychainItIsAsked()
    {
        m_keychain->isThere = false;
        const auto program = start();
        QTRY_VERIFY(program->window().findChild<PasswordDialog *>());
        auto *dialog = program->window().findChild<PasswordDialog *>();
        QCOMPARE(auditWidgets(dialog).join(u'\n'), QString());
        child<QLineEdit>(dialog, "passwordLineEdit")->setText(u"wrong again"_s);
        child<QPushButton>(dialog, "openPushButton")->click();
        QTRY_VERIFY(program->window().findChild<QLabel *>(u"passwordReasonLabel"_s)
                    && !program->window().findChild<QLabel *>(u"passwordReasonLabel"_s)->text().isEmpty());
        dialog = program->window().findChildren<PasswordDialog *>().last();
        keepPicture(*program, dialog, "password");
        child<QLineEdit>(dialog, "passwordLineEdit")->setText(password);
        child<QPushButton>(dialog, "openPushButton")->click();
        QTRY_VERIFY(program->workplace());
        m_keychain->isThere = true;
    }

    void cancellingThePasswordLeadsBack()
    {
        m_keychain->isThere = false;
        const auto program = start();
        QTRY_VERIFY(program->window().findChild<PasswordDialog *>());
        program->window().findChild<PasswordDialog *>()->reject();
        QVERIFY(program->startPage());
        QVERIFY(child<QWidget>(program->startPage(), "questionPage")->isVisible());
        m_keychain->isThere = true;
    }

    void theCommandLineOpensItToo()
    {
        const auto program = start(url());
        QTRY_VERIFY(program->workplace());
        QCOMPARE(program->desks().rowCount(), 1); // the same desk
        const ParsedOptions parsed = parseOptions({u"deskhand"_s, u"postgresql://anna:pw@host/db"_s});
        QCOMPARE(parsed.exitCode, 2);
        QVERIFY(!parsed.text.contains(u"pw@"));
    }

    void quickSwitchAndManaging()
    {
        const auto program = start(url());
        QTRY_VERIFY(program->workplace());
        QTRY_VERIFY(!program->startPage());
        program->actions().trigger(u"desk.switch"_s);
        auto *popup = child<QWidget>(&program->window(), "choicePopupFrame");
        QVERIFY(popup->isVisible());
        program->window().resize(1280, 800);
        keepPicture(*program, &program->window(), "switch");
        QCOMPARE(child<QListWidget>(popup, "choiceListWidget")->count(), 3); // the desk, and two ways to others
        QTest::keyClick(child<QLineEdit>(popup, "choiceFilterLineEdit"), Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        program->desksWindow().open();
        QCOMPARE(auditWidgets(&program->desksWindow()).join(u'\n'), QString());
        keepPicture(*program, &program->desksWindow(), "desks");
        QVERIFY(!child<QPushButton>(&program->desksWindow(), "removePushButton")->isEnabled()); // it is open
        child<QPushButton>(&program->desksWindow(), "editPushButton")->click();
        ConnectionDialog *dialog = program->connectionDialog();
        QVERIFY(dialog);
        QCOMPARE(child<QLineEdit>(dialog, "databaseLineEdit")->text(), m_address.database);
        QVERIFY(child<QLineEdit>(dialog, "passwordLineEdit")->text().isEmpty()); // never shown again
        child<QLineEdit>(dialog, "nameLineEdit")->setText(u"Help point"_s);
        child<QPushButton>(dialog, "acceptButton")->click();
        QTRY_COMPARE(program->desks().desks().first().name, u"Help point"_s);
        SavedDesk other = program->desks().desks().first();
        other.server.user = u"somebody"_s;
        program->desks().save(other);
        m_keychain->passwords.insert(serverIdentity(other.server), u"gone"_s);
        Q_EMIT program->desksWindow().removeWanted(other.id());
        QCOMPARE(program->desks().rowCount(), 1);
        QVERIFY(!m_keychain->passwords.contains(serverIdentity(other.server)));
    }

    void aServerThatGoesAndComes()
    {
        const auto program = start(url());
        QTRY_VERIFY(program->workplace());
        Desk &desk = program->workplace()->desk();
        QTRY_VERIFY(program->workplace()->catalog().isReady());
        const QWidget *bar = program->window().connectionBar();
        QVERIFY(!bar->isVisible());
        m_server->crash();
        OpenTicket open;
        open.subject = u"While it was away"_s;
        const PersonId me = program->workplace()->catalog().me();
        open.requester = me;
        std::optional<Result<CommandAnswer>> answer;
        deliver(desk.submit(Command::make(me, open)), this,
                [&answer](const Result<CommandAnswer> &result) { answer = result; });
        QTRY_VERIFY_WITH_TIMEOUT(bar->isVisible(), 15'000);
        auto *status = child<QLabel>(&program->window(), "statusLabel");
        QTRY_VERIFY(status->text().contains(u"1 queued"));
        QVERIFY(status->text().contains(u"Connection lost"));
        QVERIFY(!answer);
        program->window().resize(1280, 800);
        keepPicture(*program, &program->window(), "lost");
        program->window().close(); // asks, and stays
        QVERIFY(program->window().isVisible());
        for (QDialog *question : program->window().findChildren<QDialog *>()) {
            if (question->isVisible())
                question->reject();
        }
        m_server->restart();
        child<QPushButton>(program->window().connectionBar(), "tryNowPushButton")->click();
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20'000);
        QVERIFY(answer->has_value());
        QTRY_VERIFY(!bar->isVisible());
        QTRY_COMPARE(status->text(), u"Online"_s);
        const QString count = m_server->psql(
            m_desk->address(), u"SELECT count(*) FROM deskhand.ticket WHERE subject = 'While it was away'"_s);
        QCOMPARE(count, u"1"_s);
    }

    /// Somebody at the server ends our connections under us: nobody notices, nothing is lost or done twice.
    void connectionsThatAreEnded()
    {
        const auto program = start(url());
        QTRY_VERIFY(program->workplace() && program->workplace()->catalog().isReady());
        Desk &desk = program->workplace()->desk();
        const PersonId me = program->workplace()->catalog().me();
        int answered = 0;
        constexpr int rounds = 8;
        for (int round = 0; round < rounds; ++round) {
            OpenTicket open;
            open.subject = u"Round %1"_s.arg(round);
            open.requester = me;
            deliver(desk.submit(Command::make(me, open)), this,
                    [&answered](const Result<CommandAnswer> &result) { answered += result.has_value() ? 1 : 0; });
            m_server->psql(m_desk->address(), u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                                              "WHERE usename = 'anna' AND pid <> pg_backend_pid()"_s);
        }
        QTRY_COMPARE_WITH_TIMEOUT(answered, rounds, 20'000);
        QCOMPARE(
            m_server->psql(m_desk->address(), u"SELECT count(*) FROM deskhand.ticket WHERE subject LIKE 'Round %'"_s),
            QString::number(rounds));
        QTRY_VERIFY(!program->window().connectionBar()->isVisible());
    }

    /// A reply meets the break and the program ends before the desk is back: nothing is lost, and nothing comes twice.
    void aReplyThatOutlivesTheProgram()
    {
        const auto articles = [this] {
            return m_server->psql(m_desk->address(),
                                  u"SELECT count(*) FROM deskhand.article WHERE text LIKE '%over the break%'"_s);
        };
        TicketId ticket;
        {
            const auto program = start(url());
            QTRY_VERIFY(program->workplace() && program->workplace()->catalog().isReady());
            OpenTicket open;
            open.subject = u"A ticket with a reply"_s;
            open.requesterAddress = {u"Sarah Lind"_s, u"sarah@customer.example"_s};
            deliver(program->workplace()->desk().submit(Command::make(program->workplace()->catalog().me(), open)),
                    this, [&ticket](const Result<CommandAnswer> &answer) { ticket = answer->ticket; });
            QTRY_VERIFY(ticket.isValid());
            program->navigator().openTicket(ticket, true);
            Composer *composer = program->workplace()->ticketArea()->composer();
            QTRY_VERIFY(program->workplace()->ticketArea()->presenter().isLoaded());
            composer->open(DraftKind::Note);
            QTest::keyClicks(composer->editor(), u"Written over the break"_s);
            composer->flush();
            QTRY_VERIFY(child<QPushButton>(composer, "sendPushButton")->isEnabled());
            m_server->crash();
            composer->send();
            auto *waiting = child<QLabel>(composer, "waitingPlainLabel");
            QTRY_VERIFY_WITH_TIMEOUT(waiting->isVisible(), 15'000);
            QVERIFY(program->workplace()->waitingCommands() > 0);
            QVERIFY(waiting->text().contains(u"goes by itself"));
        }
        m_server->restart();
        QCOMPARE(articles(), u"0"_s);
        for (int run = 0; run < 2; ++run) {
            const auto program = start();
            QTRY_VERIFY(program->workplace() && program->workplace()->catalog().isReady());
            program->navigator().openTicket(ticket, true);
            Composer *composer = program->workplace()->ticketArea()->composer();
            QTRY_VERIFY(program->workplace()->ticketArea()->presenter().isLoaded());
            if (run == 1) { // it has gone: there is no draft any more
                QVERIFY(!composer->isOpen());
                break;
            }
            auto *again = child<QPushButton>(composer, "sendAgainPushButton");
            QTRY_VERIFY(again->isVisible() && again->isEnabled());
            again->click();
            QTRY_COMPARE(articles(), u"1"_s);
            QTRY_VERIFY(!composer->isOpen());
        }
        QCOMPARE(articles(), u"1"_s);
    }

    void aServerThatIsDownAtTheStart()
    {
        m_server->crash();
        const auto program = start();
        QTRY_VERIFY(!banner(program->startPage()).isEmpty());
        QVERIFY(banner(program->startPage()).contains(u"nothing answers at this port"));
        m_server->restart();
        child<QPushButton>(program->startPage(), "errorRetryButton")->click();
        QTRY_VERIFY(program->workplace());
    }

    /// The way is silent, not refused: the window lives on and the attempt can be stopped.
    void aServerThatIsSilent()
    {
        const auto program = start(u"postgresql://anna@192.0.2.1/desk"_s); // a documentation address
        QVERIFY(program->startPage());
        auto *stop = child<QPushButton>(program->startPage(), "cancelButton");
        QTRY_VERIFY(stop->isVisible());
        QElapsedTimer timer;
        timer.start();
        stop->click();
        QTRY_VERIFY(child<QWidget>(program->startPage(), "questionPage")->isVisible());
        QVERIFY(timer.elapsed() < 500);
    }

    /// Comes last: after all of the above the password is nowhere.
    void thePasswordIsNowhere()
    {
        QVERIFY(QFile::exists(m_folder.filePath(u"deskhand.ini"_s)));
        QVERIFY(isAnywhere("127.0.0.1"));
        QVERIFY(!isAnywhere(password.toUtf8()));
        QVERIFY(!isAnywhere(password.toLatin1()));
        QVERIFY(!isAnywhere("s3cret"));
        QVERIFY(!logged.join(u'\n').contains(u"s3cret"));
        QFile arguments(u"/proc/self/cmdline"_s);
        QVERIFY(arguments.open(QIODevice::ReadOnly));
        QVERIFY(!arguments.readAll().contains("s3cret"));
    }
};

QTEST_MAIN(ConnectTest)
#include "connect_test.moc"
