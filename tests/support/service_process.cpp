// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/service_process.h"

#include "service/accounts/access_token.h"
#include "service/accounts/password_hash.h"
#include "service/principal.h"
#include "store/sql_account_store.h"

#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <csignal>
#include <sys/types.h>

namespace deskhand::test {
namespace {

constexpr int startWithinMs = 30'000;

void mustWork(const Result<void> &done)
{
    if (!done)
        qFatal("%s: %s", qPrintable(done.error().where), qPrintable(done.error().detail));
}

std::unique_ptr<AccountStore> accountsOf(const QString &place)
{
    Result<std::unique_ptr<AccountStore>> store = openAccountStoreAt(place);
    if (!store)
        qFatal("%s", qPrintable(store.error().detail));
    return *std::move(store);
}

void makeAccount(AccountStore &store, PersonId person)
{
    if (!store.account(person))
        mustWork(store.createAccount(person, {person, SystemClock().now()}));
}

} // namespace

ServiceProcess::ServiceProcess(const QString &place, const QStringList &flags)
    : m_place(place)
    , m_flags(flags)
{
    start();
}

ServiceProcess::~ServiceProcess()
{
    if (isRunning() && terminate(10'000) < 0)
        kill();
}

QUrl ServiceProcess::url() const
{
    const bool tls = m_flags.join(u' ').contains(u"--listen-certificate");
    return QUrl(QStringLiteral("%1:%2")
                    .arg(tls ? QStringLiteral("https://localhost") : QStringLiteral("http://127.0.0.1"))
                    .arg(m_port));
}

void ServiceProcess::start()
{
    const QString folder = qEnvironmentVariable("DESKHAND_BIN", QStringLiteral(DESKHAND_BINARY_DIR "/bin"));
    QStringList arguments{QStringLiteral("--desk-place=") + m_place,
                          QStringLiteral("--listen-port=%1").arg(m_port),
                          QStringLiteral("--jobs-receive=no"),
                          QStringLiteral("--jobs-send=no"),
                          QStringLiteral("--jobs-sla=no"),
                          QStringLiteral("--limits-connections-per-address=100000"),
                          QStringLiteral("--limits-requests-per-second=100000")};
    arguments += m_flags;
    const qsizetype begin = m_log.size();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(folder + QStringLiteral("/deskhandd"), arguments);
    const QDeadlineTimer deadline(startWithinMs);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        m_process.waitForReadyRead(100);
        readLog();
        for (const QByteArray &line : m_log.mid(begin).split('\n')) {
            const QJsonObject told = QJsonDocument::fromJson(line).object();
            if (told[QStringLiteral("event")].toString() != u"started")
                continue;
            m_port = quint16(told[QStringLiteral("port")].toInt());
            return;
        }
    }
    readLog();
    qFatal("deskhandd did not start: %s", m_log.constData());
}

void ServiceProcess::readLog()
{
    m_log += m_process.readAll();
}

QByteArray ServiceProcess::log()
{
    m_process.waitForReadyRead(1);
    readLog();
    return m_log;
}

int ServiceProcess::terminate(int milliseconds)
{
    m_process.terminate();
    // Who was told before may have ended already: then there is nothing to wait for.
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(milliseconds))
        return -1;
    readLog();
    return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
}

void ServiceProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished();
    readLog();
}

void ServiceProcess::hangUp()
{
    ::kill(pid_t(m_process.processId()), SIGHUP);
}

void ServiceProcess::givePassword(const QString &place, PersonId person, const QByteArray &password)
{
    const auto store = accountsOf(place);
    makeAccount(*store, person);
    const Result<QByteArray> hash = hashPassword(password, PasswordCost{1, 8192});
    mustWork(hash ? Result<void>() : Result<void>(hash.error()));
    mustWork(store->setPassword(person, *hash, false, {person, SystemClock().now()}));
}

QByteArray ServiceProcess::openSession(const QString &place, PersonId person)
{
    const auto store = accountsOf(place);
    makeAccount(*store, person);
    const Result<AccountSecrets> secrets = store->secrets(person);
    mustWork(secrets ? Result<void>() : Result<void>(secrets.error()));
    const FreshToken token = makeToken(TokenKind::Session);
    constexpr qint64 hours = 3'600'000;
    SignInFinish finish;
    finish.proven = *secrets;
    finish.at = SystemClock().now();
    NewSession session;
    session.id = QUuid::createUuid();
    session.tokenSha256 = token.sha256;
    session.device = QStringLiteral("test");
    session.at = finish.at;
    session.idle = 12 * hours;
    session.expiresAt = finish.at + 12 * hours;
    finish.session = session;
    mustWork(store->finishSignIn(finish));
    return token.text;
}

QByteArray ServiceProcess::openApiToken(const QString &place, PersonId person, int scopes, QUuid *id)
{
    const auto store = accountsOf(place);
    makeAccount(*store, person);
    const FreshToken token = makeToken(TokenKind::Api);
    ApiToken entry;
    entry.id = QUuid::createUuid();
    entry.person = person;
    entry.name = QStringLiteral("test");
    entry.scopes = scopes;
    entry.createdAt = SystemClock().now();
    entry.createdBy = person;
    mustWork(store->addApiToken(entry, token.sha256));
    if (id)
        *id = entry.id;
    return token.text;
}

QByteArray ServiceProcess::newApiToken(const QString &place, PersonId person)
{
    int all = 0;
    for (const AccessScope scope : allAccessScopes())
        all |= int(scope);
    return openApiToken(place, person, all);
}

} // namespace deskhand::test
