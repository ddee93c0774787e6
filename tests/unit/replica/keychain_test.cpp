// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/deliver.h"
#include "replica/keychain_passwords.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

using namespace deskhand;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString account = QStringLiteral("anna@desk.example.org:5432/support");

template <typename T>
Result<T> answerOf(const QFuture<Result<T>> &future, QObject *context)
{
    auto answer = std::make_shared<std::optional<Result<T>>>();
    deliver(future, context, [answer](const Result<T> &result) { *answer = result; });
    if (!QTest::qWaitFor([&answer] { return answer->has_value(); }, 20'000))
        return Error{ErrorCode::Internal, QStringLiteral("test"), QStringLiteral("no answer"), {}};
    return **answer;
}

} // namespace

/// The real keychain of a desktop: a Secret Service of its own on a bus of its own, in a home folder of its own.
class KeychainTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_home;
    QProcess m_bus;
    QProcess m_keyring;
    bool m_hasService = false;

    void startBus()
    {
        m_bus.start(u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--print-address"_s});
        QVERIFY(m_bus.waitForReadyRead());
        qputenv("DBUS_SESSION_BUS_ADDRESS", m_bus.readLine().trimmed());
    }
    void startKeyring()
    {
        m_keyring.start(u"gnome-keyring-daemon"_s, {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
        QVERIFY(m_keyring.waitForStarted());
        m_keyring.write("throw-away");
        m_keyring.closeWriteChannel();
    }
    static void end(QProcess &process)
    {
        process.terminate();
        if (!process.waitForFinished(5000))
            process.kill();
        process.waitForFinished(5000);
    }
    bool homeHolds(const QByteArray &text) const
    {
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
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
        qputenv("HOME", m_home.path().toUtf8());
        for (const char *name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"})
            qunsetenv(name);
        qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
        qunsetenv("DISPLAY");
        qunsetenv("DBUS_SESSION_BUS_ADDRESS");
        qunsetenv("XDG_CURRENT_DESKTOP");
        m_hasService = !QStandardPaths::findExecutable(u"dbus-daemon"_s).isEmpty()
                       && !QStandardPaths::findExecutable(u"gnome-keyring-daemon"_s).isEmpty();
    }

    void cleanupTestCase()
    {
        end(m_keyring);
        m_bus.kill(); // with it this program would be ended, too, a moment later
        m_bus.waitForFinished(5000);
    }

    /// Comes first: who has once been on a bus ends with it.
    void withoutABusItIsSaid()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        KeychainPasswords passwords(u"DeskhandTest"_s);
        QCOMPARE(answerOf(passwords.write(account, u"secret-0815"_s), this).error().code, ErrorCode::Offline);
        QCOMPARE(answerOf(passwords.read(account), this).error().code, ErrorCode::Offline);
        QVERIFY(!homeHolds("secret-0815"));
    }

    void aPasswordIsKeptReadAndRemoved()
    {
        if (!m_hasService)
            QSKIP("there is no gnome-keyring");
        startBus();
        startKeyring();
        KeychainPasswords passwords(u"DeskhandTest"_s);
        // The daemon is on the bus a moment after it has started.
        Result<void> written;
        QTRY_VERIFY_WITH_TIMEOUT((written = answerOf(passwords.write(account, u"pässword-4711"_s), this)).has_value(),
                                 15'000);
        QCOMPARE(answerOf(passwords.read(account), this).value_or(QString()), u"pässword-4711"_s);
        QCOMPARE(answerOf(passwords.read(u"somebody else"_s), this).error().code, ErrorCode::NotFound);
        const QString four = QString(4096, u'x');
        QVERIFY(answerOf(passwords.write(account, four), this));
        QCOMPARE(answerOf(passwords.read(account), this).value_or(QString()), four);
        QVERIFY(answerOf(passwords.remove(account), this));
        QCOMPARE(answerOf(passwords.read(account), this).error().code, ErrorCode::NotFound);
        QVERIFY(answerOf(passwords.remove(account), this)); // twice is not an error
        QVERIFY(!homeHolds("ssword-4711"));
    }

    /// A keychain that does not answer is given up, and its late answer harms nobody.
    void aSilentKeychainIsGivenUp()
    {
        if (!m_hasService)
            QSKIP("there is no gnome-keyring");
        KeychainPasswords passwords(u"DeskhandTest"_s, 300);
        QCOMPARE(::kill(pid_t(m_keyring.processId()), SIGSTOP), 0);
        const ErrorCode code = answerOf(passwords.read(account), this).error().code;
        QCOMPARE(::kill(pid_t(m_keyring.processId()), SIGCONT), 0);
        QCOMPARE(code, ErrorCode::Timeout);
        QCOMPARE(answerOf(passwords.read(account), this).error().code, ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(KeychainTest)
#include "keychain_test.moc"
